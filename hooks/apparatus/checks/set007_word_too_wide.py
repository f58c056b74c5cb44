"""SET007 word-too-wide: a word, a piece of code or a line of a listing is wider than the page of the large print, and cannot be broken.

Why: on paper it would run over the margin, and what lies beyond the edge of the page is lost.
A line may end at blanks, hyphens, dashes and slashes; addresses of links may be broken anywhere. Diagrams are measured by themselves.
Fix: shorten it, or break it where its sense allows; a long line of code is written on two.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from apparatus.drawing.measure import width
from apparatus.grounds import prose
from apparatus.grounds.texts import shown, texts
from apparatus.grounds.type_area import BREAKS, CODE as LONGEST_CODE, UNBOUND, WORD
from apparatus.model import Diagnostic, Monograph, Page, Span

CODE = "SET007"
_SHORTEST = 30  # characters of which a word may be too wide
_LONG = re.compile(r"\S{%d}" % _SHORTEST)
_WORD = re.compile(r"[^\s\x00-\x02|]{%d,}" % _SHORTEST)
_SIGNS = re.compile(r"[*`\[\]()\\]")
_DRAWN = frozenset("mermaid bars ranges tiles figure".split())


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        if page.path in UNBOUND or not _LONG.search(page.text):
            continue
        for start, word in (*_words(page), *_codes(page)):
            message = f"'{shown(word[:40])}…', of {len(word)} characters, is wider than the page"
            yield Diagnostic(texts(monograph).at(page.path, start), CODE, message, "shorten it, or break it where its sense allows")


def _words(page: Page) -> Iterator[tuple[int, str]]:
    """Words of the text, with their offsets."""
    text = prose.blanked(page)
    for paragraph in page.paragraphs:
        if paragraph.kind == "row":  # SET002
            continue
        for found in _WORD.finditer(text, paragraph.span.start, paragraph.span.end):
            for piece in BREAKS.split(found[0]):
                word = html.unescape(_SIGNS.sub("", piece))
                if len(word) >= _SHORTEST and width(word, 1) > WORD:
                    yield found.start(), word


def _codes(page: Page) -> Iterator[tuple[int, str]]:
    """Words of code, in a line and in listings that are no drawing."""
    drawn = [fence.span for fence in page.fences if fence.language in _DRAWN]
    for span in page.code:
        if page.text[span.start : span.start + 1] in ("`", "~") and not any(_within(span, other) for other in drawn):
            for found in re.finditer(r"\S+", page.text[span.start : span.end]):
                for piece in BREAKS.split(found[0].strip("`")):
                    if len(piece) > LONGEST_CODE:
                        yield span.start + found.start(), piece


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
