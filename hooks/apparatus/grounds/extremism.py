"""Which entries are extremist material: cited so that claims can be traced, and never linked."""

from __future__ import annotations

from apparatus.model import Entry


def is_extremist(entry: Entry) -> bool:
    """Whether an entry is marked as extremist material, or stands in the file of such sources."""
    return "extremist" in {word.lower() for word in entry.keywords} or entry.location.path == "bib/primary.bib"
