"""What the monograph is made of: plain values with their places. No reading, no judging, no writing."""

from apparatus.model.places import Diagnostic, Location, Span
from apparatus.model.citations import Citation, Cluster, Locator, Malformed
from apparatus.model.pages import (
    Anchor,
    EditorialMarker,
    Fence,
    Heading,
    Link,
    MissingReference,
    NoteDefinition,
    NoteReference,
    Page,
    Paragraph,
    Source,
)
from apparatus.model.works import Entry, Field, Reference
from apparatus.model.ledger import STATUSES, LinkRow
from apparatus.model.book import Datum, Monograph, NavigationEntry, Waiver

__all__ = [
    "Anchor",
    "Citation",
    "Cluster",
    "Datum",
    "Diagnostic",
    "EditorialMarker",
    "Entry",
    "Fence",
    "Field",
    "Heading",
    "Link",
    "LinkRow",
    "Location",
    "Locator",
    "Malformed",
    "MissingReference",
    "Monograph",
    "NavigationEntry",
    "NoteDefinition",
    "NoteReference",
    "Page",
    "Paragraph",
    "Reference",
    "STATUSES",
    "Source",
    "Span",
    "Waiver",
]
