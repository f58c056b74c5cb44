"""The data package: valid by frictionless, every column described, what breaks it seen, its page true."""

import json
import re

import pytest
from apparatus import read
from apparatus.exports import register_documents, registers
from apparatus.exports.tables import TABLES
from apparatus.grounds import links
from apparatus.model import Source
from invented_registers import INVENTED, NAMES, ROOT, faults, invented, made, rows


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
