"""A small bibliography in the three forms, byte by byte, and single values that a form might trip over."""

from pathlib import Path

import pytest
from apparatus.exports import FORMS
from apparatus.model import Entry, Field, Location
from apparatus.read import bibtex
from apparatus.records import ris, works

GOLDEN = Path(__file__).parent / "golden"
PLACE = Location("bib/works.bib", 1, 1)


def entry(citekey, kind, /, path="bib/works.bib", **fields):
    place = Location(path, 1, 1)
    return Entry(citekey, kind, tuple(Field(name, value, place) for name, value in fields.items()), place)


@pytest.fixture(scope="module")
def records():
    entries, faults = bibtex.entries("bib/works.bib", (GOLDEN / "entries.bib").read_text(encoding="utf-8"))
    assert not faults
    return works(entries)


@pytest.mark.parametrize("ending", FORMS)
def test_the_forms_are_as_agreed(records, ending):
    assert FORMS[ending](reversed(records.values())).encode() == (GOLDEN / f"works.{ending}").read_bytes()


def test_no_works_give_empty_files():
    assert {ending: render([]) for ending, render in FORMS.items()} == {"bib": "", "json": "[]\n", "ris": ""}
    assert works([]) == {}


def test_what_is_kept_gives_the_same_and_pandoc_is_asked_once(records, tmp_path, monkeypatch):
    entries, _ = bibtex.entries("bib/works.bib", (GOLDEN / "entries.bib").read_text(encoding="utf-8"))
    assert works(entries, tmp_path / "cache") == records
    monkeypatch.setattr("subprocess.run", lambda *a, **k: pytest.fail("pandoc was asked again"))
    assert works(reversed(entries), tmp_path / "cache") == records


def test_one_entry_that_cannot_be_read_does_not_take_the_others_with_it(tmp_path):
    good = [entry(f"a{number}", "book", title="{A}") for number in range(3)]
    broken = entry("broken", "book", title="{Open")
    assert list(works([*good, broken], tmp_path)) == ["a0", "a1", "a2"]
    assert not list(tmp_path.iterdir()), "what is incomplete is not kept"


def test_what_pandoc_takes_for_no_work_has_no_record():
    assert list(works([entry("a", "book", title="{A}"), entry("b", "xdata", title="{B}")])) == ["a"]


def test_a_crossref_loop_ends():
    assert set(works([entry("a", "book", title="{A}", crossref="b"), entry("b", "book", title="{B}", crossref="a")])) == {"a", "b"}


BARRED = {
    "url": "https://example.org/x",
    "urldate": "2020-01-01",
    "doi": "10.1000/x",
    "eprint": "1",
    "isbn": "978-3-16-148410-0",
    "howpublished": "channel x",
    "addendum": "see www.example.org/x",
}


@pytest.mark.parametrize("marked", [{"keywords": "extremist"}, {"path": "bib/primary.bib"}], ids=["keyword", "file"])
def test_nothing_leads_to_extremist_material(marked):
    record = works([entry("a", "misc", **marked, title="{A}", note="Circulated", **BARRED)])["a"]
    assert record.csl == {"id": "a", "note": "Circulated", "title": "A", "type": "document"}
    assert record.bibtex == "@misc{a,\n  title = {{A}},\n  note = {Circulated},\n}\n"
    assert record.ris == "TY  - GEN\r\nID  - a\r\nTI  - A\r\nN1  - Circulated\r\nER  - \r\n"


def test_the_books_own_marks_stay_at_home_and_other_works_keep_their_addresses():
    house = {"keywords": "consulted", "file": "a.pdf", "annotation": "x", "timestamp": "2020", "owner": "me"}
    record = works([entry("a", "misc", title="{A}", **house, **BARRED)])["a"]
    assert not {"consulted", "a.pdf", "me"} & set(record.bibtex.replace("}", "{").split("{"))
    assert (record.csl["URL"], record.csl["DOI"]) == ("https://example.org/x", "10.1000/x")
    assert all(value in record.bibtex for value in BARRED.values())


def test_a_year_that_stands_beside_the_date_is_not_written_twice():
    record = works([entry("a", "book", title="{A}", year="2015", date="2015-04")])["a"]
    assert record.bibtex == "@book{a,\n  title = {{A}},\n  year = {2015},\n  date = {2015-04},\n}\n"


def test_markup_within_a_title_is_kept_by_csl_json_and_left_out_of_ris():
    record = works([entry("a", "book", title=r"{The \emph{Apis} of 10\textsuperscript{th} <Street>, 1 < 2 > 0}")])["a"]
    assert record.csl["title"] == "The <i>Apis</i> of 10<sup>th</sup> <Street>, 1 < 2 > 0"
    assert "TI  - The Apis of 10th <Street>, 1 < 2 > 0\r\n" in record.ris


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Linden", "given": "Ada"}, "Linden, Ada"),
        ({"family": "Linden"}, "Linden"),
        ({"literal": "Reuters"}, "Reuters"),
        ({"literal": "Bees and Sons"}, "Bees and Sons,"),
        ({"literal": "Council of Hives, Wax and Honey"}, "Council of Hives – Wax and Honey,"),
        ({"family": "Berg", "given": "Jan", "dropping-particle": "van der"}, "van der Berg, Jan"),
        ({"family": "Nahl", "given": "Umm", "non-dropping-particle": "al-"}, "al-Nahl, Umm"),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "King, Martin, Jr."),
        ({"family": "King", "suffix": "Jr."}, "King, , Jr."),
        ({"literal": "A\r\nER  - \r\nTY  - BOOK"}, "A ER - TY - BOOK,"),
    ],
)
def test_names_in_ris(name, written):
    assert f"AU  - {written}\r\n" in ris.text({"id": "a", "author": [name]})


@pytest.mark.parametrize(
    ("issued", "lines"),
    [
        ({"date-parts": [[2015]]}, ["PY  - 2015", "DA  - 2015///"]),
        ({"date-parts": [[2015, 4]]}, ["PY  - 2015", "DA  - 2015/04//"]),
        ({"date-parts": [[2015, 4, 3]]}, ["PY  - 2015", "DA  - 2015/04/03/"]),
        ({"date-parts": [[2015, 4], [2016, 1]]}, ["PY  - 2015", "DA  - 2015/04//to 2016-01"]),
        ({"date-parts": [[2015], [0]]}, ["PY  - 2015", "DA  - 2015///onwards"]),
        ({"date-parts": [[2015]], "circa": True}, ["PY  - 2015", "DA  - 2015///circa"]),
        ({"date-parts": [[2015, 22]]}, ["PY  - 2015", "DA  - 2015///summer"]),
        ({"literal": "in the dry year"}, ["DA  - in the dry year"]),
        ({}, []),
    ],
)
def test_dates_in_ris(issued, lines):
    record = ris.text({"id": "a", "issued": issued})
    assert record.splitlines() == ["TY  - GEN", "ID  - a", *lines, "ER  - "]


@pytest.mark.parametrize(
    ("pages", "lines"),
    [("9-11", ["SP  - 9", "EP  - 11"]), ("xii–xv", ["SP  - xii", "EP  - xv"]), ("S-4", ["SP  - S-4"]), ("3-5, 9", ["SP  - 3-5, 9"])],
)
def test_pages_in_ris(pages, lines):
    assert ris.text({"id": "a", "page": pages}).splitlines()[2:-1] == lines


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029", "\x00"])
def test_no_value_begins_a_field_of_its_own(end):
    found = works([entry("a", "misc", title=f"{{A{end}ER  - {end}TY  - BOOK}}", note=f"B{end}@book{{x,}}")])
    for text in (found["a"].ris, ris.text({"id": "a", "title": f"A{end}ER  - {end}TY  - BOOK", "note": f"B{end}@book{{x,}}"})):
        assert [line[:2] for line in text.split("\r\n")] == ["TY", "ID", "TI", "N1", "ER", ""]
        assert "TI  - A ER - TY - BOOK\r\n" in text
    assert len(found["a"].bibtex.splitlines()) == 4
