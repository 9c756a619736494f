import pickle
import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantkit.errors import GrantkitError
from grantkit.exchange.api import Limits
from grantkit.exchange.archives import BadArchive, preflight

LIMITS = Limits()
MB = 2**20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


GOOD = zipped({"[Content_Types].xml": b"<Types/>", "xl/": b"", "xl/a.xml": b"<a/>" * 999})


LAST = GOOD.rindex(b"PK\3\4")


def patched(data: bytes, mark: bytes, at: int, layout: str, *values: int) -> bytes:
    """Overwrite a field of the last record that begins with *mark*."""
    changed = bytearray(data)
    struct.pack_into(layout, changed, data.rindex(mark) + at, *values)
    return bytes(changed)


def duplicate(second: str = "xl/a.xml") -> bytes:
    renamed = zipped({"xl/a.xml": b"one", "xl/b.xml": b"two"})
    return renamed.replace(b"xl/b.xml", second.encode())


def raw_name(name: str) -> bytes:
    assert len(name) == 8
    return zipped({"12345678": b"x"}).replace(b"12345678", name.encode())


def overlapping() -> bytes:
    """Two parts of the directory that point at the same bytes."""
    data = zipped({"a.xml": b"x" * 500, "b.xml": b"y" * 500})
    return patched(data, b"PK\1\2", 42, "<L", 0)


def quine_like() -> bytes:
    """A part that says it reaches over the next one."""
    data = bytearray(zipped({"a.xml": b"x" * 50, "b.xml": b"y" * 50}, zipfile.ZIP_STORED))
    struct.pack_into("<2L", data, data.index(b"PK\1\2") + 20, 130, 130)
    return bytes(data)


def into_directory() -> bytes:
    data = zipped({"a.xml": b"x" * 50}, zipfile.ZIP_STORED)
    return patched(data, b"PK\1\2", 20, "<2L", 60, 60)


def many_small_bombs() -> bytes:
    return zipped({f"{number}.xml": bytes(MB) for number in range(9)})


def zip64() -> bytes:
    end = GOOD.rindex(b"PK\5\6")
    return GOOD[:end] + b"PK\6\7" + bytes(16) + GOOD[end:]


def prepended() -> bytes:
    """A second archive in front: its parts are in nobody's directory."""
    return zipped({"hidden.xml": b"x"}) + GOOD


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "not-zip"),
    ("text", lambda: b"id;name\n1;a\n", "not-zip"),
    ("a mail", lambda: b"junk" + GOOD, "not-zip"),
    (
        "old or protected Office file",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "ole",
    ),
    ("cut", lambda: GOOD[:-30], "truncated"),
    ("cut in its last record", lambda: GOOD[:-5], "truncated"),
    ("only a beginning", lambda: b"PK\3\4", "truncated"),
    ("archive in front", prepended, "overlap"),
    ("directory beyond the end", lambda: patched(GOOD, b"PK\5\6", 12, "<L", 2**31), "damaged"),
    ("directory of zeros", lambda: GOOD.replace(b"PK\1\2", bytes(4)), "damaged"),
    ("header elsewhere", lambda: patched(GOOD, b"PK\1\2", 42, "<L", LAST + 1), "damaged"),
    ("header after the end", lambda: patched(GOOD, b"PK\1\2", 42, "<L", 10**6), "damaged"),
    ("future version", lambda: patched(GOOD, b"PK\1\2", 6, "<H", 99), "damaged"),
    ("64 bit", zip64, "zip64"),
    ("many entries", lambda: zipped({f"{n}": b"" for n in range(2_001)}), "entries"),
    ("a name twice", duplicate, "duplicate"),
    ("a name twice, other case", lambda: duplicate("XL/A.xml"), "duplicate"),
    ("upwards", lambda: zipped({"../../x": b"x"}), "name"),
    ("upwards inside", lambda: zipped({"xl/../../x": b"x"}), "name"),
    ("absolute", lambda: zipped({"/etc/x": b"x"}), "name"),
    ("drive", lambda: raw_name("C:/x.xml"), "name"),
    ("backslash", lambda: raw_name("..\\x.xml"), "name"),
    ("NUL", lambda: raw_name("a.xml\0.x"), "name"),
    ("empty step", lambda: zipped({"xl//a.xml": b"x"}), "name"),
    ("encrypted", lambda: patched(GOOD, b"PK\1\2", 8, "<H", 1), "encrypted"),
    ("strongly encrypted", lambda: patched(GOOD, b"PK\1\2", 8, "<H", 0x40), "encrypted"),
    ("other compression", lambda: zipped({"a.xml": b"x"}, zipfile.ZIP_BZIP2), "method"),
    ("bomb", lambda: zipped({"a.xml": b" " * 50 * MB}), "ratio"),
    ("says to be a bomb", lambda: patched(GOOD, b"PK\1\2", 24, "<L", 2**31), "ratio"),
    ("parts share bytes", overlapping, "overlap"),
    ("part reaches over the next", quine_like, "overlap"),
    ("part reaches into the directory", into_directory, "overlap"),
]


@pytest.mark.parametrize(("make", "reason"), [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_hostile_archives_are_refused(make: Callable[[], bytes], reason: str) -> None:
    data = make()
    started = time.perf_counter()
    with pytest.raises(BadArchive) as caught:
        preflight(data, LIMITS)
    assert caught.value.reason == reason
    assert time.perf_counter() - started < 0.05


def test_a_limit_is_told() -> None:
    for limits, reason in [
        (Limits(bytes=100), "bytes"),
        (Limits(entries=2), "entries"),
        (Limits(unpacked=100), "unpacked"),
    ]:
        with pytest.raises(BadArchive) as caught:
            preflight(GOOD, limits)
        assert caught.value.reason == reason
        assert caught.value.limit == getattr(limits, reason)
    with pytest.raises(BadArchive, match="unpacked"):
        preflight(many_small_bombs(), Limits(unpacked=8 * MB))
    assert preflight(many_small_bombs(), LIMITS) is None


@pytest.mark.parametrize(
    "data",
    [
        GOOD,
        zipped({"a.xml": b"x"}, zipfile.ZIP_STORED),
        zipped({"a.xml": bytes(MB)}),
        zipped({f"{n}": b"" for n in range(2_000)}),
        zipped({"media/Сурет 1.png": bytes(range(256)) * 9000}, zipfile.ZIP_STORED),
    ],
    ids=["usual", "stored", "blank part", "as many as may be", "Kazakh name"],
)
def test_good_archives_pass(data: bytes) -> None:
    assert preflight(data, LIMITS) is None


def test_a_comment_is_no_harm() -> None:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"made in Aktau"
    assert preflight(out.getvalue(), LIMITS) is None


def test_streamed_archives_pass() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xml", b"x" * 99)
        archive.writestr("b.xml", b"y" * 99)
    assert preflight(out.getvalue(), LIMITS) is None


def test_a_good_file_costs_less_than_a_millisecond() -> None:
    data = zipped({f"xl/worksheets/sheet{n}.xml": b"<c/>" * 9000 for n in range(20)})
    best = min(_seconds(data) for _ in range(20))
    assert best < 0.001


def _seconds(data: bytes) -> float:
    started = time.perf_counter()
    preflight(data, LIMITS)
    return time.perf_counter() - started


def test_the_error_is_ours_and_survives_pickling() -> None:
    error = BadArchive("ratio", 200, "xl/a.xml")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, GrantkitError)
    assert isinstance(again, ValueError)
    assert (again.reason, again.limit, again.part) == ("ratio", 200, "xl/a.xml")
    assert str(again) == str(error)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=12))
def test_whatever_is_damaged_nothing_else_is_raised(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for position, value in changes:
        data[position] = value
    try:
        preflight(bytes(data), LIMITS)
    except BadArchive:
        return
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        assert len(archive.infolist()) <= LIMITS.entries
