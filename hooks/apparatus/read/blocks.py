"""Cuts a Markdown page into its blocks: headings, paragraphs, items, rows, notes, fences; what they say is read elsewhere.

Where Markdown programs differ this follows Python-Markdown, which builds the site: four columns of indentation for what belongs
to an item, an admonition or a note, and no list or setext heading in the middle of a paragraph.
"""

from __future__ import annotations

from apparatus.model import EditorialMarker, Span
from apparatus.read import openers
from apparatus.read.links import normal
from apparatus.read.open_blocks import NoteBody, OpenBlocks
from apparatus.read.openers import OpenFence, width
from apparatus.read.places import Places
from apparatus.read.runs import Run


class Blocks(OpenBlocks):
    """The blocks of one text from ``start`` on."""

    def __init__(self, text: str, start: int, places: Places) -> None:
        super().__init__(text, start, places)
        self._read(start)

    def _read(self, start: int) -> None:
        starts, ends = self.places.starts, self.places.ends
        self._line, offset = self.places.line(start), start
        while True:
            resume = self._read_line(offset, ends[self._line], resumed=offset > starts[self._line])
            self._line = self._line + 1 if resume is None else self.places.line(resume)
            if self._line == len(starts) or (resume is None and starts[self._line] == len(self.text)):
                break
            offset = starts[self._line] if resume is None else resume
        self._begin(0)
        self._end_fence(self._last, closed=False)

    def _read_line(self, start: int, end: int, *, resumed: bool) -> int | None:
        first, column = width(self.text, start, end, 0)
        if first == end:
            self._blank(0)
            return None
        if resumed:
            self._depth, base, base_column = len(self._containers), start, 0
        else:
            first, column, base, base_column = self._enter(first, column, start, end)
        if self._fence and self._in_fence(first, base, base_column, end):
            self._last = end
            return None
        if first == end:
            self._blank(self._depth)
            return None
        resume = self._open(first, column, end)
        self._last = max(self._last, end)
        return resume

    def _blank(self, within: int) -> None:
        """A line that is empty within so many containers ends the paragraph, and quotations that it has no sign of."""
        if self._fence:
            self._source.append("")
            return
        self._flush()
        for depth, container in enumerate(self._containers[within:], start=within):
            if container.kind == "quotation":
                self._begin(depth)
                break

    def _enter(self, first: int, column: int, base: int, end: int) -> tuple[int, int, int, int]:
        """Walk through the containers that the line lies in; returns its first character and where its indentation begins."""
        base_column = 0
        self._depth = 0
        for container in self._containers:
            if container.kind != "quotation":
                if column < container.inside:
                    break
            elif self.text[first : first + 1] == ">":
                base, base_column = self._after_sign(first, column, end)
                first, column = width(self.text, base, end, base_column)
            else:
                break
            self._depth += 1
        return first, column, base, base_column

    def _after_sign(self, first: int, column: int, end: int) -> tuple[int, int]:
        """The offset and column after a ``>`` and the one space that belongs to it."""
        space = first + 1 < end and self.text[first + 1] == " "
        return first + 1 + space, column + 1 + space

    def _open(self, first: int, column: int, end: int) -> int | None:
        """Read a line from its first character on: blocks in blocks, then text. Returns where to go on, if not in the next line."""
        while first < end:
            content = self._containers[self._depth - 1].content if self._depth else 0
            if column - content >= 4 and not self._pieces and self._line != self._after_fence:
                self._begin(self._depth)
                self.hidden.append((first, end))
                return None
            opener = _OPENERS.get(self.text[first]) if column - content < 4 else None
            result = opener(self, first, column, end) if opener else None
            if result is None:
                self._continue(first, end)
                return None
            if isinstance(result, int):
                return result if result < end or result > end else None
            first, column = result
        return None

    def _continue(self, first: int, end: int) -> None:
        """A line of text: it goes on with the paragraph, even outside the paragraph's container, or begins one."""
        left = self._containers[self._depth :]
        if not self._pieces or any(container.kind == "block" for container in left):
            self._begin(self._depth)
        while end > first and self.text[end - 1] in " \t":
            end -= 1
        self._pieces.append((first, end))

    def _quotation(self, first: int, column: int, end: int) -> tuple[int, int] | None:
        base, base_column = self._after_sign(first, column, end)
        if not self._enclose("quotation", 0, base_column, first):
            return None
        return width(self.text, base, end, base_column)

    def _heading(self, first: int, column: int, end: int) -> int | None:
        match = openers.HEADING.match(self.text, first, end)
        if not match:
            return None
        self._begin(self._depth)
        start = match.end()
        words = self.text[start:end].rstrip(" \t")
        if (bare := words.rstrip("#")).endswith("\\"):
            bare = words
        self.runs.append(Run(self.text, [(start, start + len(bare.rstrip(" \t")))], "heading", len(match[1])))
        return end

    def _underline(self, first: int, column: int, end: int) -> int | None:
        if len(self._pieces) != 1 or self._depth < len(self._containers):
            return None
        if not openers.UNDERLINE.match(self.text, first, end):
            return None
        pieces, self._pieces = self._pieces, []
        self.runs.append(Run(self.text, pieces, "heading", 1 if self.text[first] == "=" else 2))
        return end

    def _rule(self, first: int, column: int, end: int) -> int | None:
        if not openers.RULE.match(self.text, first, end):
            return None
        self._begin(self._depth)
        return end

    def _item(self, first: int, column: int, end: int) -> tuple[int, int] | None:
        match = openers.BULLET.match(self.text, first, end)
        if not match or (self._pieces and not any(c.kind == "item" for c in self._containers)):
            return None
        if not self._enclose("item", column + 1, column + 4, first):
            return None
        start, column = width(self.text, match.end(), end, column + match.end() - first)
        return start, min(column, self._containers[-1].content)

    def _dash(self, first: int, column: int, end: int) -> tuple[int, int] | int | None:
        for opener in (Blocks._underline, Blocks._rule, Blocks._item):
            if (result := opener(self, first, column, end)) is not None:
                return result
        return None

    def _term(self, first: int, column: int, end: int) -> tuple[int, int] | None:
        match = openers.TERM.match(self.text, first, end)
        if not match or not self._enclose("item", column + 1, column + 4, first):
            return None
        return match.end(), column + 4

    def _code(self, first: int, column: int, end: int) -> int | None:
        match = openers.FENCE.match(self.text, first, end)
        if not match:
            return None
        self._begin(self._depth)
        self._fence = OpenFence(match[1] or match[3], match[2] or match[4] or "", first, column, self._depth)
        return end

    def _admonition(self, first: int, column: int, end: int) -> int | None:
        match = openers.ADMONITION.match(self.text, first, end)
        if not match or not (match[1] or match[2]):
            return None
        self._enclose("block", column + 4, column + 4, first)
        if (match[1] or "").split()[:1] == ["editorial"] and match[2]:
            span = Span(self.places.starts[self._line], end)
            self.markers.append(EditorialMarker(match[2], self.places.at(first), span))
        elif match[2]:
            self.runs.append(Run(self.text, [match.span(2)], "title"))
        return end

    def _tab(self, first: int, column: int, end: int) -> int | None:
        match = openers.TAB.match(self.text, first, end)
        if not match:
            return self._underline(first, column, end)
        self._enclose("block", column + 4, column + 4, first)
        self.runs.append(Run(self.text, [match.span(1)], "title"))
        return end

    def _slashes(self, first: int, column: int, end: int) -> int | None:
        match = openers.BLOCK.match(self.text, first, end)
        if not match:
            return None
        self._begin(self._depth)
        if match[1]:
            self._captions.append(match[1].endswith("caption"))
        elif self._captions:
            self._captions.pop()
        return end

    def _square(self, first: int, column: int, end: int) -> tuple[int, int] | int | None:
        if note := openers.NOTE.match(self.text, first, end):
            if not self._enclose("note", column + 4, column + 4, first):
                return None
            self._open_notes.append((self._depth - 1, NoteBody(note[1], first, note.end(), note.end())))
            return note.end(), column + 4
        match = openers.DEFINITION.match(self.text, first)
        if not match:
            return None
        self._begin(self._depth)
        target = 2 if match[2] is not None else 3
        self.definitions.setdefault(normal(match[1]), match[target])
        self.hidden.append(match.span(target))
        return max(end, self.places.ends[self.places.line(match.end())])

    def _angle(self, first: int, column: int, end: int) -> int | None:
        """A comment, or an element whose content is not Markdown: hidden up to its end, however many lines that takes."""
        verbatim = openers.VERBATIM.match(self.text, first, end)
        if not verbatim and not self.text.startswith("<!--", first):
            return None
        closer = f"</{verbatim[1].lower()}>" if verbatim else "-->"
        after = -1 if closer in self._missing else self.text.find(closer, first)
        if after < 0:
            self._missing.add(closer)
            return None
        self._begin(self._depth)
        self.hidden.append((first, after + len(closer)))
        self._last = max(self._last, min(end, after))
        return after + len(closer)


_OPENERS = {
    ">": Blocks._quotation, "#": Blocks._heading, "=": Blocks._tab, "-": Blocks._dash, "_": Blocks._rule, "*": Blocks._dash,
    "+": Blocks._item, ":": Blocks._term, "`": Blocks._code, "~": Blocks._code, "!": Blocks._admonition,
    "?": Blocks._admonition, "/": Blocks._slashes, "[": Blocks._square, "<": Blocks._angle,
    **dict.fromkeys("0123456789", Blocks._item),
}  # fmt: skip
