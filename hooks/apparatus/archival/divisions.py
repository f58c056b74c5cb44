"""The text of the book in TEI: front, body and back matter, the parts in them, and the divisions of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from apparatus.archival.blocks import divided
from apparatus.archival.elements import Element, element
from apparatus.archival.inlines import note
from apparatus.archival.writing import Writing
from apparatus.volume.nodes import Division, Imprint, Inside, Volume


def text(volume: Volume, writing: Callable[[Division], Writing]) -> Element:
    """The text: title page and front matter, chapters, back matter; ``writing`` begins the writing of a division."""
    front = _matter("front", volume, writing)
    back = _matter("back", volume, writing)
    return element(
        "text",
        element("front", _title_page(volume.imprint), front),
        element("body", _matter("body", volume, writing) or element("div")),  # the schema wants one
        element("back", back) if back else None,
        xml_lang=volume.imprint.language,
    )


def _matter(matter: str, volume: Volume, writing: Callable[[Division], Writing]) -> list[Element]:
    made: list[Element] = []
    divisions = (division for division in volume.divisions if division.matter == matter)
    for part, group in groupby(divisions, key=lambda division: division.part):
        written = [_division(division, writing(division)) for division in group]
        made += [element("div", element("head", part), written, type="part")] if part else written
    return made


def _division(division: Division, writing: Writing) -> Element:
    """A division; notes that no mark leads to stand at its end."""
    inner = [element("head", writing.text(division.title)) if division.title else None, *divided(division.blocks, writing)]
    inner += [note(number, "end", writing) for number in writing.notes if number not in writing.noted]
    number = str(division.number) if division.number else None
    return element("div", inner, type=_kind(division), n=number, xml_id=writing.identifiers.of(Inside(division.name)))


def _kind(division: Division) -> str:
    """``chapter``, or what the page is called: ``glossary``, ``bibliography`` …; the first page is the ``opening``, not an index."""
    if division.number:
        return "chapter"
    name = division.name.rpartition("/")[2].removesuffix(".md")
    return "opening" if name == "index" and division.matter == "front" else "-".join(name.split())


def _title_page(imprint: Imprint) -> Element:
    titles = [element("titlePart", imprint.title, type="main")]
    titles += [element("titlePart", imprint.subtitle, type="sub")] if imprint.subtitle else []
    return element(
        "titlePage",
        element("docTitle", titles),
        element("byline", listed("docAuthor", imprint.authors)) if imprint.authors else None,
        element("docEdition", imprint.edition) if imprint.edition else None,
        element("docDate", imprint.date) if imprint.date else None,
    )


def listed(tag: str, texts: Iterable[str]) -> list[Element | str]:
    """An element for each text, commas between them."""
    made: list[Element | str] = []
    for text in texts:
        made += [", ", element(tag, text)] if made else [element(tag, text)]
    return made
