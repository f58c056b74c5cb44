"""The claims of the chapters: the sentences that carry a note, or state what needs one, and the works they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.evidence import chapters, sentences
from apparatus.evidence.chapters import Chapter
from apparatus.evidence.sentences import Sentence
from apparatus.evidence.support import supports
from apparatus.grounds import claims as statements
from apparatus.grounds import coverage, prose
from apparatus.grounds.texts import once
from apparatus.model import Monograph

_COUNTED = frozenset(("paragraph", "item", "quotation", "row"))  # no captions, titles of boxes, hand-written notes
_RULE = re.compile(r"[^\r\n]*\r?\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\||\r?\n|\Z)")  # the line below the head of a table


@dataclass(frozen=True)
class Claim:
    """A claim: its sentence, its chapter, the known works that it cites, each once, and their supports, strongest first."""

    sentence: Sentence
    chapter: Chapter
    works: tuple[str, ...]
    supports: tuple[str, ...]

    @property
    def support(self) -> str:
        """The strongest of its supports; ``none`` where it has no note of its own."""
        return self.supports[0]


@once
def claims(monograph: Monograph) -> tuple[Claim, ...]:
    """All claims in the order of the book. Abstracts, the sections on what a chapter rests on and captions hold none."""
    return tuple(claim for chapter in chapters.chapters(monograph) for claim in _of_chapter(chapter, monograph))


def _of_chapter(chapter: Chapter, monograph: Monograph) -> Iterator[Claim]:
    page = chapter.page
    text, left_out = prose.blanked(page), coverage.about_itself(page)
    for sentence in sentences.by_page(monograph)[page.name]:
        if any(span.start <= sentence.span.start < span.end for span in left_out):
            continue
        if sentence.paragraph.paragraph.kind in _COUNTED and (sentence.clusters or _states(sentence, text)):
            works = tuple(key for key in sentence.citekeys if key in monograph.by_citekey)
            yield Claim(sentence, chapter, works, supports(works, monograph))


def _states(sentence: Sentence, text: str) -> bool:
    """Whether a sentence without a note states what needs a source; the head of a table does not."""
    words = text[sentence.span.start : sentence.span.end]
    if sentence.paragraph.paragraph.kind == "row":
        return not _RULE.match(text, sentence.span.end) and statements.is_figure(words)
    return bool(statements.reason(words))
