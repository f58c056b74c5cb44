"""What is open while a Markdown page is being read, line by line, and what has been read of it so far.

Open are the containers (quotation, item, admonition, note), one in the other, in the innermost a paragraph or a fence.
"""

from __future__ import annotations

from typing import NamedTuple

from apparatus.model import Diagnostic, EditorialMarker, Fence, Span
from apparatus.read import openers
from apparatus.read.openers import Container, OpenFence
from apparatus.read.places import Places
from apparatus.read.runs import Run

DEEPEST = 30  # containers in containers
_DEEP = "lists and quotations nested deeper than {}"


class NoteBody(NamedTuple):
    """A note's name and where its marker, its text and its end are."""

    name: str
    marker: int
    start: int
    end: int


class OpenBlocks:
    """The public lists are in order of place, but ``notes`` and ``fences`` in the order in which they end."""

    def __init__(self, text: str, start: int, places: Places) -> None:
        self.text, self.places = text, places
        self.runs: list[Run] = []
        self.hidden: list[tuple[int, int]] = []
        self.fences: list[Fence] = []
        self.markers: list[EditorialMarker] = []
        self.notes: list[NoteBody] = []
        self.definitions: dict[str, str] = {}
        self.faults: list[Diagnostic] = []
        self._containers: list[Container] = []
        self._open_notes: list[tuple[int, NoteBody]] = []  # with the depth of their container
        self._pieces: list[tuple[int, int]] = []  # of the open paragraph
        self._fence: OpenFence | None = None
        self._source: list[str] = []  # of the open fence
        self._captions: list[bool] = []
        self._missing: set[str] = set()
        self._last = start  # end of the last line that was not blank
        self._depth = 0  # containers that the current line lies in
        self._line = 0
        self._after_fence = -1

    def _begin(self, depth: int) -> None:
        """End the open paragraph and leave the containers beyond ``depth``."""
        self._flush()
        while self._open_notes and self._open_notes[-1][0] >= depth:
            _, note = self._open_notes.pop()
            self.notes.append(note._replace(end=max(self._last, note.start)))
        del self._containers[depth:]

    def _flush(self) -> None:
        if not (pieces := self._pieces):
            return
        self._pieces = []
        if len(pieces) > 1 and self._is_table(pieces):
            self.runs += [Run(self.text, [piece], "row") for index, piece in enumerate(pieces) if index != 1]
        else:
            self.runs.append(Run(self.text, pieces, self._kind(pieces[0][0])))

    def _is_table(self, pieces: list[tuple[int, int]]) -> bool:
        (start, end), (rule, rule_end) = pieces[:2]
        return "|" in self.text[start:end] and bool(openers.TABLE_RULE.match(self.text[rule:rule_end]))

    def _kind(self, start: int) -> str:
        if (self._captions and self._captions[-1]) or self.text.startswith("<figcaption", start):
            return "caption"
        kinds = [container.kind for container in self._containers if container.kind != "block"]
        if "note" in kinds:
            return "note"
        return kinds[-1] if kinds else "paragraph"

    def _enclose(self, kind: str, inside: int, content: int, offset: int) -> bool:
        self._begin(self._depth)
        if len(self._containers) >= DEEPEST:
            if not self.faults:
                message, fix = _DEEP.format(DEEPEST), "write a flatter list or quotation"
                self.faults.append(Diagnostic(self.places.at(offset), "READ005", message, fix))
            return False
        self._containers.append(Container(kind, inside, content))
        self._depth = len(self._containers)
        return True

    def _in_fence(self, first: int, base: int, base_column: int, end: int) -> bool:
        fence = self._fence
        if self._depth < fence.depth:
            self._end_fence(self._last, closed=False)
            return False
        if self.text.startswith(fence.marker, first) and fence.is_closed_by(self.text[first:end]):
            self._end_fence(end, closed=True)
            self._after_fence = self._line + 1  # a line that Python-Markdown reads as text, whatever its indentation
        else:
            self._source.append(self.text[min(first, base + max(fence.column - base_column, 0)) : end])
        return True

    def _end_fence(self, end: int, *, closed: bool) -> None:
        if not (fence := self._fence):
            return
        language = openers.LANGUAGE.match(fence.info)
        span = Span(fence.start, max(end, fence.start))
        source = "".join(line + "\n" for line in self._source)
        place = self.places.at(fence.start)
        self.fences.append(Fence(language[1] or language[2] or "", source, place, span, closed))
        self.hidden.append((span.start, span.end))
        self._fence, self._source = None, []
