"""Small values that several checks ask for: places in sources, titles as read, the ends of excerpts, numerals."""

import pytest
from apparatus import read
from apparatus.checks import url001_malformed_address
from apparatus.grounds import addresses, breaks, data_places, diagrams, entry_fields, excerpts, page_lists, schemas, titles
from apparatus.grounds.texts import texts
from apparatus.model import Location, Source

PAGE = Source("docs/a.md", "# A\n\nabc and abc.\n")


@pytest.mark.parametrize(("line", "column", "offset"), [(1, 1, 0), (3, 1, 5), (3, 5, 9), (9, 1, -1), (3, 99, -1), (0, 1, -1)])
def test_the_offset_of_a_place(line, column, offset):
    assert texts(read.monograph([PAGE])).offset(Location("docs/a.md", line, column)) == offset


@pytest.mark.parametrize(("reach", "column", "offset"), [(0, 1, 5), (3, 1, 5), (6, 2, -1), (7, 2, 13), (8, 3, 13), (3, 10, -1)])
def test_what_begins_within_reach_of_a_place(reach, column, offset):
    assert texts(read.monograph([PAGE])).find("abc", Location("docs/a.md", 3, column), reach) == offset


@pytest.mark.parametrize("text", ["- id: A\n  note: x", "- id: A\n  note: x\n", "- id: A\n  \"note\" : x\n- id: B\n  note: y\n"])
def test_where_a_key_stands(text):
    place = data_places.of_key(read.monograph([Source("data/a.yml", text)]), Location("data/a.yml", 1, 3), "note")
    assert (place.line, place.column) == (2, 3)


def test_the_key_of_another_record_is_none_of_this_one():
    found = read.monograph([Source("data/a.yml", "- id: A\n- note: x\n")])
    assert data_places.of_key(found, Location("data/a.yml", 1, 3), "note") == Location("data/a.yml", 1, 3)


@pytest.mark.parametrize(("before", "column"), [("", 1), ("    ", 5)])
def test_the_lines_of_a_diagram_stand_where_they_are_written(before, column):
    source = "".join(f"{before}{line}\n" for line in ("```mermaid", "flowchart TD", "", "a --> b", "```"))
    found = read.monograph([Source("docs/a.md", f"{'- Item' if before else ''}\n\n{source}")])
    ((page, fence),) = diagrams.fences(found)
    places = [(line.place.line, line.place.column) for line in diagrams.lines(page, fence) if line.text.strip()]
    assert places == [(4, column), (6, column)]


@pytest.mark.parametrize(("value", "wrapped"), [("{a}", True), ("{a} {b}", False), ("{a", False), ("{{a}", False), ("a", False), ("", False)])
def test_a_value_in_braces(value, wrapped):
    assert entry_fields.wrapped(value) is wrapped


@pytest.mark.parametrize("cut", [excerpts.excerpt, entry_fields.quoted])
@pytest.mark.parametrize(("length", "shown"), [(79, "x" * 79), (80, "x" * 80), (81, "x" * 79 + "…"), (500, "x" * 79 + "…")])
def test_an_excerpt_is_not_longer_than_it_may_be(cut, length, shown):
    assert cut("x" * length) == shown


@pytest.mark.parametrize(("numeral", "number"), [("iv", 4), ("IX", 9), ("xiv", 14), ("mcmxciv", 1994), ("viii", 8)])
def test_numerals_of_pages(numeral, number):
    assert page_lists.roman(numeral) == number


@pytest.mark.parametrize(("value", "title"), [("Allied \\& Lethal", "Allied & Lethal"), ("\\emph{Apis}  {Mellifera}", "Apis Mellifera"), ("50\\% of \\LaTeX", "50% of")])
def test_a_title_as_read(value, title):
    assert titles.text(value) == title


def test_what_is_said_of_a_long_choice():
    assert schemas.fault(schemas.Shape(choices=("a", "c")), "b" * 50) == (f"is '{'b' * 40}'", "write one of a, c")


@pytest.mark.parametrize(("address", "offset"), [("https://example.org/a- b", 21), ("https://example.org/a- https://example.net/b", -1), ("https://example.org/a-b", -1)])
def test_the_hyphen_of_a_line_end(address, offset):
    assert breaks.hyphen(address) == offset


def test_addresses_after_links_within_the_book():
    text = "# A\n\n[b](b.md) [r][r] <https://example.org/1> [c](c.md) [d](https://example.org/2)\n\n[r]: https://example.org/3\n"
    found = read.monograph([Source("docs/a.md", text)])
    assert [address.text for address in addresses.addresses(found)] == [f"https://example.org/{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("address", "message", "fix"),
    [
        ("https://example.org/a…b", "is shortened with '…'", "write it in full"),
        ("https://example.org/a<b", "holds the character '<'", "percent-encode it, or remove it"),
        ("https://example.org/a\\b", "holds a backslash", "write the address without TeX commands and escapes"),
    ],
)
def test_what_is_said_of_signs_in_an_address(address, message, fix):
    (finding,) = url001_malformed_address.check(read.monograph([Source("bib/a.bib", f"@online{{a, url = {{{address}}}}}")]))
    assert finding.message.endswith(message) and finding.fix == fix
