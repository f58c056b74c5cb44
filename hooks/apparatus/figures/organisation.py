"""The organisation at its formation and in 2020, beside each other: its bodies and the lines of authority between them."""

from __future__ import annotations

from apparatus.drawing import palette
from apparatus.figures.cells import NOTHING, cited, plain, remark, together
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.figures.flowchart import Box, Line, fence, phrases, uncertain
from apparatus.registers import Body, Caption, Registers
from apparatus.registers import Line as Authority

NAME = "organisation"
STATES = {"formation": "At formation, 2015", "2020": "In 2020"}  # the values of ``at``
VERBS = {
    "alongside": "stands alongside",
    "contact": "is in contact with",
    "leads": "leads",
    "loosened": "has only a loosened tie to",
    "oversees": "oversees",
    "parallel": "runs parallel to",
    "supervises": "supervises",
}
WIDTHS = {"formation": 22, "2020": 17}  # characters in a line of a box, so that the drawings can stand beside each other
FIRM = ("leads", "supervises")  # drawn as unbroken arrows
REVERSED = ("parallel", "alongside")  # what a sentence says of the lower body
TIES = ("loosened",)  # drawn without arrow


def render(registers: Registers, caption: Caption) -> Figure:
    """A drawing for each state that has bodies, a table that compares them, a table of the bodies named but not drawn."""
    drawings = [_drawing(at, registers) for at in STATES if _bodies(at, registers)]
    tables = (
        Table(("", *STATES.values()), tuple(_rows(registers)), caption.table),
        Table(("When", "Named, not drawn", "What is stated"), tuple(_others(registers)), caption.others),
    )
    return Figure(NAME, tuple(drawings), tables, (("organisation", "register/organisation.md"),), ("structure",))


def _bodies(at: str, registers: Registers) -> list[Body]:
    return [body for body in registers.bodies.values() if body.at == at and body.drawn]


def _drawn(at: str, registers: Registers) -> list[Authority]:
    """The lines between two bodies that are drawn."""
    known = {body.id for body in _bodies(at, registers)}
    return [line for line in registers.lines.values() if line.at == at and line.start in known and line.end in known]


def _drawing(at: str, registers: Registers) -> Drawing:
    boxes = [_box(body) for body in _bodies(at, registers)]
    lines = [_line(line, registers) for line in _drawn(at, registers)]
    words = registers.captions.get(f"{NAME}-{at}")
    source = fence(words.title if words else STATES[at], boxes, lines, width=WIDTHS[at], beside=1)
    return Drawing(source, words.caption if words else STATES[at], NAME if at == next(iter(STATES)) else f"{NAME}-{at}")


def _box(body: Body) -> Box:
    label = body.label or body.name
    doubt = uncertain(body.certainty, label)
    return Box(body.id, (*phrases(label), *([f"({doubt})"] if doubt else [])), body.style if body.style in palette.ROLES else "")


def _line(line: Authority, registers: Registers) -> Line:
    label = line.label or ("" if line.line in FIRM and not line.certainty else line.line)
    doubt = uncertain(line.certainty, label)
    sentence = _sentence(line, registers) + (f" ({line.certainty})" if line.certainty else "")
    broken = bool(line.certainty) or line.line not in FIRM
    return Line(line.start, line.end, sentence, ", ".join(part for part in (label, doubt) if part), broken, line.line not in TIES)


def _sentence(line: Authority, registers: Registers) -> str:
    start, end = registers.bodies[line.start].name, registers.bodies[line.end].name
    if line.line in REVERSED:
        start, end = end, start
    return f"{start} {VERBS.get(line.line, line.line)} {end}"


def _rows(registers: Registers) -> list[tuple[str, ...]]:
    """A row for each body by name, then for each line by the names of its ends, with what is said of it in each state."""
    bodies: dict[str, dict[str, str]] = {}
    lines: dict[str, dict[str, str]] = {}
    compared = _compared(registers)
    for at in STATES:
        for body in (body for body in registers.bodies.values() if body.at == at and body.name in compared):
            bodies.setdefault(body.name, {})[at] = _said(body)
        for line in _drawn(at, registers):
            ends = f"{registers.bodies[line.start].name} → {registers.bodies[line.end].name}"
            lines.setdefault(ends, {})[at] = f"{plain(line.label or line.line)}{_source(line)}"
    return [(plain(name), *(cells.get(at, NOTHING) for at in STATES)) for name, cells in [*bodies.items(), *lines.items()]]


def _others(registers: Registers) -> list[tuple[str, ...]]:
    compared = _compared(registers)
    bodies = [body for body in registers.bodies.values() if body.name not in compared]
    return [(STATES.get(body.at, plain(body.at)), plain(body.name), _said(body)) for body in bodies]


def _compared(registers: Registers) -> set[str]:
    """The names of the bodies that are drawn in either state."""
    return {body.name for at in STATES for body in _bodies(at, registers)}


def _said(body: Body) -> str:
    return together(f"{plain(body.does)}{_source(body)}" if body.does or body.cite else "")


def _source(statement: Body | Authority) -> str:
    return (cited(statement.cite) if statement.cite else "") + remark(statement.certainty, statement.notes, statement.editor)
