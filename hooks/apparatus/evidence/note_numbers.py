"""The notes of a page by number, as the site prints them: the text's own, those of its figures, and of editorial notes shown on it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from apparatus import figures
from apparatus.grounds.texts import once, texts
from apparatus.model import Citation, Cluster, Datum, Fence, Monograph, NoteDefinition, Page
from apparatus.read import markdown
from apparatus.registers import registers

DETAIL = 1  # the weight of an editorial note that is shown as a link to the register, without its text


@dataclass(frozen=True)
class Note:
    """One note: its number on the page, from 1, and what it prints: the works of a cluster, or a hand-written definition.

    ``offset`` is the place of its mark in the page's text; for a note in the box of the editorial note ``editorial`` (its id, else
    empty) that of the box, for one of the figure ``figure`` (its name, else empty) that of the fence.
    """

    number: int
    offset: int
    cluster: Cluster | None = None
    definition: NoteDefinition | None = None
    editorial: str = ""
    figure: str = ""


@once
def by_page(monograph: Monograph) -> dict[str, tuple[Note, ...]]:
    """The notes of every page, by the page's name."""
    return {page.name: notes(page, monograph) for page in monograph.pages}


def notes(page: Page, monograph: Monograph) -> tuple[Note, ...]:
    """The notes of a page in order of appearance. A cluster whose works all lack an entry becomes no note and takes no number."""
    found = sorted(_found(page, monograph), key=lambda note: note.offset)
    return tuple(replace(note, number=number) for number, note in enumerate(found, start=1))


@once
def by_citation(monograph: Monograph) -> dict[Citation, int]:
    """The number of the note that prints a citation of a page; of several that print the same hand-written note the first."""
    found: dict[Citation, int] = {}
    for page in monograph.pages:
        printed = by_page(monograph)[page.name]
        marked = {note.cluster: note.number for note in printed if note.cluster and not note.editorial and not note.figure}
        written = {note.definition: note.number for note in reversed(printed) if note.definition}
        for cluster in page.clusters:
            number = marked.get(cluster) or written.get(printed_in(cluster, page))
            known = (citation for citation in cluster.citations if citation.citekey in monograph.by_citekey)
            found |= dict.fromkeys(known, number) if number else {}
    return found


def printed_in(cluster: Cluster, page: Page) -> NoteDefinition | None:
    """The hand-written note in which a cluster stands, if it stands in one."""
    start = cluster.span.start
    if not page.note_definitions or not any(p.kind == "note" and p.span.start <= start < p.span.end for p in page.paragraphs):
        return None
    above = [note for note in page.note_definitions if note.location <= cluster.location]
    return max(above, key=lambda note: note.location, default=None)


def shown(page: Page, monograph: Monograph) -> tuple[tuple[int, Datum], ...]:
    """The editorial notes that stand on a page, each with the offset of its place; markers of unknown notes left out."""
    known = {str(datum.values.get("id")): datum for datum in monograph.data.get("editorial", ())}
    return tuple((marker.span.start, known[marker.note]) for marker in page.markers if marker.note in known)


def _found(page: Page, monograph: Monograph) -> Iterator[Note]:
    """The notes, not yet in order, their numbers not yet known."""
    for cluster in page.clusters:
        if _has_work(cluster, monograph) and printed_in(cluster, page) is None:
            yield Note(0, cluster.span.start, cluster)
    for offset, datum in shown(page, monograph):
        if datum.values.get("weight") != DETAIL:
            for cluster in datum.clusters.get("short", ()):
                if _has_work(cluster, monograph):
                    yield Note(0, offset, cluster, editorial=str(datum.values.get("id")))
    for fence in page.fences:
        for cluster in of_figure(fence, page, monograph):
            if _has_work(cluster, monograph):
                yield Note(0, fence.span.start, cluster, figure=fence.source.strip())
    definitions = {definition.name: definition for definition in reversed(page.note_definitions)}
    for reference in page.note_references:
        if reference.name in definitions and definitions[reference.name].text.strip():
            yield Note(0, texts(monograph).offset(reference.location), definition=definitions[reference.name])


def is_figure(fence: Fence) -> bool:
    """Whether a fence is replaced by a figure drawn from the registers."""
    return fence.language == figures.FENCE and fence.source.strip() in figures.FIGURES


def of_figure(fence: Fence, page: Page, monograph: Monograph) -> tuple[Cluster, ...]:
    """The citations printed with the figure that a ``figure`` fence names, in order; none of another fence."""
    if not is_figure(fence):
        return ()
    drawn, _ = markdown.page(page.path, figures.render(fence.source.strip(), registers(monograph), posixpath.dirname(page.name)))
    return drawn.clusters


def _has_work(cluster: Cluster, monograph: Monograph) -> bool:
    return any(citation.citekey in monograph.by_citekey for citation in cluster.citations)
