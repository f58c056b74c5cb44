"""What a Markdown page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from apparatus.model.citations import Citation, Cluster, Malformed
from apparatus.model.places import Location, Span


@dataclass(frozen=True)
class Heading:
    """A heading: its level, its text without attributes, its anchor as the site will have it."""

    level: int
    text: str
    anchor: str
    location: Location
    span: Span


@dataclass(frozen=True)
class Anchor:
    """An explicit ``{#id}`` or HTML ``id``."""

    name: str
    location: Location


@dataclass(frozen=True)
class Link:
    """A link or an image: its target as written, its text; ``image`` tells them apart, ``bare`` marks an unmarked URL."""

    target: str
    text: str
    location: Location
    image: bool = False
    bare: bool = False


@dataclass(frozen=True)
class MissingReference:
    """``[text][label]`` with a label that the page does not define; the label in lower case."""

    label: str
    text: str
    location: Location


@dataclass(frozen=True)
class NoteReference:
    """``[^id]`` in the text."""

    name: str
    location: Location


@dataclass(frozen=True)
class NoteDefinition:
    """``[^id]: text``; the text without its markup of continuation."""

    name: str
    text: str
    location: Location


@dataclass(frozen=True)
class Fence:
    """A fenced code block; ``location`` is that of its opening line, ``source`` what stands between."""

    language: str
    source: str
    location: Location
    span: Span
    closed: bool = True


@dataclass(frozen=True)
class EditorialMarker:
    """``!!! editorial "E7"``: the place where an editorial note is to be shown."""

    note: str
    location: Location
    span: Span


@dataclass(frozen=True)
class Paragraph:
    """A run of prose. ``section`` is the anchor of the heading above it, or empty; ``text`` is that of its span, raw.

    ``kind`` is ``paragraph``, ``item`` (of a list), ``row`` (of a table), ``caption``, ``quotation``, ``note`` (a definition) or
    ``title`` (of an admonition).
    """

    text: str
    section: str
    location: Location
    span: Span
    kind: str = "paragraph"


@dataclass(frozen=True)
class Source:
    """A source file as read: its path and its text, exactly."""

    path: str
    text: str

    @property
    def has_byte_order_mark(self) -> bool:
        """Whether the text begins with a byte order mark; columns do not count it."""
        return self.text.startswith("\ufeff")


@dataclass(frozen=True)
class Page:
    """One Markdown page of ``docs/``. ``name`` is its path below ``docs/``; offsets and lines are of the raw text."""

    path: str
    name: str
    text: str
    body_start: int = 0
    front_matter: Mapping[str, object] = field(default_factory=dict, hash=False)
    clusters: tuple[Cluster, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    links: tuple[Link, ...] = ()
    note_references: tuple[NoteReference, ...] = ()
    note_definitions: tuple[NoteDefinition, ...] = ()
    fences: tuple[Fence, ...] = ()
    markers: tuple[EditorialMarker, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    code: tuple[Span, ...] = ()  # what no reader of prose may touch: code, comments, escapes, HTML tags, link targets, URLs
    malformed: tuple[Malformed, ...] = ()
    missing_references: tuple[MissingReference, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of the page, in order of appearance."""
        return tuple(citation for cluster in self.clusters for citation in cluster.citations)

    @property
    def title(self) -> str:
        """The front matter's title, else the first heading's text, else the page's name."""
        title = self.front_matter.get("title")
        return str(title) if title else next((h.text for h in self.headings), self.name)
