"""The places of a page made visible: an anchor for each paragraph's number, and each sentence marked with what supports it.

Both are bare elements: without the site's style and script a reader sees the text as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from apparatus.evidence import rows, sentences
from apparatus.evidence.sentences import Sentence
from apparatus.evidence.support import SUPPORTS, supports
from apparatus.grounds.numbering import numbered
from apparatus.model import Monograph, Page, Paragraph, Span

_LEAD = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+[ \t>]*)*")  # of an item, a quotation, or one in the other
_MARGIN = re.compile(r"[ \t>]*(?:\|[ \t]*)?")  # of a cell: “1. Bees” is no list there
_TAIL = re.compile(r"(?:\s+\{:?[ ]?[#.][^{}\n]*\})?\s*\Z")
_BLOCK = re.compile(r"[ \t>]*</?(?:aside|blockquote|details|div|dl|figure|h[1-6]|hr|ol|p|pre|section|table|ul)\b", re.IGNORECASE)
_RULE = re.compile(r"[ \t>]*\r?\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?(?:\r?\n|\Z)")
_UNMARKED = frozenset(("abstract", "editorial"))  # the one repeats the chapter, the other holds what data say


def marked(page: Page, monograph: Monograph) -> str:
    """The page's text with ``<a id="p4" …>`` where paragraph 4 begins and ``<span class="claim" …>`` round each sentence."""
    return _with(page.text, [*_anchors(page), *_marks(statements(page), monograph)])


def supported(page: Page, monograph: Monograph) -> str:
    """The page's text with a mark round each sentence that cites, and without anchors: for what stands on another page."""
    return _with(page.text, _marks(citing(page), monograph))


def statements(page: Page) -> Iterator[Sentence]:
    """The sentences of a page that are marked: not those of abstracts and boxes of the editors, titles, notes, heads of tables."""
    for sentence in sentences.of_page(page):
        kind = sentence.paragraph.paragraph.kind
        if sentence.box in _UNMARKED or kind in ("title", "note") or not any(_pieces(sentence)):
            continue
        if kind != "row" or sentence.clusters or not _RULE.match(page.text, sentence.span.end):
            yield sentence


def citing(page: Page) -> Iterator[Sentence]:
    """Of the sentences that are marked those that cite."""
    return (sentence for sentence in statements(page) if sentence.clusters)


def statement(text: str, citekeys: Iterable[str], monograph: Monograph) -> str:
    """A sentence marked with its support."""
    return f"{_opening(citekeys, monograph)}{text}</span>"


def _with(text: str, tags: Iterable[tuple[int, int, str]]) -> str:
    """The text with the tags at their offsets; of those at one place the order is that of the number."""
    for offset, _, tag in sorted(tags, reverse=True):
        text = text[:offset] + tag + text[offset:]
    return text


def _anchors(page: Page) -> Iterator[tuple[int, int, str]]:
    for place in numbered(page):
        if place.opens and not _BLOCK.match(place.paragraph.text):  # HTML of the page's own stays as it is
            name, number = place.anchor, place.number
            tag = f'<a class="para" id="{name}" href="#{name}" data-n="{number}" aria-label="Paragraph {number}"></a>'
            yield _first(page, place.paragraph), 1, tag  # a sentence that begins at the same place comes after it


def _first(page: Page, paragraph: Paragraph) -> int:
    """Where a paragraph's words begin, after the signs that make it an item, a row or a quotation."""
    span = paragraph.span
    lead = _MARGIN if paragraph.kind == "row" else _LEAD
    return span.start + lead.match(page.text[span.start : span.end]).end()


def _marks(found: Iterable[Sentence], monograph: Monograph) -> Iterator[tuple[int, int, str]]:
    """The tags of the sentences. In a row without notes each cell has its own, and only the first shows and counts."""
    for sentence in found:
        for number, piece in enumerate(_pieces(sentence)):
            yield piece.start, 2, _opening(sentence.citekeys, monograph, more=number > 0)
            yield piece.end, 0, "</span>"


def _pieces(sentence: Sentence) -> Iterator[Span]:
    """The extents of a sentence's words: without the signs of an item before them, the attributes after them; of a row its cells."""
    paragraph, text = sentence.paragraph.paragraph, sentence.page.text
    if _BLOCK.match(paragraph.text):
        return
    is_row = paragraph.kind == "row"
    whole = is_row and sentence.span == paragraph.span
    for span in rows.cells(text, sentence.span) if whole else [sentence.span]:
        piece = text[span.start : span.end]
        start, end = span.start + (0 if is_row else _LEAD.match(piece).end()), span.start + _TAIL.search(piece).start()
        if start < end:
            yield Span(start, end)


def _opening(citekeys: Iterable[str], monograph: Monograph, more: bool = False) -> str:
    """The tag: the strongest support as class, all of them as letters with the number of works; ``more`` of the same has no letters."""
    keys = tuple(dict.fromkeys(citekeys))
    found = supports(keys, monograph)
    letters = "".join(SUPPORTS[name][1] for name in found)
    if more:
        return f'<span class="claim claim--{found[0]} claim--more">'
    works = f' data-works="{letters} {len(keys)}"' if letters else ""
    return f'<span class="claim claim--{found[0]}"{works}>'
