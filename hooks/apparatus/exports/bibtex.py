"""A selection of works as a ``.bib`` file."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.records import WorkRecord


def render(records: Iterable[WorkRecord]) -> str:
    """The entries by citekey, a blank line between them; nothing for no works."""
    return "\n".join(record.bibtex for record in sorted(records, key=lambda record: record.citekey))
