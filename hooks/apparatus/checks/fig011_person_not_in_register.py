"""FIG011 person-not-in-register: a diagram names somebody in two or more capitalised words whom no register of `data/` knows.

Why: text, data and diagrams have to tell of the same people by the same names; a name that only a diagram has is a slip or is missing
from the registers.
Fix: write the name as its register has it, or add the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import diagrams
from apparatus.grounds.characters import shown
from apparatus.grounds.proper_names import NAMES
from apparatus.grounds.texts import Nearest, texts
from apparatus.model import Diagnostic, Fence, Monograph
from apparatus.registers import registers

CODE = "FIG011"
_LABEL = re.compile(r"[\[({|>\"/\\]+([^\[\](){}|\"\n]+)[\])}|\"/\\]")
_NAME = re.compile(r"[A-Z][a-z’]+(?:[ -](?:al-|ul-|bin |ibn )?[A-Z][a-z’]+)+")
_WORD = re.compile(r"[^\W\d_]+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    book = registers(monograph)
    if not book.people:
        return
    people = [form for person in book.people.values() for form in (person.name, *person.variants)]
    known = set(_words(monograph))
    nearest = Nearest(people)
    for page, fence in diagrams.fences(monograph):
        for label, at in _labels(fence):
            for match in _NAME.finditer(label):
                words = _WORD.findall(match[0])
                if not any(match[0] in form for form in people) and not all(word.casefold() in known or word in NAMES for word in words):
                    near = nearest(match[0])
                    fix = f"did you mean '{near}'?" if near else "add the person to data/people.yml, or the group or place to its register"
                    start = page.text.find(match[0], fence.span.start, fence.span.end)
                    place = texts(monograph).at(page.path, start) if start >= 0 else fence.location
                    yield Diagnostic(place, CODE, f"the diagram names '{shown(match[0])}', whom no register has", fix)


def _labels(fence: Fence) -> Iterator[tuple[str, int]]:
    for match in _LABEL.finditer(fence.source):
        for part in re.split(r"<br ?/?>|\\n", match[1]):
            yield part, match.start()


def _words(monograph: Monograph) -> Iterator[str]:
    """The words of all names of the registers but the people's, and of the terms of the glossary, in small letters."""
    book = registers(monograph)
    for own in (book.groups, book.places, book.operations, book.bodies):
        for record in own.values():
            for form in (record.name, *getattr(record, "variants", ()), getattr(record, "label", ""), getattr(record, "abbr", "")):
                yield from _WORD.findall(form.casefold())
    for record in monograph.data.get("glossary", ()):
        yield from _WORD.findall(str(record.values.get("term") or "").casefold())
