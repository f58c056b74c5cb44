"""Finds the dates that a text states in words, as in “April 2020”, “September–November 2019”, “the summer of 2018” or “in March”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from apparatus.grounds.dates import Day, length

MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
_PARTS = {"early": (1, 6), "mid": (4, 9), "late": (7, 12), "end": (9, 12), "beginning": (1, 4), "turn": (1, 3)}
_M = "|".join(MONTHS)
_Y = r"(?:1[5-9]|20)\d\d"
_DASH = r"(?:\s?[–-]\s?|\s+(?:to|and|or|until)\s+)"
_DATE = re.compile(
    rf"""(?<![\w,.–-])(?:
      (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<dm>{_M})(?:\s(?P<dy>{_Y}))?
    | (?P<m1>{_M})\s(?P<y1>{_Y}){_DASH}(?P<m2>{_M})\s(?P<y2>{_Y})
    | (?P<m3>{_M}){_DASH}(?P<m4>{_M})\s(?P<y3>{_Y})
    | (?P<m5>{_M})(?:\sof)?\s(?P<y4>{_Y})
    | (?:the\s)?(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd|[Bb]eginning|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Tt]urn)
      (?:\s|-|\sof\s)(?P<py>{_Y})(?!\d)(?:{_DASH}(?:(?P<part2>early|mid|late)(?:\s|-))?(?P<py2>{_Y}))?
    | (?<=[Bb]etween\s)(?P<b1>{_Y})\sand\s(?P<b2>{_Y})
    | (?P<y5>{_Y})(?:–(?P<y6>\d\d(?:\d\d)?)|(?<!\bin\s.{{4}})\sto\s(?P<y7>{_Y}))(?![\w–])
    | (?P<decade>{_Y[:-4]}\d0)s
    | (?P<y8>{_Y})
    | (?<=\bin\s)the\s(?P<season>spring|summer|autumn|winter)(?!\sof)
    | (?<=\b[Ii]n\s)(?P<m6>{_M}) | (?<=\bsince\s)(?P<m7>{_M})
    )(?![\w%]|[,.-]\d)""",
    re.VERBOSE,
)
HINT = re.compile(rf"(?:1[5-9]|20)\d\d|{_M}|\b(?:spring|summer|autumn|winter)\b")


@dataclass(frozen=True)
class ProseDate:
    """A date as a text states it: its words and place in the text, its first and last day; ``yearless`` where the year is left out."""

    text: str
    start: int
    end: int
    first: Day
    last: Day
    yearless: bool = False

    def within(self, year: int) -> ProseDate:
        """A date without year, put into a year."""
        return replace(self, first=(year, *self.first[1:]), last=(year, *self.last[1:]))

    def meets(self, first: Day, last: Day) -> bool:
        """Whether it and a time have a day in common."""
        return self.first <= last and first <= self.last


def found(text: str) -> tuple[ProseDate, ...]:
    """The dates of a text in order of place; one without a year has the year 0."""
    return tuple(ProseDate(m[0], m.start(), m.end(), *_ends(m)) for m in _DATE.finditer(text)) if HINT.search(text) else ()


def _ends(match: re.Match[str]) -> tuple[Day, Day, bool]:
    get = match.group
    if get("d1"):
        year, month = int(get("dy") or 0), _month(get("dm"))
        day = min(int(get("d1")), 31)
        return (year, month, day), (year, month, day), not year
    if get("m1"):
        return _span(int(get("y1")), _month(get("m1")), int(get("y2")), _month(get("m2")))
    if get("m3"):
        return _span(int(get("y3")), _month(get("m3")), int(get("y3")), _month(get("m4")))
    if get("m5"):
        return _span(int(get("y4")), _month(get("m5")))
    if get("part"):
        return _part(match)
    if get("season"):
        return _span(0, *_within(0, get("season")))[:2] + (True,)
    if name := get("m6") or get("m7"):
        return _span(0, _month(name))[:2] + (True,)
    return _years(match)


def _years(match: re.Match[str]) -> tuple[Day, Day, bool]:
    get = match.group
    if get("decade"):
        return _span(int(get("decade")), 1, int(get("decade")) + 9, 12)
    first = get("b1") or get("y5") or get("y8")
    last = get("b2") or get("y7") or get("y6") or first
    if len(last) == 2:
        last = first[:2] + last
    return _span(int(first), 1, int(last), 12)


def _part(match: re.Match[str]) -> tuple[Day, Day, bool]:
    year = int(match["py"])
    start, _, end = _within(year, match["part"])
    if match["py2"]:
        later = int(match["py2"])
        final = _within(later, match["part2"])[2] if match["part2"] else 12
        return _span(year, 7 if match["part"].lower() == "turn" else start, later, final)
    return _span(year, start, year, end)


def _within(year: int, part: str) -> tuple[int, int, int]:
    start, end = {**_SEASONS, **_PARTS}[part.lower()]
    return start, year, end


def _span(year: int, month: int, last_year: int | None = None, last_month: int | None = None) -> tuple[Day, Day, bool]:
    last_year, last_month = (year if last_year is None else last_year), last_month or month
    return (year, month, 1), (last_year, last_month, length(last_year, last_month)), False


def _month(name: str) -> int:
    return MONTHS.index(name) + 1
