"""What stands in a line of the book, and where its links lead."""

from __future__ import annotations

from dataclasses import dataclass

# ---- where a link leads


@dataclass(frozen=True)
class Inside:
    """A place in the book: a division by its page's path below ``docs/``, and an anchor there; empty for its beginning."""

    division: str
    anchor: str = ""


@dataclass(frozen=True)
class Outside:
    """An address on the web."""

    url: str


@dataclass(frozen=True)
class OnSite:
    """What only the site has: a path from its root, such as ``about/data/`` or ``downloads/bibliography.bib``."""

    path: str


Target = Inside | Outside | OnSite

# ---- what stands in a line


@dataclass(frozen=True)
class Text:
    """Plain text; white space is single spaces."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    content: Inlines


@dataclass(frozen=True)
class Strong:
    content: Inlines


@dataclass(frozen=True)
class Superscript:
    content: Inlines


@dataclass(frozen=True)
class Subscript:
    content: Inlines


@dataclass(frozen=True)
class Code:
    """Text of a program or a file, letter by letter."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    pass


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation with what it stands for."""

    content: Inlines
    expansion: str


@dataclass(frozen=True)
class Foreign:
    """Words in another language, by its BCP 47 tag."""

    content: Inlines
    language: str


@dataclass(frozen=True)
class Claim:
    """A sentence with its support: one of ``evidence.support.SUPPORTS``; ``works`` is the letters and counts that Verify mode prints."""

    content: Inlines
    support: str
    works: str = ""


@dataclass(frozen=True)
class Link:
    """A link. ``role`` is empty, ``mention`` (a name that leads to the index), ``archived`` (a copy) or ``editorial``."""

    content: Inlines
    target: Target
    role: str = ""


@dataclass(frozen=True)
class Mark:
    """The mark of a note of the division, by the number that it has on the site. ``again`` if the note was marked before."""

    number: int
    again: bool = False


@dataclass(frozen=True)
class Anchor:
    """A place within a line that links lead to; ``number`` is that of the paragraph it counts as on the site, or 0."""

    name: str
    number: int = 0


Inline = Text | Emphasis | Strong | Superscript | Subscript | Code | LineBreak | Abbreviation | Foreign | Claim | Link | Mark | Anchor
Inlines = tuple[Inline, ...]
INLINES = (Text, Emphasis, Strong, Superscript, Subscript, Code, LineBreak, Abbreviation, Foreign, Claim, Link, Mark, Anchor)
