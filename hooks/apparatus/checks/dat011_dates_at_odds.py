"""DAT011 dates-at-odds: a datum ends before it begins, is dated after the edition, or its date does not fit its precision or its phrase.

Why: of two dates that exclude each other one is wrong, and the reader of a figure cannot see which.
Fix: correct the date, the precision or the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.grounds import prose_dates
from apparatus.grounds.characters import shown
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.model import Datum, Diagnostic, Monograph
from apparatus.registers import extents

CODE = "DAT011"
_SPANS = {  # how long an event of each precision is, in months; none for what only a phrase or a span says
    "day": "a day, as in \"2020-04-04\"",
    "month": "a month, as in \"2020-04\"",
    "year": "a year, as in \"2020\"",
    "range": "an interval, as in \"2019-09/2019-11\"",
}
_FORMS = {
    "day": re.compile(r"\d{4}-\d\d-\d\d[~?%]?"),
    "month": re.compile(r"\d{4}-\d\d[~?%]?"),
    "year": re.compile(r"\d{4}[~?%]?"),
    "range": re.compile(r"[^/]*/[^/]*"),
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    edition = (monograph.edition.year, monograph.edition.month, monograph.edition.day) if monograph.edition else extents.LATEST
    for name in REGISTERS:
        for record in monograph.data.get(name, ()):
            for path, values in _mappings(record.values):
                yield from _of(record, path, values, edition)
            yield from _precision(record)


def _mappings(values: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """A record and the records within it, each with its dotted path."""
    yield "", values
    for key, value in values.items():
        items = [(f"{key}.{index}.", item) for index, item in enumerate(value)] if isinstance(value, list) else [(f"{key}.", value)]
        yield from ((path, item) for path, item in items if isinstance(item, dict))


def _of(record: Datum, path: str, values: Mapping[str, object], edition: tuple[int, int, int]) -> Iterator[Diagnostic]:
    def place(key: str):
        return record.places.get(f"{path}{key}", record.location)

    found = {key: extent for key in ("date", "as_of", "from", "to", "until", "end_date") if (extent := _extent(values.get(key)))}
    for key, extent in found.items():
        if extent.first > extent.last:
            yield Diagnostic(place(key), CODE, f"'{shown(values[key])}' ends before it begins", "exchange the two dates, or correct one")
        elif extent.first > edition:
            yield Diagnostic(place(key), CODE, f"'{shown(values[key])}' is later than this edition", "correct the date")
    start = found.get("from")
    for key in ("to", "until", "end_date"):
        if start and key in found and extents.eased(found[key]).last < extents.eased(start).first:
            message = f"`{key}` {shown(values[key])} is before `from` {shown(values['from'])}"
            yield Diagnostic(place(key), CODE, message, "exchange the two dates, or correct one")
    yield from _phrase(values, found, place)


def _phrase(values: Mapping[str, object], found: Mapping[str, extents.Extent], place) -> Iterator[Diagnostic]:
    """The phrase that stands for the date; dates of reports and of other events in it count for nothing."""
    phrase, key = values.get("date_text"), next((key for key in ("date", "as_of") if key in found), "")
    if not isinstance(phrase, str) or not key:
        return
    extent = extents.eased(found[key])
    dates = [date for date in prose_dates.found(phrase) if not date.yearless]
    if len(dates) == 1 and not re.search(r"\b(?:report|after|before|since|study|until|essay|release|article|came)\b|not dated", phrase):
        if not dates[0].meets(extent.first, extent.last):
            message = f"`date_text` says {dates[0].text}, `{key}` {shown(values[key])}"
            yield Diagnostic(place("date_text"), CODE, message, "correct the one that is wrong")


def _extent(value: object) -> extents.Extent | None:
    return extents.of_text(value) if isinstance(value, str) else None


def _precision(record: Datum) -> Iterator[Diagnostic]:
    precision, date = record.values.get("precision"), record.values.get("date")
    form = _FORMS.get(precision) if isinstance(precision, str) else None
    if form and isinstance(date, str) and not form.fullmatch(date):
        message = f"`precision` is {precision}, but the date is '{shown(date)}'"
        yield Diagnostic(record.places.get("precision", record.location), CODE, message, f"give {_SPANS[precision]}, or another precision")
