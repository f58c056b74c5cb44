"""What print adds to the words of the book, taken out of its plain tree."""

from __future__ import annotations

import re

from lxml import etree
from parity_facts import INDEX_OF_NAMES, entry, letters, named, plain

Element = etree._Element
# Each addition with the reason for it.
ADDED = {
    "page": "see the second section (p. 41): the page where a link leads, compared with the page itself",
    "address": "a copy (https://…): where a link leads outside, for those who read on paper",
    "pages": "the pages where the index finds a name and the bibliography a work, compared with the places that the site lists",
    "asterism": "a break between thoughts",
    "case": "the title of an abstract in small capitals",
    "table": "a table that goes on on another page is a further table there, its head repeated",
    "figure": "of a figure too tall for a page all drawings but the last stand before it, each with its name, a year",
    "notes": "they stand with their marks; here they go to the end of their division",
}
_PAGE = re.compile(r"(?: \(|, )p\.\s([0-9ivxlc]+)$")
_PAGES = re.compile(r"[0-9ivxlc]+(?:–[0-9ivxlc]+)?")
_ADDRESS = re.compile(r" \((\S+)\)$")
_SCHEME = re.compile(r"^https?://")
_CITED = re.compile(r"(?: ·)? pp?\. $")
_YEAR = re.compile(r"\d{4}")
_ASTERISM = "***"
_CASED = {"abstract": "Abstract"}


def tidy(division: Element) -> None:
    """Takes out of a division what print adds. Links keep the page or the address that they print, as ``printed``."""
    for note in sorted(division.iter("note"), key=lambda note: int(note.get("number"))):
        _take_out(note)
        division.append(note)
    for figure in division.iter("figure"):
        _gather(figure)
    for table in list(division.iter("table")):
        _join(table)
    for block in list(division.iter("block")):
        said = plain("".join(block.itertext()))
        if said == _ASTERISM:
            _take_out(block)
        elif said in _CASED:
            block.text, block[:] = _CASED[said], []
    if division.get("title") == INDEX_OF_NAMES:
        for block in [block for block in division.iter("block") if block.get("loose") is not None]:
            etree.SubElement(block, "entry").text = entry(plain("".join(block.itertext())))
    before = None
    for link in list(division.iter("link")):
        if link.get("url"):
            _drop_address(link, before)
            before = link
        else:
            _drop_page(link)


def _gather(figure: Element) -> None:
    """Puts the drawings before a figure, and their names, into it."""
    while (before := figure.getprevious()) is not None:
        named = before.tag == "block" and figure[0].tag == "picture" and _YEAR.fullmatch(plain("".join(before.itertext())))
        if before.tag != "picture" and not named:
            return
        figure.insert(0, before)


def _join(table: Element) -> None:
    """Gives the rows of a table that goes on to the one before it; a head it has must be that one's."""
    before = table.getprevious()
    if before is not None and before.tag == "figure":
        before = next(iter(before.findall("table")), None)
    if before is None or before.tag != "table":
        return
    head = _head(table)
    if head and head != _head(before):
        return
    for row in [row for row in table.iter("row") if not _is_head(row)]:
        before.append(row)
    _take_out(table)


def _head(table: Element) -> list[str]:
    return [plain("".join(row.itertext())) for row in table.iter("row") if _is_head(row)]


def _is_head(row: Element) -> bool:
    """Whether a row heads its columns: it stands in the head of its table, or every cell of it is a heading."""
    return row.get("head") is not None or all(cell.get("head") is not None for cell in row.iter("cell"))


def _drop_address(link: Element, before: Element | None) -> None:
    """Takes the address in brackets out of the end of a link, and keeps it as ``printed``, if it is where the link leads.

    An archived copy's ends in "…" where the address that was copied stands just before, as that of the link ``before``.
    """
    url, said = _bare(link.get("url")), "".join(link.itertext())
    if _SCHEME.sub("", url) in said.replace("\u200b", ""):
        link.set("printed", url)
    if found := _ADDRESS.search(plain(said)):
        stem, cut, _ = found[1].partition("…")
        rest = url.removeprefix(stem)
        copied = before is not None and cut and _bare(before.get("url")) == rest
        if url.startswith(stem) and (copied or not cut and not rest):
            link.set("printed", url)
            _shorten(link, len(said) - said.rindex(" ("))


def _bare(url: str) -> str:
    return url.removeprefix("mailto:").removesuffix("/")


def _shorten(link: Element, count: int) -> None:
    """Takes so many letters from the end of a link."""
    holder, name = (link[-1], "tail") if len(link) else (link, "text")
    setattr(holder, name, getattr(holder, name)[:-count])


def _drop_page(link: Element) -> None:
    """Takes the page out of a link; a link that is nothing but pages becomes a place."""
    said = "".join(link.itertext())
    if _PAGES.fullmatch(said):
        link.tag, link.text, link.attrib["printed"] = "place", None, said
        link.set("of", _cites(link))
        link.tail = re.sub(r"^, $", "", link.tail or "")
        _cut_before(link)
    elif page := _PAGE.search(said):
        link.set("printed", page[1])
        _shorten(link, len(page[0]))
        if page[0].startswith(" ("):
            link.tail = link.tail.removeprefix(")")


def _cites(place: Element) -> str:
    """The name or the work whose pages are listed: that of the block, or of the block before it, which has the reference."""
    block = next(place.iterancestors("block"))
    name = block.find("entry")
    return named(block.getprevious()) if name is None else letters(name.text)


def _cut_before(place: Element) -> None:
    """Takes out what leads to the pages of a work."""
    before = place.getprevious()
    if before is None:
        place.getparent().text = _CITED.sub("", place.getparent().text or "")
    else:
        before.tail = _CITED.sub("", before.tail or "")


def _take_out(element: Element) -> None:
    """Takes an element out; what follows it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
