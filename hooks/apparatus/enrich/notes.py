"""Numbered notes in order of appearance: one for each bracket of citations, each with its own locator, and hand-written ones."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from apparatus.enrich.trails import trail
from apparatus.evidence import article_notes
from apparatus.model import Citation, Cluster, Entry, Monograph, Page, Reference, Span
from apparatus.references import linked, note_text

BIBLIOGRAPHY = "apparatus/bibliography.md"
CONCORDANCE = "apparatus/concordance.md"
MASK = "\ue000"  # stands for @ where mkdocs-bibtex would take code or an address for a citation
_EDITORIAL = re.compile(r"^!!! editorial [^\n]*(?:\n {4}[^\n]*)*", re.MULTILINE)
_PARAGRAPH = re.compile(r'<a class="para" id="(p\d+)"')
_BRACKET = re.compile(r"\[[^\]\n]*\]")


@dataclass(frozen=True)
class NumberedNotes:
    """A page's text with ``[@1]`` for each note, and the Markdown of each note by its number, from 1."""

    text: str
    notes: Mapping[int, str]


@dataclass(frozen=True)
class _Place:
    """Something in the text that becomes a note: what stands there now, and what the note will say."""

    span: Span
    before: str
    note: str


def numbered(page: Page, monograph: Monograph, references: Mapping[str, Reference]) -> NumberedNotes:
    """Replace every cluster and hand-written note of the page by a numbered token that mkdocs-bibtex turns into a note.

    A citekey without entry stays visible as ``[?citekey]``. A citation inside a hand-written note is printed in that note.
    """
    writer = _Writer(page, monograph, references)
    definitions = {d.name: d for d in reversed(page.note_definitions)}
    inside = [_definition_span(page.text, d.location.line) for d in definitions.values()]
    places = [writer.place(c) for c in page.clusters if not any(s.start <= c.span.start < s.end for s in inside)]
    for reference in page.note_references:
        if reference.name in definitions:
            span = _reference_span(page.text, reference.location.line, reference.location.column)
            places.append(_Place(span, "", writer.hand_written(definitions[reference.name].text)))
    notes, text = {}, page.text
    for number, place in enumerate(sorted(places, key=lambda p: p.span), start=1):
        if place.note:
            notes[len(notes) + 1] = place.note
    number = len(notes)
    edits = [(place.span, place) for place in places] + [(span, None) for span in inside]
    for span, place in sorted(edits, key=lambda edit: edit[0], reverse=True):
        token = ""
        if place is not None:
            token = place.before
            if place.note:
                token += f"[@{number}]"
                number -= 1
        text = text[: span.start] + token + text[span.end :]
    return NumberedNotes(_masked(text), notes)


def unmasked(text: str) -> str:
    """The ``@`` back in its places, once mkdocs-bibtex has seen the page."""
    return text.replace(MASK, "@")


def _masked(text: str) -> str:
    """Hide each ``@`` in square brackets that is not one of our tokens."""

    def hide(bracket: re.Match[str]) -> str:
        return bracket[0] if re.fullmatch(r"\[@\d+\]", bracket[0]) else bracket[0].replace("@", MASK)

    return _BRACKET.sub(hide, text)


class _Writer:
    """Writes the notes of one page."""

    def __init__(self, page: Page, monograph: Monograph, references: Mapping[str, Reference]):
        self._page, self._monograph, self._references = page, monograph, references
        folder = posixpath.dirname(page.name) or "."
        self._bibliography = posixpath.relpath(BIBLIOGRAPHY, folder)
        self._concordance = posixpath.relpath(CONCORDANCE, folder)
        self._editorial = [Span(m.start(), m.end()) for m in _EDITORIAL.finditer(page.text)]

    def place(self, cluster: Cluster) -> _Place:
        known = [c for c in cluster.citations if c.citekey in self._references]
        unknown = [c for c in cluster.citations if c.citekey not in self._references]
        before = "".join(
            f'<span class="unknown-citation" title="No entry in bib/ has this citekey">[?{html.escape(c.citekey)}]</span>'
            for c in unknown
        )
        span = cluster.span
        if cluster.in_text and known:
            before += authors(self._monograph.by_citekey[known[0].citekey]) + " "
        elif self._page.text[span.start - 1 : span.start] == " " and self._page.text[span.start - 2 : span.start - 1].strip():
            span = Span(span.start - 1, span.end)  # ‘roofs [@a]’ is printed as ‘roofs¹’, as pandoc does with notes
        return _Place(span, before.rstrip(" "), self.note(known, self._section(cluster), self._paragraph(cluster)))

    def note(self, citations: Sequence[Citation], section: str | None, place: str) -> str:
        parts = [self.citation(citation, section) + trail(citation, self._page, place, self._monograph) + "." for citation in citations]
        if citations and citations[0].prefix:  # ‘see’ begins the note: ‘See Linden’, as pandoc prints it
            parts[0] = parts[0][0].upper() + parts[0][1:]
        return "<br>".join(f'<span class="cited">{part}</span>' for part in parts) if len(parts) > 1 else "".join(parts)

    def citation(self, citation: Citation, section: str | None = None) -> str:
        """The reference with its locator, its title leading to the bibliography, and the article's notes it stands for."""
        reference = self._references[citation.citekey]
        text = linked(note_text(reference, citation), f"{self._bibliography}#{citation.citekey}")
        if section is None:
            return text
        numbers = article_notes.of_citation(citation, f"{self._page.name}#{section}", self._monograph)
        links = [f"[{'' if later else 'Sarkar, '}n. {n}]({self._concordance}#n{n})" for later, n in enumerate(numbers)]
        return f"{text} ({', '.join(links)})" if links else text

    def _section(self, cluster: Cluster) -> str | None:
        """The anchor of the heading above; None where the editors speak, for whom the article's notes do not stand."""
        if any(span.start <= cluster.span.start < span.end for span in self._editorial):
            return None
        above = [heading.anchor for heading in self._page.headings if heading.span.start <= cluster.span.start]
        return above[-1] if above else ""

    def _paragraph(self, cluster: Cluster) -> str:
        """The page with the anchor of the paragraph in hand, where the page has them and the editors do not break in."""
        if any(span.start <= cluster.span.start < span.end for span in self._editorial):
            return self._page.name
        before = _PARAGRAPH.findall(self._page.text, 0, cluster.span.start)
        return f"{self._page.name}#{before[-1]}" if before else self._page.name

    def hand_written(self, text: str) -> str:
        """A hand-written note with its citations printed in it."""
        from apparatus.read.markdown import page as read_page

        inner, _ = read_page("note.md", text)
        for cluster in reversed(inner.clusters):
            known = [c for c in cluster.citations if c.citekey in self._references]
            text = text[: cluster.span.start] + "; ".join(self.citation(citation) for citation in known) + text[cluster.span.end :]
        return " ".join(text.split())


def authors(entry: Entry) -> str:
    """Family names for running text: ``Jadoon and Mines``; the institution or outlet where no person is named."""
    people = entry["author"] or entry["editor"] or entry["organization"] or entry["title"]
    names = [name.strip() for name in re.split(r"\s+and\s+", people)]
    short = [name.split(",")[0].strip("{} ") for name in names]
    if len(short) > 3:
        return f"{short[0]} and others"
    return " and ".join([", ".join(short[:-1]), short[-1]]) if len(short) > 1 else short[0]


def _reference_span(text: str, line: int, column: int) -> Span:
    start = _offset(text, line) + column - 1
    return Span(start, text.index("]", start) + 1)


def _definition_span(text: str, line: int) -> Span:
    """The lines of a note definition: its own and the indented or blank ones that follow it."""
    start = _offset(text, line)
    end = text.find("\n", start) + 1 or len(text)
    while end < len(text):
        following = text.find("\n", end) + 1 or len(text)
        current = text[end:following]
        if current.strip() and not current.startswith(("    ", "\t")):
            break
        end = following
    return Span(start, end)


def _offset(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start
