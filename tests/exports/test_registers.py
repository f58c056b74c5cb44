"""The tables of the registers: complete against the sources, resolvable, the same each time."""

import csv
import io
import json
import re
from collections import Counter

import pytest
from apparatus import read
from apparatus.exports import registers
from apparatus.exports.tables import JOINED, TABLES, moments, place
from apparatus.grounds import links
from apparatus.grounds.extremism import is_extremist
from apparatus.model import Source
from apparatus.registers import Period
from hypothesis import given
from hypothesis import strategies as st
from invented_registers import CITED, INVENTED, NAMES, ROOT, invented, made, rows


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
