"""The registers to take away: valid by their dictionary, complete against the sources, resolvable, the same each time."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from apparatus import read
from apparatus.exports import register_documents, registers
from apparatus.exports.register_fields import added
from apparatus.exports.tables import JOINED, TABLES, moments, place
from apparatus.grounds import links
from apparatus.grounds.extremism import is_extremist
from apparatus.model import Source
from apparatus.records import works
from apparatus.references import references
from apparatus.registers import Period
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def files(book):
    return made(book)


@pytest.fixture(scope="module")
def tables(files):
    return {name.removesuffix(".csv"): rows(text) for name, text in files.items() if name.endswith(".csv")}


@pytest.fixture(scope="module")
def small():
    return made(invented())


@pytest.fixture(scope="module")
def data():
    """The registers as PyYAML reads them; every scalar as it is written."""
    return {name: yaml.load((ROOT / f"data/{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader) for name in NAMES}


def test_the_package_of_the_book_is_valid(files, tmp_path):
    assert faults(files, tmp_path) == []


def test_the_package_of_the_invented_book_is_valid(small, tmp_path):
    assert faults(small, tmp_path) == []


def test_a_book_without_registers_has_empty_tables(tmp_path):
    files = made(read.monograph([]))
    assert faults(files, tmp_path) == []
    assert all(rows(text) == [] for name, text in files.items() if name.endswith(".csv"))
    assert all(json.loads(files[f"{name}.json"])["records"] == [] for name in NAMES)


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("groups.csv", "\r\nrivals,", "\r\nothers,", "foreign-key"),
        ("people.csv", "\r\nann-brood,", "\r\nan-brood,", "foreign-key"),
        ("sources.csv", "\r\nlinden2011roofs,", "\r\nlinden2012roofs,", "foreign-key"),
        ("structure_lines.csv", ",head,arm,", ",head,leg,", "foreign-key"),
        ("groups.csv", "\r\nrivals,Rivals,", "\r\nrivals,,", "constraint-error"),
        ("places.csv", ",province,", ",planet,", "constraint-error"),
        ("places.csv", "\r\nweald,", "\r\nland,", "unique-error"),
        ("estimates.csv", ",1200,", ",about 1200,", "type-error"),
        ("events.csv", ",1904-02-29,", ",1904-02-31,", "type-error"),
        ("events.csv", ",CC0-1.0", ",", "constraint-error"),
        ("operations.csv", ",false,", ",no,", "type-error"),
        ("people.csv", "id,name", "id,names", "incorrect-label"),
        ("people.json", '"Brood', '"Broot!', "byte-count"),
    ],
)
def test_what_breaks_the_package_is_seen(small, tmp_path, name, old, new, error):
    assert old in small[name]
    found = faults({**small, name: small[name].replace(old, new, 1)}, tmp_path)
    assert error in {kind for kind, *_ in found}


def test_every_row_has_source_and_licence(tables):
    assert set(tables) == {table.name for table in TABLES}
    for name, found in tables.items():
        assert found, name
        for row in found:
            assert row["source"].strip() and row["licence"] == "CC0-1.0", (name, row)


def expected(data):
    """How many rows there should be, counted in what PyYAML reads."""

    def within(register, *fields):
        return sum(len(record.get(field) or ()) for record in data[register] for field in fields)

    def listed(register, field):
        values = [record.get(field, []) for record in data[register]]
        return sum(1 if isinstance(value, str) else len(value) for value in values)

    def told(tenure):
        parts = [("from", "from_text", "from_cite", "from_label"), ("to", "to_text", "end_date", "end_text", "end_cite")]
        return sum(any(name in tenure for name in part) for part in (*parts, ("place", "place_text", "place_cite"), ("after",), ("text",)))

    def kind(name):
        return sum(record["kind"] == name for record in data["structure"])

    found = {name: len(data[name]) for name in NAMES if name != "structure"}
    return found | {
        "structure": kind("body"),
        "structure_lines": kind("line"),
        "person_facts": within("people", "facts"),
        "group_relations": within("groups", "relations"),
        "group_facts": within("groups", "facts"),
        "place_presence": within("places", "presence"),
        "place_facts": within("places", "facts"),
        "event_people": listed("events", "people"),
        "event_groups": listed("events", "groups"),
        "event_casualties": within("events", "casualties"),
        "event_claims": within("events", "claimed", "blamed"),
        "operation_groups": listed("operations", "by") + listed("operations", "against"),
        "operation_outcomes": sum("outcome" in record for record in data["operations"]),
        "leadership_facts": sum(map(told, data["leadership"])),
        "leadership_together": listed("leadership", "together_with"),
        "disputes": sum(within(name, "disputed") for name in ("events", "leadership", "operations")),
    }


def test_there_are_as_many_rows_as_records_in_the_sources(tables, data):
    wanted = expected(data)
    assert {name: len(found) for name, found in tables.items() if name in wanted} == wanted
    assert set(tables) - set(wanted) == {"citations", "sources"}


def test_whoever_is_concerned_in_an_event_has_their_kind_beside_them(tables, data):
    kinds = {person["id"]: person["kind"] for person in data["people"]}
    given = {(row["person"], row["role"]) for row in tables["event_people"]}
    assert given == {(name, kinds[name]) for name, _ in given} and "suspect" in {role for _, role in given}


def leaves(value, path=""):
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, path)
    else:
        yield path, " ".join(value.split())


def test_no_value_of_the_sources_is_lost(tables, data):
    cells = {cell for found in tables.values() for row in found for cell in row.values()}
    known = {item for cell in cells for item in (*cell.split(JOINED), *re.findall(r"\[[^\[\]]*\]", cell))} | cells
    sections = {place(value) for register in NAMES for path, value in leaves(data[register]) if path.endswith("see")}
    lost = [
        (register, path, value)
        for register in NAMES
        for path, value in leaves(data[register])
        if value not in known and value not in ("true", "false") and not path.endswith("see") and not _elsewhere(register, path)
    ]
    assert lost == [], lost
    assert sections <= {row.get("section", "") for found in tables.values() for row in found}


def _elsewhere(register, path):
    """Dates stand in one cell with their other end, and have a test of their own; bodies and lines are told apart by their table.

    Where the end of a time in office is told twice, its table has the fuller telling, and the document both.
    """
    dated = path.rpartition(".")[2] in ("from", "to", "until", "end_date")
    return dated or (register, path) in (("structure", "kind"), ("leadership", "to_text"))


def test_dates_of_statements_are_those_of_the_sources(tables, data):
    wanted, own = Counter(), ("date", "as_of", "from", "to", "until")
    for register, parts, table in (
        *(("people", "facts", "person_facts"), ("groups", "relations", "group_relations"), ("places", "presence", "place_presence")),
        *(("events", "", "events"), ("estimates", "", "estimates"), ("operations", "", "operations")),
    ):
        for record in data[register]:
            for number, item in enumerate(record.get(parts, ()) if parts else [record], start=1):
                given = {name: item.get(name, "") for name in own if name != "to" or parts != "relations"}
                start, end = given["from"], given.get("to") or given["until"]
                span = start if start == end or (not end and "/" in start) else f"{start.removesuffix('/..')}/{end}"
                wanted[table, f"{record['id']}.{number}" if parts else record["id"], given["date"] or given["as_of"] or span] += 1
    given = Counter((name, row["id"], row["date"]) for name in {name for name, *_ in wanted} for row in tables[name])
    assert given == wanted


def test_citekeys_and_citations_are_those_of_the_sources(tables, data):
    text = json.dumps(data, ensure_ascii=False)
    keys = {key for bracket in re.findall(r"\[[^\[\]]*@[^\[\]]*\]", text) for key in re.findall(r"@([a-z]+\w*)", bracket)}
    assert {row["citekey"] for row in tables["sources"]} == {row["citekey"] for row in tables["citations"]} == keys and len(keys) > 100
    named = {key for found in tables.values() for row in found for key in row.get("citekeys", "").split(JOINED) if key}
    assert named == keys
    brackets = Counter((row["table"], row["row"]) for row in tables["citations"])
    wanted = {(name, row["id"]): row["cite"].count("@") for name, found in tables.items() for row in found if row.get("cite")}
    assert brackets == wanted


def test_rows_that_name_another_row_lead_to_one(tables):
    ids = {(name, row["id"]) for name, found in tables.items() for row in found if "id" in row}
    assert {(row["table"], row["row"]) for row in tables["citations"]} <= ids
    assert {(row["table"], row["record"]) for row in tables["disputes"]} <= ids


def test_sections_are_on_the_site(book, tables):
    known = links.anchors(book)
    pages = {place(name): name for name in known}
    sections = {row["section"] for found in tables.values() for row in found if row.get("section")}
    assert len(sections) > 50
    for section in sections:
        path, _, anchor = section.partition("#")
        assert path in pages and (not anchor or links.is_anchor(anchor, known[pages[path]])), section


def test_notes_are_editorial_notes(book, tables):
    known = {datum.values["id"] for datum in book.data["editorial"]}
    assert {note for found in tables.values() for row in found for note in row.get("notes", "").split(JOINED) if note} <= known


def test_extremist_material_has_no_address(book, files, tables):
    barred = {entry.citekey for entry in book.entries if is_extremist(entry)}
    found = [row for row in tables["sources"] if row["citekey"] in barred]
    assert found and all(row["url"] == row["archive"] == "" and row["extremist"] == "true" for row in found)
    assert not any("http" in cell or "www." in cell for row in found for cell in row.values())
    for name in NAMES:
        for work in json.loads(files[f"{name}.json"])["sources"]:
            assert work["citekey"] not in barred or "http" not in json.dumps(work)


def test_an_address_in_an_extremist_entry_does_not_come_through():
    entry = "@misc{group2020,\n  title = {{Speech}},\n  url = {https://example.org/x},\n  note = {at www.example.org},\n  date = {2020},\n}\n"
    changed = INVENTED["people"].replace("@linden2011roofs", "@group2020")
    files = made(invented(Source("bib/primary.bib", entry), people=changed))
    assert "group2020" in files["sources.csv"] and "Speech" in files["sources.csv"]
    assert not any("example.org" in text for text in files.values())


def test_no_cell_is_taken_for_a_formula(tables):
    assert [cell for found in tables.values() for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_same_sources_give_the_same_bytes(files):
    assert made(read.book(ROOT)) == files
    for name, text in files.items():
        text.encode("utf-8")
        assert text.endswith("\r\n" if name.endswith(".csv") else "}\n") and not text.startswith("\ufeff")
        assert (text.count("\r\n") == text.count("\n")) if name.endswith(".csv") else "\r" not in text


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), min_size=2, max_size=3), min_size=1, max_size=4))
def test_any_cell_round_trips(lines):
    text = registers.text(lines)
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == lines


def test_commas_quotes_and_line_ends_are_quoted_as_the_standard_says():
    assert registers.text([["a,b", 'say "so"', "one\ntwo", ""]]) == '"a,b","say ""so""","one\ntwo",\r\n'
    assert registers.text([["\ud800"]]) == "\\ud800\r\n"


def test_rows_of_the_invented_book(small):
    first, second = rows(small["person_facts.csv"])
    assert rows(small["people.csv"])[0]["name"] == 'Brood, "Ann", the elder'
    assert rows(small["people.csv"])[0]["variants"] == "Annie; A. Brood"
    assert (first["id"], first["person"], first["group"], first["place"]) == ("ann-brood.1", "ann-brood", "guild", "weald")
    assert (first["date"], first["start"], first["end"], first["date_text"]) == ("1901/1904-02", "1901-01-01", "1904-02-29", "1901 to February 1904")
    assert (first["section"], first["certainty"], first["editor"], first["notes"]) == ("hives/", "", "false", "")
    assert (second["certainty"], second["editor"], second["notes"], second["end"]) == ("reported", "true", "E1", "1950-12-31")
    assert (second["cite"], second["citekeys"]) == ("[see @hazel2015wax, p. 3; @linden2011roofs]", "hazel2015wax; linden2011roofs")
    assert second["source"] == "Hazel and Linden, Wax (2015), p. 3; Linden, Roofs and Bees (2011)"
    cited = [row for row in rows(small["citations.csv"]) if row["row"] == "ann-brood.2"]
    parts = [(row["citekey"], row["prefix"], row["label"], row["locator"]) for row in cited]
    assert parts == [("hazel2015wax", "see", "p.", "3"), ("linden2011roofs", "", "", "")]


def test_what_a_list_or_an_empty_list_says(small):
    event, claims = rows(small["events.csv"])[0], rows(small["event_claims.csv"])
    assert event["claim"] == "nobody" and [(row["side"], row["group"], row["by"]) for row in claims] == [("blamed", "rivals", "the keepers")]
    tolls = [(row["id"], row["min"], row["max"], row["section"]) for row in rows(small["event_casualties.csv"])]
    assert tolls == [("fair.1", "2", "3", "hives/#top-bar"), ("fair.2", "0", "", "hives/#top-bar")]
    claimed = invented(events=INVENTED["events"].replace("claimed: []", f"claimed: [{{by: guild, cite: {CITED}}}]"))
    assert [(row["side"], row["group"], row["by"]) for row in rows(made(claimed, False)["event_claims.csv"])][0] == ("claimed", "guild", "")
    silent = invented(events=INVENTED["events"].replace("  claimed: []\n", ""))
    assert rows(made(silent, False)["events.csv"])[0]["claim"] == ""


def test_a_record_without_citation_rests_on_its_statements(small):
    assert rows(small["people.csv"])[0]["source"].count(";") == 1 and rows(small["people.csv"])[0]["cite"] == ""
    assert [row["source"] for row in rows(small["places.csv"])][0] == "The editors of this edition"


def test_a_relation_has_the_time_of_the_relation(small):
    found = [(row["to"], row["date"]) for row in rows(small["group_relations.csv"])]
    assert found == [("rivals", "1900/1910"), ("rivals", "")]


@pytest.mark.parametrize(
    ("start", "end", "edtf", "earliest", "latest"),
    [
        ("", "", "", "", ""),
        ("2020-02", "2020-02", "2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "", "2019/", "2019-01-01", ""),
        ("2019", "..", "2019/..", "2019-01-01", ""),
        ("", "2017", "/2017", "", "2017-12-31"),
        ("2017/2018", "", "2017/2018", "2017-01-01", "2018-12-31"),
        ("2017/2018", "2019/2020", "2017/2020", "2017-01-01", "2020-12-31"),
        ("2016/2018", "2016/2018", "2016/2018", "2016-01-01", "2018-12-31"),
        ("2018-04~", "2018-04~", "2018-04~", "2018-04-01", "2018-04-30"),
        ("201X", "201X", "201X", "2010-01-01", "2019-12-31"),
        ("soon", "soon", "soon", "", ""),
    ],
)
def test_days_of_a_date(start, end, edtf, earliest, latest):
    period = Period(start, end)
    assert (moments.edtf(period), moments.earliest(period), moments.latest(period)) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    ("section", "path"),
    [
        ("inside/leadership.md#arrests", "inside/leadership/#arrests"),
        *(("conclusion.md", "conclusion/"), ("index.md#a", "#a"), ("inside/index.md", "inside/"), ("", "")),
    ],
)
def test_path_of_a_section(section, path):
    assert place(section) == path


def bare(register, value, path=""):
    """A record of a document without what it has beside the fields of the source."""
    if isinstance(value, list):
        return [bare(register, item, path) for item in value]
    if not isinstance(value, dict):
        return str(value).lower() if isinstance(value, bool) else str(value)
    stem = f"{path}." if path else ""
    beside = {name for key in value for several in (True, False) for name in added(register, f"{stem}{key}", several)}
    return {key: bare(register, item, f"{stem}{key}") for key, item in value.items() if f"{stem}{key}" not in beside}


def folded(value):
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        found = {key: folded(item) for key, item in items}
        return found if isinstance(value, dict) else list(found.values())
    return " ".join(value.split())


@pytest.mark.parametrize("register", NAMES)
def test_documents_hold_the_records_of_the_sources(files, data, register):
    records = json.loads(files[f"{register}.json"])["records"]
    assert [record.pop("licence") for record in records] == ["CC0-1.0"] * len(records)
    assert bare(register, records) == folded(data[register])


@pytest.mark.parametrize("register", NAMES)
def test_every_name_in_a_document_is_described_and_resolved(files, register):
    found = json.loads(files[f"{register}.json"])
    described = {field["name"]: field["description"] for field in found["fields"]}
    assert all(text.endswith(".") for text in described.values()), [name for name, text in described.items() if not text]

    def walk(value, stem=""):
        for name, item in value.items():
            assert f"{stem}{name}" in described, f"{stem}{name}"
            assert item is not None and (not name.endswith("_names") or None not in item), (register, value)
            if not name.endswith("citations"):
                for inner in item if isinstance(item, list) else [item]:
                    if isinstance(inner, dict):
                        walk(inner, f"{stem}{name}.")

    for record in found["records"]:
        walk(record)


def test_names_in_the_documents_of_the_invented_book(small):
    event = json.loads(small["events.json"])["records"][0]
    assert (event["people_names"], event["place_name"], event["section"]) == (['Brood, "Ann", the elder'], "Weald", "hives/#top-bar")
    assert event["blamed"][0]["on_name"] == "Rivals" and event["citations"][0]["locator"] == {"label": "p.", "value": "3", "text": "p. 3"}
    first, second = json.loads(small["leadership.json"])["records"]
    assert (first["together_with_names"], second["together_with_names"]) == (["Not named"], ['Brood, "Ann", the elder'])
    assert json.loads(small["structure.json"])["records"][2]["to_name"] == "Arm"
    assert [work["citekey"] for work in json.loads(small["people.json"])["sources"]] == ["hazel2015wax", "linden2011roofs"]


def test_the_dictionary_describes_every_column(files):
    package = json.loads(files["datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == [*(t.name for t in TABLES), *(f"{name}-records" for name in NAMES)]
    assert package["version"] == "2026-11-22" and package["licenses"][0]["name"] == "CC0-1.0" and package["contributors"]
    for resource in package["resources"]:
        assert resource["title"] and resource["description"].endswith(".")
        for field in resource.get("schema", {}).get("fields", ()):
            assert field["title"] and field["description"].endswith("."), field
            assert field["type"] in ("string", "integer", "boolean", "date")
    keyed = [key for resource in package["resources"] for key in resource.get("schema", {}).get("foreignKeys", ())]
    assert len(keyed) > 30


def test_people_and_words_of_the_citation_file_are_named():
    cff = Source("CITATION.cff", "authors:\n  - {family-names: Wax, given-names: Ann}\n  - name: Guild\nkeywords: [bees]\ndate-released: '2020-02-29'\n")
    package = json.loads(made(invented(cff), False)["datapackage.json"])
    assert [person["title"] for person in package["contributors"]] == ["Ann Wax", "Guild"] and package["keywords"][0] == "bees"
    assert (package["version"], package["created"]) == ("2020-02-29", "2020-02-29T00:00:00Z")
    broken = json.loads(made(invented(Source("CITATION.cff", "authors: [\n")), False)["datapackage.json"])
    assert "contributors" not in broken and "version" not in broken


def test_data_still_being_written_is_no_reason_to_stop():
    changed = {name: "- id: a\n  facts: b\n  cite: 3\n  disputed: [c]\n  from: 2020-01-01\n  by: {d: .nan}\n- 7\n- {}\n- id: [e]\n" for name in INVENTED}
    glossary = "- term: 2020-01-01\n- {}\n- term: A\n  cite: '[@'\n- term: A\n"
    files = made(invented(Source("data/glossary.yml", glossary), **changed), False)
    assert [row["id"] for row in rows(files["people.csv"])] == ["a"]
    assert [row["term"] for row in rows(files["glossary.csv"])] == ["A"]
    assert all(json.loads(text) for name, text in files.items() if name.endswith(".json"))


def test_a_citekey_without_entry_still_has_a_row_of_sources(tmp_path):
    files = made(invented(people=INVENTED["people"].replace("@linden2011roofs", "@nobody1999")))
    assert "nobody1999" in {row["citekey"] for row in rows(files["sources.csv"])} and faults(files, tmp_path) == []


def test_links_may_name_every_file(book, files):
    made_at_build = {path.removeprefix(f"{registers.FOLDER}/") for path in links.files(book) if path.startswith(registers.FOLDER)}
    assert made_at_build == set(files)
    assert tuple(register_documents.TITLES) == NAMES and {f"{name}.csv" for name in NAMES} <= set(files)


def test_the_page_about_data_lists_every_table():
    page = (ROOT / "docs/about/data.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[(\w+)\]\(\.\./downloads/registers/\1\.csv\) \|", page, re.MULTILINE) == [table.name for table in TABLES]
    assert set(re.findall(r"downloads/registers/(\w+)\.json", page)) == {*NAMES, "datapackage"}


def test_the_example_on_the_page_about_data_runs(files, tmp_path, monkeypatch, capsys):
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs/about/data.md").read_text(encoding="utf-8")
    section = re.search(r"^## [^\n]*\{#registers\}\n(.*?)^## ", page, re.MULTILINE | re.DOTALL)[1]
    exec(compile(re.search(r"^```python\n(.*?)^```", section, re.MULTILINE | re.DOTALL)[1], "data.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines and all(line.count(" | ") >= 2 for line in lines)
