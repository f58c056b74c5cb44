"""Bar charts as SVG: a label line and a bar for each row, in the book's colours, hatched so that colour alone says nothing."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator
from functools import partial

from apparatus.drawing.chart import Chart, read
from apparatus.drawing.measure import FAMILY, width, wrapped
from apparatus.drawing.mermaid import Drawing, Fault
from apparatus.drawing.palette import CHARTS, COLOURS

WIDE = 420  # the drawing's own units; a phone shows it at about three quarters, see palette.py for a desk
SIZE, LINE = 14, 18  # of letters, and from line to line
BAR, GAP, PAD = 19, 8, 4  # height of a bar, space below it, room round a label
_HATCHES = ("", "M0 8L8 0", "M0 4H8", "M0 0L8 8", "M4 0V8", "M0 8L8 0M0 0L8 8")  # by the place of the series


def faults(source: str) -> tuple[Fault, ...]:
    """What is wrong with the source of a chart, in order of place; nothing when it can be drawn."""
    return read(source)[1]


def draw(source: str) -> Drawing | Fault:
    """The picture of a ``bars`` fence, or the first thing that is wrong with it. The same source gives the same bytes."""
    chart, wrong = read(source)
    if chart is None:
        return wrong[0]
    name = "chart-" + hashlib.sha256(source.encode()).hexdigest()[:8]
    body, height = _body(chart, name)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:g}" width="100%" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" font-family="{FAMILY}, sans-serif" font-size="{SIZE}">'
        f'<title id="{name}-title">{html.escape(chart.title)}</title>'
        f'<desc id="{name}-desc">{html.escape(chart.description)}</desc>'
    )
    return Drawing(f"{head}{_hatches(chart, name)}{body}</svg>", chart.title, chart.description, float(WIDE))


def _hatches(chart: Chart, name: str) -> str:
    """The patterns that tell the series apart without colour; the first is plain."""
    patterns = "".join(
        f'<pattern id="{name}-{place}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="{_HATCHES[place]}" stroke="{_line(colour)}" stroke-width="1" stroke-opacity="0.55" fill="none"/></pattern>'
        for place, colour in enumerate(chart.colours)
        if _HATCHES[place]
    )
    return f"<defs>{patterns}</defs>" if patterns else ""


def _body(chart: Chart, name: str) -> tuple[str, float]:
    """The legend and the rows, from top to bottom, and the height of all."""
    pieces, y = [], 0.0
    if any(chart.series):
        legend, y = _legend(chart, name)
        pieces.append(legend)
    longest = max((bar.total for bar in chart.bars), default=0.0)
    for bar in chart.bars:
        total = _total(chart, bar.total)
        lines = _lines(bar.label, WIDE - width(total, SIZE, bold=True) - 3 * PAD)
        for number, line in enumerate(lines):
            pieces.append(_text(0, y + SIZE + number * LINE, line))
        pieces.append(_text(WIDE, y + SIZE, total, 'text-anchor="end" font-weight="600"'))
        y += len(lines) * LINE + 2.5
        whole = bar.total if chart.scale == "share" else longest
        pieces += _segments(chart, name, bar.values, whole, y)
        y += BAR + GAP
    return "".join(pieces), y - GAP + 2


def _lines(words: str, room: float) -> list[str]:
    """Words broken to keep within the room; a word that is longer than that is cut."""
    cut = ""
    for sign in words:
        run = cut.rpartition(" ")[2] + sign
        cut += f" {sign}" if sign != " " and width(run, SIZE) > room else sign
    return wrapped(cut, room, partial(width, size=SIZE))


def _legend(chart: Chart, name: str) -> tuple[str, float]:
    """A swatch and a name for each series, in as many lines as they need."""
    pieces, x, y = [], 0.0, 0.0
    for place, series in enumerate(chart.series):
        lines = _lines(series, WIDE - 24)
        needed = 24 + max(width(line, SIZE) for line in lines)
        if x and x + needed > WIDE:
            x, y = 0.0, y + LINE + 3
        pieces.append(_box(chart, name, place, x + 0.5, y + 2.5, 17, 13))
        for number, line in enumerate(lines):
            pieces.append(_text(x + 24, y + SIZE + number * LINE, line))
        x += needed + 14
        y += (len(lines) - 1) * LINE
    return "".join(pieces), y + LINE + GAP + 2


def _segments(chart: Chart, name: str, values: tuple[float, ...], whole: float, y: float) -> Iterator[str]:
    """The parts of one bar, each with its value where there is room for it; a bar of nothing is a line."""
    x = 0.5
    yield f'<path d="M0.5 {y:g}V{y + BAR:g}" stroke="{_shown("line")}" stroke-width="1"/>'
    for place, value in enumerate(values):
        long = value / whole * (WIDE - 1) if whole else 0.0
        if long <= 0:
            continue
        yield _box(chart, name, place, x, y, long, BAR)
        label = percent(value, whole) if chart.scale == "share" else _number(value)
        if len(values) > 1 and width(label, SIZE) + PAD <= long:
            halo = f'text-anchor="middle" stroke="{_fill(chart.colours[place])}" stroke-width="4" paint-order="stroke"'
            yield _text(x + long / 2, y + BAR - 5, label, halo)
        x += long


def _box(chart: Chart, name: str, place: int, x: float, y: float, long: float, high: float) -> str:
    colour = chart.colours[place]
    box = f'<rect x="{x:.2f}" y="{y:g}" width="{long:.2f}" height="{high:g}"'
    plain = f'{box} fill="{_fill(colour)}" stroke="{_line(colour)}" stroke-width="1"/>'
    return plain + (f'{box} fill="url(#{name}-{place})"/>' if _HATCHES[place] else "")


def _text(x: float, y: float, words: str, attributes: str = "") -> str:
    given = f" {attributes}" if attributes else ""
    return f'<text x="{x:.2f}" y="{y:g}" fill="{_shown("text")}"{given}>{html.escape(words)}</text>'


def _total(chart: Chart, total: float) -> str:
    words = f"{_number(total)} {chart.unit}".strip()
    return f"{words} ({percent(total, chart.whole)} %)" if chart.whole else words


def _number(value: float) -> str:
    """Digits, a comma between thousands, no empty decimals."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def percent(value: float, whole: float) -> str:
    """Whole per cent, halves upwards; a part that rounds to nothing is ``<1``, and nothing of nothing is ``0``."""
    share = 100 * value / whole if whole else 0.0
    return "<1" if 0 < share < 0.5 else str(int(share + 0.5))


def _shown(name: str) -> str:
    return f"var(--diagram-{name}, {COLOURS[name].light})"


def _fill(colour: str) -> str:
    return f"var(--support-{colour}, {CHARTS[colour].fill[0]})"


def _line(colour: str) -> str:
    return f"var(--support-{colour}-line, {CHARTS[colour].line[0]})"
