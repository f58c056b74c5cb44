"""The registers as JSON: true to the sources, every name described and resolved."""

import json

import pytest
from apparatus.exports.register_fields import added
from invented_registers import NAMES


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
