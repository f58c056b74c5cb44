"""What names a record, and where: whole names, the longest first, nothing that could be another or a common word."""

import pytest
from apparatus import read
from apparatus.evidence import mentions, register_names
from apparatus.evidence.register_mentions import Mention, register_mentions
from apparatus.model import Source

PEOPLE = """
- {id: ada-linden, name: Ada Linden, variants: [Linden, Dr Linden], kind: leader, facts: []}
- {id: bo-hazel, name: Bo Hazel, variants: [Hazel, Elder], kind: member, facts: []}
- {id: cora-hazel, name: Cora Hazel, variants: [Hazel], kind: member, facts: []}
- {id: mines, name: Dan Mines, variants: [Mines], kind: scholar, facts: []}
- {id: nobody, name: Keeper of Elm in 2011, unnamed: true, kind: member, facts: []}
"""
GROUPS = """
- {id: hive-council, name: Hive Council, abbr: HC, short: [the Buzzers], kind: party, summary: {text: Keepers., cite: "[@linden2011roofs]"}}
- {id: elm-council, name: Hive Council in Elm, kind: party, summary: {text: Keepers., cite: "[@linden2011roofs]"}}
"""
PLACES = """
- {id: elm, name: Elm, kind: city}
- {id: north, name: northern Elm, variants: [the north], kind: region}
"""
OPERATIONS = '- {id: smoke, name: Clearing of roofs, named: false, variants: [Operation Smoke], text: "So.", cite: "[@linden2011roofs]"}\n'


def book(text, **more):
    data = {"people": PEOPLE, "groups": GROUPS, "places": PLACES, "operations": OPERATIONS}
    sources = [Source(f"data/{name}.yml", content) for name, content in data.items()]
    pages = {"docs/a.md": text, **more}
    return read.monograph((*sources, *(Source(name, content) for name, content in pages.items())))


def named(sentence, text="# A\n\nNothing.\n"):
    return [(found.record[1], found.text) for found in register_names.names(book(text)).find(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ada Linden met Linden’s men.", [("ada-linden", "Ada Linden"), ("ada-linden", "Linden")]),
        ("The Hive Council in Elm and the Hive Council met.", [("elm-council", "Hive Council in Elm"), ("hive-council", "Hive Council")]),
        ("HC-led men; not HCs, nor xHC.", [("hive-council", "HC")]),
        ("Of the Buzzers.", [("hive-council", "the Buzzers")]),
        ("The Buzzers met.", [("hive-council", "The Buzzers")]),
        ("Bo Hazel and Hazel.", [("bo-hazel", "Bo Hazel")]),  # two are called Hazel
        ("In the north of northern Elm.", [("north", "northern Elm")]),
        ("Northern Elm is cold.", [("north", "Northern Elm")]),
        ("In Northern Elm.", [("elm", "Elm")]),  # the capital is allowed to the first word alone
        ("Ada\nLinden.", [("ada-linden", "Ada\nLinden")]),
        ("linden, elm and hc.", []),
        ("A Keeper of Elm in 2011.", [("elm", "Elm")]),  # a description is no name
        ("Clearing of roofs was Operation Smoke.", [("smoke", "Operation Smoke")]),
        ("Lindens.", []),
    ],
)
def test_names(sentence, found):
    assert named(sentence) == found


def test_a_name_that_is_a_word_too_does_not_count_at_the_head_of_a_sentence():
    text = "# A\n\nThey dug mines.\n"
    assert named("Mines says so.", text) == []
    assert named("So says Mines.", text) == [("mines", "Mines")]
    assert named("Mines says so.") == [("mines", "Mines")]


def test_mentions_are_sentences_in_the_order_of_the_book():
    text = "# A\n\nLinden and Ada Linden met. Nobody came.\n\n| x |\n| --- |\n| Linden |\n"
    monograph = book(text, **{"docs/about/b.md": "# B\n\nLinden.\n", "docs/0.md": "# O\n\nLinden again.\n"})
    found = register_mentions(monograph)["people", "ada-linden"]
    assert [(m.sentence.page.name, m.sentence.paragraph.number, m.form) for m in found] == [
        ("0.md", 1, "Linden"), ("a.md", 1, "Linden"), ("a.md", 2, "Linden")
    ]  # fmt: skip
    assert isinstance(found[0], Mention)
    assert ("people", "cora-hazel") not in register_mentions(monograph)


def test_twins_of_chapters_see_the_registers():
    monograph = book("# A\n\nLinden.\n")
    found = mentions.mentions("Linden of Elm.", mentions.registers(monograph))
    assert [(m.register, m.id, m.text) for m in found] == [("people", "ada-linden", "Linden"), ("places", "elm", "Elm")]
