"""Dates that a claim names, the date of a source, and how far apart they are."""

import pytest
from apparatus.evidence import claims
from apparatus.evidence.ages import Age, Time, ages, named, published
from apparatus.model import Entry, Field, Location

PLACE = Location("bib/works.bib", 1, 1)


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("In 2016 they left.", [(2016,)]),
        ("From 2014 to 2016, and again in 2015.", [(2014,), (2015,), (2016,)]),
        ("On 4 April 2020 and in late 2019.", [(2019,), (2020, 4)]),
        ("Between September and November 2019.", [(2019, 11)]),
        ("The war of 1936–39 and that of 1899-1902.", [(1902,), (1939,)]),
        ("The winter of 2014/15; late 2017/early 2018.", [(2015,), (2017,), (2018,)]),
        ("In the 1990s and the 1800s.", [(1899,), (1999,)]),
        ("Since mid-2016, in (2017) and “2018”.", [(2016,), (2017,), (2018,)]),
        ("A hive of 2,016 bees, 12016 of them, 2016.5, $2016, 2016 %, 2016th, S/2016/4.", []),
        ("There were 2016 people, 1800 fighters and 2000 miles.", []),
        ("In 1499 and 2100, 999 and 3000.", []),
        ("2,000–5,000 in the year 2018/2019.", [(2019,)]),
        ("May 2016 or May of 2017.", [(2016, 5), (2017,)]),
        ("", []),
    ],
)
def test_dates_named(words, times):
    assert named(words) == tuple(Time(*time) for time in times)


@pytest.mark.parametrize(
    ("fields", "time"),
    [
        ({"date": "2016"}, Time(2016)),
        ({"date": "2016-05"}, Time(2016, 5)),
        ({"date": "{2016-05-03}"}, Time(2016, 5)),
        ({"date": "2014/2016"}, Time(2016)),
        ({"date": "2014-03/2016-02"}, Time(2016, 2)),
        ({"date": "2014-03/"}, Time(2014, 3)),
        ({"date": "2016-21"}, Time(2016)),
        ({"year": "2016"}, Time(2016)),
        ({"year": "c. 2016"}, Time(2016)),
        ({"date": "in May"}, None),
        ({}, None),
    ],
)
def test_dates_of_sources(fields, time):
    assert published(Entry("key", "book", tuple(Field(name, value, PLACE) for name, value in fields.items()), PLACE)) == time


@pytest.mark.parametrize(
    ("latest", "source", "bucket"),
    [
        (Time(2016), Time(2015, 12), "before"),
        (Time(2016, 5), Time(2016, 4), "before"),
        (Time(2016, 5), Time(2016, 5), "same"),
        (Time(2016, 5), Time(2016), "same"),
        (Time(2016), Time(2016, 1), "same"),
        (Time(2016, 12), Time(2017, 1), "next"),
        (Time(2016), Time(2018), "few"),
        (Time(2016), Time(2020), "few"),
        (Time(2016), Time(2021), "many"),
        (Time(2016), None, "undated"),
    ],
)
def test_buckets(latest, source, bucket):
    assert Age(None, "key", latest, source).bucket == bucket


def test_a_date_is_not_set_against_the_note_of_another_cell(build):
    rows = "| Hive | In use | Told |\n|---|---|---|\n| Old | To April 2019[@linden2015wax] | It burned.[@elm2016swarm] |\n"
    found = ages(claims.claims(build({"a.md": f'# A\n\n!!! abstract "Abstract"\n\n    All.\n\n{rows}'})), build({}))
    assert [(age.citekey, age.latest) for age in found] == [("linden2015wax", Time(2019, 4))]


def test_each_source_of_a_claim_that_names_a_year_but_not_the_article(book):
    found = ages(claims.claims(book), book)
    assert [(age.citekey, age.latest, age.bucket) for age in found] == [
        ("linden2011roofs", Time(2012), "before"),
        ("council2015bees", Time(2015, 4), "before"),
        ("elm2016swarm", Time(2015, 4), "next"),
    ]
