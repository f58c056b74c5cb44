"""The index of people, groups, places and events: every record of the registers with the paragraphs that name or tell of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from apparatus.evidence import register_telling
from apparatus.evidence.register_mentions import register_mentions
from apparatus.model import Monograph
from apparatus.registers import previews, registers
from apparatus.registers.values import Event, Group, Person, Place, Registers, Statement
from apparatus.volume.nodes import Division, IndexEntry, Inside, Paragraph, Section, Text
from apparatus.volume.targets import INDEX

Record = Person | Group | Place | Event
TITLE = "Index of names"
SECTIONS = {"people": "People", "groups": "Groups and institutions", "places": "Places", "events": "Events"}
_LEAD = (
    "Each entry says in a sentence what the book states first, and where the book names the person, group, place or event. "
    "The names in it are those of the sources; that someone is named here says nothing about guilt."
)
_INDEFINITE = ("the ", "a ", "an ")


def index(monograph: Monograph, bound: Collection[str], part: str = "") -> Division:
    """The division. Places are in pages that are ``bound``; records named in none keep their entry, for links lead to it."""
    known = registers(monograph)
    sections = [Paragraph((Text(_LEAD),))]
    for kind, title in SECTIONS.items():
        records: Iterable[Record] = getattr(known, kind).values()
        entries = [_entry(kind, record, known, monograph, bound) for record in sorted(records, key=_order)]
        sections.append(Section((Text(title),), tuple(entries), kind))
    return Division(INDEX, TITLE, "back", 0, part, tuple(sections))


def _order(record: Record) -> tuple[str, str]:
    """By name, articles and the prefix al- not counted, as indexes have it; events by date."""
    if isinstance(record, Event):
        return (record.when.start or record.when.end or "9999", record.title)
    name = record.name.casefold()
    for lead in (*_INDEFINITE, "al-"):
        name = name.removeprefix(lead)
    return (name, record.id)


def _entry(kind: str, record: Record, known: Registers, monograph: Monograph, bound: Collection[str]) -> IndexEntry:
    name = record.title if isinstance(record, Event) else record.name
    also = () if isinstance(record, Event) else tuple(dict.fromkeys(form for form in _other_names(record) if form != name))
    said = previews.of(record, known)
    places = tuple(place for place in _places(kind, record, monograph) if place.division in bound)
    return IndexEntry(name, also, (Text(said),) if said else (), places, f"{kind}-{record.id}")


def _other_names(record: Person | Group | Place) -> tuple[str, ...]:
    return (*((record.abbr,) if isinstance(record, Group) and record.abbr else ()), *record.variants)


def _places(kind: str, record: Record, monograph: Monograph) -> tuple[Inside, ...]:
    """The paragraphs that name a record; of one that no sentence names those that tell of it, else the sections that do."""
    named = [mention.sentence for mention in register_mentions(monograph).get((kind, record.id), ())]
    if isinstance(record, Event) and not named:
        named = register_telling.told(monograph, record)
    sentences = named or register_telling.paragraphs(monograph, _stated(record))
    if sentences:
        found = [Inside(sentence.page.name, sentence.paragraph.anchor) for sentence in sentences]
    else:
        found = [Inside(*statement.see.partition("#")[::2]) for statement in _stated(record) if statement.see]
    return tuple(dict.fromkeys(found))


def _stated(record: Record) -> tuple[Statement, ...]:
    if isinstance(record, Event):
        return (record,)
    return (*record.facts, *(record.presence if isinstance(record, Place) else ()))
