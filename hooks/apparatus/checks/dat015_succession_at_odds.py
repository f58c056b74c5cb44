"""DAT015 succession-at-odds: the tenures of an office overlap, leave a gap that nothing explains, or are numbered with gaps.

Why: the figures of the succession are drawn from these records one after another, and a reader takes what they show for the order
in which one holder followed another.
Fix: correct the dates or numbers. Where the sources leave it open, leave the date out and say so in `from_text` or `to_text`; where
they differ, give the other date under `disputed`; where two held an office together, each names the other in `together_with`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import prose_dates
from apparatus.model import Datum, Diagnostic, Location, Monograph
from apparatus.registers import Tenure, extents, registers
from apparatus.registers.dates import printed
from apparatus.registers.extents import Extent
from apparatus.registers.matters import of_tenure

CODE = "DAT015"
_TOLD_IN = ("label", "from_text", "to_text", "end_text")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    offices: dict[str, list[Tenure]] = {}
    records = {str(record.values.get("id")): record for record in reversed(monograph.data.get("leadership", ()))}
    for tenure in registers(monograph).leadership.values():
        offices.setdefault(tenure.office, []).append(tenure)
        yield from _holder(tenure, records[tenure.id])
        yield from _words(tenure, records[tenure.id])
    for tenures in offices.values():
        yield from _numbers(tenures, records)
        yield from _sequence(sorted((t for t in tenures if t.number is not None), key=lambda t: t.number or 0))


def _place(record: Datum, *fields: str) -> Location:
    return next((record.places[field] for field in fields if field in record.places), record.location)


def _holder(tenure: Tenure, record: Datum) -> Iterator[Diagnostic]:
    if not tenure.person and not tenure.name:
        fix = "add `person: …` with an id of data/people.yml, or `name: Not named`"
        yield Diagnostic(_place(record, "id"), CODE, f"the tenure '{tenure.id}' has neither person nor name", fix)


def _words(tenure: Tenure, record: Datum) -> Iterator[Diagnostic]:
    """Dates that the tenure states in words but not in its fields."""
    known = [matter for matter in of_tenure(tenure) if matter.extents]
    other = [extents.of_text(dispute.value) for dispute in tenure.disputed]
    ends = [extents.of_period(tenure.ended.when)] if tenure.ended else []
    own = [extent for extent in (*other, *ends) if extent]
    ended = _extent(tenure, "ended")
    dated = {"label": True, "from_text": _extent(tenure, "begun"), "to_text": ended, "end_text": ended}
    for field in _TOLD_IN if known else ():
        if not dated[field]:
            continue
        for date in prose_dates.found(str(record.values.get(field) or "")):
            agrees = any(matter.agrees(date.first, date.last) for matter in known) or any(date.meets(e.first, e.last) for e in own)
            if not agrees and not date.yearless and tenure.end != "in office":
                message = f"`{field}` says {date.text}, which is no date of this tenure"
                yield Diagnostic(_place(record, field), CODE, message, "correct the words or the date")


def _numbers(tenures: list[Tenure], records: dict[str, Datum]) -> Iterator[Diagnostic]:
    by_number: dict[int, list[Tenure]] = {}
    for tenure in tenures:
        if tenure.number is None:
            yield Diagnostic(_place(records[tenure.id], "id"), CODE, f"the tenure '{tenure.id}' has no number", "add `number: …`")
        else:
            by_number.setdefault(tenure.number, []).append(tenure)
    for expected, number in enumerate(sorted(by_number), start=1):
        if number != expected and number - 1 not in by_number:
            place = _place(records[by_number[number][0].id], "number")
            message = f"number {number} of {tenures[0].office} without number {number - 1}"
            yield Diagnostic(place, CODE, message, "number the holders from 1 without gaps")
    for number, held in by_number.items():
        for tenure in held[1:]:
            if held[0].id not in tenure.together_with or tenure.id not in held[0].together_with:
                message = f"number {number} of {tenure.office} is that of '{held[0].id}' too"
                fix = "give the next number, or name each in `together_with` of the other"
                yield Diagnostic(_place(records[tenure.id], "number"), CODE, message, fix)


def _sequence(tenures: list[Tenure]) -> Iterator[Diagnostic]:
    for before, after in ((one, other) for one in tenures for other in tenures if other.number == (one.number or 0) + 1):
        end = _extent(before, "ended")
        start = _extent(after, "begun")
        if not end or not start or not after.begun or not before.ended:
            continue
        disputed = _disputed(before, "end_date", "to") or _disputed(after, "from")
        if extents.eased(start).last < extents.eased(end).first and not disputed:
            message = f"begins {printed(after.begun.when)}, before '{before.id}' ends, {printed(before.ended.when)}"
            fix = "correct one of the two dates, or give the other accounts under `disputed`"
            yield Diagnostic(after.begun.location, CODE, message, fix)
        elif _gap(end, start) and not _explained(before, after):
            message = f"begins {printed(after.begun.when)}, long after '{before.id}' ends, {printed(before.ended.when)}"
            yield Diagnostic(after.begun.location, CODE, message, "say in `from_text` what is known of the time between, or correct a date")


def _extent(tenure: Tenure, part: str) -> Extent | None:
    statement = tenure.begun if part == "begun" else tenure.ended
    return extents.of_period(statement.when) if statement else None


def _gap(end: Extent, start: Extent) -> bool:
    """Whether more than a month lies between the last day of the one and the first of the other."""
    end, start = extents.eased(end), extents.eased(start)
    return (start.first[0] * 12 + start.first[1]) - (end.last[0] * 12 + end.last[1]) > 1


def _explained(before: Tenure, after: Tenure) -> bool:
    words = [after.begun.text if after.begun else "", after.stated.text if after.stated else "", *after.notes, *before.notes]
    return any(words) or _disputed(before, "end_date", "to") or _disputed(after, "from")


def _disputed(tenure: Tenure, *fields: str) -> bool:
    return any(dispute.field in fields and not dispute.editor for dispute in tenure.disputed)
