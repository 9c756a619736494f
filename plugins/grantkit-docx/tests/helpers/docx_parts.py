"""Looking into a Word file: its parts, its body, what is visible in an element."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def body(data: bytes) -> Any:
    return etree.fromstring(parts(data)["word/document.xml"])[0]


def visible(element: Any) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        marks.get(node.tag, node.text if node.tag == f"{W}t" else "") or ""
        for node in element.iter()
    )


def values(element: Any, path: str) -> list[str]:
    return [node.get(f"{W}val") for node in element.iterfind(path.replace("w:", W))]
