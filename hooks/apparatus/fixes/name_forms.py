"""Spellings of names that the registers list as variants: ``Kasargod`` becomes ``Kasaragod`` where prose may not have the variant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from apparatus.fixes.edit import Edit
from apparatus.model import Location, Monograph
from apparatus.registers import forms

CODES = ("TXT034",)
REACH = 0  # characters: the name itself

WHAT = "name written in its preferred form"
_LIKE = 0.8  # from here on two forms are spellings of one name, and not two names


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    spelt = {form: variant.preferred for form, variant in forms.variants(monograph).items() if _spelling(form, variant.preferred)}
    if not spelt:
        return
    longest = sorted(spelt, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    for page in monograph.pages:
        for paragraph in page.paragraphs:
            for found in pattern.finditer(page.text, paragraph.span.start, paragraph.span.end):
                line = page.text.count("\n", 0, found.start()) + 1
                place = Location(page.path, line, found.start() - page.text.rfind("\n", 0, found.start()))
                yield Edit(page.path, found.start(), found.end(), spelt[found[0]], place, WHAT)


def _spelling(form: str, preferred: str) -> bool:
    """Whether a variant is the same name in other letters, word for word."""
    same = len(re.findall(r"\w+", form)) == len(re.findall(r"\w+", preferred))
    return same and SequenceMatcher(None, form.casefold(), preferred.casefold()).ratio() >= _LIKE
