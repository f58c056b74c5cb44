"""What the fields of data files may hold, and which waivers can be read."""

import pytest
from apparatus import checks, read
from apparatus.checks import dat003_data_misshapen, wvr001_malformed_waiver, wvr003_waiver_too_wide
from apparatus.grounds.schemas import SCHEMAS, Shape, fault
from apparatus.model import Source

WAIVER = {"code": "BIB002", "place": "docs/a.md", "reason": "It is right as it stands.", "date": '"2026-11-22"'}


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (Shape(), "text"), (Shape("number"), 5), (Shape("truth"), False), (Shape("texts"), ["a", "b"]), (Shape("texts"), "a"),
        (Shape("number", choices=(1, 2)), 2), (SCHEMAS["glossary"]["cite"], "[see @a, p. 3; @b]"),
        (SCHEMAS["glossary"]["see"], "fighters/india.md#delhi"), (SCHEMAS["glossary"]["see"], "index.md"),
    ],
)  # fmt: skip
def test_sound_value(shape, value):
    assert fault(shape, value) == ("", "")


@pytest.mark.parametrize(
    ("shape", "value", "problem"),
    [
        (Shape(), 2016, "is a number, not text"), (Shape(), True, "is a truth value, not text"), (Shape(), None, "is empty"),
        (Shape(), " ", "is empty"), (Shape(), ["a"], "is a list, not text"), (Shape(), {"a": 1}, "is fields of its own, not text"),
        (Shape("number"), True, "is a truth value, not a number"), (Shape("number"), "5", "is text, not a number"),
        (Shape("truth"), "yes", "is text, not true or false"), (Shape("texts"), [], "is a list, not text or a list of texts"),
        (Shape("texts"), [1], "is a list, not text or a list of texts"), (Shape(choices=("full",)), "ful", "is 'ful'"),
        (SCHEMAS["glossary"]["cite"], "@a, p. 3", "is '@a, p. 3'"), (SCHEMAS["glossary"]["see"], "hives", "is 'hives'"),
    ],
)  # fmt: skip
def test_faulty_value(shape, value, problem):
    message, fix = fault(shape, value)
    assert message == problem
    assert fix


def waived(check, **changed):
    lines = [f"{key}: {value}" for key, value in {**WAIVER, **changed}.items() if value is not None]
    sources = [
        Source("bib/waivers.yml", "- " + "\n  ".join(lines) + "\n"),
        Source("CITATION.cff", 'date-released: "2026-11-22"\n'),
        Source("docs/a.md", "# A\n\nText.\n"),
    ]
    return [(finding.location.line, finding.location.column) for finding in check.check(read.monograph(sources))]


def test_a_sound_waiver_is_left_alone():
    assert waived(wvr001_malformed_waiver) == waived(wvr003_waiver_too_wide) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "bib2"), ("code", "BIB999"), ("code", "WVR002"), ("place", "docs/b.md"), ("place", "docs/a.md#x"), ("reason", "todo"),
        ("reason", "It is"), ("date", "yesterday"), ("date", '"2026-02-30"'), ("date", '"2026-11-23"'), ("date", '"2026"'),
    ],
)  # fmt: skip
def test_a_malformed_waiver_is_marked_at_the_field(field, value):
    assert waived(wvr001_malformed_waiver, **{field: value}) == [(list(WAIVER).index(field) + 1, 3)]


@pytest.mark.parametrize("place", ["docs", "docs/a.md", '"docs/a.md#a"', "CITATION.cff"])
def test_a_place_that_exists_is_no_malformed_one(place):
    assert waived(wvr001_malformed_waiver, place=place) == []


@pytest.mark.parametrize("field", WAIVER)
def test_a_waiver_without_a_part_is_marked(field):
    assert waived(wvr001_malformed_waiver, **{field: None}) == [(1, 3)]


@pytest.mark.parametrize("place", ['"*"', "docs/", "docs", "data/editorial.yml", '"docs/*.md"', "mkdocs.yml"])
def test_a_wide_waiver_is_marked(place):
    assert waived(wvr003_waiver_too_wide, place=place) == [(2, 3)]


@pytest.mark.parametrize(("value", "problems"), [("E5", []), ("5", []), ("true", ["`id` is a truth value, not text"]), ("[E1]", ["`id` is a list, not text"])])
def test_the_id_of_an_editorial_note(value, problems):
    data = Source("data/editorial.yml", f"- id: {value}\n  title: Wax\n")
    assert [finding.message for finding in dat003_data_misshapen.check(read.monograph([data]))] == problems


def test_what_a_check_finds_is_the_first_sentence_after_its_name():
    assert checks.what(wvr003_waiver_too_wide) and all(checks.what(check) for check in checks.CHECKS)
    for check in checks.CHECKS:
        name = check.__name__.rpartition(".")[2].partition("_")[2].replace("_", "-")
        assert " ".join(check.__doc__.split()).startswith(f"{check.CODE} {name}: {checks.what(check)} Why: ")
