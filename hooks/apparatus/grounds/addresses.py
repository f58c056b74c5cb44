"""Every address on the web that the sources hold: in fields of entries, links of pages and values of records, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from apparatus.grounds.definitions import definitions
from apparatus.grounds.texts import Texts, fields, once, strings, texts
from apparatus.grounds.urls import SCHEME
from apparatus.model import Entry, Field, Location, Monograph

WHOLE = re.compile(r"url|archive[-_]?url|uri|link|weblink|bdsk-url-\d+")  # names of fields that hold an address and nothing else
PRINTED = "printed"  # data: what stands so in the article, addresses broken as they are
_IN_TEXT = re.compile(r"(?:\b(?:https?|ftp|hxxps?)://|\bwww\.(?=[\w-]+\.\w))[^\s<>\"“”{}|\\^`]+", re.IGNORECASE)
_MACRO = re.compile(r"\s*\\(?:url|href|path)\s*\{([^{}]*)\}\s*")
_NO_SCHEME = re.compile(
    r"(?:www\.|//[\w-]+\.)[\w-]|(?:[\w-]+\.)+(?:(?:com|net|gov|edu|int|mil)(?=[/?#]|$)|(?:org|info|uk|in|pk|af|eu|de|fr)/)", re.IGNORECASE
)
_LOCAL = re.compile(r"[A-Za-z]:[\\/]")
_REACH = 2_000  # characters in which a link's target is sought after the link begins


@dataclass(frozen=True)
class Address:
    """One address as written. ``place`` is that of the field or link it fills; ``offset`` its own in the source, or -1."""

    text: str
    place: Location
    offset: int
    origin: str  # "field", "page" or "data"
    name: str = ""  # of the field or value
    entry: Entry | None = field(default=None, compare=False)
    whole: bool = True  # it is all that the field or link target holds
    texts: Texts | None = field(default=None, compare=False, repr=False)

    def at(self, index: int) -> Location:
        """Where a character of the address stands; the place of the whole for -1 or if that is not known."""
        if index < 0 or self.offset < 0 or self.texts is None:
            return self.place
        return self.texts.at(self.place.path, self.offset + index)


@once
def addresses(monograph: Monograph) -> tuple[Address, ...]:
    """All addresses: of entries, then pages, then data; each place once."""
    return tuple([*_of_entries(monograph), *_of_pages(monograph), *_of_data(monograph)])


def _of_entries(monograph: Monograph) -> Iterator[Address]:
    known = texts(monograph)
    for entry, item in fields(monograph):
        start = known.value(item)
        macro = _MACRO.fullmatch(item.value) if item.name != "url" else None
        value, shift = (macro[1], macro.start(1)) if macro else (item.value, 0)
        bare = value.strip()
        fills = bool(SCHEME.match(bare)) and "://" in bare and not re.search(r"\s", bare) and item.name in ("howpublished", "eprint")
        if WHOLE.fullmatch(item.name) or macro or fills:
            shift += len(value) - len(value.lstrip())
            yield Address(bare, item.location, start + shift if start >= 0 else -1, "field", item.name, entry, True, known)
        else:
            yield from _in_field(entry, item, start, known)


def _in_field(entry: Entry, item: Field, start: int, known: Texts) -> Iterator[Address]:
    for found, shift in in_text(item.value):
        offset = start + shift if start >= 0 else -1
        place = known.at(item.location.path, offset) if offset >= 0 else item.location
        yield Address(found, place, offset, "field", item.name, entry, False, known)


def in_text(text: str) -> Iterator[tuple[str, int]]:
    """The addresses in running text with their offsets; punctuation of the sentence is not part of them."""
    for match in _IN_TEXT.finditer(text):
        found = match[0]
        surplus = found.count(")") - found.count("(")
        while found and (found[-1] in ".,;:!?'’*]" or (found[-1] == ")" and surplus > 0)):
            surplus -= found[-1] == ")"
            found = found[:-1]
        yield found, match.start()


def _of_pages(monograph: Monograph) -> Iterator[Address]:
    known = texts(monograph)
    for page in monograph.pages:
        defined = {definition.target: definition.target_offset for definition in definitions(page)}
        seen: set[int] = set()
        for link in page.links:
            if not leaves(link.target) or (link.image and link.target.startswith("//")):
                continue
            offset = known.find(link.target, link.location, _REACH)
            if offset in defined.values() or (offset < 0 and link.target in defined):
                continue
            if offset not in seen or offset < 0:
                seen.add(offset)
                yield Address(link.target, link.location, offset, "page", whole=not link.bare, texts=known)
        for _, target, _, offset in definitions(page):
            if leaves(target):
                yield Address(target, known.at(page.path, offset), offset, "page", texts=known)


def leaves(target: str) -> bool:
    """Whether a link's target is an address rather than a path in the book."""
    return bool((SCHEME.match(target) or _NO_SCHEME.match(target)) and not _LOCAL.match(target))


def _of_data(monograph: Monograph) -> Iterator[Address]:
    known = texts(monograph)
    for data in monograph.data.values():
        for datum in data:
            for name, value, place in strings(datum):
                if "://" not in value and "www." not in value and not WHOLE.fullmatch(name.rpartition(".")[2]):
                    continue
                if PRINTED not in name.split("."):
                    yield from _in_value(name, value, place, known)


def _in_value(name: str, value: str, place: Location, known: Texts) -> Iterator[Address]:
    if WHOLE.fullmatch(name.rpartition(".")[2]):
        if bare := value.strip():
            yield Address(bare, place, known.find(bare, place, 10), "data", name, texts=known)
        return
    position, start = 0, known.offset(place)
    for found, _ in in_text(value):
        reach = start + position + 4 * len(value) + len(found) + _REACH
        offset = known.text(place.path).find(found, start + position, reach) if start >= 0 else -1
        position = offset + len(found) - start if offset >= 0 else position
        where = known.at(place.path, offset) if offset >= 0 else place
        yield Address(found, where, offset, "data", name, whole=False, texts=known)
