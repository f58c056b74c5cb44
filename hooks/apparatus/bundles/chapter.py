"""The blocks of a division as pandoc's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apparatus.bundles import tables
from apparatus.bundles.escaping import escaped, opened
from apparatus.bundles.lines import APART, Lines
from apparatus.volume.nodes import (
    Block,
    Blocks,
    Box,
    Definitions,
    Drawing,
    Figure,
    IndexEntry,
    Inlines,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Strong,
    Table,
    Text,
    Verbatim,
    Work,
)

FIGURES = "figures"
_STYLES = {"abstract": "Abstract", "editorial": "Block Text", "note": "Block Text"}  # of pandoc's own documents, for what is set apart
_TICKS = re.compile("`{3,}")


@dataclass(frozen=True)
class Chapter:
    """Writes the blocks of one division. ``level`` is that of the headings of the sections among them, from 1."""

    lines: Lines
    level: int = 1

    def text(self, blocks: Blocks) -> str:
        """The blocks with blank lines between them; no line end at the end."""
        pieces: list[str] = []
        for before, block in zip((None, *blocks), blocks, strict=False):
            if isinstance(block, Listing) and isinstance(before, Listing) and block.ordered == before.ordered:
                pieces.append(APART)  # or they would be read as one
            pieces.append(self._block(block))
        return "\n\n".join(filter(None, pieces))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Section(title, blocks, anchor):
                head = "#" * min(self.level, 6) + f" {self._title(title)}" + (f" {{#{anchor}}}" if anchor else "")
                return f"{head}\n\n{Chapter(self.lines, self.level + 1).text(blocks)}".rstrip()
            case Listing():
                return self._listing(block)
            case Definitions(items):
                return "\n\n".join(self._definition(*item) for item in items)
            case Quotation(blocks):
                return _indented(self.text(blocks), "> ", "> ")
            case Verbatim(text, language):
                fence = "`" * max((len(ticks) + 1 for ticks in _TICKS.findall(text)), default=3)
                return f"{fence}{f' {language}' if language else ''}\n{text.rstrip(chr(10))}\n{fence}"
            case Rule():
                return "* * *"
            case Box(kind, title, blocks, anchor):
                return _div(kind, anchor, [self._bold(title), self.text(blocks)])
            case Table():
                return tables.table(block, self.lines.line, self.text)
            case Drawing():
                return _drawing(block)
            case Figure(kind, label, caption, blocks, anchor):
                said = (Strong((Text(label),)), Text(" "), *caption) if label else caption
                return _div(kind, anchor, [self.text(blocks), opened(self.lines.line(said))])
            case Work(_, reference, marks, _, anchor):
                return self._entry(anchor, self.lines.line(reference), self.lines.line(marks))
            case IndexEntry(name, also, text, _, anchor):
                names = ", ".join((f"**{escaped(name)}**", *map(escaped, also)))
                return self._entry(anchor, names, self.lines.line(text))
            case _:
                raise TypeError(f"no Markdown for {type(block).__name__}")

    def _paragraph(self, paragraph: Paragraph) -> str:
        """A paragraph with its anchor; what is not running text stands in a division of that class."""
        text = opened(self.lines.line(paragraph.content))
        anchor = f"[]{{#{paragraph.anchor}}}" if paragraph.anchor else ""
        return _div(paragraph.role, "", [anchor + text]) if paragraph.role and text else anchor + text

    def _title(self, title: Inlines) -> str:
        return " ".join(self.lines.line(title).replace("\\\n", " ").split("\n"))

    def _bold(self, title: Inlines) -> str:
        return self.lines.line((Strong(title),)) if title else ""

    def _listing(self, listing: Listing) -> str:
        """A list; one of paragraphs alone is set without blank lines."""
        joint = "\n" if all(_is_tight(item) for item in listing.items) else "\n\n"
        items = []
        for number, item in enumerate(listing.items, start=listing.start):
            sign = f"{number}." if listing.ordered else "-"
            sign = sign.ljust(max(4, len(sign) + 1))
            items.append(_indented(self.text(item) or APART, sign, " " * len(sign)))
        return joint.join(items)

    def _definition(self, anchor: str, term: Inlines, meaning: Blocks) -> str:
        head = f"[]{{#{anchor}}}" if anchor else ""
        return f"{head}{opened(self._title(term))}\n\n{_indented(self.text(meaning) or APART, ':   ', '    ')}"

    def _entry(self, anchor: str, *lines: str) -> str:
        first, *others = [opened(line) for line in lines if line] or [APART]
        return "\n\n".join([f"[]{{#{anchor}}}{first}" if anchor else first, *others])


def drawings(blocks: Iterable[object]) -> Sequence[Drawing]:
    """The drawings among these nodes, in order."""
    return [node for node in blocks if isinstance(node, Drawing)]


def _drawing(drawing: Drawing) -> str:
    """The picture alone; the backslash keeps pandoc from printing its description as a caption."""
    words = f"{drawing.title.rstrip('.')}. {drawing.description}" if drawing.title and drawing.description else drawing.title
    name = f"{FIGURES}/{drawing.name}.svg"
    return f"![{escaped(' '.join(words.split()))}]({name})\\"


def _div(kind: str, anchor: str, parts: Iterable[str]) -> str:
    """Blocks in a fenced division: pandoc keeps its class and its anchor. The fence is longer than those within."""
    text = "\n\n".join(filter(None, parts))
    fence = ":" * max((len(found) + 1 for found in re.findall(r"^[> ]*(:{3,})", text, re.MULTILINE)), default=3)
    style = f'custom-style="{_STYLES[kind]}"' if kind in _STYLES else ""
    names = " ".join(filter(None, (f"#{anchor}" if anchor else "", *(f".{name}" for name in kind.split()), style)))
    return f"{fence} {{{names}}}\n{text}\n{fence}"


def _is_tight(item: Blocks) -> bool:
    return not item or (isinstance(item[0], Paragraph) and all(isinstance(block, Listing) for block in item[1:]))


def _indented(text: str, first: str, others: str) -> str:
    """The text with ``first`` before its first line and ``others`` before the rest; no line ends in white space."""
    lines = text.split("\n")
    return "\n".join(f"{before}{line}".rstrip() for before, line in zip((first, *[others] * len(lines)), lines, strict=False))
