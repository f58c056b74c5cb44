"""The whole: data, settings, and the monograph that holds everything read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from apparatus.model.citations import Citation, Cluster, Malformed
from apparatus.model.ledger import LinkRow
from apparatus.model.pages import Page, Source
from apparatus.model.places import Diagnostic, Location
from apparatus.model.works import Entry


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
    """A page as ``mkdocs.yml`` lists it: its path below ``docs/`` (or an address), its title if one is given, the part it stands in."""

    target: str
    title: str
    location: Location
    part: str = ""


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
    links: tuple[LinkRow, ...] = ()  # the link ledger, row by row

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

    @cached_property
    def by_url(self) -> Mapping[str, LinkRow]:
        """The first row of the link ledger for each address."""
        found: dict[str, LinkRow] = {}
        for row in self.links:
            found.setdefault(row.url, row)
        return found

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of pages and data, pages first, in source order."""
        of_pages = [citation for page in self.pages for citation in page.citations]
        of_data = [citation for data in self.data.values() for datum in data for citation in datum.citations]
        return tuple(of_pages + of_data)
