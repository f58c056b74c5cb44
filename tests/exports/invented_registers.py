"""A small invented book with registers, and how its files and those of the real one are made and held to the dictionary."""

import csv
import io
from pathlib import Path

from apparatus import read
from apparatus.exports import registers
from apparatus.model import Source
from apparatus.records import works
from apparatus.references import references
from frictionless import Package

ROOT = Path(__file__).parents[2]
NAMES = ("people", "groups", "places", "events", "leadership", "structure", "estimates", "operations", "glossary")
CITED = '"[@hazel2015wax, p. 3]"'
INVENTED = {
    "people": f"""
- id: ann-brood
  name: 'Brood, "Ann", the elder'
  variants: [Annie, A. Brood]
  kind: historical
  facts:
    - {{kind: role, role: Keeper, group: guild, place: weald, text: "She kept bees, and wax.", from: "1901", to: "1904-02", cite: {CITED}, see: hives.md}}
    - {{kind: fate, text: Died., date: "1950~", certainty: reported, note: [E1], editor: true, cite: "[see @hazel2015wax, p. 3; @linden2011roofs]"}}
""",
    "groups": f"""
- id: guild
  name: Guild
  kind: party
  summary: {{text: A guild., cite: {CITED}}}
  relations:
    - {{to: rivals, type: rival, text: They were rivals., from: "1900", until: "1910", cite: {CITED}, see: hives.md}}
    - {{to: rivals, type: agreement, text: They agreed., cite: {CITED}, see: hives.md}}
- {{id: rivals, name: Rivals, kind: party, parent: guild, summary: {{text: Others., cite: {CITED}}}}}
""",
    "places": f"""
- {{id: land, name: Land, kind: country}}
- id: weald
  name: Weald
  kind: province
  in: land
  country: land
  tile: [3, 2]
  presence:
    - {{from: "1900", to: "..", level: base, text: A base., cite: {CITED}}}
""",
    "events": f"""
- id: fair
  title: Fair
  date: "1904-02"
  precision: month
  kind: other
  place: weald
  text: There was a fair.
  people: [ann-brood]
  groups: [guild, rivals]
  casualties:
    - {{what: missing, of: hives, min: 2, max: 3, terms: [two or three], cite: {CITED}}}
    - {{what: wounded, min: 0, cite: {CITED}}}
  claimed: []
  blamed:
    - {{"on": rivals, by: the keepers, cite: {CITED}}}
  disputed:
    - {{field: date, value: "1905", text: A year later., cite: "[@linden2011roofs]", editor: true}}
  cite: {CITED}
  see: "hives.md#top-bar"
""",
    "leadership": f"""
- {{id: keeper-1, office: keeper, number: 1, person: ann-brood, from: "1901", from_text: Chosen., from_cite: {CITED}, end: replaced,
   end_date: "1904-02", end_text: Replaced., end_cite: {CITED}, place: weald, place_cite: {CITED}, together_with: [keeper-2]}}
- {{id: keeper-2, office: keeper, number: 1, name: Not named, end: not stated, text: Beside her., cite: {CITED}, together_with: [keeper-1]}}
""",
    "structure": f"""
- {{id: head, kind: body, at: formation, name: Head, cite: {CITED}}}
- {{id: arm, kind: body, at: formation, name: Arm, cite: {CITED}}}
- {{id: head-arm, kind: line, at: formation, from: head, to: arm, line: leads, cite: {CITED}}}
""",
    "estimates": f"""
- {{id: hives-1904, of: strength, group: guild, place: weald, value: 1200, unit: hives, as_of: "1904", text: So many., by: Keepers, event: fair, cite: {CITED}}}
""",
    "operations": f"""
- id: smoke
  name: Smoke
  named: false
  by: [guild]
  against: [rivals]
  text: They smoked.
  outcome: {{text: Nothing came of it., cite: {CITED}}}
  cite: {CITED}
""",
}


def made(monograph, refs=True):
    """The files of a monograph by their bare name."""
    printed, _ = references(monograph.entries, ROOT / "bib/house.csl") if refs else ({}, ())
    found = registers.files(monograph, works(monograph.entries), printed)
    return {path.removeprefix(f"{registers.FOLDER}/"): text for path, text in found.items()}


def invented(*sources, **changed):
    """The invented book with registers, some of them written otherwise."""
    site = ROOT / "tests/site"
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*") if path.is_file()}
    found |= {f"data/{name}.yml": text for name, text in (INVENTED | changed).items()}
    found |= {source.path: source.text for source in sources}
    return read.monograph([Source(path, text) for path, text in sorted(found.items())])


def faults(files, folder):
    """What frictionless finds: kind of error, resource, field."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.warnings == []
    return [(error.type, task.name, getattr(error, "field_name", "")) for task in report.tasks for error in task.errors]


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
