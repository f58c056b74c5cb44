"""Numbers of the registers as pages print them: a value, its bounds or the book's own phrase, with what is counted."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.pages.register_parts import Desk
from apparatus.pages.work_heads import words
from apparatus.registers import Estimate
from apparatus.registers.quantities import quantity


def number(estimate: Estimate) -> str:
    """``7,000–8,500 fighters``, ``fewer than 200 fighters``; the phrase of the book where no number is stated."""
    return words(quantity(estimate.min, estimate.max, estimate.terms, estimate.unit) or estimate.unit)


def figures(estimates: Iterable[Estimate], desk: Desk) -> str:
    """Estimates as a list, each number with its date and what is stated of it; in the order given."""
    return "".join(desk.item(estimate, number(estimate)) for estimate in estimates)
