"""How a group stands to others: each relation as a statement, and a small diagram of them."""

from __future__ import annotations

from collections.abc import Sequence

from apparatus.figures import FIGURES, flowchart, relations
from apparatus.figures.relations import Tie
from apparatus.model import Monograph
from apparatus.pages.register_parts import Desk, printed_words
from apparatus.pages.work_heads import words
from apparatus.registers import Group, Registers

FEWEST, MOST = 2, 8  # groups round the one in hand, for a diagram that can be read
_FAR = {  # roles of the boxes, by what the relation says; others are drawn as outside
    **dict.fromkeys(("ally", "cooperates", "supports", "agreement"), "ally"),
    **dict.fromkeys(("rival", "clashes", "propaganda"), "rival"),
    **dict.fromkeys(("branch", "parent", "splinter"), "body"),
}


def ties(group: Group, registers: Registers) -> list[Tie]:
    """The relations of a group, its own first, then those that others have to it; in the order of the register."""
    own = [Tie(group, relation) for relation in group.relations if relation.to in registers.groups]
    others = [Tie(other, relation) for other in registers.groups.values() if other is not group for relation in other.relations]
    return own + [tie for tie in others if tie.relation.to == group.id]


def text(group: Group, desk: Desk) -> str:
    """Markdown: the diagram, if the group has neither too few nor too many relations for one, then every relation as an item."""
    found = ties(group, desk.registers)
    return f"{_diagram(group, found, desk)}{''.join(_item(tie, group, desk) for tie in found)}"


def _item(tie: Tie, group: Group, desk: Desk) -> str:
    """``- 2020: rival of [TTP](ttp.md): statement``; where the other has the relation, its name stands first."""
    other = tie.relation.to if tie.group is group else tie.group.id
    name = desk.link("groups", other, relations.short(desk.registers.groups[other]))
    verb = relations.words(tie)
    lead = f"{verb[:1].upper()}{verb[1:]} {name}" if tie.group is group else f"{name}: {verb} this group"
    when = printed_words(tie.relation.when)
    return f"- {lead}{f', {when}' if when else ''}. {desk.said(tie.relation)}\n"


def _diagram(group: Group, found: Sequence[Tie], desk: Desk) -> str:
    far = list(dict.fromkeys(tie.relation.to if tie.group is group else tie.group.id for tie in found))
    if not FEWEST <= len(far) <= MOST:
        return _drawn_elsewhere(found, desk.monograph, desk)
    groups = desk.registers.groups
    boxes = [flowchart.Box(group.id, (relations.short(group),), "current")]
    boxes += [flowchart.Box(name, (relations.short(groups[name]),), _role(name, found)) for name in far]
    lines = [relations.line(tie, relations.words(tie).removesuffix(" of"), desk.registers) for tie in _apart(found)]
    title = f"Relations of {group.abbr or group.name}"
    fence = flowchart.fence(title, boxes, lines, flowchart.described((), lines))
    cited = "; ".join(dict.fromkeys(tie.relation.cite.strip("[]") for tie in found if tie.relation.cite))
    name = words(group.abbr or group.name)
    caption = f"Relations of {name}, as stated below; broken lines mark what is not established.[{_merged(cited)}]"
    return f"{fence}\n\n/// figure-caption\n{caption}\n///\n\n"


def _role(name: str, found: Sequence[Tie]) -> str:
    """The role of another group's box, by the first relation with it that has one."""
    types = (tie.relation.type for tie in found if name in (tie.relation.to, tie.group.id))
    return next((_FAR[type_] for type_ in types if type_ in _FAR), "outside")


def _apart(found: Sequence[Tie]) -> list[Tie]:
    """Of relations of one kind between the same two groups only the first is drawn."""
    seen: dict[tuple[str, str, str], Tie] = {}
    for tie in found:
        seen.setdefault((tie.group.id, tie.relation.to, tie.relation.type), tie)
    return list(seen.values())


def _merged(cited: str) -> str:
    """Citations of several statements as those of one, each once."""
    return "; ".join(dict.fromkeys(part.strip() for part in cited.split(";")))


def _drawn_elsewhere(found: Sequence[Tie], monograph: Monograph, desk: Desk) -> str:
    """Links to the figures of chapters that draw the relations."""
    names = sorted({name for tie in found for name in tie.relation.figures if name in FIGURES})
    fences = [(page, fence) for page in monograph.pages for fence in page.fences if fence.language == "figure"]
    pages = {name: page for name in names for page, fence in fences if fence.source.strip() == name}
    links = [f"[{words(pages[name].title)}]({desk.relative(pages[name].name)}#figure-{name})" for name in names if name in pages]
    return f"Drawn in the chapters: {', '.join(links)}.\n\n" if links else ""
