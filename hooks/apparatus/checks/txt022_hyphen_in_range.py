"""TXT022 hyphen-in-range: a range of numbers, years or months in running text is written with a hyphen.

Why: a hyphen joins, an en dash means “to”; `2016-17` reads like a file number. In citations the hyphen is the house form.
Fix: write an en dash, as in 2016–17.
Source: The Chicago Manual of Style, 17th edition, section 6.78; New Hart’s Rules, section 4.11.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.model import Diagnostic, Monograph

CODE = "TXT022"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = re.compile(rf"\b{_MONTH}(?:\s\d{{4}})?(--?){_MONTH}\b")
_NUMBERS = re.compile(r"(?<![\w./,:+°§#$£€=\x00-])(\d{1,3}(?:,\d{3})+|\d{1,4})(s?)(--?)(\d{1,3}(?:,\d{3})+|\d{1,4})(s?)(?![\w/°+-]|[.,:]\d)")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_BEFORE = re.compile(r"(\S+)\s+\Z")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if "-" not in stretch.text:
            continue
        for match in _MONTHS.finditer(stretch.text):
            yield _finding(stretch, match, 1)
        for match in _NUMBERS.finditer(stretch.text):
            if match[2] == match[5] and _is_range(stretch.text, match):
                yield _finding(stretch, match, 3)


def _finding(stretch: prose.Stretch, match: re.Match[str], group: int) -> Diagnostic:
    start = match.start()
    right = match[0][: match.start(group) - start] + "–" + match[0][match.end(group) - start :]
    message = f"hyphen in the range '{' '.join(match[0].split())}'"
    return Diagnostic(stretch.at(start), CODE, message, f"write '{' '.join(right.split())}' with an en dash", "warning")


def _is_range(text: str, match: re.Match[str]) -> bool:
    low, high = match[1].replace(",", ""), match[4].replace(",", "")
    if _YEAR.fullmatch(low):
        if len(high) == 4:
            return low < high and bool(_YEAR.fullmatch(high))
        return len(high) == 2 and int(low[2:]) < int(high) and not (int(high) <= 12 and high[0] == "0")
    if int(low) >= int(high) or high.startswith("0") or low.startswith("0") or match[2]:
        return False
    if re.fullmatch(r"\d{3}-[1-9]00|9-11", f"{low}-{high}"):  # aircraft such as 737-800; 11 September
        return False
    before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
    word = before[1] if before else ""
    return not word or word[0].islower() or word[0] in "~≈(“" or word.rstrip(":").lower() in _SENTENCE_OPENERS


_SENTENCE_OPENERS = frozenset("between from some about around nearly only over pages page pp. p. ages aged of in the".split())
