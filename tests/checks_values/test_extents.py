"""What locators say: numbers, ranges and titles under their labels, compared end with end."""

import pytest
from apparatus.grounds.extents import extents, is_placeholder, number, pages, roman, unabbreviated
from apparatus.model import Location, Locator


def said(label, value):
    found, rest = extents(Locator(label, value, f"{label} {value}", Location("docs/a.md")))
    return [f"{each.label} {each.text.strip()}".strip() for each in found], rest


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("p.", "3", ["p. 3"]),
        ("pp.", "14-16", ["pp. 14-16"]),
        ("pp.", "14-16, 18 and 20–22", ["pp. 14-16", "pp. 18", "pp. 20–22"]),
        ("p.", "3, n. 4", ["p. 3", "n. 4"]),
        ("p.", "3 n. 4", ["p. 3", "n. 4"]),
        ("vol.", "III, pp. 2-3", ["vol. III", "pp. 2-3"]),
        ("pp.", "iv-12", ["pp. iv-12"]),
        ("p.", "A-12", ["p. A-12"]),
        ("pp.", "S1-S10", ["pp. S1-S10"]),
        ("pp.", "1,234-1,240", ["pp. 1,234-1,240"]),
        ("pp.", "3 ff.", ["pp. 3 ff."]),
        ("p.", "14-", ["p. 14-"]),
        ("sec.", "“A, 3-5” and “B”", ["sec. “A, 3-5”", "sec. “B”"]),
        ("para.", "3(a)-(c)", ["para. 3(a)-(c)"]),
        ("timestamp", "1:02:03", ["timestamp 1:02:03"]),
        ("", "2011, p. 3", ["2011", "p. 3"]),
        ("p.", "٣", ["p. ٣"]),
    ],
)
def test_what_a_locator_lists(label, value, expected):
    assert said(label, value) == (expected, "")


@pytest.mark.parametrize(
    ("label", "value", "rest"),
    [("p.", "three", "three"), ("n.", "14 of the article", "of the article"), ("pp.", "1-2-3", "-3"), ("s.v.", "Wax", "Wax"), ("p.", "9" * 50, "9" * 50)],
)
def test_what_it_does_not_understand_is_left_over(label, value, rest):
    assert said(label, value)[1] == rest


@pytest.mark.parametrize(("written", "value"), [("xii", 12), ("IX", 9), ("mcmxc", 1990), ("v", 5), ("(xv)", 15), ("iiv", None), ("civil", None), ("", None)])
def test_roman_numerals(written, value):
    assert roman(written) == (None if value is None else ("roman", (value,), "", ""))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12", ("arabic", (12,), "", "")),
        ("12a", ("arabic", (12,), "", "a")),
        ("S12", ("arabic", (12,), "S", "")),
        ("3.2.1", ("arabic", (3, 2, 1), "", "")),
        ("1,234", ("arabic", (1234,), "", "")),
        ("a", ("letter", (97,), "", "")),
        ("xii", ("roman", (12,), "", "")),
        ("²", None),
        ("—", None),
        ("9" * 40, None),
    ],
)
def test_numbers(written, expected):
    assert number(written) == expected


@pytest.mark.parametrize(("first", "last", "full"), [("114", "16", 116), ("114", "116", 116), ("101", "8", 108), ("14", "10", 10), ("99", "100", 100), ("199", "05", 105)])
def test_shortened_ends(first, last, full):
    assert unabbreviated(first, last) == full


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1--9", [(1, 9)]), ("114--16, 120", [(114, 116), (120, 120)]), ("12", [(12, 12)]), ("e12", [None]), ("ix--xii", [None]), ("1-2-3", [None]), ("", [None]), ("40+", [None])],
)
def test_pages_of_an_entry(value, expected):
    assert list(pages(value)) == expected


@pytest.mark.parametrize(("label", "value", "expected"), [("p.", "?", True), ("p.", "TODO", True), ("p.", "0", True), ("sec.", "“…”", True), ("p.", "xx", False), ("p.", "10", False), ("sec.", "“To do”", False), ("p.", "N1", False)])
def test_placeholders(label, value, expected):
    assert is_placeholder(Locator(label, value, value, Location("docs/a.md"))) is expected
