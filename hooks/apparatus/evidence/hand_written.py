"""Whatever is written by hand and printed by sentences: the sentences of the pages, and the words of figures that stand in data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from apparatus.evidence import rows, sentences
from apparatus.evidence.sentences import Sentence
from apparatus.grounds.links import generated
from apparatus.grounds.texts import once, strings, texts
from apparatus.model import Location, Monograph

_CITED = re.compile(r"\[[^\[\]\n]*@[^\[\]]*\]")
_FIELDS = frozenset(("caption", "table", "others", "title"))


@dataclass(frozen=True)
class Writing:
    """One sentence: its words in plain text, whether it is a row of a table, the section that holds it, and where words of it stand.

    ``target`` is a path below ``docs/`` with an anchor, or ``data/figures.yml#name``.
    """

    words: str
    row: bool
    target: str
    at: Callable[[str], Location]

    @property
    def page(self) -> str:
        return self.target.partition("#")[0]

    @property
    def section(self) -> str:
        return self.target.partition("#")[2]


@once
def writings(monograph: Monograph) -> tuple[Writing, ...]:
    """All of it in order: pages by their names in order of place, then the figures."""
    found = [_of_page(monograph, sentence) for name, page in sentences.by_page(monograph).items() if name not in generated(monograph) for sentence in _whole(page)]
    for record in monograph.data.get("figures", ()):
        for path, text, place in strings(record):
            if path in _FIELDS:
                target = f"data/figures.yml#{record.values.get('id')}"
                found.append(Writing(sentences.plain(_CITED.sub("", text)), False, target, lambda words, place=place: place))
    return tuple(found)


def _whole(page: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The sentences of a page, each row of a table as one: a date and what it dates stand in different cells."""
    last = None
    for sentence in page:
        paragraph = sentence.paragraph.paragraph
        if paragraph.kind != "row":
            yield sentence
        elif paragraph.span != last:
            cells = (sentences.words(sentence.page, cell) for cell in rows.cells(sentence.page.text, paragraph.span))
            yield replace(sentence, span=paragraph.span, words=rows.together(cells))
        last = paragraph.span


def _of_page(monograph: Monograph, sentence: Sentence) -> Writing:
    def at(words: str) -> Location:
        """Where words of the sentence stand, or the sentence where markup parts them."""
        start = sentence.page.text.find(words, sentence.span.start, sentence.span.end)
        return texts(monograph).at(sentence.page.path, max(start, sentence.span.start))

    paragraph = sentence.paragraph.paragraph
    return Writing(sentence.words, paragraph.kind == "row", f"{sentence.page.name}#{paragraph.section}", at)
