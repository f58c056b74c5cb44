"""What stands in brackets after a sentence: citations with their locators, and slips in them."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.model.places import Location, Span


@dataclass(frozen=True)
class Locator:
    """The part of a work that a citation points at: label (``p.``, ``para.`` … or empty) and value (``14-16``)."""

    label: str
    value: str
    text: str
    location: Location


@dataclass(frozen=True)
class Citation:
    """One work cited once: ``@key`` with its prefix, locator and suffix. ``location`` is that of the ``@``."""

    citekey: str
    location: Location
    prefix: str = ""
    locator: Locator | None = None
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True)
class Cluster:
    """The citations of one bracket (CSL's word), or one in-text ``@key [p. 3]``: what becomes one note."""

    citations: tuple[Citation, ...]
    location: Location
    span: Span
    raw: str
    in_text: bool = False


@dataclass(frozen=True)
class Malformed:
    """A citation that cannot be read as one: its text on one line, why not, where, and the citekeys found in it."""

    text: str
    reason: str
    location: Location
    citekeys: tuple[str, ...] = ()
