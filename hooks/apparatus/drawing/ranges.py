"""Charts of ranges as SVG: a point for a number, a bar for a span, an arrow for an open end, on a linear scale for each panel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from apparatus.drawing.measure import width
from apparatus.drawing.mermaid import Drawing, Fault
from apparatus.drawing.pieces import LINE, SIZE, broken, line, root, shown, text
from apparatus.drawing.range_source import Panel, RangeChart, Row, read

WIDE, EDGE = 420.0, 8.0  # all; room at either end of a scale, so that a point keeps within
BAND, BAR, POINT, ARROW, GAP = 20.0, 11.0, 5.5, 34.0, 7.0  # of a row's mark; between rows
LEGEND = {
    "span": "between two numbers",
    "point": "one number",
    "open": "at least, or at most",
    "added": "hollow: added by the editors",
}
DOUBT = "?: reported, disputed or inferred"
WORDS = "No mark: the source has a word, no number"


def faults(source: str) -> tuple[Fault, ...]:
    """What is wrong with the source of a chart, in order of place; nothing when it can be drawn."""
    return read(source)[1]


def draw(source: str) -> tuple[Drawing, ...] | Fault:
    """The legend of a ``ranges`` fence and a picture for each panel, in order, or the first thing that is wrong with it.

    The same source gives the same bytes. Each panel is a picture of its own, so that a long chart can go on on the next page.
    """
    chart, wrong = read(source)
    if chart is None:
        return wrong[0]
    name = "ranges-" + hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:8]
    pictures = [_legend(chart, f"{name}-legend")]
    for place, panel in enumerate(chart.panels, start=1):
        pieces, high = _panel(panel, 0.0)
        title, said = ": ".join(words for words in (chart.title, panel.name) if words), description(panel)
        pictures.append(Drawing(root(f"{name}-{place}", WIDE, round(high, 2), title, said, "".join(pieces)), title, said, WIDE))
    return tuple(pictures)


def description(panel: Panel) -> str:
    """All that a panel shows, in words: its rows in order."""
    return "; ".join(map(_told, panel.rows)) + "."


def _told(row: Row) -> str:
    remarks = [words for words, holds in (("uncertain", row.uncertain), ("added by the editors", row.added)) if holds]
    return f"{row.label}: {row.said}" + (f" ({', '.join(remarks)})" if remarks else "")


class _Scale:
    """From zero to above the largest number of a panel, with room for the arrows of open ends."""

    def __init__(self, panel: Panel) -> None:
        self._long = WIDE - 2 * EDGE
        needed = [1.0]
        for row in panel.rows:
            if row.high is not None:
                needed.append(float(row.high))
            elif row.low is not None:
                needed.append(row.low * self._long / (self._long - ARROW - 4))
        self._step = _step(max(needed), self._long)
        self.top = self._step * -(-max(needed) // self._step)

    def at(self, value: float) -> float:
        return EDGE + value / self.top * self._long

    def ticks(self) -> list[int]:
        return [int(self._step * number) for number in range(round(self.top / self._step) + 1)]


def _step(largest: float, long: float) -> float:
    """The distance of the ticks: 1, 2 or 5 with noughts, at most six steps, and their numbers do not touch."""
    size = 1
    while True:
        for part in (1, 2, 5):
            step = part * size
            steps = -(-largest // step)
            if steps <= 6 and (width(f"{int(step * steps):,}", SIZE) + 12) * steps <= long:
                return float(step)
        size *= 10


def _panel(panel: Panel, y: float) -> tuple[list[str], float]:
    """A panel from its name down to its last row, and where the next may begin."""
    pieces, scale = [], _Scale(panel)
    y += 8
    pieces.append(f'<path d="M0 {y:g}H{WIDE:g}" stroke="{shown("text")}" stroke-width="1"/>')
    for words in broken(panel.name, WIDE, bold=True) if panel.name else ():
        y += LINE + 1
        pieces.append(text(0, y, words, bold=True))
    y += LINE + 4
    for tick in scale.ticks():
        x, long = scale.at(tick), width(f"{tick:,}", SIZE)
        x = min(max(x, long / 2), WIDE - long / 2)
        pieces.append(text(x, y, f"{tick:,}", anchor="middle", colour="line"))
    y += 6
    for row in panel.rows:
        drawn, y = _row(row, scale, y)
        pieces += drawn
    return pieces, y


def _row(row: Row, scale: _Scale, y: float) -> tuple[list[str], float]:
    """The label and the number in words, below them the mark over the ticks of the scale."""
    pieces, value = [], row.said + (" ?" if row.uncertain else "")
    values = broken(value, WIDE * 0.45, bold=True)
    taken = max(width(part, SIZE, bold=True) for part in values)
    labels = broken(row.label, WIDE - taken - 14)
    for number, part in enumerate(labels):
        pieces.append(text(0, y + SIZE + number * LINE, part))
    for number, part in enumerate(values):
        pieces.append(text(WIDE, y + SIZE + number * LINE, part, bold=True, anchor="end"))
    y += max(len(labels), len(values)) * LINE + 3
    if row.low is None and row.high is None:
        return pieces, y + GAP
    ticks = "".join(f"M{scale.at(tick):.2f} {y:g}v{BAND:g}" for tick in scale.ticks())
    pieces.append(f'<path d="{ticks}" stroke="{shown("groupborder")}" stroke-width="1"/>')
    pieces += _mark(row.low, row.high, row.added, scale.at, y + BAND / 2)
    return pieces, y + BAND + GAP


def _mark(low: int | None, high: int | None, added: bool, at, y: float) -> Iterator[str]:
    """A point, a bar, or a point with an arrow to the open side; hollow where only the editors have it."""
    look = f'fill="{shown("label") if added else line("plain")}" stroke="{line("plain")}" stroke-width="2"'
    if low is not None and high is not None and low < high:
        yield f'<rect x="{at(low):.2f}" y="{y - BAR / 2:g}" width="{max(at(high) - at(low), 3):.2f}" height="{BAR:g}" {look}/>'
        return
    value = low if low is not None else high
    if value is None:
        return
    if low is None or high is None:
        end = at(value) + ARROW if high is None else max(at(value) - ARROW, min(at(0), at(value)))
        sign = 1 if high is None else -1
        if abs(end - at(value)) > POINT + 6:
            arrow = f"M{at(value):.2f} {y:g}H{end:.2f}M{end - sign * 6:.2f} {y - 5:g}L{end:.2f} {y:g}L{end - sign * 6:.2f} {y + 5:g}"
        else:  # zero is too near for an arrow: a bar that ends there
            arrow = f"M{end:.2f} {y - 5:g}v10M{end:.2f} {y:g}H{at(value):.2f}"
        yield f'<path d="{arrow}" stroke="{line("plain")}" stroke-width="2" fill="none"/>'
    yield f'<circle cx="{at(value):.2f}" cy="{y:g}" r="{POINT:g}" {look}/>'


def _legend(chart: RangeChart, name: str) -> Drawing:
    """A sample and the words of each kind of mark that occurs; what the sign of doubt means."""
    rows = [row for panel in chart.panels for row in panel.rows]
    kinds = {_kind(row) for row in rows} | ({"added"} if any(row.added for row in rows) else set())
    pieces, x, y = [], 0.0, 0.0
    for kind, words in LEGEND.items():
        if kind not in kinds:
            continue
        needed = 50 + width(words, SIZE)
        if x and x + needed > WIDE:
            x, y = 0.0, y + LINE + 4
        ends = {"span": (8, 34), "point": (20, 20), "open": (8, None), "added": (20, 20)}[kind]
        pieces += _mark(*ends, kind == "added", lambda value, left=x: left + value, y + 10)
        pieces.append(text(x + 50, y + 15, words))
        x += needed + 16
    y += LINE + 4 if x else 0.0
    notes = [DOUBT] * any(row.uncertain for row in rows) + [WORDS] * ("words" in kinds)
    for words in notes:
        pieces.append(text(0, y + 15, words))
        y += LINE + 2
    said = ". ".join([*(words for kind, words in LEGEND.items() if kind in kinds), *notes]) + "."
    title = "What the marks mean"
    return Drawing(root(name, WIDE, round(y + 4, 2), title, said, "".join(pieces)), title, said, WIDE)


def _kind(row: Row) -> str:
    if row.low is None and row.high is None:
        return "words"
    if row.low is None or row.high is None:
        return "open"
    return "span" if row.low < row.high else "point"
