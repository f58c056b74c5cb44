"""Reads the page lists of entries: numbers, roman numerals, article numbers, ranges of these, and which of two is the later."""

from __future__ import annotations

import re
from typing import NamedTuple

ROMAN = re.compile(r"(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})", re.IGNORECASE | re.ASCII)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMBERED = re.compile(r"([A-Za-z]{0,4}[.:]?)(\d{1,12})([A-Za-z]?)", re.ASCII)
_COMPOUND = re.compile(r"[A-Za-z\d]{1,12}(?:[.:/_-][A-Za-z\d]{1,12}){1,6}", re.ASCII)
_DASHES = re.compile(r"\s*(?:-{1,3}|[‐-―−]|\\text(?:en|em)dash(?:\{\})?|\\bibrangedash(?:\{\})?)\s*")
_FOLLOWING = re.compile(r"\s*(?:\+|(?<=\d)\s*ff?\.?|\\psqq?|\\sqq?|\bsqq?\b\.?)(?:\{\})?$")


class Page(NamedTuple):
    """A page or article number: its kind (``roman`` or the letters before and after it) and its number; -1 is not for comparing."""

    kind: str
    number: int
    digits: int


class Range(NamedTuple):
    """One item of a list as written: first and last page (the same for one page, None where there is none) and the sign between."""

    text: str
    first: Page | None
    last: Page | None
    sign: str


def read(value: str) -> list[Range]:
    """The items of a list, split at commas and semicolons; at most 200 of them."""
    return [_range(item.strip()) for item in re.split(r"[,;]", value[:10_000], maxsplit=200)[:200]]


def _range(item: str) -> Range:
    item_ = _FOLLOWING.sub("", item)
    dashes = list(_DASHES.finditer(item_))
    double = [dash for dash in dashes if dash[0].strip() not in ("-", "‐", "‑")]
    chosen = double if len(double) == 1 else dashes
    if len(chosen) == 1:
        dash = chosen[0]
        first, last = page(item_[: dash.start()]), page(item_[dash.end() :])
        alike = first and last and first.kind == last.kind and min(first.number, last.number) >= 0
        if double or alike or not page(item_):
            return Range(item, first, last, dash[0].strip())
    only = page(item_)
    return Range(item, only, only, "")


def page(text: str) -> Page | None:
    """A single page, or None if the text is no page number."""
    text = text.strip().strip("{}")
    if match := _NUMBERED.fullmatch(text):
        return Page(f"{match[1]} {match[3]}".lower().strip(), int(match[2]), len(match[2]))
    if ROMAN.fullmatch(text):
        return Page("roman", roman(text), 0)
    if _COMPOUND.fullmatch(text) and re.search(r"\d", text):
        return Page("", -1, 0)
    return None


def roman(text: str) -> int:
    """The number of a roman numeral."""
    values = [_VALUES[sign] for sign in text.lower()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def reversed_(first: Page, last: Page) -> bool:
    """Whether a range cannot run from first to last; ``114--16`` is 114 to 116, and pages of two kinds are not compared."""
    if first.number < 0 or last.number < 0 or first.kind.split(" ")[0] != last.kind.split(" ")[0] and last.kind:
        return False
    end = last.number
    if last.digits and last.digits < first.digits:
        scale = 10**last.digits
        end += first.number // scale * scale
    return end < first.number
