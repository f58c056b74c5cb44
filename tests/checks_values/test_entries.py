"""What an entry must have, what it inherits, where it begins, and how it is called."""

import pytest
from apparatus import read
from apparatus.checks import (
    bib002_missing_field,
    bib009_citekey_form,
    bib011_dangling_reference,
    bib013_misplaced_field,
    bib015_two_dates,
    bib016_stray_text,
)
from apparatus.grounds import entries
from apparatus.model import Source


def book(text):
    return read.monograph([Source("bib/x.bib", text)])


def lines(check, text):
    return [(str(finding.location).removeprefix("bib/x.bib:"), finding.message) for finding in check.check(book(text))]


@pytest.mark.parametrize(
    ("kind", "fields", "lacking"),
    [
        ("article", "author title journaltitle date", ""),
        ("article", "organization title journal year", ""),
        ("article", "", "author title journaltitle date"),
        ("book", "editor title publisher date", ""),
        ("book", "translator title publisher date", ""),
        ("book", "author title date", "publisher"),
        ("mvbook", "author title publisher", "date"),
        ("booklet", "title date", "author"),
        ("incollection", "author title maintitle date", ""),
        ("incollection", "author title date", "booktitle"),
        ("inbook", "author booktitle date", "title"),
        ("suppbook", "title booktitle date", "author"),
        ("inproceedings", "author title date", "booktitle"),
        ("proceedings", "date", "title"),
        ("collection", "title date", "editor"),
        ("inreference", "title date", "booktitle"),
        ("manual", "organization title date", ""),
        ("misc", "author title", "date"),
        ("misc", "author date", "title"),
        ("online", "author title date", "url"),
        ("online", "author title date eprint", ""),
        ("www", "title date url", "author"),
        ("patent", "holder title date", "number"),
        ("periodical", "title", "date"),
        ("suppperiodical", "author title date", "journaltitle"),
        ("report", "author title date", "type institution"),
        ("techreport", "author title date institution", ""),
        ("thesis", "author title date school", "type"),
        ("mastersthesis", "author title date", "institution"),
        ("unpublished", "author title", "date"),
        ("dataset", "title date", "author"),
        ("software", "author title", "date"),
        ("jurisdiction", "title", "date"),
        ("set", "title", "entryset"),
        ("xdata", "", ""),
        ("customa", "", ""),
        ("bibnote", "note", ""),
        ("zzz", "author title date", ""),
        ("misc", "author title pubstate", ""),
        ("article", "author tilte journaltitel date", ""),  # the misspelt names have a finding of their own
    ],
)
def test_missing_fields(kind, fields, lacking):
    text = f"@{kind}{{key2019,\n" + "".join(f" {name} = {{x}},\n" for name in fields.split()) + "}"
    entry = book(text).entries[0]
    assert [alternatives[0] for alternatives in bib002_missing_field.missing(entry, {})] == lacking.split()


@pytest.mark.parametrize(("citekey", "undated"), [("guildnd", True), ("guildnda", True), ("brandname", False), ("nd2019", False)])
def test_only_a_key_that_says_so_may_be_undated(citekey, undated):
    entry = book(f"@misc{{{citekey}, author = {{A}}, title = {{T}} }}").entries[0]
    assert (list(bib002_missing_field.missing(entry, {})) == []) is undated


def test_an_entry_that_could_not_be_read_is_not_said_to_lack_fields():
    assert lines(bib002_missing_field, "@book{a2019,\n title = {T}\n date = {2019},\n publisher = {P} {Q},\n}\n") == []


def test_what_is_inherited():
    text = """@incollection{a, title={T}, crossref={b}}
@collection{b, editor={E}, title={B}, subtitle={S}, note={}, xdata={c}}
@xdata{c, publisher={P}, xdata={a}}"""
    found = book(text)
    inherited = entries.inherited(found.entries[0], found.by_citekey)
    assert {"editor", "booktitle", "maintitle", "publisher"} <= inherited
    assert not {"title", "note", "crossref", "xdata"} & inherited


@pytest.mark.parametrize(
    ("text", "start"), [("@book{a,}", (1, 1)), ("  @book{ a,}", (1, 3)), ("\n@book{\n  a,}", (2, 1)), ("@book{b,} @book(a,)", (1, 11))]
)
def test_where_an_entry_begins(text, start):
    place = entries.start(book(text).entries[-1])
    assert (place.line, place.column) == start


@pytest.mark.parametrize("citekey", ["smith2019", "smith2019a", "unsc2020s53", "news182020kerala", "ismediand", "guildndb"])
def test_citekeys_of_the_house(citekey):
    assert lines(bib009_citekey_form, f"@misc{{{citekey},}}") == []


@pytest.mark.parametrize(
    ("citekey", "severity"),
    [
        ("Smith2019", "warning"),
        ("smith", "warning"),
        ("2019smith", "warning"),
        ("smith-2019", "warning"),
        ("DBLP:conf/x.Smith2019", "warning"),
        ("smith2019:", "error"),
        ("o'hara2019", "error"),
        ("smith;2019", "error"),
        ("smіth2019", "error"),
        ("smith２０１９", "error"),
        ("سميث2019", "error"),
    ],
)
def test_citekeys_of_other_houses(citekey, severity):
    (finding,) = bib009_citekey_form.check(book(f"@misc{{{citekey},}}"))
    assert (finding.severity, finding.location.column) == (severity, 7)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("% @ comment\n@misc{a,}\n", []),
        ("\ufeff% comment\n@misc{a,}", []),
        ("@misc{a,}\r\n\r\n% x\r\nstray\r\n", ["4:1"]),
        ("@misc{a,} % after\n", []),
        ("@misc{a,} after\n", ["1:11"]),
        ("@misc{a,},\n", []),  # has a finding of the reader's
        ("stray\nmore\n\nagain\n@misc{a,}", ["1:1", "4:1"]),
        ("@comment no brackets\n@Comment{a { b } c}\n@preamble{\"x\" # {y}}\n", []),
        ("@string(x = {)})\nmail to a@b.example\n", ["2:1"]),
        ("@string{x = {y}} stray", ["1:18"]),
        ("<<<<<<< mine\n@misc{a,}\n=======\n@misc{b,}\n>>>>>>> theirs\n", []),
        ("only text", ["1:1"]),
        ("", []),
    ],
)
def test_stray_text(text, places):
    assert [place for place, _ in lines(bib016_stray_text, text)] == places


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("@misc{a, crossref={b}} @misc{b,}", 0),
        ("@misc{a, crossref={}} @misc{b,}", 0),
        ("@misc{a, related={b}} @misc{b, related={a}}", 0),
        ("@misc{a, crossref={c}} @misc{b,}", 1),
        ("@misc{a, xdata={b,c, d}} @misc{b,}", 2),
        ("@misc{a, crossref={a}}", 1),
        ("@misc{a, crossref={b}} @misc{b, crossref={a}} @misc{c, crossref={a}}", 2),
        ("@misc{a, crossref={b}} @misc{b, xdata={c}} @misc{c, crossref={a}}", 3),
        ("@misc{a, crossref={B}} @misc{b,}", 1),
    ],
)
def test_dangling_references(text, count):
    assert len(lines(bib011_dangling_reference, text)) == count


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ("date={2019}, year={2019}", False),
        ("date={2019}, year={2018}", True),
        ("date={2019/2020}, year={2020}", False),
        ("date={201X}, year={2014}", False),
        ("date={2019-04}, month=apr", False),
        ("date={2019-04}, month={April}", False),
        ("date={2019-04}, month={05}", True),
        ("date={2019-04}, month={Apr./May}", False),
        ("date={2019-21}, month={4}", False),
        ("date={2019-04-30}, day={3}", True),
        ("date={2019-04}, day={3}", False),
        ("date={2019}, urlyear={2020}", False),
        ("urldate={2019-01-01}, urlyear={2020}", True),
        ("date={spring}, year={2019}", False),
    ],
)
def test_two_dates(fields, faulty):
    assert bool(lines(bib015_two_dates, f"@misc{{a, {fields} }}")) is faulty


@pytest.mark.parametrize(
    ("entry", "faulty"),
    [
        ("@book{a, journaltitle={J}}", True),
        ("@book{a, journaltitle={}}", False),
        ("@article{a, booktitle={B}}", True),
        ("@phdthesis{a, journal={J}}", True),
        ("@misc{a, journaltitle={J}}", False),
        ("@book{a, booktitle={B}} @inbook{b, crossref={a}}", False),
        ("@report{a, institution={I}}", False),
        ("@article{a, publisher={P}, location={L}}", False),
    ],
)
def test_misplaced_fields(entry, faulty):
    assert bool(lines(bib013_misplaced_field, entry)) is faulty
