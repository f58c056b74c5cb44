"""CIT006 page-range-reversed: a range of pages or other numbers runs backwards, goes nowhere or has only one end.

Why: `pp. 14-10` cannot be looked up, and one of its numbers is a slip.
Fix: write the smaller number first, `pp. 10-14`; a single page is `p. 14`. Shortened ends are understood: `114-16` is 114 to 116.
Source: The Chicago Manual of Style, 17th edition, 9.60 and 9.61
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import SINGULARS, Extent, Number, extents, number, roman, unabbreviated
from apparatus.model import Diagnostic, Monograph

CODE = "CIT006"
LONGEST = 1_000  # pages that a range may span
_THREE_ENDS = re.compile(r"\s*[-–—]{1,3}\s*\d")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for citation in monograph.citations:
        if citation.locator is None:
            continue
        found, rest = extents(citation.locator)
        for extent in found:
            if extent.joint and (fault := _fault(extent)):
                shown = f"{extent.label} {extent.text.strip()}".strip()
                yield Diagnostic(citation.locator.location, CODE, f"range '{excerpt(shown)}' {fault[0]}", fault[1])
        if _THREE_ENDS.match(rest) and found and found[-1].last:
            message = f"range '{excerpt(citation.locator.text)}' has more than two ends"
            yield Diagnostic(citation.locator.location, CODE, message, "put a comma between the ranges: '14-16, 18'")


def _fault(extent: Extent) -> tuple[str, str] | None:
    """What is wrong with a range, and what to write."""
    if not extent.last:
        single = f"{SINGULARS.get(extent.label, extent.label)} {extent.first}".strip()
        return "has no end", f"write the last number, or '{single}'"
    first, last = number(extent.first), number(extent.last)
    if first and last and {first.kind, last.kind} == {"roman", "letter"}:  # 'V-II'
        first, last = roman(extent.first), roman(extent.last)
    if first is None or last is None:
        return None
    if first == last or (first.kind == last.kind == "arabic" and _written_twice(extent, first, last)):
        single = f"{SINGULARS.get(extent.label, extent.label)} {extent.first}".strip()
        return "begins and ends at the same place", f"write '{single}', or correct one end"
    if _backwards(extent, first, last):
        return "runs backwards", f"write '{_full(extent, first, last)}-{extent.first}', or correct one end"
    if extent.label in ("p.", "pp.") and first.kind == last.kind == "arabic" and _too_long(first, last):
        return f"spans {last.numbers[0] - first.numbers[0]} pages", "correct one end"
    return None


def _full(extent: Extent, first: Number, last: Number) -> str:
    """The last number as meant: in ``116-14`` it is 114."""
    shortened = first.kind == last.kind == "arabic" and extent.first.isdecimal() and extent.last.isdecimal()
    return str(unabbreviated(extent.first, extent.last)) if shortened else extent.last


def _backwards(extent: Extent, first: Number, last: Number) -> bool:
    if first.kind == last.kind == "arabic":
        return _arabic(extent, first, last)
    if first.kind == "arabic" and last.kind == "roman":
        return not first.suffix and len(extent.last.strip("()")) > 1
    if {first.kind, last.kind} <= {"roman", "letter"} and first.kind == last.kind:
        return last.numbers < first.numbers and not _as_roman(extent)
    return False


def _as_roman(extent: Extent) -> bool:
    """Whether single letters run forwards as Roman numerals: ``v-x`` is five to ten, and so is ``l-c``."""
    order = "ivxlcdm"
    first, last = extent.first.strip("()").lower(), extent.last.strip("()").lower()
    return len(first) == len(last) == 1 and first in order and last in order and order.index(first) < order.index(last)


def _arabic(extent: Extent, first: Number, last: Number) -> bool:
    if last.prefix and last.prefix.casefold() != first.prefix.casefold():
        return False
    if len(first.numbers) != len(last.numbers):
        return False
    if len(first.numbers) > 1 or extent.first.count(",") or extent.last.count(","):
        return last.numbers < first.numbers
    if first.numbers == last.numbers:
        both = first.suffix.isalpha() and last.suffix.isalpha() and len(first.suffix) == len(last.suffix) == 1
        return both and last.suffix.lower() < first.suffix.lower()
    return unabbreviated(str(first.numbers[0]), _digits(extent.last)) < first.numbers[0]


def _written_twice(extent: Extent, first: Number, last: Number) -> bool:
    """``114-4`` would be 114 to 114."""
    same = len(first.numbers) == len(last.numbers) == 1 and first.prefix == last.prefix and not first.suffix + last.suffix
    return same and "," not in extent.text and unabbreviated(str(first.numbers[0]), _digits(extent.last)) == first.numbers[0]


def _digits(text: str) -> str:
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def _too_long(first: Number, last: Number) -> bool:
    return len(first.numbers) == len(last.numbers) == 1 and last.numbers[0] - first.numbers[0] > LONGEST
