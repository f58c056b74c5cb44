"""Numbers of the registers in words, with the force that the book gives them: “fewer than 200”, “nearly 100 civil wars”."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half dozen several"
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(_WORDS.split())}|a|hundreds?|thousands?|million)"
_HEDGE = r"(?:about|almost|approximately|around|at (?:least|most)|(?:fewer|less|more) than|nearly|over|roughly|some|up to)"
_INEXACT = re.compile(rf"\b{_HEDGE}\s+{_NUMBER}\b", re.IGNORECASE)
_UNCOUNTED = re.compile(rf"(?:{_HEDGE}\s+)?{_NUMBER}(?:[\s–-]+(?:(?:or|to|and)\s+)?{_NUMBER})*", re.IGNORECASE)  # nothing but a number


def bounds(low: int | None, high: int | None) -> str:
    """``30``, ``7,000–8,500``, ``at least 200``, ``at most 5``; empty where neither bound is stated."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"at least {low:,}" if low is not None else f"at most {high:,}" if high is not None else ""


def quantity(low: int | None, high: int | None, terms: Iterable[str], unit: str = "") -> str:
    """A number with what is counted; in the book's own phrase where that is not exact, or where no number is stated.

    Of several phrases it is the first that says how exact it is; of those without a number the first with the unit, else the first.
    Empty where there is neither number nor phrase.
    """
    said = list(terms)
    if low is None and high is None:
        phrase = next((term for term in said if unit and unit in term), said[0] if said else "")
    else:
        phrase = next((term for term in said if _INEXACT.search(term)), "")
    if phrase:
        phrase = phrase[:1].lower() + phrase[1:] if phrase[1:2].islower() else phrase
        return f"{phrase} {unit}" if unit and _UNCOUNTED.fullmatch(phrase) else phrase
    number = bounds(low, high)
    return " ".join(part for part in (number, one(unit) if low == high == 1 else unit) if part) if number else ""


def one(unit: str) -> str:
    """The singular of a unit: ``emir`` for ``emirs``, ``country`` for ``countries``; of what is no plural, the same."""
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return {"men": "man", "women": "woman"}.get(unit) or (unit.removesuffix("s") if not unit.endswith("ss") else unit)
