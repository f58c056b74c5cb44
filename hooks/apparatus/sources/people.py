"""Names of authors and editors as others write them, told apart: persons with family and given name, and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from apparatus.grounds import names
from apparatus.sources.cleaning import line, prose
from apparatus.sources.description import OTHERS, Creator

MOST = 60  # names of one list
_BY = re.compile(r"(?:by|written by|posted by|edited by)[:\s]\s*", re.IGNORECASE)
_HONOUR = re.compile(r"(?:(?:Prof|Dr|Mr|Mrs|Ms|Rev|Lt|Col|Gen|Maj|Capt)\.\s*|(?:Prof|Dr|Mr|Mrs|Ms|Professor|Doctor)\s+)+")
_PARTICLE = re.compile(r"(?:v[ao]n|de[rnls]?|d[aiou]s?|la|le|el|al|bin|ibn|ben|t[eo]n?|zu[mr]?)", re.IGNORECASE)
_JOINT = re.compile(r"\s*[;|]\s*|\s+(?:and|&)\s+")
_SIGNS = re.compile(r"[=<>\[\]*%$#]|\(\w?\)")  # in no name
_CUT_SHORT = re.compile(r",?\s*(?:\bet\.? al\.?|\band others)\s*\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@|\bfacebook\.com\b")


def creator(value: object, inverted: bool = False, body: bool = False) -> Creator | None:
    """One name; None for what is none, such as ``Staff Reporter`` or the address of a profile.

    ``inverted`` takes a comma for that of ``Family, Given``; ``body`` says that it is no person.
    """
    text = _HONOUR.sub("", _BY.sub("", prose(value), count=1)).strip(" ,;")
    if not text or _ADDRESS.search(text) or names.GENERIC.fullmatch(text) or len(text) > 200:
        return None
    if _SIGNS.search(text) and not body:
        return None
    if body or _is_body(text):
        return Creator(text, body=True)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and (inverted or names.SUFFIX.fullmatch(parts[-1])):
        return _inverted(parts)
    return _straight(" ".join(parts))


def _is_body(text: str) -> bool:
    """Whether a name is plainly that of a body, or cannot be written as that of a person."""
    return names.is_body(names.split(text)[0]) or bool(re.search(r"\d|\s(?:and|&)\s|/", f" {text} "))


def _inverted(parts: Sequence[str]) -> Creator:
    suffix = next((part for part in parts[1:] if names.SUFFIX.fullmatch(part)), "")
    rest = [part for part in parts if part != suffix and part]
    if len(rest) == 1 and " " in rest[0]:  # Martin Luther King, Jr.
        person = _straight(rest[0])
        return Creator(person.name, person.given, suffix)
    return Creator(rest[0], " ".join(rest[1:]), suffix) if rest else Creator(suffix)


def _straight(text: str) -> Creator:
    """``Given Family``: the last word and the particles before it are the family name."""
    words = text.split()
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]) and (words[start - 1].islower() or "-" in words[start - 1]):
        start -= 1
    return Creator(" ".join(words[start:]), " ".join(words[:start]))


def byline(value: object) -> tuple[Creator, ...]:
    """The names of a line such as ``By Fahim Abed, Jo Smith and A. Lee``: commas stand between persons."""
    text = _BY.sub("", line(value), count=1)
    people = _CUT_SHORT.sub("", text)
    if names.is_body(names.split(people)[0]) and (body := creator(people, body=True)):
        return (body,)
    pieces = [piece for part in _JOINT.split(people) for piece in _at_commas(part)]
    return listed([*(creator(piece) for piece in pieces), OTHERS if people != text else None])


def _at_commas(text: str) -> list[str]:
    """Split at commas where each part is a full name; ``King, Jr.`` and ``Abed, Fahim`` stay whole."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    whole = len(parts) > 1 and all(" " in part for part in parts)
    return parts if whole else [text]


def listed(found: Iterable[Creator | None]) -> tuple[Creator, ...]:
    """Each name once, in order; ``et al.`` becomes ``OTHERS`` at the end, as does the rest of a list too long."""
    kept = list(dict.fromkeys(each for each in found if each))
    people = [each for each in kept if each != OTHERS and not re.fullmatch(r"(?:et )?al\.?", f"{each.given} {each.name}".strip())]
    return (*people[:MOST], OTHERS) if people and len(people) < len(kept) or len(people) > MOST else tuple(people)


def field(found: Iterable[Creator]) -> str:
    """The names as a field of an entry has them, before signs are escaped."""
    return " and ".join(map(_written, found))


def _written(one: Creator) -> str:
    if one.body:
        return f"{{{one.name}}}"
    return ", ".join(filter(None, (one.name, one.suffix, one.given))) if one.given or one.suffix else _single(one.name)


def _single(name: str) -> str:
    """A name of one part: braces keep two words of it together."""
    return name if " " not in name else f"{{{name}}}"
