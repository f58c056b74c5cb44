"""The passages of a work in full: each sentence that cites it, by chapter, with place and locator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apparatus.evidence.passages import Passage
from apparatus.pages.passage_lists import link, locator
from apparatus.pages.work_heads import UNSEARCHED, words

_SHOWN = {"editorial": "In editorial notes", "glossary": "In the glossary"}
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


def text(citekey: str, found: Sequence[Passage], folder: str) -> str:
    """Markdown: a heading for each chapter, other page and kind of data, and below it an item for each sentence."""
    if not found:
        return "No passage of this book cites it.\n"
    sections: dict[str, str] = {}
    for group in statements(found):
        heading = _heading(group[0])
        sections[heading] = sections.get(heading, _introduction(group[0], citekey)) + _item(group, folder)
    return "\n".join(f"### {heading}\n\n{items}" for heading, items in sections.items())


def _heading(passage: Passage) -> str:
    if passage.origin != "page":
        return f"{_SHOWN.get(passage.origin, f'In the data on {passage.origin}')} {{#from-{passage.origin} {UNSEARCHED}}}"
    page = passage.target.partition("#")[0].removesuffix(".md").replace("/", "-")
    number = "" if passage.chapter is None else f"Chapter {passage.chapter}. "
    return f"{number}{words(passage.title)} {{#in-{page} {UNSEARCHED}}}"


def _introduction(passage: Passage, citekey: str) -> str:
    """A line before what stands in data, where no number of a paragraph leads to the note."""
    return "" if passage.origin == "page" else f"Records that cite [this work](../bibliography.md#{citekey}):\n\n"


def _item(group: Sequence[Passage], folder: str) -> str:
    """``- ¶ 4, p. 3; p. 7: the sentence``: each of its locators, or the number of times where it cites the work without any."""
    first = group[0]
    part = f", {_PARTS.get(first.where, first.where)}" if first.origin == "editorial" else ""
    located = [text for passage in group if (text := locator(passage))]
    bare = len(group) - len(located)
    again = f" ×{bare}" if bare > 1 and not located else ""
    marks = f", {'; '.join(located + ['no locator'] * bare)}" if located else ""
    return f"- {link(first, folder)}{again}{part}{marks}: {words(first.words)}\n"
