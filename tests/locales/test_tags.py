"""Every spelling of a language comes to one tag; another script is refused by name."""

import pytest

from grantkit.errors import UnknownPlugin
from grantkit.locales.tags import normalise


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
