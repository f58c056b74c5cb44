"""Where the book tells an event, and what it does not name: by names, people, place and date before citations."""

import pytest
from apparatus import read
from apparatus.evidence import register_telling
from apparatus.model import Source
from apparatus.registers import registers

EVENTS = """
- {id: swarm, title: Great swarm, names: [bees came], date: "2019-05", precision: month, kind: attack, place: elm, people: [ada], text: S., cite: "[@linden2011roofs]", see: a.md#wax}
- {id: frost, title: Frost, date: "2012", precision: year, kind: other, place: oak, text: F., cite: "[@sage2020hives]", see: a.md#wax}
- {id: since, title: Long peace, date: "1980/..", precision: phrase, date_text: from the 1980s, kind: background, text: P., cite: "[@sage2020hives]", see: a.md#old}
- {id: unmatched, title: Nothing, date: "2001", precision: year, kind: other, text: N., cite: "[@sage2020hives]", see: a.md#old}
"""
PEOPLE = '- {id: ada, name: Ada Linden, kind: leader, facts: [{kind: role, text: X., cite: "[@linden2011roofs; @sarkar2020]", see: a.md#wax}, {kind: fate, text: Y., cite: "[@sage2020hives]", editor: true, see: a.md#old}]}\n'
PLACES = "- {id: elm, name: Elm, kind: city}\n- {id: oak, name: Oak, kind: province}\n"
CHAPTER = """# A

The bees came in May 2019. The bees came often.

## Wax {#wax}

In 2019 they fled from Elm. The bees came at last. Ada Linden left in 2019.[@sage2020hives] Ada Linden rested. Of 14 May 2019 Elm was proud.

In 2012 it froze. Trees died.[@sage2020hives]

It thawed.[@sage2020hives] Bees.[@linden2011roofs]

## Old {#old}

Peace began in 1980.[@sage2020hives]

War came in 2015.[@sage2020hives]
"""


@pytest.fixture(scope="module")
def book():
    data = {"events": EVENTS, "people": PEOPLE, "places": PLACES}
    bib = "".join(f"@book{{{key},\n  title = {{{{X}}}},\n}}\n" for key in ("linden2011roofs", "sage2020hives"))
    sources = [Source(f"data/{name}.yml", text) for name, text in data.items()]
    return read.monograph((*sources, Source("docs/a.md", CHAPTER), Source("bib/scholarship.bib", bib)))


@pytest.mark.parametrize(
    ("event", "told"),
    [
        # a name alone tells it in its section, elsewhere with the date; a person with a wider date, a place only with one as exact
        ("swarm", ["The bees came in May 2019.", "The bees came at last.", "Ada Linden left in 2019.", "Of 14 May 2019 Elm was proud."]),
        ("frost", ["Trees died."]),  # by citation, in the paragraph with its date
        ("since", ["Peace began in 1980."]),  # not what came later in an open time
        ("unmatched", []),
    ],
)
def test_told(book, event, told):
    assert [s.words for s in register_telling.told(book, registers(book).events[event])] == told


def test_paragraphs_that_cite_the_same_but_not_for_what_the_editors_add(book):
    facts = registers(book).people["ada"].facts
    assert [s.words for s in register_telling.paragraphs(book, facts)] == ["Bees."]
    assert register_telling.paragraphs(book, facts[1:]) == []
