"""CIT029 section-title-variant: a citation names a section of a work almost, but not quite, as other citations do.

Why: one of the two spellings is a slip, and the reader looks for a section that does not exist.
Fix: write the title as the work has it, the same everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Citation, Diagnostic, Monograph

CODE = "CIT029"
OFTEN = 3  # times that a title must be cited to count as the right one, and more often than the other
NEAR = 0.88  # share of letters in common; ‘Part One’ and ‘Part Two’ lie below
MOST = 50  # titles of one work that are compared
_TITLE = re.compile(r"[“\"]([^“”\"]{4,200})[”\"]")
_NUMBERS = re.compile(r"\d+|\b[ivxIVX]+\b|\b(?:first|second|third|fourth|fifth|one|two|three|four|five)\b")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    titles: dict[str, Counter[str]] = {}
    located: list[tuple[Citation, str]] = []
    for citation in monograph.citations:
        title = _TITLE.fullmatch(citation.locator.value) if citation.locator else None
        if title:
            titles.setdefault(citation.citekey, Counter())[title[1]] += 1
            located.append((citation, title[1]))
    meant = {(key, title): right for key, counts in titles.items() for title, right in _variants(counts)}
    for citation, title in located:
        if right := meant.get((citation.citekey, title)):
            message = f"section '{excerpt(title)}' of '{citation.citekey}' is elsewhere called '{excerpt(right)}'"
            fix = f"write '“{excerpt(right)}”', or correct the others"
            yield Diagnostic(citation.locator.location, CODE, message, fix, "warning")


def _variants(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each rare title that is nearly a frequent one, with that."""
    ranked = counts.most_common(2 * MOST)
    common = [(title, times) for title, times in ranked[:MOST] if times >= OFTEN]
    for title, times in ranked if common else ():
        for right, often in common:
            if often > 2 * times and title != right and _near(title, right):
                yield title, right
                break


def _near(one: str, two: str) -> bool:
    if [n.casefold() for n in _NUMBERS.findall(one)] != [n.casefold() for n in _NUMBERS.findall(two)]:
        return False
    matcher = SequenceMatcher(None, one.casefold(), two.casefold(), autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR
