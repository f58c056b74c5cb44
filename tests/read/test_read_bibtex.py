"""Entries: values, places, faults; nothing that was written is lost in silence."""

import pytest
from apparatus.read import bibtex, macros, records


def read(text):
    return bibtex.entries("bib/a.bib", text)


def told(entry):
    return {field.name: field.value for field in entry.fields}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("@book{a, title = {A {B} c}}", {"title": "A {B} c"}),
        ('@book{a, title = "A {"}B{"} c"}', {"title": 'A {"}B{"} c'}),
        ("@book{a, Title={x},YEAR=2000,}", {"title": "x", "year": "2000"}),
        ("@book(a, title = {x)}, year = 1)", {"title": "x)", "year": "1"}),
        ("@BOOK {a,\n title\n =\n {x}\n ,\n}", {"title": "x"}),
        ("@book{a, title = {}, x = {, = }}", {"title": "", "x": ", = "}),
        ("@book{a, month = jan, m = DEC}", {"month": "1", "m": "12"}),
        ('@string{un = "United " # {Nations}}\n@book{a, author = UN # { Office}}', {"author": "United Nations Office"}),
        ("@string{a = {x}}\n@string{b = a # a}\n@book{a, t = b}", {"t": "xx"}),
        ("@book{a, title = {50\\% more \\& a@b.org @book{x}}}", {"title": "50\\% more \\& a@b.org @book{x}"}),
        ("@book{a, title = {x}, title = {y}}", {"title": "y"}),
        ("comment a@b.org, 100 = 10\n@comment{ @book{b, title = {x}} }\n@preamble{\"x\"}\n@book{a}", {}),
        ("\ufeff@book{a, title = {é\r\n  x}}", {"title": "é\r\n  x"}),
        ("@book{a, doi-x = {x}, bdsk.url_1 = {y}}", {"doi-x": "x", "bdsk.url_1": "y"}),
    ],
)  # fmt: skip
def test_entries_are_read(text, values):
    entries, faults = read(text)
    assert not faults
    assert (entries[-1].citekey, entries[-1].kind, told(entries[-1])) == ("a", "book", values)


def test_duplicates_are_kept():
    entries, faults = read("@book{a, title = {1}, title = {2}}\n\n@misc{a, title = {3}}\n@book{A}")
    assert not faults
    assert [(e.citekey, e.kind, str(e.location)) for e in entries] == [
        ("a", "book", "bib/a.bib:1:7"), ("a", "misc", "bib/a.bib:3:7"), ("A", "book", "bib/a.bib:4:7"),
    ]  # fmt: skip
    assert [field.value for field in entries[0].fields] == ["1", "2"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_raw_file(newline):
    text = newline.join(["", "% x", "@book{ 😀a ,", "\ttitle  = {x", "y},  year= 2000,", "}", ""])
    (entry,), faults = read(text)
    assert not faults
    assert str(entry.location) == "bib/a.bib:3:8"
    assert [str(f.location) for f in entry.fields] == ["bib/a.bib:4:2", "bib/a.bib:5:6"]
    assert [str(f.value_location) for f in entry.fields] == ["bib/a.bib:4:11", "bib/a.bib:5:12"]
    assert entry.raw == text[text.index("@") : text.rindex("}") + 1]


NEXT = "\n@misc{next, title = {n}}"


@pytest.mark.parametrize(
    ("text", "place", "message", "kept"),
    [
        ("@book{a, title = {x}\n year = {1},\n note = {n}}", "1:21", "no comma after the value of 'title'", "title year note"),
        ("@book{a title = {x}, year = 1}", "1:8", "no comma after citekey 'a'", "title year"),
        ("@book{a, title {x}, year = 1}", "1:15", "no '=' after 'title'", "year"),
        ("@book{a, title = {x} y, year = 1}", "1:22", "'y' after the value of 'title'", "title year"),
        ("@book{a, title = {x} {y}, year = 1}", "1:22", "'{' after the value of 'title'", "title year"),
        ("@book{a, title = , year = 1}", "1:18", "no value after 'title ='", "title year"),
        ("@book{a, = {x}, year = 1}", "1:10", "'=' where a field's name should be", "year"),
        ("@book{a,, year = 1}", "1:9", "',' where a field's name should be", "year"),
        ("@book{a, title = {x, year = 1}", "1:9", "closing brace is missing", "title"),
        ("@book{a, title = {x,\n year = {1}\n}", "1:18", "closing brace is missing", "title"),
        ("@book{a, title = {x,\n year = {1}}}", "1:18", "value of 'title' is not closed", "title"),
        ('@book{a, title = "x, year = 1}', "1:18", "value of 'title' is not closed", ""),
        ("@book{a, title = {x}}, year = {1}}", "1:22", "fields or braces outside of any entry", "title"),
        ("@book{a, title = {x}\n", "1:9", "closing brace is missing", "title"),
        ("@book{a, title = foo, year = 1}", "1:18", "'foo' is neither in braces nor defined", "title year"),
        ("@book{a, title = {x \\{ y} z}, year = 1}", "1:7", "braces or quotation marks that programs read", "title year"),
    ],
)
def test_malformed_entries_are_named_and_the_others_read(text, place, message, kept):
    (entry, following), faults = read(text + NEXT)
    assert (entry.citekey, following.citekey, told(following)) == ("a", "next", {"title": "n"})
    assert [f.name for f in entry.fields] == kept.split()
    assert (faults[0].code, str(faults[0].location)) == ("READ004", f"bib/a.bib:{place}")
    assert faults[0].message.startswith(message)
    assert {fault.location.line for fault in faults} <= {1, 2, 3}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("@book{title = {x}}", "1:7", "no citekey in '@book'"),
        ("@book{, title = {x}}", "1:7", "no citekey in '@book'"),
        ("@book a, title = {x}}", "1:1", "no '{' after '@book'"),
        ("@{a, title = {x}}", "1:1", "no kind of entry after '@'"),
        ("@comment{ x", "1:1", "closing brace of '@comment' is missing"),
        ("}", "1:1", "fields or braces outside of any entry"),
    ],
)
def test_what_has_no_citekey_is_named(text, place, message):
    entries, faults = read(text + NEXT)
    assert [entry.citekey for entry in entries] == ["next"]
    assert (faults[0].code, str(faults[0].location), faults[0].message) == ("READ004", f"bib/a.bib:{place}", message)


@pytest.mark.parametrize("written", ["", 2], ids=["left out", "doubled"])
def test_no_single_slip_loses_a_field_in_silence(written):
    good = '@book{key,\n  author = {A and B},\n  title = "T {x}",\n  year = 2000,\n  note = {n} # "q",\n}\n'
    whole = told(read(good)[0][0])
    for index, sign in enumerate(good):
        if sign in "{}=,\"@":
            slip = good[:index] + (sign * 2 if written else "") + good[index + 1 :]
            entries, faults = read(slip)
            assert faults or [told(entry) for entry in entries] == [whole], slip


def test_the_second_reader_is_asked(monkeypatch):
    monkeypatch.setattr("bibtexparser.splitter.Splitter._move_to_end_of_entry", lambda self, start: ([], start, set()))
    _, (fault,) = read("@book{a, title = {x}}")
    assert fault.message == "braces or quotation marks that programs read differently"


def test_names_that_stand_for_names_do_not_grow_without_end():
    lines = ['@string{a = "' + "x" * 100 + '"}'] + [f"@string{{{chr(98 + i)} = {chr(97 + i)} # {chr(97 + i)}}}" for i in range(24)]
    _, faults = read("\n".join([*lines, "@book{k, t = y}"]))
    assert faults[0].code == "READ005"
    with pytest.raises(macros.TooLong):
        macros.value("a # a", {"a": "x" * macros.LONGEST})


@pytest.mark.parametrize("text", ["@a{x, y = " + "{" * 10_000 + "}" * 10_000 + "}", '@a{x, y = "' + "{" * 60 + "}" * 60 + '"}'])
def test_deep_braces_are_refused(text):
    _, faults = read(text)
    assert [fault.code for fault in faults] == ["READ005"]


def test_a_file_full_of_faults_is_given_up():
    _, faults = read("@a{x, = }\n" * 5_000)
    assert len(faults) == records.MOST_FAULTS + 1
    assert faults[-1].code == "READ005" or "READ005" in {fault.code for fault in faults}
    assert faults[-1].location == faults[-2].location


def test_kinds_of_entries_are_kept_and_names_for_values_are_none():
    entries, faults = read("@xdata{a}\n@unpublished{b}\n@string{s = {x}}\n@thesis{c}\n@article{d}")
    assert not faults
    assert [entry.kind for entry in entries] == ["xdata", "unpublished", "thesis", "article"]
