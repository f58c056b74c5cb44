"""The sub-provinces: what they belong to, who is named for them, which groups they were meant to gather."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.figures import relations
from apparatus.figures.cells import NOTHING, plain, said
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.figures.flowchart import Box, Line, fence, phrases, uncertain
from apparatus.figures.relations import Tie
from apparatus.registers import Caption, Fact, Person, Registers

NAME = "sub-provinces"
IN_BOX = ("splinter",)  # told in the box of the group, without a line
GATHERS = "meant-to-gather"


@dataclass(frozen=True)
class Named:
    """A person whom the figure shows, with the facts that it shows."""

    person: Person
    facts: tuple[Fact, ...]

    @property
    def group(self) -> str:
        """The group to which the facts tie the person, by id; empty if none of them does."""
        return next((fact.group for fact in self.facts if fact.group), "")


def render(registers: Registers, caption: Caption) -> Figure:
    """The relations and facts of groups and persons that name this figure."""
    ties = relations.drawn(NAME, registers)
    people = [Named(p, facts) for p in registers.people.values() if (facts := tuple(f for f in p.facts if NAME in f.figures))]
    lines = [_line(tie, registers) for tie in ties if tie.relation.type not in IN_BOX] + _named_lines(people, registers)
    boxes, owner = _boxes(ties, people, registers)
    lines = list(dict.fromkeys(Line(owner[li.start], owner[li.end], "", li.label, li.broken, li.arrow) for li in lines))
    source = fence(caption.title, boxes, lines, _description(ties, people, registers), width=21, beside=1)
    rows = [*(relations.row(tie, registers) for tie in ties), *_facts(registers), *_named_rows(people, registers)]
    pages = (("groups", "register/groups.md"), ("people", "register/people.md"))
    drawings = (Drawing(source, caption.caption, NAME),) if boxes else ()
    tables = (Table(("Group or person", "", "What is stated"), tuple(rows), caption.table),)
    return Figure(NAME, drawings, tables, pages, ("groups", "people"))


def _line(tie: Tie, registers: Registers) -> Line:
    return relations.line(tie, tie.relation.label or tie.relation.type.replace("-", " "), registers, downward=True)


def _named_lines(people: list[Named], registers: Registers) -> list[Line]:
    """From the group to the person: the role, and how sure it is."""
    lines = []
    for named in people:
        if named.group not in registers.groups:
            continue
        fact = next(fact for fact in named.facts if fact.group)
        label = ", ".join(part for part in (fact.role.lower() if fact.role.istitle() else fact.role, fact.certainty) if part)
        lines.append(Line(named.group, named.person.id, "", label, bool(fact.certainty), False))
    return lines


def _boxes(ties: list[Tie], people: list[Named], registers: Registers) -> tuple[list[Box], dict[str, str]]:
    """The boxes, and by id of a group or person that of its box: groups meant to be gathered alike share one."""
    shared = _shared(ties)
    drawn = dict.fromkeys(name for tie in ties if tie.relation.type not in IN_BOX for name in (tie.group.id, tie.relation.to))
    drawn |= dict.fromkeys(named.group for named in people if named.group in registers.groups)
    owner, boxes = {}, {}
    for name in drawn:
        owner[name] = shared.get(name, name)
        parts, role = _group_parts(name, ties, registers), _role(name, ties)
        before = boxes.get(owner[name])
        boxes[owner[name]] = Box(owner[name], (before.parts if before else ()) + parts, role)
    for named in people:
        owner[named.person.id] = named.person.id
        boxes[named.person.id] = Box(named.person.id, _told(named.person.name, [fact.label for fact in named.facts]), _fate(named))
    return list(boxes.values()), owner


def _shared(ties: list[Tie]) -> dict[str, str]:
    """By id the first of its like: groups of which nothing is drawn but that the same group was meant to gather them, equally surely."""
    found: dict[tuple[str, ...], list[str]] = {}
    touched = [name for tie in ties for name in (tie.group.id, tie.relation.to)]
    for tie in ties:
        if tie.relation.type == GATHERS and touched.count(tie.relation.to) == 1:
            found.setdefault((tie.group.id, tie.relation.label, tie.relation.certainty), []).append(tie.relation.to)
    return {name: names[0] for names in found.values() for name in names}


def _group_parts(name: str, ties: list[Tie], registers: Registers) -> tuple[str, ...]:
    group = registers.groups[name]
    labels = [fact.label for fact in group.facts if NAME in fact.figures]
    labels += [tie.relation.label for tie in ties if tie.group.id == name and tie.relation.type in IN_BOX]
    return _told(relations.short(group), labels)


def _told(name: str, labels: list[str]) -> tuple[str, ...]:
    """The name, then the labels; without the name where a label has it."""
    parts = phrases(*labels)
    return parts if any(name in part for part in parts) else (name, *parts)


def _without(name: str, label: str) -> str:
    return " ".join(label.replace(name, "").split())


def _role(name: str, ties: list[Tie]) -> str:
    return "ally" if any(tie.relation.type == GATHERS and tie.relation.to == name for tie in ties) else "body"


def _fate(named: Named) -> str:
    return "killed" if any(f.kind == "fate" and "killed" in f.label for f in named.facts) else "unknown"


def _description(ties: list[Tie], people: list[Named], registers: Registers) -> str:
    """A sentence for each relation, several alike together; then one for each fact."""
    alike: dict[tuple[str, ...], list[Tie]] = {}
    for tie in ties:
        alike.setdefault((tie.group.id, tie.relation.type, tie.relation.label, tie.relation.certainty), []).append(tie)
    told = [relations.sentence(found, registers) for found in alike.values()]
    told += [f"{relations.full(group)}: {fact.label or fact.text.rstrip('.')}" for group, fact in _group_facts(registers)]
    for named in people:
        told.append(f"{named.person.name}: {'; '.join(_words(named.person.name, fact) for fact in named.facts)}")
    return ". ".join(told) + "." if told else ""


def _words(name: str, fact: Fact) -> str:
    doubt = uncertain(fact.certainty, f"{fact.role} {fact.label}")
    return ", ".join(part for part in (fact.role, _without(name, fact.label), doubt) if part).replace(", (", " (")


def _group_facts(registers: Registers):
    return [(group, fact) for group in registers.groups.values() for fact in group.facts if NAME in fact.figures]


def _facts(registers: Registers) -> list[tuple[str, ...]]:
    return [(plain(relations.full(group)), plain(fact.label) or NOTHING, said(fact)) for group, fact in _group_facts(registers)]


def _named_rows(people: list[Named], registers: Registers) -> list[tuple[str, ...]]:
    return [(plain(named.person.name), plain(fact.role or fact.label), said(fact)) for named in people for fact in named.facts]
