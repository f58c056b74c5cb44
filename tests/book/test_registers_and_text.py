"""Text and registers of the real book: a date or number that changes in one of them is found in every sentence that states the other."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from apparatus import read
from apparatus.checks import (
    dat014_term_not_printed,
    dat017_registers_disagree,
    dat018_term_differs,
    txt035_date_disagrees,
    txt037_count_disagrees,
)
from apparatus.read import data
from apparatus.registers import registers

ROOT = Path(__file__).parents[2]
# The record, its field with the date, what it is changed to, and words of each line of the pages that states the date as it was.
CHANGES = {
    ("leadership", "emir-6", "from", "2019-05"): ["replaced by Aslam Farooqi", "gave way", "make way", "taken the lead"],
    ("leadership", "emir-6", "end_date", "2021-04"): [
        "Two emirs",
        "In April 2020 Afghan",
        "In 2020 the Afghan authorities arrested",
        "captured with Aslam Farooqi",
        "followed by a reshuffle",
        "took from it one sitting and one former emir",
    ],
    ("leadership", "emir-1", "end_date", "2017"): ["died in 2016", "death of the first emir in 2016"],
    ("leadership", "jowzjan-1", "end_date", "2018-02"): ["Afghan forces in January"],
    ("leadership", "jowzjan-2a", "end_date", "2018-04"): ["in March both were killed"],
    ("leadership", "jowzjan-3", "end_date", "2018-05"): ["in April a US drone"],
    ("leadership", "jowzjan-4", "end_date", "2019-06/2019-08"): ["in the summer Rehman"],
    ("events", "us-taliban-agreement", "date", "2021-02"): ["signed in February 2020", "agreement with the United States", "peace deal"],
    ("events", "jalalabad-prison-raid", "date", "2020-09-02"): ["On 2 August 2020", "In August 2020"],
    ("events", "gurdwara-attack", "date", "2020-04-25"): ["On 25 March 2020"],
    ("events", "operation-green-sword", "date", "2017"): ["White House", "Green Sword in 2016", "(OGS) in 2016"],
    ("events", "operation-hamza-begins", "date", "2017-05"): ["April 2017 the beginning", "April 2017, the month"],
    ("events", "ishp-declared", "date", "2019-06"): ["sub-affiliates in India", "branches", "sub-affiliates” for Pakistan"],
}
# The timeline prints the dates of events: which of them dates the same as a tenure.
EVENTS = {
    ("emir-6", "from", "2019-05"): "farooqi-emir",
    ("emir-6", "end_date", "2021-04"): "farooqi-arrested",
    ("emir-1", "end_date", "2017"): "khan-dies",
    ("jowzjan-1", "end_date", "2018-02"): "khitab-captured",
    ("jowzjan-3", "end_date", "2018-05"): "hekmat-killed",
    ("jowzjan-4", "end_date", "2019-06/2019-08"): "habibur-rehman-surrenders",
}


@cache
def book():
    return read.book(ROOT)


def changed(register: str, *changes: tuple[str, str, str]):
    """The book with changes to one register, each the id of a record, what its text is searched for, and what stands there instead."""
    path = f"data/{register}.yml"
    (text,) = [source.text for source in book().sources if source.path == path]
    for record, pattern, by in changes:
        old, text = text, re.sub(rf"(- id: {record}\n(?:(?!\n- id:).)*?){pattern}", rf"\g<1>{by}", text, count=1, flags=re.DOTALL)
        assert text != old, f"nothing to change in {record}"
    records, faults = data.data(path, text)
    assert not faults
    sources = tuple(replace(source, text=text) if source.path == path else source for source in book().sources)
    return replace(book(), data={**book().data, register: records}, sources=sources)


def lines(found, findings) -> list[str]:
    """The lines of the pages that findings stand in, each once."""
    texts = {page.path: page.text.splitlines() for page in found.pages}
    places = sorted({(f.location.path, f.location.line) for f in findings if f.location.path in texts})
    return [texts[path][line - 1] for path, line in places]


def test_dates_and_counts_of_the_book_agree():
    for check in (txt035_date_disagrees, txt037_count_disagrees, dat014_term_not_printed, dat017_registers_disagree, dat018_term_differs):
        assert not list(check.check(book())), check.CODE


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: " ".join(change))
def test_a_changed_date_is_found_in_each_sentence_that_states_it(change):
    register, record, field, to = change
    other = changed(register, (record, rf'\n  {field}: "[^"]*"', f'\n  {field}: "{to}"'))
    found = lines(other, txt035_date_disagrees.check(other))
    for words in CHANGES[change]:
        assert any(words in line for line in found), f"{words} is not found in {found}"
    assert all(any(words in line for words in CHANGES[change]) for line in found), f"more is found than states the date: {found}"


@pytest.mark.parametrize("change", EVENTS, ids=lambda change: " ".join(change))
def test_a_changed_date_of_a_tenure_is_found_in_the_event_that_the_timeline_prints(change):
    record, field, to = change
    other = changed("leadership", (record, rf'\n  {field}: "[^"]*"', f'\n  {field}: "{to}"'))
    (event,) = [event for event in other.data["events"] if event.values["id"] == EVENTS[change]]
    assert event.places["date"] in [finding.location for finding in dat017_registers_disagree.check(other)]


def test_a_changed_number_is_found_in_the_register():
    terms = [estimate for estimate in registers(book()).estimates.values() if estimate.terms and re.search(r"\d", estimate.terms[0])]
    assert len(terms) > 30
    wrong = {one.id: re.sub(r"\d(?=\D*\Z)", lambda m: str((int(m[0]) + 1) % 10), one.terms[0]) for one in terms}
    other = changed("estimates", *((one.id, rf'terms: \["{re.escape(one.terms[0])}"', f'terms: ["{wrong[one.id]}"') for one in terms))
    found = {f.location for f in (*dat014_term_not_printed.check(other), *dat018_term_differs.check(other))}
    for record in other.data["estimates"]:
        if phrase := wrong.get(record.values["id"]):
            # The phrase itself is named where it stands nowhere, the list where only another section has it.
            assert found & {record.places["terms"], record.places["terms.0"]}, phrase


def test_a_changed_end_is_found_in_every_count():
    other = changed("leadership", ("emir-4", r"\n  end: killed", r"\n  end: arrested"))
    found = "\n".join(lines(other, txt037_count_disagrees.check(other)))
    for words in ("four killed and two arrested", "seven heads", "Four of the six", "Of the four emirs"):
        assert words in found
