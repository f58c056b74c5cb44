"""Web addresses of entries without tracking parameters and without a fragment of highlighted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.fixes.edit import Edit, values
from apparatus.model import Monograph

TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|__twitter_impression|ref_src|ref_url|yclid|twclid)"
)


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source, entry, field, start in values(monograph, frozenset({"url"})):
        clean = cleaned(field.value)
        if clean != field.value:
            what = f"tracking or highlighting taken out of the address of '{entry.citekey}'"
            yield Edit(source.path, start, start + len(field.value), clean, field.value_location, what)


def cleaned(address: str) -> str:
    """The address without what only follows its reader; every other parameter and fragment stays as it is written."""
    rest, hash_mark, fragment = address.partition("#")
    fragment = re.sub(r":~:.*", "", fragment)
    path, question_mark, query = rest.partition("?")
    kept = [part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0])]
    query = "&".join(kept) if len(kept) < len([part for part in query.split("&") if part]) else query
    return path + (question_mark + query if query else "") + (hash_mark + fragment if fragment else "")
