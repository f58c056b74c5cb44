"""How old a source is against the latest date that the claim names: whether it was written at the time, later, or before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from apparatus.evidence.claims import Claim
from apparatus.evidence.support import article
from apparatus.grounds import dates, years
from apparatus.grounds.years import EVER
from apparatus.model import Entry, Monograph

BUCKETS = {
    "before": "Before the latest date named",
    "same": "In the same year",
    "next": "1 year later",
    "few": "2 to 4 years later",
    "many": "5 or more years later",
    "undated": "Source without a date",
}
MONTH_NAMES = tuple(name.title() for name in dates.MONTHS)
_THINGS = (
    "people persons men women children civilians fighters militants soldiers troops members prisoners inmates families dead "
    "dollars kilometres miles metres tonnes per percent"
)
_MONTH = re.compile(rf"\b({'|'.join(MONTH_NAMES)})\s\Z")
_YEAR = re.compile(
    r"(?<![\w.,/$€£#])(?<!\d[–-])(1[5-9]\d\d|20\d\d)(?:(s)|\s?[–/-]\s?(\d{4}|\d\d))?(?!\w|\s?%|[.,]\d)"
    rf"(?!\s(?:{'|'.join(_THINGS.split())})\b)"
)


@dataclass(frozen=True, order=True)
class Time:
    """A year, and a month of it from 1; 0 where only the year is known."""

    year: int
    month: int = 0


@dataclass(frozen=True)
class Age:
    """One work that one claim cites: the latest time that the claim names, and when the work was published, or None."""

    claim: Claim
    citekey: str
    latest: Time
    published: Time | None

    @property
    def bucket(self) -> str:
        """A name of ``BUCKETS``. The latest time decides: a report of 2016 cannot tell of 2019, nor one of January of May."""
        if self.published is None:
            return "undated"
        later = self.published.year - self.latest.year
        if later < 0 or (later == 0 and 0 < self.published.month < self.latest.month):
            return "before"
        return "same" if later == 0 else "next" if later == 1 else "few" if later < 5 else "many"


def ages(claims: Iterable[Claim], monograph: Monograph) -> tuple[Age, ...]:
    """One for each work, other than the article, of each claim that names a year; in the order of the claims."""
    own, found = article(monograph), []
    for claim in claims:
        times = named(claim.sentence.words)
        for key in claim.works if times else ():
            if key != own:
                found.append(Age(claim, key, times[-1], published(monograph.by_citekey[key])))
    return tuple(found)


def named(words: str) -> tuple[Time, ...]:
    """The times from 1500 on that plain text names by their year, each once, ascending; of a range or a decade the last year.

    The month counts where it stands before the year. ``2,016`` and ``2016 people`` are no years, nor is that in ``S/2016/4``.
    """
    found: set[Time] = set()
    for match in _YEAR.finditer(words):
        first, last = int(match[1]), match[3] or ""
        month = _MONTH.search(words, 0, match.start())
        if match[2]:
            found.add(Time(first + 9 if first % 100 else first + 99))
        elif last and (end := int(last) if len(last) == 4 else first - first % 100 + int(last)) > first:
            found.add(Time(end))
        else:
            found.add(Time(first, MONTH_NAMES.index(month[1]) + 1 if month else 0))
    return tuple(sorted(found))


def published(entry: Entry) -> Time | None:
    """The end of the entry's date; of a range without end its beginning. None without a date that can be read."""
    read = dates.read(entry["date"].strip("{} "))
    when = read.end or read.start if read else None
    if when is not None:
        return Time(when.last[0], when.last[1] if when.first[:2] == when.last[:2] else 0)
    span = years.of_year(entry["year"])
    return Time(span[1] if span[1] != EVER else span[0]) if span else None
