"""A selection of works as a CSL-JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from apparatus.records import WorkRecord


def render(records: Iterable[WorkRecord]) -> str:
    """One array of the items by citekey, the names within an item sorted; an empty array for no works."""
    items = [record.csl for record in sorted(records, key=lambda record: record.citekey)]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
