"""Dates as pages, services and reference managers write them, turned into those that entries take."""

from __future__ import annotations

import re

from apparatus.grounds.dates import MONTHS, one

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])(?:[T /].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)(?:T.*)?", re.ASCII | re.DOTALL)
_WORDS = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?(?:[ -](\d{1,2})(?:st|nd|rd|th)?)?,?[ -](\d{4})\b.*",
    re.ASCII,
)


def date(value: object) -> str:
    """``2020``, ``2020-04`` or ``2020-04-15`` from a date in ISO order, with slashes, or in English words; empty if it is none.

    A time of day is cut off; a range of ISO dates stays one. ``03/04/2020`` can be two days and is taken for neither.
    """
    text = str(value).strip()[:60] if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if re.fullmatch(r"[\d-]{4,10}/[\d-]{4,10}", text) and all(one(end) for end in text.split("/")):
        return text
    for pattern in (_ISO, _COMPACT):
        if found := pattern.fullmatch(text):
            written = parts(*found.groups())
            return written if found[2] is None or len(written) > 4 else ""  # with a month that is none, the year is not to be trusted
    if found := _WORDS.fullmatch(text):
        return parts(found[4], _month(found[2]), found[1] or found[3])
    return ""


def parts(year: object, month: object = None, day: object = None) -> str:
    """The date of a year, month and day, as far as they are there and the calendar has them."""
    written = ""
    for value, form in ((year, "{:04}"), (month, "-{:02}"), (day, "-{:02}")):
        if not str(value or "").isdecimal() or int(str(value)[:9]) == 0:
            break
        longer = written + form.format(int(str(value)[:9]))
        if one(longer) is None or (form != "{:04}" and written == "") or int(longer[5:7] or 1) > 12:
            break
        written = longer
    return written


def _month(word: str) -> int:
    """The number of a month by its English name or the first three letters of it; 0 for any other word."""
    return next((number for number, name in enumerate(MONTHS, start=1) if name.startswith(word.lower())), 0)
