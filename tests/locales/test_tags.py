"""Every spelling of a language comes to one tag; another script is refused by name."""

import pytest

from grantkit import Kit
from grantkit.errors import UnknownPlugin
from grantkit.locales.api import BabelLocale
from grantkit.locales.tags import normalise
from grantkit.model import Grant, Period, Report, Written
from grantkit.plugins.api import hookimpl


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("kk", "kk"),
        ("kk-KZ", "kk"),
        ("kk_KZ", "kk"),
        ("kk-Cyrl-KZ", "kk"),
        ("KK_kz", "kk"),
        ("kaz", "kk"),
        ("ru-KZ", "ru"),
        ("en-GB", "en"),
        ("en-001", "en"),
        ("kk-Arab-CN", None),
        ("kk-Latn", None),
        ("kk-CN", None),
        ("ru-Latn", None),
        ("pt-BR", "pt"),
        ("sr-latn-RS", "sr-Latn"),
        ("zz", "zz"),
        ("", None),
        ("k", None),
        ("../kk", None),
        ("kk-KZ-x", None),
        ("kk\n", None),
    ],
)
def test_normalise(tag: str, normal: str | None) -> None:
    if normal is None:
        with pytest.raises(UnknownPlugin) as refused:
            normalise(tag, installed=["en", "kk"])
        assert refused.value.installed == ("en", "kk")
    else:
        assert normalise(tag) == normal


@pytest.mark.parametrize(
    ("tag", "installed", "found"),
    [
        ("ky-KG", ["ky-KG"], "ky-KG"),
        ("ky", ["en", "ky-KG"], "ky-KG"),
        ("KY_kg", ["ky-KG"], "ky-KG"),
        ("ky-Cyrl-KG", ["ky-KG"], "ky-KG"),
        ("ky-Cyrl", ["ky"], "ky"),
        ("ky", ["ky_Cyrl"], "ky_Cyrl"),
        ("ky-Arab", ["ky"], "ky-Arab"),
        ("ky-CN", ["ky"], "ky-Arab"),
        ("uz-Cyrl", ["uz"], "uz-Cyrl"),
        ("uz-Latn-UZ", ["uz"], "uz"),
        ("pt-BR", ["pt", "pt-BR", "pt-PT"], "pt-BR"),
        ("pt-AO", ["pt", "pt-BR", "pt-PT"], "pt"),
        ("pt", ["pt-BR", "pt-PT"], "pt"),
        ("zh-TW", ["zh"], "zh-Hant"),
        ("zh-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("en-GB", ["en", "en-GB"], "en-GB"),
        ("kk-Latn", ["kk", "kk-Latn"], "kk-Latn"),
        ("kk-Cyrl-KZ", ["en", "kk", "ru"], "kk"),
        ("x-klingon", ["x-klingon"], "x-klingon"),
    ],
)
def test_what_is_installed_is_found(tag: str, installed: list[str], found: str) -> None:
    assert normalise(tag, installed) == found


class _Kyrgyz:
    """A plugin that offers Kyrgyz under a tag with a region."""

    @hookimpl
    def grantkit_register_locales(self) -> list[BabelLocale]:
        return [BabelLocale("ky-KG")]


def test_a_locale_with_a_region_is_found_and_reads() -> None:
    kit = Kit([_Kyrgyz()], discover=False)
    assert [kit.locale(tag).tag for tag in ("ky", "ky-KG", "ky-Cyrl")] == ["ky-KG"] * 3
    grant = Grant(id="g", period=Written(text="2024-ж., 1-май"))
    loaded = kit.interpret(Report(id="r", language="ky", grant=grant))
    assert loaded.report is not None
    assert loaded.report.grant.period.value == Period.parse("2024-05-01")
    assert not loaded.findings
