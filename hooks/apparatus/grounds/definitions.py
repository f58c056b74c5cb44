"""The lines ``[label]: target`` of a page, and the brackets that may refer to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from apparatus.model import Page
from apparatus.read import openers
from apparatus.read.links import normal

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")


class Definition(NamedTuple):
    """A label as it is compared, its target, the offsets of its bracket and of its target."""

    label: str
    target: str
    offset: int
    target_offset: int


def definitions(page: Page) -> tuple[Definition, ...]:
    """The definitions of a page in order, those that repeat a label included; ``[//]: # (…)`` and the like are comments."""
    if "]:" not in page.text:
        return ()
    hidden = {span.start for span in page.code}
    found = []
    for match in openers.DEFINITION.finditer(page.text, page.body_start):
        group = 2 if match[2] is not None else 3
        before = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not before.strip(" \t>") and match.start(group) in hidden:
            found.append(Definition(normal(match[1]), match[group], match.start(), match.start(group)))
    return tuple(found)


def is_comment(definition: Definition) -> bool:
    """Whether a definition is the known trick to write a comment that no program prints."""
    return definition.label in ("//", "comment", "_", "-", "#") or definition.target in ("#", "", "<>", "/")


def named(page: Page) -> frozenset[str]:
    """Every label that some bracket on the page names, whether or not it is defined."""
    found: set[str] = set()
    own = {definition.offset for definition in definitions(page)}
    for match in _BRACKETS.finditer(page.text, page.body_start):
        if match.start() not in own:
            found.add(normal(match[1]))
    return frozenset(found)
