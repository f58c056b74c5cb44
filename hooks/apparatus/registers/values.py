"""What the registers hold: people, groups, places, events, tenures, bodies, estimates, operations, and what is stated of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from apparatus.model import Location


@dataclass(frozen=True)
class Period:
    """When: EDTF dates of beginning and end (the same for a moment; empty where not known), and the phrase the book prints."""

    start: str = ""
    end: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.start or self.end or self.text)


@dataclass(frozen=True)
class Statement:
    """Something stated, with what it rests on. ``cite`` is the citation as written, in brackets; ``see`` the section that tells it.

    ``certainty`` is ``reported``, ``disputed``, ``inferred`` or empty; ``notes`` are editorial notes; ``editor`` marks what only the
    editors add.
    """

    location: Location
    text: str = ""
    cite: str = ""
    when: Period = Period()
    certainty: str = ""
    stated_by: str = ""
    notes: tuple[str, ...] = ()
    editor: bool = False
    see: str = ""
    label: str = ""
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact(Statement):
    """What is stated of a person, group or place."""

    kind: str = ""
    role: str = ""
    group: str = ""
    place: str = ""


@dataclass(frozen=True)
class Relation(Statement):
    """How one group stands to another: ``this group <type> that one``."""

    to: str = ""
    type: str = ""


@dataclass(frozen=True)
class Presence(Statement):
    """The group in a place over a time: ``base``, ``present``, ``attack``, ``contested`` or ``none``."""

    level: str = ""


@dataclass(frozen=True)
class Toll(Statement):
    """Casualties and the like of an event: how many of whom, at least and at most; None where no bound is stated."""

    what: str = ""
    of: str = ""
    min: int | None = None
    max: int | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blame(Statement):
    """Who claimed an attack, or is blamed for it, and by whom."""

    on: str = ""
    by: str = ""


@dataclass(frozen=True)
class Dispute(Statement):
    """Another value of a field, and who has it."""

    field: str = ""
    value: str = ""


@dataclass(frozen=True)
class Person:
    """A person: the preferred name, other names, of these the ``short`` that prose may use by themselves, what is stated."""

    id: str
    name: str
    location: Location
    variants: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    kind: str = ""
    named_in_passing: bool = False
    unnamed: bool = False
    editor: bool = False
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Group:
    """A group, body or medium; ``parent`` is the id of what it belongs to."""

    id: str
    name: str
    location: Location
    variants: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    abbr: str = ""
    kind: str = ""
    parent: str = ""
    named_in_passing: bool = False
    editor: bool = False
    summary: Statement | None = None
    relations: tuple[Relation, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Place:
    """A place; ``within`` is the id of what holds it; ``tile`` its column and row on the map of tiles, from 1, east and south."""

    id: str
    name: str
    location: Location
    variants: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    kind: str = ""
    within: str = ""
    country: str = ""
    tile: tuple[int, int] | None = None
    mentioned: bool = True
    named_in_passing: bool = False
    editor: bool = False
    presence: tuple[Presence, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Event(Statement):
    """Something that happened: its date with its precision, its place, who was concerned, its toll, who is blamed, who claimed it.

    ``claimed`` is None where the book says nothing of a claim, empty where nobody claimed it. ``names`` are the words by which the
    book speaks of it, … for any words between.
    """

    id: str = ""
    title: str = ""
    precision: str = ""
    kind: str = ""
    place: str = ""
    where: str = ""
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    casualties: tuple[Toll, ...] = ()
    claimed: tuple[Blame, ...] | None = None
    blamed: tuple[Blame, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    main: bool = False
    after: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tenure:
    """One holder's time in an office. ``person`` is an id, or empty where ``name`` stands for somebody who is not named."""

    id: str
    office: str
    location: Location
    number: int | None = None
    person: str = ""
    name: str = ""
    label: str = ""
    together_with: tuple[str, ...] = ()
    begun: Statement | None = None
    ended: Statement | None = None
    end: str = ""
    place: str = ""
    place_text: str = ""
    place_cite: str = ""
    after: Fact | None = None
    stated: Statement | None = None
    notes: tuple[str, ...] = ()
    certainty: str = ""
    see: str = ""
    disputed: tuple[Dispute, ...] = ()


@dataclass(frozen=True)
class Body(Statement):
    """A box of the organisation, at its ``at`` (``formation`` or ``2020``); ``drawn`` is whether the figure shows it."""

    id: str = ""
    at: str = ""
    name: str = ""
    does: str = ""
    style: str = ""
    drawn: bool = True


@dataclass(frozen=True)
class Line(Statement):
    """A line of authority between two bodies."""

    id: str = ""
    at: str = ""
    start: str = ""
    end: str = ""
    line: str = ""


@dataclass(frozen=True)
class Estimate(Statement):
    """A number somebody gives: of what, of whom, where, as of when; ``terms`` are the number as the book prints it."""

    id: str = ""
    of: str = ""
    group: str = ""
    place: str = ""
    min: int | None = None
    max: int | None = None
    unit: str = ""
    by: str = ""
    event: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operation(Statement):
    """A named operation or campaign: by whom, against whom, where, and what came of it."""

    id: str = ""
    name: str = ""
    variants: tuple[str, ...] = ()
    place: str = ""
    where: str = ""
    named: bool = True
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    outcome: Statement | None = None
    disputed: tuple[Dispute, ...] = ()


@dataclass(frozen=True)
class Caption:
    """The words of a figure: the title of its picture and its caption, those of its table and of its table of what is not drawn."""

    id: str
    location: Location
    title: str = ""
    caption: str = ""
    table: str = ""
    others: str = ""


@dataclass(frozen=True)
class Registers:
    """All registers, by id, in the order of their files."""

    people: dict[str, Person] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    leadership: dict[str, Tenure] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    estimates: dict[str, Estimate] = field(default_factory=dict)
    operations: dict[str, Operation] = field(default_factory=dict)
    captions: dict[str, Caption] = field(default_factory=dict)
