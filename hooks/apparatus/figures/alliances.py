"""The web of alliances and rivals: the groups as boxes, how they stand to each other as lines."""

from __future__ import annotations

from collections import Counter

from apparatus.figures import relations
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.figures.flowchart import Box, described, fence, phrases
from apparatus.figures.relations import Tie
from apparatus.registers import Caption, Registers

NAME = "alliances"
ROLES = {"ally": "ally", "cooperates": "ally", "rival": "rival", "clashes": "rival", "branch": "body"}
LABELS = {"branch": "branch", "not-aligned": "not aligned"}


def render(registers: Registers, caption: Caption) -> Figure:
    """The relations that name this figure; other relations between the same groups stand in a second table."""
    ties = relations.drawn(NAME, registers)
    boxes = _boxes(ties, registers)
    lines = [relations.line(tie, LABELS.get(tie.relation.type, tie.relation.type), registers) for tie in ties]
    head = ("Group", "Relation", "What is stated")
    tables = (
        Table(head, tuple(relations.row(tie, registers) for tie in ties), caption.table),
        Table(head, tuple(relations.row(tie, registers) for tie in relations.others(ties, registers)), caption.others),
    )
    drawn = fence(caption.title, boxes, lines, described((), lines), width=20, beside=1)  # the lines tell what the boxes say
    drawings = (Drawing(drawn, caption.caption, NAME),) if ties else ()
    return Figure(NAME, drawings, tables, (("groups", "register/groups.md"),), ("groups",))


def _boxes(ties: list[Tie], registers: Registers) -> list[Box]:
    """A box for each group. What a relation's label says stands in the box of the group that is less in the middle."""
    hub = _hub(ties)
    labels: dict[str, list[str]] = {}
    roles: dict[str, str] = {hub: "body"}
    for tie in ties:
        outer = tie.relation.to if tie.group.id == hub else tie.group.id
        for name in (tie.group.id, tie.relation.to):
            labels.setdefault(name, [])
        labels[outer] += phrases(tie.relation.label)
        roles.setdefault(outer, ROLES.get(tie.relation.type, "outside"))
    groups = registers.groups
    return [Box(name, (relations.short(groups[name]), *told), roles.get(name, "outside")) for name, told in labels.items()]


def _hub(ties: list[Tie]) -> str:
    """The group with most relations; of several the first by id."""
    counted = Counter(name for tie in ties for name in (tie.group.id, tie.relation.to))
    return min(counted, key=lambda name: (-counted[name], name), default="")
