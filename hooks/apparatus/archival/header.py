"""The TEI header: what the file is, what it was made from, how it is encoded, under which licence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from apparatus.archival.declarations import encoding
from apparatus.archival.elements import LANGUAGE, Content, Element, element, pointer
from apparatus.archival.identifiers import Identifiers
from apparatus.volume.nodes import Division, Figure, Foreign, Imprint, Inside, Volume, Work, plain, walk

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LANGUAGES = {"en-GB": "British English"}


def header(volume: Volume, receipt: Mapping[str, str], article: str, identifiers: Identifiers) -> Element:
    """The header. ``article`` is the citekey of the work that the book restructures, or empty."""
    imprint = volume.imprint
    file = element(
        "fileDesc",
        element("titleStmt", _titles(imprint), [element("author", name) for name in imprint.authors]),
        element("editionStmt", element("edition", imprint.edition, " (", _date(imprint.date), ")")),
        element("extent", _extent(volume)),
        _publication(imprint),
        element("notesStmt", element("note", imprint.cite_as, type="citation")) if imprint.cite_as else None,
        element("sourceDesc", _source(volume, article, identifiers)),
    )
    return element("teiHeader", file, encoding(receipt), _profile(volume), _revisions(imprint), xml_lang=imprint.language)


def _titles(imprint: Imprint) -> list[Element]:
    sub = [element("title", imprint.subtitle, type="sub")] if imprint.subtitle else []
    return [element("title", imprint.title, type="main"), *sub]


def _date(day: str) -> Element:
    return element("date", day, when=day if _DAY.fullmatch(day) else None)


def _extent(volume: Volume) -> list[Content]:
    """What there is of each kind, for whoever wants to know whether the file is whole."""
    figures = [node.kind for node in walk(volume.divisions) if isinstance(node, Figure)]
    counts = {
        "division": len(volume.divisions),
        "chapter": sum(bool(division.number) for division in volume.divisions),
        "note": sum(len(division.notes) for division in volume.divisions),
        "figure": figures.count("figure"),
        "table": figures.count("table"),
    }
    made: list[Content] = []
    for unit, count in counts.items():
        said = f"{count:,} {unit}" if count == 1 else f"{count:,} {unit}s"
        made += [", " if made else None, element("measure", said, unit=unit, quantity=str(count))]
    return made


def _publication(imprint: Imprint) -> Element:
    licence = element("licence", element("p", imprint.licence), element("p", imprint.copyright), target=pointer(imprint.licence_url))
    return element(
        "publicationStmt",
        [element("authority", name) for name in imprint.authors] or element("authority"),
        element("idno", imprint.address, type="URI") if imprint.address else None,
        element("idno", imprint.revision, type="commit") if imprint.revision else None,
        _date(imprint.date),
        element("availability", licence, status="free"),
    )


def _source(volume: Volume, article: str, identifiers: Identifiers) -> Element:
    """The article, as the bibliography lists it."""
    for division in volume.divisions:
        for work in _works(division):
            if work.citekey == article:
                place = identifiers.of(Inside(division.name, work.anchor))
                return element("bibl", plain(work.reference), n=article, sameAs=f"#{place}")
    return element("p", "Written for this edition.")


def _works(division: Division) -> list[Work]:
    return [node for node in walk(division.blocks) if isinstance(node, Work)]


def _profile(volume: Volume) -> Element:
    imprint = volume.imprint
    foreign = {node.language for node in walk(volume.divisions) if isinstance(node, Foreign)}
    named = [element("language", ident=tag) for tag in sorted(foreign - {imprint.language}) if LANGUAGE.fullmatch(tag)]
    main = element("language", _LANGUAGES.get(imprint.language, imprint.language), ident=imprint.language)
    words = element("textClass", element("keywords", [element("term", word) for word in imprint.keywords])) if imprint.keywords else None
    abstract = element("abstract", element("p", imprint.description)) if imprint.description else None
    return element("profileDesc", abstract, element("langUsage", main, named), words)


def _revisions(imprint: Imprint) -> Element | None:
    """The state of the sources; None for one that is not known."""
    if not imprint.revised:
        return None
    when = datetime.fromtimestamp(imprint.revised, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    of = f" as of commit {imprint.revision}" if imprint.revision else ""
    return element("revisionDesc", element("change", f"The sources{of}.", when=when))
