"""OOXML packages that hold the same are the same."""

import datetime as dt
import time
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from grantkit.exchange.ooxml import repack

WHEN = dt.datetime(2024, 12, 1, 10, 30, 15, tzinfo=dt.timezone(dt.timedelta(hours=5)))
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="t" xmlns:xsi="x"><t>2013-12-23</t>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{0}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{0}</dcterms:modified></cp:coreProperties>'
)
PARTS = {
    "word/document.xml": "<қазақша/>" * 100,
    "docProps/core.xml": CORE.format("2013-12-23T23:15:00Z"),
    "_rels/.rels": "<r/>",
    "[Content_Types].xml": "<Types/>",
}


def package(parts: dict[str, str], when: tuple[int, int, int, int, int, int]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name, text in parts.items():
            target.writestr(ZipInfo(name, when), text)
    return out.getvalue()


def parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as source:
        assert source.testzip() is None
        return {name: source.read(name).decode() for name in source.namelist()}


def test_the_same_parts_are_the_same_bytes() -> None:
    one = package(PARTS, (2020, 1, 1, 0, 0, 0))
    other = package(dict(reversed(PARTS.items())), (2024, 5, 6, 7, 8, 10))
    assert one != other
    assert repack(one, WHEN) == repack(other, WHEN)
    assert repack(repack(one, WHEN), WHEN) == repack(one, WHEN)


def test_the_parts_are_as_they_were_but_for_the_times() -> None:
    found = parts(repack(package(PARTS, (2020, 1, 1, 0, 0, 0)), WHEN))
    assert list(found) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
    ]
    assert found == PARTS | {"docProps/core.xml": CORE.format("2024-12-01T05:30:15Z")}


@pytest.mark.parametrize(
    ("when", "zipped", "iso"),
    [
        (
            dt.datetime(2024, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
            (2024, 2, 3, 4, 5, 6),
            "2024-02-03T04:05:06Z",
        ),
        (dt.datetime(2024, 2, 3), (2024, 2, 3, 0, 0, 0), "2024-02-03T00:00:00Z"),  # noqa: DTZ001
        (dt.datetime(970, 1, 1, tzinfo=dt.UTC), (1980, 1, 1, 0, 0, 0), "0970-01-01T00:00:00Z"),
        (
            dt.datetime(2200, 1, 1, tzinfo=dt.UTC),
            (2107, 12, 31, 23, 59, 58),
            "2200-01-01T00:00:00Z",
        ),
    ],
)
def test_times_that_a_zip_can_hold(when: dt.datetime, zipped: tuple[int, ...], iso: str) -> None:
    data = repack(package(PARTS, (2020, 1, 1, 0, 0, 0)), when)
    with ZipFile(BytesIO(data)) as source:
        assert {info.date_time for info in source.infolist()} == {zipped}
    assert parts(data)["docProps/core.xml"] == CORE.format(iso)


def test_no_properties_no_times() -> None:
    only = {"[Content_Types].xml": "<Types/>"}
    assert parts(repack(package(only, (2020, 1, 1, 0, 0, 0)), WHEN)) == only


def test_the_time_zone_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package(PARTS, (2020, 1, 1, 0, 0, 0))
    once = repack(data, WHEN)
    monkeypatch.setenv("TZ", "Asia/Aqtau")
    try:
        if hasattr(time, "tzset"):
            time.tzset()
        assert repack(data, WHEN) == once
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
