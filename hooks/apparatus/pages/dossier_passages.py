"""The passages of a work in full: each sentence that cites it, by chapter, with place and locator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apparatus.evidence.passages import Passage
from apparatus.pages.passage_lists import OF_REGISTERS, link, locator, times
from apparatus.pages.work_heads import UNSEARCHED, words

_SHOWN = {
    "editorial": "In editorial notes",
    "glossary": "In the glossary",
    "figures": "In the captions of figures",
    **{kind: f"In {name}" for kind, name in OF_REGISTERS.items()},
}
_PARTS = {  # of an editorial note, as its register names them
    "short": "short form",
    "article": "the article",
    "problem": "the problem",
    "record": "the record",
    "edition": "this edition",
}


def statements(found: Iterable[Passage]) -> list[list[Passage]]:
    """The passages of a work, those of one sentence together; in the order given."""
    groups: dict[tuple[str, str, str, str], list[Passage]] = {}
    for passage in found:
        groups.setdefault((passage.origin, passage.target, passage.where, passage.words), []).append(passage)
    return list(groups.values())


def text(found: Sequence[Passage], folder: str) -> str:
    """Markdown: a heading for each chapter, other page and kind of data, and below it an item for each sentence."""
    if not found:
        return "No passage of this book cites it.\n"
    sections: dict[str, str] = {}
    for group in statements(found):
        heading = _heading(group[0])
        sections[heading] = sections.get(heading, _introduction(group[0])) + _item(group, folder)
    return "\n".join(f"### {heading}\n\n{items}" for heading, items in sections.items())


def _heading(passage: Passage) -> str:
    if passage.origin != "page":
        return f"{_SHOWN.get(passage.origin, f'In the data on {passage.origin}')} {{#from-{passage.origin} {UNSEARCHED}}}"
    return of_page(passage.target, passage.title, passage.chapter)


def of_page(target: str, title: str, chapter: int | None) -> str:
    """The heading over the passages of a page, with its anchor; search passes over it."""
    page = target.partition("#")[0].removesuffix(".md").replace("/", "-")
    number = "" if chapter is None else f"Chapter {chapter}. "
    return f"{number}{words(title)} {{#in-{page} {UNSEARCHED}}}"


def _introduction(passage: Passage) -> str:
    """A line before what stands in data."""
    return "" if passage.origin == "page" else "Entries that cite it:\n\n"


def _item(group: Sequence[Passage], folder: str) -> str:
    """``- ¶ 4, p. 3; p. 7: the sentence``: each of its locators, or the number of times where it cites the work without any."""
    first = group[0]
    part = f", {_PARTS.get(first.where, first.where)}" if first.origin == "editorial" else ""
    located = [text for passage in group if (text := locator(passage))]
    bare = len(group) - len(located)
    again = f" ({times(bare)})" if bare > 1 and not located else ""
    marks = f", {'; '.join(located + ['no locator'] * bare)}" if located else ""
    return f"- {link(first, folder)}{again}{part}{marks}: {words(first.words)}\n"
