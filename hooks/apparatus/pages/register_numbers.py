"""Numbers of the registers as pages print them: a value or its bounds, with what is counted."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.pages.register_parts import Desk
from apparatus.pages.work_heads import words
from apparatus.registers import Estimate


def bounds(low: int | None, high: int | None) -> str:
    """``30``, ``7,000–8,500``, ``at least 200``, ``at most 5``; empty where neither bound is stated."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"at least {low:,}" if low is not None else f"at most {high:,}" if high is not None else ""


def number(estimate: Estimate) -> str:
    """``7,000–8,500 fighters``; the words of the book where no number is stated."""
    text = bounds(estimate.min, estimate.max) or "; ".join(f"“{term}”" for term in estimate.terms)
    return words(" ".join(part for part in (text, estimate.unit) if part))


def figures(estimates: Iterable[Estimate], desk: Desk) -> str:
    """Estimates as a list, each number with its date and what is stated of it; in the order given."""
    return "".join(desk.item(estimate, number(estimate)) for estimate in estimates)
