"""Dates and numbers as texts state them: the first and last day of each date, the values of each number, and what is neither."""

import pytest
from apparatus.grounds import numbers, prose_dates

DATES = {
    "on 4 April 2020 he": [("4 April 2020", (2020, 4, 4), (2020, 4, 4))],
    "in February 2020": [("February 2020", (2020, 2, 1), (2020, 2, 29))],
    "September–November 2019": [("September–November 2019", (2019, 9, 1), (2019, 11, 30))],
    "between October 2019 and February 2020": [("October 2019 and February 2020", (2019, 10, 1), (2020, 2, 29))],
    "the summer of 2018": [("the summer of 2018", (2018, 6, 1), (2018, 8, 31))],
    "late 2017 or early 2018": [("late 2017 or early 2018", (2017, 7, 1), (2018, 6, 30))],
    "between 2016 and 2018": [("2016 and 2018", (2016, 1, 1), (2018, 12, 31))],
    "in 2013–14, when": [("2013–14", (2013, 1, 1), (2014, 12, 31))],
    "from its formation in 2015 to 2020": [("2015", (2015, 1, 1), (2015, 12, 31)), ("2020", (2020, 1, 1), (2020, 12, 31))],
    "since the 1980s": [("1980s", (1980, 1, 1), (1989, 12, 31))],
    "in April and later": [("April", (0, 4, 1), (0, 4, 30))],
    "in the summer he": [("the summer", (0, 6, 1), (0, 8, 31))],
}
NO_DATES = ["7,000–8,500", "draft 2020-12", "1,750 fighters", "he may come", "May I ask", "resolution 21789", "v2.2019"]
NUMBERS = {
    "fell from 1,750 fighters": [(1750,)],
    "7,000–8,500 in all": [(7000, 8500)],
    "Four of the six were killed": [(4,), (6,)],
    "cost 30 lives, those of 11 policemen": [(30,), (11,)],
    "In 2020 two emirs": [(2,)],
    "on 4 April": [],
    "note 60 and resolution 2178": [],
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_has_its_first_and_last_day(text):
    assert [(date.text, date.first, date.last) for date in prose_dates.found(text)] == DATES[text]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text):
    assert prose_dates.found(text) == ()


def test_a_date_without_year_takes_that_of_its_context():
    (date,) = prose_dates.found("in April he was taken")
    assert date.yearless and date.within(2018).first == (2018, 4, 1)


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_in_figures_and_words(text):
    assert [number.values for number in numbers.found(text)] == NUMBERS[text]


def test_a_number_knows_the_words_after_it_in_its_clause():
    (number,) = numbers.found("some 1,442 members surrendered; others fled")
    assert number.following == ("members", "surrendered")
