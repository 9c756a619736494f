"""Office Open XML packages (DOCX, XLSX) written so that equal content is equal bytes."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["repack"]

TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
LEVEL = 6
EARLIEST, LATEST = dt.datetime(1980, 1, 1), dt.datetime(2107, 12, 31, 23, 59, 58)  # noqa: DTZ001 - what a zip can hold
TIMES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def repack(data: bytes, when: dt.datetime) -> bytes:
    """Write the package anew: equal parts and an equal time give equal bytes.

    The parts stand in a fixed order, ``[Content_Types].xml`` first, compressed alike; the archive's
    times and the created and modified properties that the package has are *when*. Nothing else
    changes.

    Args:
        data: An OOXML package, as a library saved it.
        when: The time to write; without a zone it is taken as UTC.
    """
    utc = when.astimezone(dt.UTC) if when.tzinfo else when.replace(tzinfo=dt.UTC)
    stamp = min(max(utc.replace(tzinfo=None), EARLIEST), LATEST).timetuple()[:6]
    iso = f"{utc.year:04}-{utc:%m-%dT%H:%M:%SZ}".encode()
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != TYPES, name)):
            part = source.read(name)
            if name == CORE:
                part = TIMES.sub(rb"\g<1>" + iso + rb"\g<3>", part)
            info = ZipInfo(name, stamp)
            info.create_system = 0  # else it tells on which system the file was made
            target.writestr(info, part, ZIP_DEFLATED, LEVEL)
    return out.getvalue()
