"""A selection of works as a ``.ris`` file."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.records import WorkRecord


def render(records: Iterable[WorkRecord]) -> str:
    """The records by citekey, no line between them, lines ended by CR LF; nothing for no works."""
    return "".join(record.ris for record in sorted(records, key=lambda record: record.citekey))
