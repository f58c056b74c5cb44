"""Works of one hand: who counts as their maker, and which of them stand together."""

import pytest
from apparatus.evidence import bodies, claims
from apparatus.model import Entry, Field, Location

PLACE = Location("bib/works.bib", 1, 1)


def entry(**fields):
    return Entry("key", "report", tuple(Field(name, value, PLACE) for name, value in fields.items()), PLACE)


TEAM = "{{Ninth Report of the Hive and Wax Monitoring Team Submitted Pursuant to Resolution 12}}"


@pytest.mark.parametrize(
    ("fields", "first", "all_"),
    [
        ({"author": "Linden, Ada"}, "Ada Linden", "Ada Linden"),
        ({"author": "Ada Linden"}, "Ada Linden", "Ada Linden"),
        ({"author": "Linden, Ada and Hazel, Bo"}, "Ada Linden", "Ada Linden and Bo Hazel"),
        ({"author": "Linden, Ada and others"}, "Ada Linden", "Ada Linden and others"),
        ({"author": "Linden, Ada and Hazel, Bo and Sage, Cora"}, "Ada Linden", "Ada Linden and others"),
        ({"author": "{{Hive and Wax Council}}"}, "Hive and Wax Council", "Hive and Wax Council"),
        ({"editor": "Hazel, Bo", "organization": "The Elm"}, "Bo Hazel", "Bo Hazel"),
        ({"organization": "The Elm", "publisher": "Meadow"}, "The Elm", "The Elm"),
        ({"author": "{[Unsigned]}", "publisher": "Meadow"}, "Meadow", "Meadow"),
        ({"author": "{[Unsigned]}"}, "", ""),
        ({"author": "{United Nations Security Council}", "title": TEAM}, "Hive and Wax Monitoring Team", "Hive and Wax Monitoring Team"),
        ({"author": "{Hive Council}", "title": TEAM}, "Hive Council", "Hive Council"),
        ({"author": "{United Nations Security Council}", "title": "{Resolution 12}"}, "United Nations Security Council", "United Nations Security Council"),
        ({"author": "{United Nations}", "title": "{Report of the Secretary-General on bees}"}, "Secretary-General", "Secretary-General"),
    ],
)
def test_hands(fields, first, all_):
    assert bodies.hand(entry(**fields)) == first
    assert bodies.hands(entry(**fields)) == all_


def test_only_those_with_several_works_and_each_claim_once(book):
    found = bodies.bodies(claims.claims(book), book)
    assert [(body.name, body.works, body.claims) for body in found] == [("Ada Linden", ("linden2011roofs", "linden2015wax"), 3)]


def test_the_article_is_no_work_of_its_author_here(build):
    pages = {"a.md": '# A\n\n!!! abstract "Abstract"\n\n    All.\n\nOne.[@sage2020hives] Two.[@sage2021combs] Three.[@sage2022wax]\n'}
    more = "".join(f"@book{{{key},\n  author = {{Sage, Cora}},\n  title = {{{{{key}}}}},\n}}\n" for key in ("sage2021combs", "sage2022wax"))
    book = build(pages, press=more)
    found = bodies.bodies(claims.claims(book), book)
    assert [(body.name, body.works, body.claims) for body in found] == [("Cora Sage", ("sage2021combs", "sage2022wax"), 2)]


def test_of_equals_the_name_decides(build):
    pages = {"a.md": '# A\n\n!!! abstract "Abstract"\n\n    All.\n\nOne.[@b1; @a1] Two.[@a2; @b2]\n'}
    more = "".join(f"@book{{{key},\n  author = {{{{{key[0].upper()} House}}}},\n  title = {{{{{key}}}}},\n}}\n" for key in ("b1", "a1", "a2", "b2"))
    book = build(pages, press=more)
    assert [body.name for body in bodies.bodies(claims.claims(book), book)] == ["A House", "B House"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"author": "Linden, Ada", "journaltitle": "Wax Notes", "organization": "Hive Center"}, "Hive Center"),
        ({"author": "Linden, Ada", "journaltitle": "Wax Notes"}, "Wax Notes"),
        ({"author": "Linden, Ada", "institution": "Hive Center", "publisher": "Meadow"}, "Hive Center"),
        ({"author": "Linden, Ada", "booktitle": "Of Bees", "publisher": "Meadow"}, "Meadow"),
        ({"author": "Linden, Ada", "publisher": "Meadow and Sons and Elm"}, "Meadow"),
        ({"author": "Linden, Ada"}, ""),
    ],
)
def test_outlets(fields, name):
    assert bodies.outlet(entry(**fields)) == name


def test_works_of_several_hands_and_one_outlet_stand_together_once(build):
    """A newspaper without named authors is a hand already; an institute behind several authors shows only here."""
    made = {
        "a1": "author = {A, B},\n  institution = {Hive Center}", "a2": "author = {C, D},\n  institution = {{Hive Center}}",
        "e1": "organization = {The Elm}", "e2": "organization = {The Elm}", "x": "author = {E, F}", "y": "author = {G, H}",
    }  # fmt: skip
    more = "".join(f"@report{{{key},\n  {fields},\n  title = {{{{{key}}}}},\n}}\n" for key, fields in made.items())
    text = '# A\n\n!!! abstract "Abstract"\n\n    All.\n\nOne.[@a1] Two.[@a1; @a2] Three.[@e1] Four.[@e2; @x] Five.[@y]\n'
    book = build({"a.md": text}, press=more)
    found = claims.claims(book)
    assert [(body.name, body.works, body.claims) for body in bodies.outlets(found, book)] == [("Hive Center", ("a1", "a2"), 2)]
    assert [body.name for body in bodies.bodies(found, book)] == ["The Elm"]


@pytest.mark.parametrize(
    ("author", "title", "name"),
    [
        ("{United Nations Security Council}", TEAM, "Hive and Wax Monitoring Team"),
        ("{United Nations Security Council}", "{Resolution 12}", ""),
        ("{Hive Council}", TEAM, ""),
    ],
)
def test_whose_report_the_united_nations_print(author, title, name):
    assert bodies.reporter(entry(author=author, title=title)) == name
