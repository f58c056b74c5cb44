"""What kind of source supports a statement, and in which order they count."""

import pytest
from apparatus.drawing.palette import SUPPORTS as HUES
from apparatus.evidence.support import SUPPORTS, article, support, supports


@pytest.mark.parametrize(
    ("citekey", "name"),
    [
        ("linden2011roofs", "scholarly"),
        ("council2015bees", "official"),
        ("ministry2016combs", "official"),
        ("elm2016swarm", "press"),
        ("drones2017song", "primary"),
        ("sage2020hives", "author"),
    ],
)
def test_support_of_an_entry(book, citekey, name):
    assert support(book.by_citekey[citekey]) == name


def test_an_entry_of_another_file_counts_as_press_and_an_extremist_one_as_primary_wherever_it_stands(build):
    others = "@misc{a1,\n  title = {A},\n}\n@misc{b1,\n  title = {B},\n  keywords = {consulted, extremist},\n}\n"
    book = build({}, oddments=others)
    assert [support(book.by_citekey[key]) for key in ("a1", "b1")] == ["press", "primary"]


def test_the_strongest_comes_first_and_unknown_works_count_nothing(book):
    everything = ["sage2020hives", "drones2017song", "elm2016swarm", "council2015bees", "linden2011roofs", "nobody1999"]
    assert supports(everything, book) == ("scholarly", "official", "press", "primary", "author")
    assert supports(["sage2020hives", "elm2016swarm", "elm2016swarm"], book) == ("press", "author")
    assert supports(["nobody1999"], book) == supports([], book) == ("none",)


def test_the_article_is_known_by_its_keyword(book, build):
    assert article(book) == "sage2020hives"
    assert article(build({}, scholarship="")) == ""


def test_each_support_has_a_letter_of_its_own_and_a_colour():
    letters = [letter for _, letter in SUPPORTS.values()]
    assert len(set(letters)) == len(letters) and letters[-1] == ""
    assert list(HUES) == list(SUPPORTS)
