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
