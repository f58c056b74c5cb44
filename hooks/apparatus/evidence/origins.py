"""Which line of the sources each place of the site is written in: paragraphs of the pages, records of data and bibliography."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.evidence import passages
from apparatus.grounds import register_pages
from apparatus.grounds.links import GENERATED, WORKS
from apparatus.grounds.numbering import numbered
from apparatus.grounds.texts import once
from apparatus.model import Location, Monograph

BIBLIOGRAPHY, CONCORDANCE = "apparatus/bibliography.md", "apparatus/concordance.md"


@once
def origins(monograph: Monograph) -> Mapping[str, Location]:
    """By page below ``docs/``, and by page with anchor (``inside/aims.md#p3``), the place in the sources that says what stands there.

    A page made from one file leads to its first line, or to the record it shows; one that is counted or gathered from several has no
    origin, though its records may. Of two records with one name the first counts.
    """
    found = {page.name: Location(page.path) for page in monograph.pages}
    for page in monograph.pages:
        found |= {f"{page.name}#{place.anchor}": place.paragraph.location for place in numbered(page) if place.opens}
    for kind, data in monograph.data.items():
        for name in _indexes(kind) if data else ():
            found.setdefault(name, Location(data[0].location.path))
        for datum in data:
            target = f"{CONCORDANCE}#n{datum.values.get('note')}" if kind == "concordance" else passages.home(kind, datum)[0]
            if target:
                found.setdefault(target, datum.location)
    notes = {str(datum.values.get("id")): datum.location for datum in monograph.data.get("editorial", ())}
    for page in monograph.pages:
        found |= {f"{page.name}#editorial-{item.note.lower()}": notes[item.note] for item in page.markers if item.note in notes}
    for key, entry in monograph.by_citekey.items():
        found[f"{BIBLIOGRAPHY}#{key}"] = found[f"{WORKS}{key}.md"] = entry.location
    return found


def _indexes(kind: str) -> list[str]:
    """The pages that show all records of a data file."""
    made = [name for name, shown in GENERATED.items() if shown == kind]
    made += [register_pages.INDEXES[kind]] if kind in register_pages.INDEXES else []
    return made + ([register_pages.TIMELINE] if kind == "events" else [])
