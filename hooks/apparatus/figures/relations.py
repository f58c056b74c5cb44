"""Relations between groups that a figure draws: which they are, in what words a line, a sentence and a row tell them."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.figures.cells import plain, said
from apparatus.figures.flowchart import Line, uncertain
from apparatus.registers import Group, Registers, Relation

# What a type says between “this group: …” and “… that one”. Others are told by their own words, hyphens as blanks.
WORDS = {
    "agreement": "agreement with",
    "alleged-link": "alleged link with",
    "ally": "ally of",
    "branch": "branch of",
    "clashes": "clashes with",
    "contact": "contact with",
    "cooperates": "cooperation with",
    "meant-to-gather": "meant to gather",
    "might-recruit-from": "might draw men from",
    "no-direct-link": "no direct link with",
    "not-aligned": "not aligned with",
    "parent": "parent of",
    "pledged": "allegiance to",
    "precedent": "precedent of",
    "predecessor": "predecessor of",
    "propaganda": "opposed in words by",
    "recruits-from": "recruits from",
    "rival": "rival of",
    "splinter": "splinter of",
    "supervises": "supervision of",
    "supports": "support for",
}
MUTUAL = ("ally", "rival", "clashes", "cooperates", "contact", "agreement", "not-aligned", "no-direct-link")  # drawn without arrow
SHORT = 18  # characters of a name that a box need not shorten
BROKEN = ("not-aligned", "no-direct-link", "meant-to-gather", "might-recruit-from", "contact", "alleged-link")  # no tie, or not yet


@dataclass(frozen=True)
class Tie:
    """A relation with the group that has it."""

    group: Group
    relation: Relation


def drawn(figure: str, registers: Registers) -> list[Tie]:
    """The relations that name the figure, in the order of the register; those to a group it does not have are left out."""
    ties = [Tie(group, relation) for group in registers.groups.values() for relation in group.relations]
    return [tie for tie in ties if figure in tie.relation.figures and tie.relation.to in registers.groups]


def others(ties: list[Tie], registers: Registers) -> list[Tie]:
    """All other relations between the groups of these."""
    groups = {name for tie in ties for name in (tie.group.id, tie.relation.to)}
    every = [Tie(group, relation) for group in registers.groups.values() if group.id in groups for relation in group.relations]
    return [tie for tie in every if tie.relation.to in groups and tie not in ties]


def short(group: Group) -> str:
    """How a box names a group: by its abbreviation where the name is long."""
    return group.abbr if group.abbr and len(group.name) > SHORT else group.name


def full(group: Group) -> str:
    """How a row names a group."""
    return f"{group.name} ({group.abbr})" if group.abbr else group.name


def words(tie: Tie) -> str:
    """The relation in words that stand between the two groups."""
    return WORDS.get(tie.relation.type, tie.relation.type.replace("-", " "))


def line(tie: Tie, label: str, registers: Registers, downward: bool = False) -> Line:
    """The line of a relation; ``downward`` draws a branch from what it is a branch of."""
    relation, start, end = tie.relation, tie.group.id, tie.relation.to
    if downward and relation.type == "branch":
        start, end = end, start
    doubt = uncertain(relation.certainty, label)
    told = ", ".join(part for part in (label, doubt) if part)
    broken = bool(relation.certainty) or relation.type in BROKEN
    return Line(start, end, sentence([tie], registers), told, broken, relation.type not in MUTUAL)


def sentence(ties: list[Tie], registers: Registers) -> str:
    """What a line says to a listener: one relation, or several of the same group that differ only in the other group."""
    relation, far = ties[0].relation, [full(registers.groups[tie.relation.to]) for tie in ties]
    label = "" if relation.label.lower() in words(ties[0]).lower() else relation.label
    extra = ", ".join(part for part in (label, uncertain(relation.certainty, label)) if part)
    return f"{full(ties[0].group)}: {words(ties[0])} {listed(far)}{f' ({extra})' if extra else ''}"


def listed(names: list[str]) -> str:
    """Names as a list in a sentence."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def row(tie: Tie, registers: Registers) -> tuple[str, str, str]:
    """Group, relation, what is stated."""
    return plain(full(tie.group)), plain(f"{words(tie)} {short(registers.groups[tie.relation.to])}"), said(tie.relation)
