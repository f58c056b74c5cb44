"""The forms in which prose may name what the registers hold: the preferred name and its parts, the abbreviation, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apparatus.grounds.texts import once
from apparatus.model import Monograph
from apparatus.registers.book import registers
from apparatus.registers.values import Group, Person, Place

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


@dataclass(frozen=True)
class Variant:
    """A form that is not to stand alone in prose: itself, the preferred name, and the forms beside which it may stand."""

    text: str
    preferred: str
    beside: tuple[str, ...]


@once
def variants(monograph: Monograph) -> dict[str, Variant]:
    """The variants of people, groups and places that prose may use only beside a preferred form, by themselves.

    A part of the preferred name, a form that holds all of it, an abbreviation and whatever ``short`` lists may stand anywhere.
    """
    found: dict[str, Variant] = {}
    book = registers(monograph)
    standing = {form for own in (book.people, book.groups, book.places) for record in own.values() for form in _standing(record)}
    for own in (book.people, book.groups, book.places):
        for record in own.values():
            allowed = _standing(record)
            for variant in record.variants:
                if variant not in standing and any(sign.isupper() for sign in variant):
                    found.setdefault(variant, Variant(variant, record.name, tuple(allowed)))
    return found


def _standing(record: Person | Group | Place) -> list[str]:
    abbreviation = [record.abbr] if isinstance(record, Group) and record.abbr else []
    own = [variant for variant in record.variants if _part(variant, record.name) or _part(record.name, variant)]
    return [record.name, *abbreviation, *own, *record.short]


def _part(form: str, name: str) -> bool:
    """Whether the words of a form stand in a name, in the same order and spelling, capitals apart."""
    rest = iter(_WORD.findall(name.casefold()))
    return all(word in rest for word in _WORD.findall(form.casefold()))


def words(monograph: Monograph, least: int) -> tuple[set[str], set[str]]:
    """The words of preferred names that have at least so many letters, and all words of all forms."""
    preferred: set[str] = set()
    known: set[str] = set()
    book = registers(monograph)
    for own in (book.people, book.groups, book.places, book.operations):
        for record in own.values():
            for form in (record.name, *record.variants):
                known.update(_WORD.findall(form))
            preferred.update(word for word in _WORD.findall(record.name) if len(word) >= least and word[0].isupper())
    return preferred, known
