"""What a page, a service or a file tells of a work, before it is an entry: plain text, nothing escaped, empty where it is not told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Creator:
    """A person (family name, given name, suffix), or a body, whose name is not taken apart. ``OTHERS`` ends a list cut short."""

    name: str
    given: str = ""
    suffix: str = ""
    body: bool = False


OTHERS = Creator("others")


@dataclass(frozen=True)
class Description:
    """One work. ``form`` is the type of entry it asks for; ``shelf`` the kind of source it is said to be (``press`` …), or empty."""

    form: str = ""
    shelf: str = ""
    authors: tuple[Creator, ...] = ()
    editors: tuple[Creator, ...] = ()
    translators: tuple[Creator, ...] = ()
    title: str = ""
    subtitle: str = ""
    host: str = ""  # the journal, or the book that it is a part of
    body: str = ""  # outlet, institution or site that gives it out
    publisher: str = ""
    place: str = ""
    date: str = ""  # as biblatex takes it: 2020, 2020-04 or 2020-04-15
    volume: str = ""
    number: str = ""
    pages: str = ""
    edition: str = ""
    series: str = ""
    event: str = ""
    genre: str = ""  # Press release, Policy brief …
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    seen: str = ""  # the day on which the address was read
    copy: str = ""  # the address of an archived copy that somebody has seen
    language: str = ""  # as babel names it
    note: str = ""
    keywords: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()  # DOIs of the same work in another version
    unsure: tuple[str, ...] = ()  # what somebody should look over, a sentence each
