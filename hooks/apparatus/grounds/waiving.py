"""Which findings a waiver tolerates. A waiver names one code and one place: an entry, a page, a section, a data record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from apparatus.model import Diagnostic, Location, Monograph, Waiver

FILE = "bib/waivers.yml"


def waived(monograph: Monograph, findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Waiver]]:
    """The findings that no waiver tolerates, and the waivers that tolerate none. Findings about the waivers stay."""
    by_code: dict[str, list[Waiver]] = {}
    for waiver in monograph.waivers:
        by_code.setdefault(waiver.code, []).append(waiver)
    places = _Places(monograph) if by_code else None
    kept, used = [], set()
    for finding in findings:
        matching = [w for w in by_code.get(finding.code, ()) if places and w.place and w.place in places.of(finding.location)]
        if matching and finding.location.path != FILE:
            used.update(waiver.location for waiver in matching)
        else:
            kept.append(finding)
    return kept, [waiver for waiver in monograph.waivers if waiver.location not in used]


class _Places:
    """The names under which a waiver can call a location: ``smith1999``, ``docs/a.md``, ``docs/a.md#section``, ``data/x.yml#E7``."""

    def __init__(self, monograph: Monograph):
        self._marks: dict[str, list[tuple[int, str]]] = {}
        for entry in monograph.entries:
            self._mark(entry.location, entry.citekey)
        for page in monograph.pages:
            for heading in page.headings:
                self._mark(heading.location, f"{page.path}#{heading.anchor}")
        for data in monograph.data.values():
            for datum in data:
                self._mark(datum.location, f"{datum.location.path}#{datum.values.get('id') or datum.values.get('note') or ''}")

    def _mark(self, location: Location, name: str) -> None:
        self._marks.setdefault(location.path, []).append((location.line, name))

    def of(self, location: Location) -> set[str]:
        marks = self._marks.get(location.path, [])
        index = bisect_right(marks, (location.line, "\U0010ffff")) - 1
        return {location.path, marks[index][1]} if index >= 0 else {location.path}
