"""Text and registers of the real book: a date or number that changes in one of them is found in every sentence that states the other."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from apparatus import read
from apparatus.checks import dat014_term_not_printed, dat018_term_differs, txt035_date_disagrees, txt037_count_disagrees
from apparatus.read.files import names, sources
from apparatus.registers import registers

ROOT = Path(__file__).parents[2]
# The record, its field with the date, what it is changed to, and a word of each sentence that states the date as it was.
CHANGES = {
    ("leadership", "emir-6", "from", "2019-05"): ["replaced by Aslam Farooqi", "gave way", "make way", "taken the lead", "replaces"],
    ("leadership", "emir-6", "end_date", "2021-04"): ["one sitting and one former", "In April 2020 Afghan", "Two emirs"],
    ("leadership", "emir-1", "end_date", "2017"): ["died in 2016", "death of the first emir in 2016", "first emir"],
    ("leadership", "jowzjan-1", "end_date", "2018-02"): ["in January", "captured"],
    ("leadership", "jowzjan-2a", "end_date", "2018-04"): ["in March both", "co-successors"],
    ("leadership", "jowzjan-3", "end_date", "2018-05"): ["in April a US drone", "Hekmat"],
    ("leadership", "jowzjan-4", "end_date", "2019-06/2019-08"): ["in the summer Rehman", "Habibur Rehman"],
    ("events", "us-taliban-agreement", "date", "2021-02"): ["signed in February 2020", "US-Taliban agreement"],
    ("events", "jalalabad-prison-raid", "date", "2020-09-02"): ["On 2 August 2020", "In August 2020", "Prison raid"],
    ("events", "gurdwara-attack", "date", "2020-04-25"): ["On 25 March 2020", "25 people"],
    ("events", "operation-green-sword", "date", "2017"): ["White House", "Green Sword in 2016"],
    ("events", "operation-hamza-begins", "date", "2017-05"): ["April 2017 the beginning", "April 2017, the month"],
    ("events", "ishp-declared", "date", "2019-06"): ["sub-affiliates", "branches"],
}


@cache
def loaded():
    found, failures = sources(ROOT)
    return tuple(found), tuple(failures), names(ROOT)


def changed(path: str, pattern: str, by: str):
    """The book with one change to one file."""
    found, failures, files = loaded()
    (old,) = [source.text for source in found if source.path == path]
    new = re.sub(pattern, by, old, count=1, flags=re.DOTALL)
    assert new != old
    return read.monograph(tuple(replace(source, text=new) if source.path == path else source for source in found), failures, files)


def lines(book, findings) -> str:
    texts = {page.path: page.text.splitlines() for page in book.pages}
    return "\n".join(texts[f.location.path][f.location.line - 1] for f in findings if f.location.path in texts)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: " ".join(change))
def test_a_changed_date_is_found_in_each_sentence_that_states_it(change):
    register, record, field, to = change
    book = changed(f"data/{register}.yml", rf'(- id: {record}\n(?:(?!\n- id:).)*?\n  {field}: )"[^"]*"', rf'\g<1>"{to}"')
    findings = [f for f in txt035_date_disagrees.check(book) if f"'{record}'" in f.message or f"data/{register}.yml" in f.message]
    assert findings
    for word in CHANGES[change]:
        assert word in lines(book, findings), f"{word} is not found in\n{lines(book, findings)}"


def test_a_changed_number_is_found_in_the_register():
    book = read.book(ROOT)
    terms = [estimate for estimate in registers(book).estimates.values() if estimate.terms and re.search(r"\d", estimate.terms[0])]
    assert len(terms) > 30
    path = "data/estimates.yml"
    for estimate in terms:
        term = re.escape(estimate.terms[0])
        wrong = re.sub(r"\d(?=\D*\Z)", lambda m: str((int(m[0]) + 1) % 10), estimate.terms[0])
        found = changed(path, rf'(- id: {estimate.id}\n(?:(?!\n- id:).)*?terms: \["){term}"', rf'\g<1>{wrong}"')
        findings = [*dat014_term_not_printed.check(found), *dat018_term_differs.check(found)]
        assert any(f.location.path == path for f in findings), wrong


def test_a_changed_end_is_found_in_every_count():
    book = changed("data/leadership.yml", r"(- id: emir-4\n(?:(?!\n- id:).)*?\n  end: )killed", r"\g<1>arrested")
    found = lines(book, txt037_count_disagrees.check(book))
    for words in ("four killed and two arrested", "seven heads", "Four of the six", "Of the four emirs"):
        assert words in found
