"""What a division of the book holds, told alike for every form of the book: facts that can be laid side by side.

Each form (site, PDF, EPUB) is first brought into one plain tree: ``division`` with ``heading``, ``block``, ``box``, ``figure`` with
``label``, ``caption`` and ``picture``, ``table`` with ``row`` and ``cell``, ``note``, and within a line ``mark`` and ``link``. Any other
element is words of its line. The facts are read off that tree in one way for all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element as Element

ORDERED = ("title", "heading", "paragraph", "note", "figure", "picture", "row")  # kinds that come in the order of the text
KINDS = (*ORDERED, "inside", "outside")  # notes stand elsewhere in each form, and links in them with them
BLOCKS = frozenset(("division", "heading", "block", "box", "figure", "label", "caption", "picture", "table", "row", "cell", "note", "trail"))
INDEX_OF_NAMES = "Index of names"  # the division to which links to the pages of records lead
START = 40  # letters by which a place is known: enough to tell paragraphs apart, less than a line of a narrow column
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200c"))  # where a line may break or must not
_LIGATURES = {ord("ﬀ"): "ff", ord("ﬁ"): "fi", ord("ﬂ"): "fl", ord("ﬃ"): "ffi", ord("ﬄ"): "ffl"}
_BLANKS = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True)
class Form:
    """The book in one form: its divisions as plain trees, by title, in order."""

    name: str
    divisions: dict[str, Element]

    @classmethod
    def of(cls, name: str, trees: Iterable[Element]) -> Form:
        """Raises ValueError if two divisions have one title."""
        listed = [(tree.get("title"), tree) for tree in trees]
        if len({title for title, _ in listed}) < len(listed):
            raise ValueError(f"{name}: two divisions have one title")
        return cls(name, dict(listed))

    @cached_property
    def told(self) -> dict[tuple[str, str], list[str]]:
        """What the divisions hold, by title and kind."""
        found: dict[tuple[str, str], list[str]] = {}
        for title, tree in self.divisions.items():
            for kind, text in facts(tree):
                found.setdefault((title, kind), []).append(text)
        return found


def differences(first: Form, second: Form, kind: str) -> list[str]:
    """What only one of two forms holds, a line each; and where both hold the same in another order. The index is compared by itself."""
    found = []
    for title in [title for title in first.divisions if title in second.divisions and title != INDEX_OF_NAMES]:
        one, other = first.told.get((title, kind), []), second.told.get((title, kind), [])
        for form, more in ((first, Counter(one) - Counter(other)), (second, Counter(other) - Counter(one))):
            found += [f"{title}: {kind} only in {form.name}: {text}" for text in more.elements()]
        if kind in ORDERED and Counter(one) == Counter(other) and one != other:
            found.append(f"{title}: {kind} in another order in {second.name}")
    return found


@dataclass(frozen=True)
class Run:
    """Words that stand together in a block, with the block; marks stand in them as ``[3]``."""

    block: Element
    words: str


def plain(text: str) -> str:
    """Text as one reads it aloud: single spaces, no ligatures, no break opportunities."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).translate(_UNSEEN).translate(_LIGATURES)).strip()


def runs(block: Element) -> Iterator[Run]:
    """The runs of words in a block and the blocks in it, in order."""
    gathered: list[str] = [block.text or ""]

    def said() -> Iterator[Run]:
        words = plain("".join(gathered))
        gathered.clear()
        if words:
            yield Run(block, words)

    def within(element: Element) -> Iterator[Run]:
        for child in element:
            if child.tag in BLOCKS:
                yield from said()
                yield from runs(child)
            else:
                gathered.append(f"[{child.get('number')}]" if child.tag == "mark" else child.text or "")
                yield from within(child)
            gathered.append(child.tail or "")

    yield from within(block)
    yield from said()


def words(block: Element | None, without: str = "") -> str:
    """All words of a block, its runs joined by spaces, those of the blocks named ``without`` left out; empty for no block."""
    return "" if block is None else " ".join(run.words for run in runs(block) if run.block.tag != without)


def start(place: Element | None) -> str:
    """By what one knows a place: the first letters at it, without marks and spaces; empty for the beginning of a division.

    The place of a figure is its caption, for what else it holds may stand above or below.
    """
    block = place
    while block is not None and block.tag not in BLOCKS:
        block = block.getparent()
    if block is None or block.tag == "division" or block.tag == "heading" and block.get("level") == "1":
        return ""
    if block.tag == "picture":
        block = next(block.iterancestors("figure"), block)
    if block.tag == "figure":
        block = next(block.iter("caption"), block)
    first = next((run.words for run in runs(block) if run.block.tag != "label"), "")
    division = next(block.iterancestors("division"), block)
    return letters(entry(first) if division.get("title") == INDEX_OF_NAMES else first)


def named(block: Element) -> str:
    """The letters of the first words of a block, all of them: what tells a work from every other."""
    return letters(next(runs(block)).words, None)


def entry(text: str) -> str:
    """The name that an entry of the index begins with, without what forms add: short forms, other names, places."""
    return re.split(r" \(|, also |: |\. ", text)[0]


def letters(text: str, count: int | None = START) -> str:
    """The first letters of words, without marks and spaces."""
    return re.sub(r"\[\d+\]|\s", "", plain(text))[:count]


def join(broken: Element) -> None:
    """Takes the white space around a line break away: print shows none there, nor can it be told from a break within a word."""
    before = broken.getprevious()
    if before is not None:
        before.tail = (before.tail or "").rstrip()
    else:
        broken.getparent().text = (broken.getparent().text or "").rstrip()
    broken.tail = (broken.tail or "").lstrip()


def facts(division: Element) -> Iterator[tuple[str, str]]:
    """Everything that a division holds, with its kind, each kind in the order of the text."""
    yield "title", f"{division.get('number', '0')} | {division.get('title')}"
    for run in runs(division):
        kind = _kind(run.block)
        if kind == "heading" and run.block.get("level") != "1":
            yield kind, f"{run.block.get('level')} | {run.words}"
        elif kind == "paragraph":
            yield kind, f"{run.block.get('number', '')} | {run.words}"
    for note in division.iter("note"):
        yield "note", f"{note.get('number')} | {words(note)}"
    for figure in division.iter("figure"):
        yield "figure", f"{words(next(figure.iter('label'), None))} | {words(next(figure.iter('caption'), None), 'label')}"
    for picture in division.iter("picture"):
        yield "picture", plain(picture.get("alt")).removesuffix(".")
    for count, table in enumerate(division.iter("table"), start=1):
        for row in table.iter("row"):
            yield "row", f"{count} | " + " ¦ ".join(words(cell) for cell in row.iter("cell"))
    yield from _links(division)


def _kind(block: Element) -> str:
    """What the words of a block count as; empty for those of notes, figures and tables, which are told by themselves."""
    for element in (block, *block.iterancestors()):
        if element.tag in ("note", "cell", "label", "caption", "trail", "heading"):
            return "heading" if element.tag == "heading" else ""
    return "paragraph"


def _links(division: Element) -> Iterator[tuple[str, str]]:
    for link in division.iter("link"):
        said = plain("".join(link.itertext()))
        if link.get("url"):
            yield "outside", f"{said} → {link.get('url')}"
        elif link.get("division"):
            yield "inside", f"{said} → {link.get('division')}: {link.get('start', '')}"
