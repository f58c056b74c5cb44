"""Web addresses of entries without tracking parameters and without a fragment of highlighted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.fixes.edit import Edit, values
from apparatus.grounds.tracking import tracking
from apparatus.grounds.urls import parts
from apparatus.model import Monograph

CODES = ("URL004", "URL005")
REACH = None


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source, entry, field, start in values(monograph, frozenset({"url"})):
        clean = cleaned(field.value)
        if clean != field.value:
            what = f"tracking or highlighting taken out of the address of '{entry.citekey}'"
            yield Edit(source.path, start, start + len(field.value), clean, field.value_location, what)


def cleaned(address: str) -> str:
    """The address without what only follows its reader; every other parameter and fragment stays as it is written."""
    found = parts(address)
    rest, hash_mark, fragment = address.partition("#")
    fragment = re.sub(r":~:.*", "", fragment)
    path, question_mark, query = rest.partition("?")
    dropped = [offset for _, offset in tracking(found.host, query)] if found else []
    kept, start = [], 0
    for item in query.split("&"):
        if not any(start <= offset < start + len(item) for offset in dropped):
            kept.append(item)
        start += len(item) + 1
    query = "&".join(kept)
    return path + (question_mark + query if query else "") + (hash_mark + fragment if fragment else "")
