"""The twin of a chapter's page for machines: its paragraphs and sentences with their citations, notes, links and mentions."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from apparatus.evidence import mentions, note_numbers, sentences, support
from apparatus.evidence.chapters import Chapter, by_name, chapters
from apparatus.evidence.sentences import Sentence
from apparatus.exports import document, graph, statements
from apparatus.exports.statements import Statement
from apparatus.grounds import links
from apparatus.grounds.numbering import Numbered, numbered
from apparatus.grounds.texts import once, texts
from apparatus.model import Datum, Fence, Monograph, Page, Span
from apparatus.read import markdown

SCHEMA = "schemas/chapter-1.json"
VERSION = "1.0.0"  # raised as that of graph.json is, and apart from it


def files(monograph: Monograph) -> Mapping[str, str]:
    """The documents by path below the site: ``fighters/concept.json`` for ``fighters/concept.md``, in the order of the chapters."""
    return {graph.twin(chapter): render(chapter, monograph) for chapter in chapters(monograph)}


def render(chapter: Chapter, monograph: Monograph) -> str:
    """The document of one chapter, everything in it in the order of the page."""
    page, stated = chapter.page, _Stated(chapter.page, monograph)
    folder = posixpath.dirname(page.name) or "."
    return document.text(
        {
            "$schema": posixpath.relpath(SCHEMA, folder),
            "version": VERSION,
            "book": document.book(monograph),
            "graph": posixpath.relpath(graph.PATH, folder),
            "chapter": {
                "number": chapter.number,
                "page": page.name,
                "title": page.title,
                "description": str(page.front_matter.get("description") or ""),
            },
            "sections": graph.sections(chapter),
            "paragraphs": [stated.paragraph(place) for place in stated.places],
            "figures": [_figure(fence, stated) for fence in page.fences if note_numbers.is_figure(fence)],
            "editorial_notes": [_editorial(offset, datum, stated) for offset, datum in note_numbers.shown(page, monograph)],
            "links": list(_links(stated)),
            "mentions": list(_mentions(stated)),
        }
    )


class _Stated:
    """A page with its paragraphs, statements and notes, each of which can be asked for by place."""

    def __init__(self, page: Page, monograph: Monograph) -> None:
        self.page, self.monograph = page, monograph
        self.places = numbered(page)
        self.statements = statements.of_pages(monograph)[page.name]
        self._sentences: dict[Numbered, list[tuple[Sentence, Statement]]] = {}
        for sentence, statement in zip(sentences.by_page(monograph)[page.name], self.statements, strict=False):
            self._sentences.setdefault(sentence.paragraph, []).append((sentence, statement))
        self.notes = note_numbers.by_page(monograph)[page.name]
        self._starts = [place.paragraph.span.start for place in self.places]

    def at(self, offset: int) -> Numbered | None:
        """The paragraph that begins at or before an offset, if there is one."""
        index = bisect_right(self._starts, offset) - 1
        return self.places[index] if index >= 0 else None

    def paragraph(self, place: Numbered) -> dict[str, object]:
        found = self._sentences.get(place, [])
        return {
            "number": place.number,
            "anchor": place.anchor,
            "kind": place.paragraph.kind,
            "section": place.paragraph.section or None,
            "box": next((sentence.box for sentence, _ in found if sentence.box), None),
            "text": sentences.words(self.page, place.paragraph.span),
            "sentences": [self.sentence(sentence.span, statement) for sentence, statement in found],
        }

    def sentence(self, span: Span, statement: Statement) -> dict[str, object]:
        return {
            "id": statement.id,
            "text": statement.words,
            "supports": list(support.supports((citation.citekey for citation in statement.citations), self.monograph)),
            "notes": [n.number for n in self.notes if span.start <= n.offset < span.end],
            "citations": document.citations(statement, self.monograph),
        }


def _figure(fence: Fence, stated: _Stated) -> dict[str, object]:
    """A figure drawn from the registers, with what its caption and its table cite."""
    name, place = fence.source.strip(), stated.at(fence.span.start)
    notes = [note for note in stated.notes if note.figure and note.offset == fence.span.start]
    cited = [(citation, note.number) for note in notes for citation in note.cluster.citations]
    section = _section(fence.span.start, stated.page)
    within = f"{stated.page.name}#{section or ''}"  # its notes stand for the article's, as those of the text do
    return {
        "name": name,
        "anchor": f"figure-{name}",
        "section": section,
        "after": place.number if place else 0,
        "citations": [document.citation(citation, number, within, stated.monograph) for citation, number in cited],
    }


def _section(offset: int, page: Page) -> str | None:
    """The anchor of the heading above a place, if there is one."""
    above = [heading.anchor for heading in page.headings if heading.span.start <= offset]
    return above[-1] if above else None


def _editorial(offset: int, datum: Datum, stated: _Stated) -> dict[str, object]:
    """An editorial note that stands on the page; one of the least weight is shown by its title alone."""
    name, weight = str(datum.values.get("id")), datum.values.get("weight")
    place = stated.at(offset)
    notes = [note for note in stated.notes if note.editorial == name and note.offset == offset]
    cited = [(citation, note.number) for note in notes for citation in note.cluster.citations]
    return {
        "id": name,
        "anchor": f"editorial-{name.lower()}",
        "section": _section(offset, stated.page),
        "after": place.number if place else 0,
        "title": sentences.plain(str(datum.values.get("title") or "")),
        "weight": weight if weight in (1, 2, 3) else None,
        "kind": document.words(datum.values.get("kind")),
        "text": None if weight == note_numbers.DETAIL else _plain(str(datum.values.get("short") or "")),
        "citations": [document.citation(citation, number, None, stated.monograph) for citation, number in cited],
    }


def _plain(text: str) -> str:
    """Markdown of a record as plain words, without its citations."""
    page, _ = markdown.page("docs/value.md", text)
    return sentences.words(page, Span(0, len(text)))


def _links(stated: _Stated) -> Iterator[dict[str, object]]:
    """The links of the page's text to other chapters."""
    known, places = by_name(stated.monograph), texts(stated.monograph)
    for link in _links_between(stated.monograph).get(stated.page.path, ()):
        place = stated.at(places.offset(link.location))
        yield {
            "paragraph": place.number if place else None,
            "text": sentences.plain(link.link.text),
            "chapter": known[link.resolved].number,
            "page": link.resolved,
            "anchor": link.fragment or None,
        }


@once
def _links_between(monograph: Monograph) -> dict[str, list[links.Written]]:
    """The links to chapters other than the page they stand on, by the path of what they stand in."""
    known, found = by_name(monograph), {}
    for link in links.written(monograph):
        if link.inner and link.resolved != link.base and link.resolved in known:
            found.setdefault(link.location.path, []).append(link)
    return found


def _mentions(stated: _Stated) -> Iterator[dict[str, object]]:
    """What the registers explain, then the works, sentence by sentence. A work is mentioned where a note stands for it."""
    registers, numbers = mentions.registers(stated.monograph), note_numbers.by_citation(stated.monograph)
    for statement in stated.statements:
        found = [(m.register, m.id, m.text) for m in mentions.mentions(statement.words, registers)]
        found += [("works", c.citekey, str(numbers[c])) for c in statement.citations if c in numbers]
        for register, name, text in found:
            yield {"register": register, "id": name, "paragraph": statement.paragraph, "sentence": statement.id, "text": text}
