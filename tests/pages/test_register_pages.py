"""Pages of registers made from a small invented one: what has a page, what each says, with citation, doubt and mentions."""

from dataclasses import replace

import pytest
from apparatus import read
from apparatus.evidence import passages
from apparatus.grounds import links, register_pages
from apparatus.model import Source
from apparatus.pages import REGISTERS, passage_lists, register_mentions, register_relations
from apparatus.pages.register_parts import Desk
from apparatus.registers import Dispute, Period, previews, registers

DATA = {
    "people": """
- id: ada-linden
  name: Ada Linden
  variants: [Mother of Bees, A_L]
  kind: leader
  facts:
    - {kind: role, role: First keeper, group: hives, from: "2011", to: "2012-04", text: She kept them., cite: "[@linden2011roofs, p. 3]", stated_by: Sage, note: E1, see: part/bees.md#wax}
    - {kind: origin, text: She was of Elm., certainty: disputed, editor: true, cite: "[@sage2020hives]", place: elm}
- id: bo-hazel
  name: Bo Hazel
  kind: suspect
  facts:
    - {kind: accusation, text: The Elm names him; no trial is stated., certainty: reported, stated_by: The Elm, cite: "[@sage2020hives]", group: hives, role: Thief}
- id: cora
  name: Cora
  named_in_passing: true
  kind: scholar
  facts: [{kind: statement, text: She wrote., cite: "[@sage2020hives]"}]
""",
    "groups": """
- id: hives
  name: Union of Hives
  abbr: UH
  kind: party
  summary: {text: Keepers of bees., cite: "[@linden2011roofs]"}
  relations:
    - {to: wasps, type: rival, from: "2012", text: They fought., cite: "[@linden2011roofs]"}
    - {to: ants, type: ally, text: They shared., certainty: reported, cite: "[@sage2020hives]"}
- {id: wasps, name: Wasps, kind: party, parent: hives, summary: {text: Wasps., cite: "[@linden2011roofs]"}}
- {id: ants, name: Ants, kind: party, named_in_passing: true, summary: {text: Ants., cite: "[@linden2011roofs]"}}
""",
    "places": """
- {id: elm, name: Elm, kind: city, in: oak, facts: [{text: One., cite: "[@linden2011roofs]"}, {text: Two., cite: "[@linden2011roofs]"}]}
- {id: ash, name: Ash, kind: village, in: oak, facts: [{text: Only one., cite: "[@linden2011roofs]"}]}
- {id: oak, name: Oak, kind: province, presence: [{from: "2011", level: base, text: Hives stood., cite: "[@linden2011roofs]"}]}
- {id: fir, name: Fir, kind: province, mentioned: false}
""",
    "events": """
- id: swarm
  title: Swarm of Elm
  date: "2019-05"
  precision: month
  kind: attack
  place: elm
  people: [bo-hazel]
  groups: [hives]
  text: A swarm came.
  cite: "[@linden2011roofs]"
  see: part/bees.md#wax
  certainty: disputed
  main: true
  casualties:
    - {what: killed, of: bees, min: 3, cite: "[@sage2020hives]", terms: [three]}
    - {what: escaped, of: bees, min: 30, max: 30, cite: "[@sage2020hives]", terms: [about 30]}
  claimed: []
  blamed: [{"on": wasps, by: Sage, cite: "[@sage2020hives]"}]
  disputed: [{field: date, value: "2019-06", text: June., cite: "[@sage2020hives]"}]
- {id: later, title: A later swarm, date: "2021", precision: year, kind: other, text: Another., cite: "[@sage2020hives]", editor: true}
""",
    "leadership": """
- {id: keeper-1, office: keeper, number: 1, person: ada-linden, label: died 2012, from: "2011", from_text: She began., from_cite: "[@linden2011roofs]", end: died, end_date: "2012", end_text: She died., end_cite: "[@sage2020hives]"}
- {id: thief-1, office: thief, person: bo-hazel, from: "2011", from_text: He stole., from_cite: "[@linden2011roofs]", end: not stated}
""",
    "structure": """
- {id: head, kind: body, at: formation, name: Head, does: Led., style: body, cite: "[@linden2011roofs]"}
- {id: foot, kind: body, at: formation, name: Foot, does: Followed., style: body, cite: "[@linden2011roofs]"}
- {id: head-foot, kind: line, at: formation, from: head, to: foot, line: leads, cite: "[@linden2011roofs]"}
""",
    "estimates": """
- {id: bees-2011, of: strength, group: hives, place: elm, min: 1000, max: 2500, unit: bees, as_of: "2011", terms: ["1,000–2,500"], text: A count., by: Sage, cite: "[@sage2020hives]"}
""",
    "operations": """
- {id: smoke, name: Operation Smoke, from: "2012", to: "2012", place: elm, by: [hives], against: [wasps], text: Smoke., cite: "[@sage2020hives]", outcome: {text: Gone., cite: "[@linden2011roofs]"}}
""",
    "editorial": "- {id: E1, title: Who kept them}\n",
}
CHAPTER = """# Bees

!!! abstract "Abstract"

    Bees.

Ada Linden kept them.[@sage2020hives] They hung on roofs.[@linden2011roofs]

## Wax {#wax}

A swarm came in 2019.[@linden2011roofs] Nobody fled.[@sage2020hives] Operation Smoke and Ash.
"""


@pytest.fixture(scope="module")
def book():
    bib = "".join(f"@book{{{key},\n  title = {{{{X}}}},\n}}\n" for key in ("linden2011roofs", "sage2020hives"))
    data = [Source(f"data/{name}.yml", text) for name, text in DATA.items()]
    return read.monograph((*data, Source("docs/part/bees.md", CHAPTER), Source("bib/scholarship.bib", bib)))


@pytest.fixture(scope="module")
def made(book):
    return {name: text for pages in REGISTERS for name, text in pages(book).items()}


def test_what_has_a_page_and_what_shares_one(book, made):
    own = ["people/ada-linden", "people/bo-hazel", "groups/hives", "groups/wasps", "places/elm", "places/oak", "events/swarm", "events/later"]
    indexes = ["people", "groups", "places", "events", "leadership", "organisation", "estimates", "operations"]
    assert set(made) == {f"register/{name}.md" for name in own + indexes} | {"apparatus/timeline.md"}
    assert set(made) <= links.generated(book)
    homes = register_pages.homes(book)
    assert homes["people", "cora"] == "register/people.md#cora" and homes["places", "ash"] == "register/places.md#ash"
    for name, anchors in register_pages.anchors(book).items():
        page, _ = read.markdown.page(f"docs/{name}", made[name])
        assert anchors <= links.anchors(replace(book, pages=(page,)))[name], name


def test_a_person_with_roles_doubts_and_mentions(made):
    text = made["register/people/ada-linden.md"]
    assert 'tags: ["Ada Linden", "Mother of Bees", "A_L"]\nsearch:\n  boost: 3\n' in text
    assert "\n# Ada Linden\n\nAlso: Mother of Bees, A\\_L.\n{: .also-called }\n" in text
    assert (
        "| First keeper, [UH](../groups/hives.md) | 2011 | April 2012 | She kept them.[@linden2011roofs, p. 3] "
        "(stated by Sage; [E1](../../apparatus/editorial-notes.md#e1); [ch.\u00a01](../../part/bees.md#wax)) |\n"
    ) in text
    assert "## Origin {#origin}\n\n- She was of Elm.[@sage2020hives] (*disputed*; *added by the editors*)\n" in text
    assert "- [E1](../../apparatus/editorial-notes.md#e1): Who kept them\n" in text
    assert "[keeper 1](../leadership.md#keeper-1)" in text
    assert "- [¶\u00a02](../../part/bees.md#p2): Ada Linden kept them.\n" in text


def test_a_suspect_is_called_one_and_has_no_roles(made):
    text = made["register/people/bo-hazel.md"]
    assert "\nNamed as a suspect:" in text and "{#roles}" not in text and "leadership" not in text
    assert "- Thief, [UH](../groups/hives.md): The Elm names him; no trial is stated.[@sage2020hives] (*reported*, stated by The Elm)\n" in text
    assert "Named as a suspect" not in made["register/people/ada-linden.md"]


def test_a_group_with_relations_drawn_and_told_from_both_sides(made):
    text, other = made["register/groups/hives.md"], made["register/groups/wasps.md"]
    assert "\n# Union of Hives (UH)\n" in text and "Party; parts of it: [Wasps](wasps.md)." in text
    assert "- Rival of [Wasps](wasps.md), from 2012. They fought.[@linden2011roofs]\n" in text
    assert "```mermaid\nflowchart TD\n    accTitle: Relations of UH\n" in text and "[@linden2011roofs; @sage2020hives]\n///" in text
    assert "- [Union of Hives](hives.md): rival of this group, from 2012. They fought.[@linden2011roofs]\n" in other and "mermaid" not in other
    assert "- [Ada Linden](../people/ada-linden.md): First keeper\n- [Bo Hazel](../people/bo-hazel.md): accusation: Thief (*reported*)\n" in text
    assert "- 1,000–2,500 bees, 2011: A count.[@sage2020hives]\n" in text


def test_a_place_with_presence_and_what_lies_in_it(made):
    assert "| From 2011 | base | Hives stood.[@linden2011roofs] |\n" in made["register/places/oak.md"]
    assert "- May 2019: [Swarm of Elm](../events/swarm.md) (*disputed*)\n" in made["register/places/oak.md"]  # Elm lies in it
    assert '<span id="fir">Fir</span>' in made["register/places.md"]
    assert "In 1 sentence on 1 page" in made["register/places.md"].split("### Ash {#ash}")[1]


def test_an_event_with_toll_blame_and_the_sentences_that_tell_it(made):
    text = made["register/events/swarm.md"]
    assert "\nMay 2019 · attack · [Elm](../places/elm.md)  \nA swarm came.[@linden2011roofs] (*disputed*;" in text
    assert "| killed | bees | at least 3 | [@sage2020hives] |\n| escaped | bees | about 30 | [@sage2020hives] |\n" in text
    assert "- No claim is recorded.\n- Ascribed to [Wasps](../groups/wasps.md) by Sage.[@sage2020hives]\n" in text
    assert "- Date, June 2019: June.[@sage2020hives]\n" in text
    told = text.split("## Where the book tells it")[1]
    assert "A swarm came in 2019." in told and "Nobody fled" not in told and "roofs" not in told


def test_a_suspect_is_called_one_wherever_an_event_names_them(made):
    event, person = made["register/events/swarm.md"], made["register/people/bo-hazel.md"]
    assert "- Named as a suspect: [Bo Hazel](../people/bo-hazel.md) (see [the accusation](../people/bo-hazel.md#accusation))\n" in event
    assert "- People:" not in event
    assert "- May 2019: [Swarm of Elm](../events/swarm.md), named as a suspect (*disputed*)\n" in person


def test_disputes_say_their_value_in_words(book):
    other = Dispute(registers(book).events["swarm"].location, "Said.", field="place", value="elm")
    desk = Desk(book, "register")
    assert desk.dispute(other, {}, "Another account") == "- Another account, place, [Elm](places/elm.md): Said.\n"
    assert desk.dispute(replace(other, field="end", value="died"), {"end": "End"}) == "- End, died: Said.\n"
    assert desk.dispute(replace(other, field="from", value="2018-06"), {"from": "Beginning"}) == "- Beginning, June 2018: Said.\n"
    person = replace(other, field="person", value="bo-hazel")
    assert desk.dispute(person, {}) == "- Person, [Bo Hazel](people/bo-hazel.md) (named as a suspect): Said.\n"
    assert desk.dispute(replace(other, field="by", value="wasps, local people"), {}) == "- By, [Wasps](groups/wasps.md), local people: Said.\n"


def test_what_is_not_named_is_told_of_somewhere_or_added_by_the_editors(book, made):
    desk = Desk(book, "register/groups")
    assert "No sentence of the chapters names it by a name of its own; see [ch.\u00a01 ¶\u00a02]" in made["register/people/bo-hazel.md"]  # no section: by its work
    stated = replace(registers(book).groups["hives"].summary, see="part/bees.md#wax")
    assert register_mentions.unnamed([stated], desk) == (
        "No sentence of the chapters names it by a name of its own; see [ch.\u00a01 ¶\u00a03](../../part/bees.md#p3)."
    )
    assert register_mentions.unnamed([replace(stated, cite="")], desk) == (
        "No sentence of the chapters names it by a name of its own; see [ch.\u00a01](../../part/bees.md#wax)."
    )
    assert register_mentions.unnamed([replace(stated, editor=True)], desk).startswith("No sentence of the chapters names it; the editors add it to")
    assert register_mentions.unnamed([], desk) == register_mentions.SILENT


def test_a_month_keeps_its_capital_in_a_relation(book):
    group = registers(book).groups["hives"]
    april = replace(group.relations[0], when=Period("2019-04", "2019-04"))
    text = register_relations.text(replace(group, relations=(april,)), Desk(book, "register/groups"))
    assert "- Rival of [Wasps](wasps.md), April 2019. They fought." in text


def test_a_country_is_called_one():
    country = read.monograph([Source("data/places.yml", '- {id: x, name: X, kind: country, facts: [{text: Far., cite: "[@a]"}]}\n')])
    assert previews.of(registers(country).places["x"], registers(country)) == "Country."


def test_the_other_registers(made):
    assert "- End, died, 2012: She died.[@sage2020hives]\n" in made["register/leadership.md"]
    assert '| <span id="head-foot">Head</span> | Foot | leads[@linden2011roofs] |\n' in made["register/organisation.md"]
    assert made["register/estimates.md"].startswith('---\ntitle: "Strength and losses"\n')
    assert '| <span id="bees-2011">2011</span> | 1,000–2,500 bees | Sage | A count.[@sage2020hives] |\n' in made["register/estimates.md"]
    assert "2012 · [Elm](places/elm.md) · by [Union of Hives](groups/hives.md) · against [Wasps](groups/wasps.md)\n" in made["register/operations.md"]


def test_the_timeline_has_the_articles_events_apart_from_the_editors(made):
    text = made["apparatus/timeline.md"]
    first, second = text.index("## 2019 {#in-2019}"), text.index("## Added by the editors {#editors}")
    assert first < text.index("| May 2019 | [Swarm of Elm]") < second < text.index("| 2021 | [A later swarm]")
    assert "```figure\ntimeline\n```" in text and "{#in-2018}" not in text
    assert text.count("Swarm of Elm") == 2  # it is disputed: among those that call for caution too


def test_no_register_no_pages():
    assert [pages(read.monograph((Source("docs/a.md", "# A\n\nX.\n"),))) for pages in REGISTERS] == [{}] * len(REGISTERS)


def test_citations_of_registers_have_their_home_and_their_words(book):
    found = {(p.origin, p.where): p for p in reversed(passages.passages(book)) if p.origin != "page"}  # of each the first
    role = found["people", "facts.0.cite"]
    assert (role.target, role.title, role.words) == ("register/people/ada-linden.md", "people: Ada Linden", "She kept them.")
    assert passage_lists.name(role) == "Ada Linden"
    assert found["leadership", "end_cite"].words == "She died." and found["leadership", "end_cite"].target == "register/leadership.md#keeper-1"
    assert passage_lists.name(found["leadership", "end_cite"]) == "keeper 1"
    records = [p for p in passages.by_work(book)["sage2020hives"]]
    assert passage_lists.tally(records).startswith("14 times: 2 in 1 chapter, 12 in ") and "records of the registers" in passage_lists.tally(records)
