"""Entries of the bibliography and of the index, with the way back to the places that cite or name them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from apparatus.epub.inlines import inlines, inside
from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, Element, element
from apparatus.volume.nodes import IndexEntry, Inside, Work


def listed(items: list[Element], kind: type) -> Element:
    """A list of works or of entries of the index."""
    return element("ul", items, class_="works" if kind is Work else "entries", epub_type=None if kind is Work else "index-entry-list")


def item(node: Work | IndexEntry, sheet: Sheet) -> Element:
    """An item of such a list."""
    place, breaks = sheet.begins(node.anchor)
    if isinstance(node, Work):
        return element("li", breaks, _work(node, sheet), id=place)  # biblioentry and doc-biblioentry are deprecated
    return element("li", breaks, _entry(node, sheet), id=place, epub_type="index-entry")


def _work(node: Work, sheet: Sheet) -> list[Content]:
    marks = element("p", inlines(node.marks, sheet), class_="marks") if node.marks else None
    cited = element("p", "Cited in ", locators(node.cited, sheet), ".", class_="cited") if node.cited else None
    return [element("p", inlines(node.reference, sheet)), marks, cited]


def _entry(node: IndexEntry, sheet: Sheet) -> list[Content]:
    name = element("span", node.name, class_="term", epub_type="index-term")
    also = f", also {', '.join(node.also)}" if node.also else None
    places: list[Content] = [": ", locators(node.places, sheet, "index-locator")] if node.places else []
    text = element("p", inlines(node.text, sheet), class_="gloss") if node.text else None
    return [element("p", name, also, places), text]


def locators(places: Iterable[Inside], sheet: Sheet, kind: str | None = None) -> list[Content]:
    """Links to places in their order, the chapter named once for those that follow each other: ``ch. 3 ¶ 4, 7; ch. 5 Figure 1``.

    Of places with one name the further ones are counted: ``“Losses”, (2)``.
    """
    found: list[Content] = []
    for name, group in groupby(places, key=lambda place: place.division):
        head = sheet.places.heads.get(name, name)
        seen: list[str] = []
        for place in group:
            number = sheet.places.numbers.get((name, place.anchor), "")
            whole = f"{head} {number}".strip()
            text = _shortened(number, seen) if seen else whole
            href = inside(place, sheet)
            link = element("a", text, href=href, epub_type=kind, aria_label=whole if text != whole else None) if href else text
            found += [", " if seen else "; " if found else "", link]
            seen.append(number)
    return found


def _shortened(number: str, seen: list[str]) -> str:
    """``¶ 7`` after ``¶ 4`` is ``7``; what was named before is counted."""
    if number in seen:
        return f"({seen.count(number) + 1})"
    return number.removeprefix("¶\u00a0") if seen[-1].startswith("¶") else number
