"""JSON files: the wire format of the codec behind the importer's and the exporter's protocol."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from attrs import frozen

from grantkit.exchange.api import Read

if TYPE_CHECKING:
    from typing import BinaryIO

    from grantkit.exchange.api import Context, ReportJob, Source, Takes

__all__ = ["JsonExporter", "JsonImporter", "JsonOptions"]


@frozen
class JsonOptions:
    """How the file looks.

    Args:
        indent: Spaces a level; 0 for one line.
    """

    indent: int = 2


class JsonImporter:
    """Reads reports in grantkit's wire format.

    >>> JsonImporter().can_read(b'{"grantkit": 1', "-")
    True
    """

    id: Final = "json"
    suffixes: Final = (".json",)

    def can_read(self, head: bytes, name: str) -> bool:
        """Whether it starts as an object does, or is called a JSON file."""
        if name.lower().endswith(self.suffixes):
            return not head.startswith(b"PK")
        try:
            text = head.decode(json.detect_encoding(head), "ignore")
        except UnicodeDecodeError:  # pragma: no cover - "ignore" leaves nothing to refuse
            return False
        return text.removeprefix("\ufeff").lstrip().startswith("{")

    def read(self, source: Source, context: Context, /) -> Read:
        """Read it all; what is wrong becomes findings with line and column."""
        from grantkit import codec

        found = codec.loads(source.data, name=source.name, limits=context.limits)
        return Read(report=found.report, findings=found.findings, places=found.places)


class JsonExporter:
    """Writes a report in grantkit's wire format: equal reports give the same bytes."""

    id: Final = "json"
    suffixes: Final = (".json",)
    media_type: Final = "application/json"
    takes: Takes = "report"
    options: Final = JsonOptions

    def export(self, job: ReportJob, sink: BinaryIO, /) -> None:
        """Write the report."""
        from grantkit import codec

        sink.write(codec.dumps(job.report, indent=job.options.indent or None))
