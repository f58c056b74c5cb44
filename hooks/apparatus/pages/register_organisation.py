"""The register of the organisation: the bodies of ISKP at its formation and in 2020, and the lines of authority between them."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES
from apparatus.model import Monograph
from apparatus.pages.register_parts import Desk, matter, section, table
from apparatus.pages.work_heads import words
from apparatus.registers import Body, Line, registers

INDEX = INDEXES["structure"]
TIMES = {"formation": "At its formation, 2015", "2020": "In 2020"}
INTRODUCTION = """
The bodies and offices of ISKP, what each did, and what joined them, in the words of the sources.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the page by its path below ``docs/``; nothing without the register."""
    found, desk = registers(monograph), Desk(monograph, "register")
    if not found.bodies and not found.lines:
        return {}
    head = matter("Organisation", "The bodies of ISKP at its formation and in 2020, and the lines of authority between them.", 1)
    parts = []
    for at in dict.fromkeys([*TIMES, *(item.at for item in (*found.bodies.values(), *found.lines.values()))]):
        bodies = "".join(_body(body, desk) for body in found.bodies.values() if body.at == at)
        lines = table(
            ("From", "To", "What joins them"),
            [_line(line, desk) for line in found.lines.values() if line.at == at],
            f"What joins the bodies: {words(TIMES.get(at, at))}.",
        )
        joined = f"{bodies}{section('Lines', f'lines-{at}', lines, level=3)}".lstrip()
        parts.append(section(words(TIMES.get(at, at)), f"at-{at}", joined))
    return {INDEX: f"{head}{INTRODUCTION}{''.join(parts)}"}


def _body(body: Body, desk: Desk) -> str:
    return section(words(body.name), body.id, f"{words(body.does or body.label)}{body.cite}{desk.remark(body)}\n", level=3)


def _line(line: Line, desk: Desk) -> tuple[str, str, str]:
    bodies = desk.registers.bodies
    start, end = (bodies[name].name if name in bodies else name for name in (line.start, line.end))
    said = ", ".join(dict.fromkeys(part for part in (line.line, line.label) if part))
    return f'<span id="{line.id}">{words(start)}</span>', words(end), f"{words(said)}{line.cite}{desk.remark(line)}".replace("|", "\\|")
