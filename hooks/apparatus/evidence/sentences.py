"""The sentences of the pages, each with its place, its citations and its words: the unit in which evidence is counted.

In a table each cell with a note counts as one sentence, a row without notes as one. What the editors add in boxes stands in data and
is no sentence of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from apparatus.evidence import rows
from apparatus.grounds.numbering import Numbered, numbered
from apparatus.grounds import boxes, prose, sentences
from apparatus.grounds.texts import once
from apparatus.model import Citation, Cluster, Monograph, Page, Span

_NOTES = frozenset((prose.CITED, prose.NOTED))
_OPENINGS, _CLOSINGS = "[(“‘", "])”’"
_EMPHASIS = re.compile(r"(?<!\\)\*+|(?<![\w\\])_+(?=\S)|(?<=[^\s\\])_+(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_DROPPED = re.compile(r"\[\^[^\s\[\]]+\]|\{[:#.][^{}\n]*\}|</?[A-Za-z][^<>\n]*>")
_TAG = re.compile(r"<(/?)(?!(?:br|hr|img|wbr)\b)[A-Za-z][^<>]*(?<!/)>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~<>@-])")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a page: the paragraph it stands in, its extent in the page's text, its words, what it cites.

    ``words`` is plain text without markup and citations; ``box`` the kind of the box round it (``abstract``), or empty. For a cell
    of a table the words begin with those of the first cell of its row: ``Old hive: 3,000``.
    """

    page: Page = field(hash=False)  # a hash of the page would read the whole of it, at each look into a set of sentences
    paragraph: Numbered = field(hash=False)
    span: Span
    words: str
    clusters: tuple[Cluster, ...] = field(hash=False)
    box: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for cluster in self.clusters for citation in cluster.citations)

    @property
    def citekeys(self) -> tuple[str, ...]:
        """The works it cites, each once, in order of appearance."""
        return tuple(dict.fromkeys(citation.citekey for citation in self.citations))

    @property
    def target(self) -> str:
        """The path of its page below ``docs/`` with the anchor of its paragraph."""
        return f"{self.page.name}#{self.paragraph.anchor}"


@once
def by_page(monograph: Monograph) -> dict[str, tuple[Sentence, ...]]:
    """The sentences of every page, by the page's name, in order of place."""
    return {page.name: of_page(page) for page in monograph.pages}


def of_page(page: Page) -> tuple[Sentence, ...]:
    """The sentences of one page. Every cluster that stands in a paragraph is in exactly one of them."""
    return tuple(_of_page(page))


def _of_page(page: Page) -> Iterator[Sentence]:
    text = prose.blanked(page)
    around = boxes.admonitions(page)
    for place in numbered(page):
        paragraph = place.paragraph
        kind = next((box.kind for box in around if box.span.start <= paragraph.span.start < box.span.end), "")
        if paragraph.kind == "row":
            yield from _of_row(page, text, place, kind)
            continue
        for span in _cut(text, page.text, paragraph.span):
            yield Sentence(page, place, span, words(page, span), _clusters(page, span), kind)


def _of_row(page: Page, text: str, place: Numbered, box: str) -> Iterator[Sentence]:
    """One for each cell with a note, else one for the row. A cell that holds nothing but its note speaks for the row."""
    span = place.paragraph.span
    cells = rows.cells(page.text, span)
    told = [words(page, cell) for cell in cells]
    noted = [index for index, cell in enumerate(cells) if _NOTES.intersection(text[cell.start : cell.end])]
    if not noted:
        yield Sentence(page, place, span, rows.together(told), (), box)
    for index in noted:
        said = rows.headed(told[0], told[index]) if index else told[0]
        yield Sentence(
            page, place, cells[index], said if rows.says(told[index]) else rows.together(told), _clusters(page, cells[index]), box
        )


def _clusters(page: Page, span: Span) -> tuple[Cluster, ...]:
    return tuple(cluster for cluster in page.clusters if span.start <= cluster.span.start < span.end)


def _cut(text: str, raw: str, span: Span) -> list[Span]:
    """The extents of a paragraph's sentences; one that ends within emphasis, brackets, quotes or an element goes on in the next."""
    found: list[Span] = []
    unfinished = False
    for start, end in sentences.split(text[span.start : span.end]):
        piece = Span(span.start + start, span.start + end)
        if unfinished:
            piece = Span(found.pop().start, piece.end)
        found.append(piece)
        unfinished = not _balanced(raw[piece.start : piece.end])
    if found:  # nothing of the paragraph is lost, whatever the cut leaves between
        found[0] = Span(span.start, found[0].end)
        found[-1] = Span(found[-1].start, span.end)
    return found


def _balanced(text: str) -> bool:
    if any(text.count(opening) != text.count(closing) for opening, closing in zip(_OPENINGS[:3], _CLOSINGS[:3], strict=True)):
        return False
    tags = _TAG.findall(text)
    return 2 * tags.count("/") == len(tags) and len(_EMPHASIS.findall(text)) % 2 == 0


def words(page: Page, span: Span) -> str:
    """The words of a stretch of a page in plain text: no citations, no markup, links by their text, on one line."""
    text, start = page.text[span.start : span.end], span.start
    for cluster in reversed(page.clusters):
        if start <= cluster.span.start < span.end:
            text = text[: cluster.span.start - start] + text[max(cluster.span.end - start, 0) :]
    return plain(text)


def plain(text: str) -> str:
    """Markdown without its markup, on one line; cells of a table are parted by a middle dot, those that say nothing left out."""
    text = _LINK.sub(r"\1", _DROPPED.sub("", text))
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text)).replace("`", "")
    return " ".join((rows.together(text.split("|")) if text.lstrip().startswith("|") else text).split())
