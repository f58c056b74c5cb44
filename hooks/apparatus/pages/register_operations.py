"""The register of operations: campaigns, offensives and strikes, by whom, against whom, where, and what came of them."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES
from apparatus.model import Monograph
from apparatus.pages import register_mentions
from apparatus.pages.register_events import FIELDS
from apparatus.pages.register_parts import Desk, also, date, matter, section
from apparatus.pages.work_heads import words
from apparatus.registers import Operation, registers

KIND = "operations"
INDEX = INDEXES[KIND]
INTRODUCTION = """
Campaigns, offensives and strikes that the book tells of, in order of time as far as they have dates.
A name that is only a description is the editors’.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the page by its path below ``docs/``, in the order of the register; nothing without it."""
    operations, desk = registers(monograph).operations, Desk(monograph, "register")
    if not operations:
        return {}
    head = matter("Operations", "Campaigns, offensives and strikes: by whom, against whom, where, and what came of them.", 1)
    sections = "".join(section(words(operation.name), operation.id, _operation(operation, desk)) for operation in operations.values())
    return {INDEX: f"{head}{INTRODUCTION}{sections}"}


def _operation(operation: Operation, desk: Desk) -> str:
    where = words(operation.where) or (desk.link("places", operation.place) if operation.place else "")
    head = [date(operation.when) or "Not dated", where]
    head += [f"by {desk.links('groups', operation.by)}"] if operation.by else []
    head += [f"against {desk.links('groups', operation.against)}"] if operation.against else []
    parts = [
        f"{' · '.join(part for part in head if part)}\n{{: .record-head }}\n",
        also(operation.variants).lstrip(),
        f"{desk.said(operation)}\n",
        f"**Outcome.** {desk.said(operation.outcome)}\n" if operation.outcome else "",
        "".join(desk.dispute(other, FIELDS) for other in operation.disputed),
        register_mentions.box(register_mentions.mentioned(KIND, operation.id, desk), desk, (operation,)),
    ]
    return "\n".join(part for part in parts if part)
