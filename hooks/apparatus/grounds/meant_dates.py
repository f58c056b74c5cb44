"""Guesses which date was meant by one that is written in another form than EDTF, for the fix of a finding."""

from __future__ import annotations

import re

from apparatus.grounds import dates

_WORD = re.compile(r"[^\W\d_]+")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4}),?\s+([^\W\d_]+)\.?(?:\s+(\d{1,2}))?")
_MONTH = re.compile(r"([^\W\d_]+)\.?,?\s+(\d{4})")
_NUMBERS = re.compile(r"(\d{4})\s*[-./‐-―−]\s*(\d{1,2})(?:\s*[-./‐-―−]\s*(\d{1,2}))?")
_DOTTED = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_SOLID = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEARS = re.compile(r"(\d{4})\s*(?:--+|[-‐-―−]|to|and)\s*(\d{4}|\d\d)")
_DECADE = re.compile(r"(\d{3})0['’]?s")
_SHORT = re.compile(r"(\d{4}-)(\d\d)(-\d\d)?\s*/\s*(\d\d)")
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?)\s*(\d{4})", re.IGNORECASE)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def meant(value: str) -> str:
    """The date as EDTF writes it, or the empty string where it is not plain which was meant."""
    text = " ".join(value[:100].strip("{}[]() \t\r\n").split())
    for reading in (_named, _numbered, _other):
        guess = reading(text)
        if guess and dates.read(guess):
            return guess
    return ""


def _named(text: str) -> str:
    if match := _DAY_FIRST.fullmatch(text):
        return _joined(match[3], match[2], match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _joined(match[3], match[1], match[2])
    if match := _YEAR_FIRST.fullmatch(text):
        return _joined(match[1], match[2], match[3])
    if match := _MONTH.fullmatch(text):
        return _joined(match[2], match[1], None)
    return ""


def _joined(year: str, word: str, day: str | None) -> str:
    month = month_number(word) or _SEASONS.get(word.lower(), "")
    return f"{year}-{month}-{int(day):02}" if day and month else f"{year}-{month}" if month else ""


def month_number(word: str) -> str:
    """``04`` for April and its abbreviations of three letters or more, in any case; else the empty string."""
    word = word.lower().rstrip(".")
    found = [f"{number:02}" for number, name in enumerate(dates.MONTHS, start=1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if found else ""


def _numbered(text: str) -> str:
    if match := _NUMBERS.fullmatch(text):
        month = int(match[2])
        if match[3] and month > 12 >= int(match[3]):
            return f"{match[1]}-{int(match[3]):02}-{month:02}"
        return f"{match[1]}-{month:02}" + (f"-{int(match[3]):02}" if match[3] else "")
    if match := _DOTTED.fullmatch(text):
        one, two = int(match[1]), int(match[3])
        if match[2] == "." or one > 12 or one == two:
            return f"{match[4]}-{two:02}-{one:02}"
        return f"{match[4]}-{one:02}-{two:02}" if two > 12 else ""
    if match := _SOLID.fullmatch(text):
        return "-".join(match.groups())
    return ""


def _other(text: str) -> str:
    if match := _YEARS.fullmatch(text):
        end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        return f"{match[1]}/{end}" if len(match[2]) == 4 or end > match[1] else ""
    if match := _SHORT.fullmatch(text):
        head = match[1] + (match[2] + "-" if match[3] else "")
        return f"{match[1]}{match[2]}{match[3] or ''}/{head}{match[4]}"
    if match := _DECADE.fullmatch(text):
        return f"{match[1]}X"
    if match := _ABOUT.fullmatch(text):
        return f"{match[1]}~"
    return text if dates.read(text) else ""
