"""The register of strength and losses, with other numbers, each with its date, its author and its source."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES
from apparatus.model import Monograph
from apparatus.pages.register_numbers import number
from apparatus.pages.register_parts import Desk, date, matter, section, table
from apparatus.pages.work_heads import words
from apparatus.registers import Estimate, registers

KIND = "estimates"
INDEX = INDEXES[KIND]
DESCRIBED = "Strength, losses and every other number that the book gives, each with its date and its source."
INTRODUCTION = """
Every number that the book gives of people, losses and the like, by what is counted.
They come from different hands and count different things; nothing is added up.
The casualties of a single attack stand with its [event](events.md).
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the page by its path below ``docs/``: by what is counted, in the order of the register; nothing without it."""
    estimates, desk = registers(monograph).estimates, Desk(monograph, "register")
    if not estimates:
        return {}
    kinds: dict[str, list[Estimate]] = {}
    for estimate in estimates.values():
        kinds.setdefault(estimate.of, []).append(estimate)
    parts = [section(_heading(kind), f"of-{kind}", _table(kind, listed, desk)) for kind, listed in kinds.items()]
    head = matter("Strength and losses", DESCRIBED, 1)
    return {INDEX: f"{head}{INTRODUCTION}{''.join(parts)}"}


def _heading(kind: str) -> str:
    return words(kind[:1].upper() + kind[1:].replace("-", " "))


def _table(kind: str, estimates: list[Estimate], desk: Desk) -> str:
    rows = [(_when(e), number(e), _whose(e, desk), desk.said(e).replace("|", "\\|")) for e in estimates]
    return table(("As of", "Number", "Whose figure", "What is stated"), rows, f"{_heading(kind)}: the numbers stated.")


def _when(estimate: Estimate) -> str:
    return f'<span id="{estimate.id}">{date(estimate.when) or "Not dated"}</span>'


def _whose(estimate: Estimate, desk: Desk) -> str:
    event = desk.link("events", estimate.event) if estimate.event else ""
    return "; ".join(part for part in (words(estimate.by), event) if part)
