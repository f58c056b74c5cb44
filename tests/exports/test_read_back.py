"""The files as a second program reads them: pandoc reads all three back, and gives the same works for every entry of the book."""

import json
import subprocess
from pathlib import Path

import bibtexparser
import pypandoc
import pytest
from apparatus import read
from apparatus.exports import FORMS
from apparatus.records import works

ROOT = Path(__file__).parents[2]
QUOTES = str.maketrans("‘’“”", '""""')
# The variables of CSL 1.0.2 that the book's entries give, and its types for them.
VARIABLES = set(
    "DOI ISBN ISSN URL accessed author collection-title container-title edition editor genre id issue issued language note number "
    "page publisher publisher-place title title-short translator type volume".split()
)
TYPES = {"article-journal", "book", "chapter", "document", "report", "webpage"}


def from_pandoc(form, text):
    command = [pypandoc.get_pandoc_path(), f"--from={form}", "--to=csljson"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return [same(item) for item in json.loads(done.stdout)]


def same(value):
    """Curly quotes folded: pandoc's readers of BibTeX and CSL-JSON print ‘a’ as “a”."""
    if isinstance(value, str):
        return value.translate(QUOTES)
    if isinstance(value, list):
        return [same(part) for part in value]
    return {name: same(part) for name, part in value.items()} if isinstance(value, dict) else value


def as_bib_gives(item):
    """Pandoc gives ``@misc`` no type, takes ``english`` for American, and a page on the web for part of nothing."""
    if item["type"] == "webpage" and item.get("container-title") == item.get("publisher"):
        item = {name: value for name, value in item.items() if name != "container-title"}
    kind = "" if item["type"] == "document" else item["type"]
    return item | {"type": kind} | ({"language": "en-US"} if item.get("language") == "en" else {})


def as_ris_gives(item):
    """What pandoc 3.9 reads of RIS: no access date, place, note or kind of work, and of ``SN`` that it is an ISSN."""
    given = {name: value for name, value in item.items() if name not in {"accessed", "publisher-place", "note", "genre", "title-short"}}
    given["type"] = "entry" if item["type"] == "document" else item["type"]  # its word for GEN
    for number in {"number", "ISBN"} & given.keys():
        given["ISSN"] = given.pop(number)
    if "issued" in item:
        given["issued"] = {"date-parts": [item["issued"]["date-parts"][0][:1]]}  # of a date the year of its beginning
    return given | {role: [as_ris_names(name) for name in item[role]] for role in ("author", "editor") if role in item}


def as_ris_names(name):
    """A body comes back as a family name, with a dash for a comma; a suffix in BibTeX's place for one."""
    if "literal" in name:
        return {"family": name["literal"].replace(", ", " – ")}
    return name | {"given": name["suffix"], "suffix": name["given"]} if "suffix" in name else name


READ_BACK = {
    "bibtex": ("bib", as_bib_gives),
    "biblatex": ("bib", as_bib_gives),
    "csljson": ("json", lambda item: item),
    "ris": ("ris", as_ris_gives),
}


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT).by_citekey


@pytest.fixture(scope="module")
def records(book):
    return works(book.values())


@pytest.fixture(scope="module")
def small():
    entries, _ = read.bibtex.entries("bib/works.bib", (Path(__file__).parent / "golden/entries.bib").read_text(encoding="utf-8"))
    return works(entries)


@pytest.mark.parametrize("form", READ_BACK)
@pytest.mark.parametrize("which", ["records", "small"])
def test_pandoc_reads_the_same_works(form, which, request):
    found = request.getfixturevalue(which)
    ending, expected = READ_BACK[form]
    items = from_pandoc(form, FORMS[ending](found.values()))
    assert [item["id"] for item in items] == sorted(found)
    assert items == [same(expected(record.csl)) for record in found.values()]


def test_every_work_of_the_book_is_there(book, records):
    assert list(records) == sorted(book) and len(records) > 100


def official(entry):
    """Where the document of an entry is given out that names it by a symbol of the Security Council alone."""
    return f"https://undocs.org/{entry['number'].replace(' ', '')}" if entry["number"].startswith("S/") and not entry["url"] else ""


def plain(entry, *names):
    """The first of these fields that the entry has, as a reader sees it. The book uses no TeX but these."""
    value = next((entry[name] for name in names if entry[name]), "")
    return value.replace("{", "").replace("}", "").replace("\\&", "&").replace("--", "-")


def test_nothing_is_changed_on_the_way(book, records):
    """Capitals, quotes, dashes, symbols: what the entry says, letter by letter, without asking pandoc."""
    for key, entry in book.items():
        item = records[key].csl
        title = ": ".join(filter(None, [plain(entry, "title"), plain(entry, "subtitle")]))
        number = {"issue": plain(entry, "number")} if entry.kind == "article" else {"number": plain(entry, "number")}
        expected = {
            "title": title,
            "container-title": plain(entry, *(["organization"] if entry.kind == "online" else []), "journaltitle", "booktitle"),
            "publisher": plain(entry, "publisher", "institution", "organization"),
            "publisher-place": plain(entry, "location"),
            "genre": plain(entry, "type"),
            "note": plain(entry, "note"),
            "URL": entry["url"] or official(entry),
            **number,
        }
        assert {name: item.get(name, "") for name in expected} == expected, key
        date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) if "issued" in item else ""
        assert date == entry["date"], key


def test_every_work_of_the_press_comes_with_author_or_outlet(book, records):
    """Readers' programs name a work by its author, else by where it appeared."""
    for key in (key for key, entry in book.items() if entry.location.path == "bib/press.bib"):
        tags = {line[:2] for line in records[key].ris.splitlines()}
        assert {"AU", "T2"} & tags and {"author", "container-title"} & records[key].csl.keys(), key


def test_documents_with_a_symbol_have_their_official_address_and_no_day_of_access(book, records):
    found = {key: record.csl["URL"] for key, record in records.items() if official(book[key])}
    assert found["unsc2020s53"] == "https://undocs.org/S/2020/53" and found["unsc2014res2178"] == "https://undocs.org/S/RES/2178(2014)"
    assert len(found) == 6 and not [key for key in found if "accessed" in records[key].csl or "Y2  -" in records[key].ris]


def test_csl_json_holds_only_what_csl_knows(records):
    assert {name for record in records.values() for name in record.csl} <= VARIABLES
    assert {record.csl["type"] for record in records.values()} <= TYPES


def test_bibtexparser_reads_every_field_as_the_book_has_it(book, records):
    library = bibtexparser.parse_string(FORMS["bib"](records.values()))
    assert not library.failed_blocks and [entry.key for entry in library.entries] == sorted(book)
    names = {"journaltitle": "journal", "location": "address"}
    for found in library.entries:
        entry = book[found.key]
        expected = {names.get(f.name, f.name): f.value for f in entry.fields if f.name != "keywords"}
        if official(entry):
            expected["url"] = official(entry)
        given = {field.key: field.value for field in found.fields}
        assert given == expected | ({"year": entry["date"][:4]} if entry["date"] else {}), found.key
        assert found.entry_type == ("techreport" if entry.kind == "report" else entry.kind)


def test_ris_keeps_to_its_form(records):
    text = FORMS["ris"](records.values())
    lines = text.removesuffix("\r\n").split("\r\n")
    assert "\n" not in "".join(lines) and all(line[:6] == f"{line[:2]}  - " and line[:2].isalnum() for line in lines)
    assert [line for line in lines if line.startswith("TY")] and lines[0].startswith("TY") and lines[-1] == "ER  - "
    for record in records.values():
        tags = dict(line.split("  - ", 1) for line in record.ris.splitlines())
        date = [f"{part:02}" for part in record.csl.get("issued", {"date-parts": [[]]})["date-parts"][0]]
        assert tags.get("DA", "///").split("/") == [*date, "", "", "", ""][:4]
        seen = record.csl.get("accessed", {"date-parts": [[]]})["date-parts"][0]
        assert tags.get("Y2", "") == ("/".join(f"{part:02}" for part in seen) + "/" if seen else "")
