"""Mentions in the real chapters: links are added, and nothing else changes; no name of the registers is ambiguous by mistake."""

import re
from pathlib import Path

import pytest
from apparatus import read
from apparatus.enrich import mentions, sentences
from apparatus.evidence import chapters
from apparatus.evidence.register_mentions import register_mentions
from apparatus.grounds.register_pages import homes
from apparatus.registers import previews, registers

ROOT = Path(__file__).parents[2]
LINK = re.compile(r'\[([^\[\]]*)\]\(([^()\s]+) "([^"]+)"\)\{\.mention\}')
MOST = 45  # links of this kind in a chapter: more would be clutter


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


def linked(book):
    return {chapter.page: mentions.with_mentions(chapter.page, book) for chapter in chapters.chapters(book)}


def test_without_the_links_the_chapters_are_as_written(book):
    for page, text in linked(book).items():
        assert LINK.sub(r"\1", text) == page.text


def test_the_marks_of_sentences_and_paragraphs_stay_the_same(book):
    for page, text in linked(book).items():
        again, _ = read.markdown.page(page.name, text)
        assert LINK.sub(r"\1", sentences.marked(again, book)) == sentences.marked(page, book)


def test_every_chapter_has_some_and_none_too_many(book):
    counts = {page.name: len(LINK.findall(text)) for page, text in linked(book).items()}
    assert all(0 < count <= MOST for count in counts.values()), counts
    for page, text in linked(book).items():
        targets = [target for _, target, _ in LINK.findall(text)]
        assert len(targets) == len(set(targets)), page.name
    assert sum(text.count("register/groups/iskp.md") for text in linked(book).values()) == 1


def test_people_are_found_by_their_surnames(book):
    found = register_mentions(book)
    for name, form in {"aslam-farooqi": "Farooqi", "abdul-haseeb-logari": "Logari", "habibur-rehman": "Rehman"}.items():
        assert form in {mention.form for mention in found["people", name]}
    named = {m.sentence.words for m in found["groups", "al-qaeda"]}
    assert not any("al-Qaeda in Iraq" in words and words.count("al-Qaeda") == 1 for words in named)


def test_suspects_are_previewed_as_accused(book):
    for person in registers(book).people.values():
        if person.kind == "suspect":
            accusations = [fact.text.removesuffix(".") for fact in person.facts if fact.kind == "accusation"]
            said = previews.of(person, registers(book))
            assert not said or any(said.startswith(text) for text in accusations), person.id


def test_every_record_has_a_home(book):
    for kind in ("people", "groups", "places", "events", "leadership", "estimates", "operations"):
        assert {name for register, name in homes(book) if register == kind} == set(getattr(registers(book), kind))
