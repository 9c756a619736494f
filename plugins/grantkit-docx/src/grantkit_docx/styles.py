"""The styles of a document, as the styles part has them."""

from __future__ import annotations

from grantkit_docx.xml import NAMESPACES, attribute

__all__ = ["MANY", "MARGIN", "SMALL", "TINY", "cell_margins", "points", "styles"]

#: Suffix of the styles for tables of many columns.
SMALL = "Small"
#: And of those whose headings have no room even so.
TINY = "Tiny"
#: A table of more columns is set in them.
MANY = 6
#: Left and right of a cell's text, in twips.
MARGIN = 70

HEADINGS = (14, 12, 12)  # sizes at 12 points of body text; the levels below are like the last
HYPERLINK = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
)
NO_SPACE = '<w:spacing w:before="0" w:after="0"/>'


def points(size: int, small: str) -> int:
    """Return the size of text in tables where that of the body is *size*."""
    return max(size - {"": 2, SMALL: 3, TINY: 4}[small], 8 if small else 9)


def styles(font: str, size: int, language: str) -> str:
    """Return the styles part for a font, a size of body text in points and a language."""
    table = points(size, "")
    name, lang = attribute(font), attribute(language)
    defaults = (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
        f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
        f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{NO_SPACE}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    parts = [
        defaults,
        _style("paragraph", "Normal", "Normal", '<w:spacing w:after="120"/>', default=True),
        _unseen("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _unseen("numbering", "NoList", "No List"),
        _unseen("table", "TableNormal", "Normal Table", _plain()),
        _table(),
        HYPERLINK,
        _para(
            "Title",
            "Title",
            '<w:keepNext/><w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>',
            _font(size + 2, bold=True),
        ),
    ]
    for level in range(1, 10):
        large = HEADINGS[min(level, len(HEADINGS)) - 1] + size - 12
        parts.append(
            _para(
                f"Heading{level}",
                f"heading {level}",
                '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="100"/>'
                f'<w:outlineLvl w:val="{level - 1}"/>',
                _font(large, bold=True, italic=level > 2),  # noqa: PLR2004 - the third looks else like the second
            )
        )
    parts += [
        _para(
            "Label",
            "Label",
            '<w:keepNext/><w:spacing w:before="120" w:after="60"/>',
            "<w:b/><w:bCs/>",
        ),
        _para("Note", "Note", '<w:spacing w:after="100"/>', _font(table, italic=True)),
        _para(
            "Caption",
            "caption",
            '<w:spacing w:before="60" w:after="160"/><w:jc w:val="center"/>',
            _font(table, italic=True),
        ),
        _para("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>', ""),
        _para("Footer", "footer", f'{NO_SPACE}<w:jc w:val="center"/>', _font(table)),
        _para(
            "Spacer", "Spacer", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', _font(2)
        ),
    ]
    for suffix in ("", SMALL, TINY):
        base, label = f"TableText{suffix}", suffix.lower()
        parts += [
            _para(base, f"Table Text {label}", NO_SPACE, _font(points(size, suffix))),
            _para(
                f"TableHeading{suffix}",
                f"Table Heading {label}",
                '<w:jc w:val="center"/>',
                "<w:b/><w:bCs/>",
                based=base,
            ),
            _para(f"TableStub{suffix}", f"Table Stub {label}", "", "<w:b/><w:bCs/>", based=base),
            _para(f"TableNote{suffix}", f"Table Note {label}", "", "<w:i/><w:iCs/>", based=base),
        ]
    return "".join(parts) + "</w:styles>"


BUILT_IN = ("Normal", "Title", "Heading", "Caption", "List", "Footer")


def _style(
    kind: str,
    ident: str,
    name: str,
    ppr: str,
    rpr: str = "",
    *,
    based: str = "",
    default: bool = False,
) -> str:
    custom = "" if ident.startswith(BUILT_IN) else ' w:customStyle="1"'
    flag = ' w:default="1"' if default else custom
    return (
        f'<w:style w:type="{kind}"{flag} w:styleId="{ident}">'
        f'<w:name w:val="{name.strip()}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def _para(ident: str, name: str, ppr: str, rpr: str, *, based: str = "Normal") -> str:
    return _style("paragraph", ident, name, ppr, rpr, based=based)


def _font(size: int, *, bold: bool = False, italic: bool = False) -> str:
    look = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    return f'{look}<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'


def cell_margins(above: int, sides: int = MARGIN) -> str:
    """Return the margins of a table's cells; *above* is that above and below the text."""
    each = (("top", above), ("left", sides), ("bottom", above), ("right", sides))
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in each)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _unseen(kind: str, ident: str, name: str, props: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/>{props}</w:style>'
    )


def _plain() -> str:
    return f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(0)}</w:tblPr>'


def _table() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="Ruled"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{cell_margins(25)}</w:tblPr></w:style>"
    )
