"""What the monograph is made of: plain values with their places. No reading, no judging, no writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True, order=True)
class Location:
    """Where something stands in a source file: path from the repository root, line and column of the raw file, from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Span:
    """Offsets into a source's text, end exclusive, in characters."""

    start: int
    end: int


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding: where, which check, what is wrong, how to fix it. Message and fix are one line without final stop."""

    location: Location
    code: str
    message: str
    fix: str
    severity: str = "error"  # or "warning"


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


@dataclass(frozen=True)
class Field:
    """One field of an entry: its value without the outer delimiters, and where its name and its value stand."""

    name: str
    value: str
    location: Location
    value_location: Location | None = None


@dataclass(frozen=True)
class Entry:
    """One record of a ``.bib`` file: citekey, kind (``book``, ``report`` …), fields in the order written, its raw text."""

    citekey: str
    kind: str
    fields: tuple[Field, ...]
    location: Location
    raw: str = field(default="", compare=False)

    def __getitem__(self, name: str) -> str:
        """The value of a field, or the empty string."""
        return next((f.value for f in self.fields if f.name == name), "")

    @property
    def keywords(self) -> frozenset[str]:
        """The entry's ``keywords``, split at commas."""
        return frozenset(word.strip() for word in self["keywords"].split(",") if word.strip())


@dataclass(frozen=True)
class Reference:
    """An entry as the citation style prints it, in HTML: full note (with a mark where the locator goes) and bibliography form."""

    citekey: str
    note: str
    bibliography: str
    rank: int  # place in the sorted bibliography, from 0


@dataclass(frozen=True)
class Datum:
    """One record of a ``data/`` file: its values, where it and each value (by dotted path) stand, its citations by value."""

    values: Mapping[str, object] = field(hash=False)
    location: Location
    places: Mapping[str, Location] = field(default_factory=dict, hash=False)
    clusters: Mapping[str, tuple[Cluster, ...]] = field(default_factory=dict, hash=False)
    malformed: tuple[Malformed, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of the record, in the order its values are written."""
        return tuple(c for clusters in self.clusters.values() for cluster in clusters for c in cluster.citations)


@dataclass(frozen=True)
class NavigationEntry:
    """A page as ``mkdocs.yml`` lists it: its path below ``docs/`` (or an address), and its title if one is given."""

    target: str
    title: str
    location: Location


@dataclass(frozen=True)
class Waiver:
    """A finding that is tolerated: its code, the key, path or path:line it concerns, why, and since when (``2026-11-22``)."""

    code: str
    place: str
    reason: str
    date: str
    location: Location


@dataclass(frozen=True)
class Monograph:
    """Everything read from the sources, in source order. Checks, pages, notes and exports read only this."""

    pages: tuple[Page, ...] = ()
    entries: tuple[Entry, ...] = ()
    data: Mapping[str, tuple[Datum, ...]] = field(default_factory=dict, hash=False)
    sources: tuple[Source, ...] = ()
    failures: tuple[Diagnostic, ...] = ()  # what could not be read, with its place
    files: tuple[str, ...] = ()  # every file below docs/, by path from the repository root
    navigation: tuple[NavigationEntry, ...] | None = None  # None where mkdocs.yml has none
    edition: date | None = None  # the date of release in CITATION.cff; stands for today
    waivers: tuple[Waiver, ...] = ()

    @cached_property
    def by_citekey(self) -> Mapping[str, Entry]:
        """The first entry of each citekey."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            found.setdefault(entry.citekey, entry)
        return found

    @cached_property
    def by_name(self) -> Mapping[str, Page]:
        """The pages by their path below ``docs/``."""
        return {page.name: page for page in self.pages}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of pages and data, pages first, in source order."""
        of_pages = [citation for page in self.pages for citation in page.citations]
        of_data = [citation for data in self.data.values() for datum in data for citation in datum.citations]
        return tuple(of_pages + of_data)
