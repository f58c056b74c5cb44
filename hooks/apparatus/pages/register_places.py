"""The register of places: a page for each place of which the book states something, with ISKP's presence, events and every mention."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES, homes
from apparatus.model import Monograph
from apparatus.pages import register_mentions
from apparatus.pages.register_numbers import figures
from apparatus.pages.register_parts import Desk, also, date, editorial, holders, matter, section, table, within
from apparatus.pages.work_heads import words
from apparatus.registers import Event, Place, Presence, previews, registers

KIND = "places"
INDEX = INDEXES[KIND]
FOLDER = INDEX.removesuffix(".md")
LEVELS = {
    "base": "base",
    "present": "present",
    "contested": "contested",
    "attack": "attack only",
    "none": "cleared or absent",
}
INTRODUCTION = """
Places that the book names, and what it states of them.
A place has a page of its own where the presence of ISKP is stated, or at least two other things; the others follow below.
What is not stated is left out: that a year is missing does not say that nothing happened in it.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the index and of each page by path below ``docs/``; nothing without a register of places."""
    places, where = registers(monograph).places, homes(monograph)
    if not places:
        return {}
    own = [place for place in places.values() if "#" not in where[KIND, place.id]]
    found = {INDEX: _index(Desk(monograph, "register"), own)}
    return found | {where[KIND, place.id]: _page(place, Desk(monograph, FOLDER)) for place in own}


def _index(desk: Desk, own: list[Place]) -> str:
    listed = "".join(f"- {desk.link(KIND, place.id)}, {_what(place, desk)}\n" for place in _sorted(own))
    others = _sorted([place for place in desk.registers.places.values() if place not in own and place.mentioned])
    sections = "".join(section(words(place.name), place.id, _short(place, desk), level=3) for place in others)
    unnamed = _sorted([place for place in desk.registers.places.values() if place not in own and not place.mentioned])
    silent = "".join(f'- <span id="{place.id}">{words(place.name)}</span>, {_what(place, desk)}\n' for place in unnamed)
    silent = f"They have their squares on the map of tiles; the book does not name them.\n\n{silent}" if silent else ""
    parts = (
        section("With a page", "pages", listed),
        section("Other places", "others", sections.lstrip()),
        section("Provinces and agencies of which nothing is stated", "silent", silent),
    )
    head = matter("Places", "The places that the book names: the presence of ISKP by year, events, and every mention.", 1)
    return f"{head}{INTRODUCTION}{''.join(parts)}"


def _sorted(places: list[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.name.casefold(), place.id))


def _what(place: Place, desk: Desk) -> str:
    """``district in Nangarhar, Afghanistan``, with links."""
    held = holders(place, desk)
    return f"{place.kind} in {held}" if held else place.kind


def _short(place: Place, desk: Desk) -> str:
    """A place that shares the page: the same, without headings."""
    events, notes = _events(place, desk), register_mentions.mentioned(KIND, place.id, desk)
    what = _what(place, desk)
    parts = [
        also(place.variants).lstrip(),
        f"{what[:1].upper()}{what[1:]}.\n",
        "".join(desk.item(fact) for fact in place.facts),
        f"Events here:\n\n{desk.events(events)}" if events else "",
        register_mentions.box(notes, desk, (*place.facts, *place.presence) or events),
    ]
    return "\n".join(part for part in parts if part)


def _page(place: Place, desk: Desk) -> str:
    inner = [other.id for other in desk.registers.places.values() if other.within == place.id and other.mentioned]
    what = _what(place, desk)
    held = f"\n{what[:1].upper()}{what[1:]}{f'; in it: {desk.links(KIND, inner)}' if inner else ''}.\n"
    events = _events(place, desk)
    people = [(person, fact) for person in desk.registers.people.values() for fact in person.facts if fact.place == place.id]
    operations = [o for o in desk.registers.operations.values() if o.place == place.id]
    estimates = [e for e in desk.registers.estimates.values() if e.place == place.id]
    notes = [note for s in (*place.presence, *place.facts) for note in s.notes]
    parts = [
        section("Presence of ISKP", "presence", _presence(place, desk)),
        section("What is stated", "facts", "".join(desk.item(fact) for fact in place.facts)),
        section("People", "people", "".join(desk.item(fact, desk.link("people", person.id)) for person, fact in people)),
        section("Events", "events", desk.events(events)),
        section("Operations", "operations", desk.operations(operations)),
        section("Figures", "figures", figures(estimates, desk)),
        section("Editorial notes", "notes", editorial(desk, notes)),
        register_mentions.part(
            register_mentions.mentioned(KIND, place.id, desk),
            desk,
            none=register_mentions.unnamed((*place.facts, *place.presence) or events, desk),
        ),
    ]
    described = f"{place.name} in this book. {previews.where(place, desk.registers)}".strip()
    return f"{matter(place.name, described, 2, (place.name, *place.variants))}{also(place.variants)}{held}{''.join(parts)}"


def _presence(place: Place, desk: Desk) -> str:
    """The statements in order of time, as the register has them."""
    rows = [(date(p.when), LEVELS.get(p.level, p.level), desk.said(p).replace("|", "\\|")) for p in sorted(place.presence, key=_start)]
    return table(("When", "ISKP", "What is stated"), rows, f"What is stated of ISKP in {words(place.name)}, in order of time.")


def _start(presence: Presence) -> str:
    return presence.when.start or presence.when.end


def _events(place: Place, desk: Desk) -> list[Event]:
    """What happened in the place or in one that lies in it; of countries only what is placed in them as a whole."""
    inside = {place.id} if place.kind == "country" else within(place.id, desk)
    return [event for event in desk.registers.events.values() if event.place in inside]
