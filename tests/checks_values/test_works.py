"""When two entries stand for one work."""

import pytest
from apparatus import read
from apparatus.checks import bib004_one_work_two_keys
from apparatus.grounds import works
from apparatus.model import Source

ONE = "@{kind}{{a2016,\n author = {{Ash, Dora}}, title = {{{{The Swarms of the Old Town}}}}, date = {{2016-04}}{more} }}\n"
TWO = "@{kind}{{b2016,\n author = {{{author}}}, title = {{{title}}}, date = {{{date}}}{more} }}\n"


def found(one="", two="", kind="online", other="online", author="Ash, Dora", title="{The Swarms of the Old Town}", date="2016-04"):
    text = ONE.format(kind=kind, more=one and ", " + one)
    text += TWO.format(kind=other, author=author, title=title, date=date, more=two and ", " + two)
    return list(bib004_one_work_two_keys.check(read.monograph([Source("bib/x.bib", text)])))


@pytest.mark.parametrize(
    "second",
    [
        {},
        {"author": "Dora Ash"},
        {"author": "Ash, D. and Elm, C."},
        {"author": "{Ash}, Dora"},
        {"title": "Swarms of the old town"},
        {"title": "The Swarms of the {Old} Town."},
        {"title": "Thé Swarms of the \\emph{Old} Town"},
        {"title": "The Swarms", "two": "subtitle = {of the Old Town}"},
        {"date": "2016"},
        {"date": "2016-04-30"},
        {"two": "url = {https://a.example/x}"},
        {"one": "url = {https://a.example/x}", "two": "url = {https://b.example/x}"},
        {"kind": "article", "one": "journaltitle = {J. of Hives}", "two": "organization = {Hives}"},
        {"author": "Elm, C.", "title": "Other", "one": "doi = {10.1000/A}", "two": "doi = {https://doi.org/10.1000/a}"},
        {"author": "Elm, C.", "title": "Other", "one": "url = {http://www.a.example/x/}", "two": "url = {https://a.example/x?utm_source=y}"},
        {"title": "Other", "one": "url = {https://a.example/x}", "two": "url = {https://web.archive.org/web/2016/https://a.example/x}"},
        {"title": "Other", "one": "url = {https://a.example/x#page=2}", "two": "url = {https://A.example/x}"},
    ],
)
def test_one_work(second):
    (finding,) = found(**second)
    assert (finding.location.line, finding.location.column) == (3, len(f"@{second.get('other', 'online')}{{") + 1)


@pytest.mark.parametrize(
    "second",
    [
        {"author": "Elm, C."},
        {"author": "Ashe, Dora"},
        {"title": "The Swarms of the New Town"},
        {"date": "2017"},
        {"date": "2016-05"},
        {"date": "n.d."},
        {"one": "volume = {1}", "two": "volume = {2}"},
        {"one": "number = {S/2016/3}", "two": "number = {S/2016/4}"},
        {"one": "edition = {1}", "two": "edition = {2}"},
        {"one": "langid = {english}", "two": "langid = {french}"},
        {"one": "doi = {10.1000/a}", "two": "doi = {10.1000/b}"},
        {"one": "url = {https://a.example/1}", "two": "url = {https://a.example/2}"},
        {"one": "url = {https://a.example/?id=1}", "two": "url = {https://a.example/?id=2}", "title": "Other"},
        {"one": "url = {https://a.example/}", "two": "url = {https://a.example}", "title": "Other"},
        {"one": "organization = {The Elm}", "two": "organization = {The Oak}"},
        {"two": "related = {a2016}, relatedtype = {translationof}"},
        {"kind": "inbook", "other": "inbook", "title": "Other", "one": "doi = {10.1000/a}", "two": "doi = {10.1000/a}"},
        {"kind": "book", "other": "incollection", "title": "Other", "one": "url = {https://a.example/b}", "two": "url = {https://a.example/b}"},
        {"other": "xdata"},
    ],
)
def test_two_works(second):
    assert not found(**second)


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1000/a", "10.1000/a"),
        ("doi: 10.1000/A(1)b", "10.1000/a(1)b"),
        ("https://dx.doi.org/10.1000%2Fa", ""),
        ("https://doi.org/10.1000/a%2Fb?x=1", "10.1000/a/b"),
        ("https://a.example/10.1000/a", ""),
        ("", ""),
        ("10.1/" + "x" * 100_000, ""),
    ],
)
def test_doi(value, doi):
    assert works.doi(value) == doi


@pytest.mark.parametrize(("more", "count"), [("", 0), ("author = {Ash, Dora}, ", 1), ("organization = {The Elm}, ", 1)])
def test_of_works_without_author_the_title_says_nothing(more, count):
    text = "".join(f"@online{{{key}2016, {more}title = {{{{The Swarms of the Old Town}}}}, date = {{2016-04}} }}\n" for key in "ab")
    assert len(list(bib004_one_work_two_keys.check(read.monograph([Source("bib/x.bib", text)])))) == count
