"""Data: records, the place of every value, the citations in them, and YAML that is not read."""

import datetime

import pytest
from apparatus.read import data


def read(text):
    records, faults = data.data("data/a.yml", text)
    assert not faults
    return records


def cited(record):
    return [(name, c.citekey, c.location.line, c.location.column) for name, cs in record.clusters.items() for k in cs for c in k.citations]


def test_records_and_places():
    first, second = read("# x\n- id: E1\n  a:\n    b: [x, 2]\n  when: 2020-05-17\n- id: 'E2'\n")
    assert first.values == {"id": "E1", "a": {"b": ["x", 2]}, "when": datetime.date(2020, 5, 17)}
    assert {name: (place.line, place.column) for name, place in first.places.items()} == {
        "": (2, 3), "id": (2, 7), "a": (4, 5), "a.b": (4, 8), "a.b.0": (4, 9), "a.b.1": (4, 12), "when": (5, 9),
    }  # fmt: skip
    assert (second.location.line, second.values) == (6, {"id": "E2"})


@pytest.mark.parametrize("text", ["", "# only this\n", "---\n", "[]", "~"])
def test_a_file_without_records(text):
    assert read(text) == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "value",
    [
        "x [see @k, p. 3]",
        "'it''s [@k]'",
        '"a \\"b\\" \\u00e9 \\t[@k]"',
        '"a\n    b\\\n    c [@k]"',
        "'a\n\n    b [@k]'",
        "a\n    b [@k]",
        ">-\n    a\n    b [@k]",
        ">\n    a\n\n      b\n    😀 [@k]",
        "|\n    a [@k]\n    b",
        "|2-\n      a [@k]\n    b",
        ">- # comment\n    a [@k]",
        ">-\n    aaa  aa\n    bbb bb [[@k]]",
        '"\\u00e9eee  ee [[@k]]"',
        "{b: [x, 'y [@k]']}",
    ],
)
def test_citations_stand_where_they_are_written(value, newline, mark):
    text = mark + f"- t: {value}\n- u: 1\n".replace("\n", newline)
    records = read(text)
    before = text[: text.index("@k")].split("\n")
    column = len(before[-1]) + 1 - (len(before) == 1) * len(mark)
    assert [place for _, *place in cited(records[0])] == [["k", len(before), column]]
    (cluster,) = next(iter(records[0].clusters.values()))
    assert text[cluster.span.start : cluster.span.end] == cluster.raw


def test_citations_are_told_by_value():
    (record,) = read("- a: '[@x; @y]'\n  b: [plain @z, '[@w, p. 3]', me@x.org, '`[@no]`']\n  c: '[@p and @q]'\n")
    assert [(name, key) for name, key, *_ in cited(record)] == [("a", "x"), ("a", "y"), ("b.1", "w")]
    assert [citation.citekey for citation in record.citations] == ["x", "y", "w"]
    assert [(m.citekeys, str(m.location)) for m in record.malformed] == [(("p", "q"), "data/a.yml:3:7")]


@pytest.mark.parametrize(
    ("text", "code", "place", "message"),
    [
        ("a: 1", "READ003", "1:1", "the file is not a list of records"),
        ("x", "READ003", "1:1", "the file is not a list of records"),
        ("- a: [\n", "READ003", "2:1", "YAML does not parse"),
        ("- a: 'x\n", "READ003", "2:1", "YAML does not parse"),
        ("- a: 1\n   b: 2\n", "READ003", "2:5", "YAML does not parse"),
        ("- a: @x\n", "READ003", "1:6", "YAML does not parse"),
        ("- a: 1\n  a: 2\n", "READ003", "2:3", "key 'a' stands twice"),
        ("- [a]: 1\n", "READ003", "1:3", "a key must be a word"),
        ("- !!python/object/apply:os.system [x]\n", "READ003", "1:3", "YAML tag 'tag:yaml.org,2002:python/object/apply:os.system'"),
        ("- a: !x y\n", "READ003", "1:6", "YAML tag '!x'"),
        ("- a: 2020-13-45\n", "READ003", "1:6", "'2020-13-45' is not a valid timestamp"),
        ("- a: 0x_\n", "READ003", "1:6", "'0x_' is not a valid int"),
        ("- a: é\x07\n", "READ003", "1:7", "character U+0007"),
        ("--- a\n--- b\n", "READ003", "2:1", "YAML does not parse"),
        ("- &a [x]\n- b: *a\n", "READ005", "1:3", "YAML anchors and aliases"),
        ("- a: *x\n", "READ005", "1:6", "YAML anchors and aliases"),
        ("- " * 60 + "x", "READ005", "1:41", "YAML nested deeper than 20"),
        ("- a: 😀\n- b: [\n", "READ003", "3:1", "YAML does not parse"),
        ("\ufeff- a: '\u2028'\n- b: {\n", "READ003", "3:1", "YAML does not parse"),
    ],
)
def test_yaml_that_is_not_read(text, code, place, message):
    records, (fault,) = data.data("data/a.yml", text)
    assert records == ()
    assert (fault.code, str(fault.location)) == (code, f"data/a.yml:{place}")
    assert fault.message.startswith(message)
    assert "\n" not in fault.message


def test_an_item_that_is_no_record_does_not_hide_the_others():
    records, (fault,) = data.data("data/a.yml", "- a: 1\n- x\n- a: 2\n")
    assert [record.values["a"] for record in records] == [1, 2]
    assert (fault.code, str(fault.location)) == ("READ003", "data/a.yml:2:3")


def test_the_library_in_python_reads_the_same(monkeypatch):
    import yaml

    text = "\ufeff- t: 'é😀 [@a]'\n  u: >\n    x\n    [@b]\r\n  v: |\n    [@c]\n"
    fast = read(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read(text) == fast
    assert [place for _, _, *place in cited(fast[0])] == [[1, 11], [4, 6], [6, 6]]
