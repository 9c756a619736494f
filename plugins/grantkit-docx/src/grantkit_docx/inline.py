"""Runs, links and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from grantkit.document import Emphasis, PageNumber, Run
from grantkit_docx.xml import attribute, escape, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from grantkit.document import Inline

__all__ = ["inlines", "target"]

LOOKS = {
    Emphasis.NONE: "",
    Emphasis.STRONG: "<w:b/><w:bCs/>",
    Emphasis.EMPHASIS: "<w:i/><w:iCs/>",
}
SAFE = ":/?#[]@!$&'()*+,;=%-._~"
LONGEST = 2000  # Word opens no longer address
OPEN = '<w:t xml:space="preserve">'


def target(link: str) -> str | None:
    """Return the address as a file may hold it, None unless it is of the web or of mail.

    >>> target("https://қазақ.kz/бет 1"), target("javascript:alert(1)"), target("file:///etc")
    ('https://xn--80aau21bd.kz/%D0%B1%D0%B5%D1%82%201', None, None)
    """
    if any(ord(char) < ord(" ") for char in link):
        return None
    try:
        parts = urlsplit(link)
        reaches = parts.hostname if parts.scheme in ("http", "https") else parts.path
        if parts.scheme not in ("http", "https", "mailto") or not reaches:
            return None
        if not parts.netloc.isascii():
            parts = parts._replace(netloc=parts.netloc.encode("idna").decode())
    except ValueError:  # of a wrong address, and of a name that cannot be one
        return None
    address = quote(parts.geturl(), safe=SAFE)
    return address if len(address) <= LONGEST else None


def inlines(
    content: Iterable[Inline],
    *,
    main: str,
    pages: Callable[[], int],
    link: Callable[[str], str | None],
) -> str:
    """Return what stands inside a paragraph.

    Args:
        content: Of a paragraph.
        main: Language of the document; runs in it need not say so.
        pages: Gives a guess at the number of pages, until Word counts them.
        link: Gives the relationship of an address, None when it may not be one.
    """
    out = []
    for item in content:
        if isinstance(item, Run):
            if item.text:
                out.append(_run(item, main, link(item.link) if item.link else None))
        else:
            field, result = ("PAGE", 1) if isinstance(item, PageNumber) else ("NUMPAGES", pages())
            out.append(
                f'<w:fldSimple w:instr=" {field} "><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'
            )
    return "".join(out)


def _run(run: Run, main: str, relation: str | None) -> str:
    look = LOOKS[run.emphasis]
    if relation:
        look = f'<w:rStyle w:val="Hyperlink"/>{look}'
    if run.language and run.language != main:
        look = f'{look}<w:lang w:val="{attribute(language(run.language))}"/>'
    text = escape(run.text)
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{OPEN}")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{OPEN}")
    props = f"<w:rPr>{look}</w:rPr>" if look else ""
    xml = f"<w:r>{props}{OPEN}{text}</w:t></w:r>"
    return f'<w:hyperlink r:id="{relation}" w:history="1">{xml}</w:hyperlink>' if relation else xml
