"""Which names an edition, a preview and a file of the site may have, and where each lies on the host."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apparatus.grounds.bound_files import RECEIPT

EDITIONS, PREVIEWS = "v", "preview"  # folders of the host
LISTED = "editions.json"
DOMAIN = "CNAME"  # the owner's: GitHub Pages keeps the name of the host in it
OWN = frozenset((EDITIONS, PREVIEWS, LISTED, DOMAIN))  # what a site may not bring to the root of the host

__all__ = ["DOMAIN", "EDITIONS", "LISTED", "OWN", "PREVIEWS", "RECEIPT", "edition", "preview", "refused", "shown"]
_EDITION = re.compile(r"(?:0|[1-9][0-9]{0,3})(?:\.(?:0|[1-9][0-9]{0,3})){0,2}")
_PREVIEW = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_ODD = re.compile(r"[\x00-\x1f\x7f\\]")


def edition(text: str) -> str:
    """The name of an edition as it was typed: ``1``, ``2.1``. Any other raises ValueError, for it becomes a folder and stands in pages."""
    if not _EDITION.fullmatch(text):
        raise ValueError(f"'{shown(text)}' is no name of an edition. Fix: numbers with full stops between them, such as 1 or 2.1")
    return text


def preview(text: str) -> str:
    """The name of a preview as it was typed: small letters, digits and hyphens. Any other raises ValueError."""
    if not _PREVIEW.fullmatch(text):
        raise ValueError(f"'{shown(text)}' is no name of a preview. Fix: at most 63 small letters, digits and hyphens, such as pr-7")
    return text


def refused(paths: Iterable[str]) -> tuple[str, ...]:
    """What of a site may not go to a host, each path with its reason, in order; paths are relative, with slashes.

    Hidden files could become settings of git or of the server; names of the host's own folders would hide the editions.
    """
    found = []
    for path in sorted(paths):
        parts = path.split("/")
        if any(part.startswith(".") and part != ".well-known" for part in parts):
            found.append(f"{shown(path)}: hidden")
        elif _ODD.search(path):
            found.append(f"{shown(path)}: a sign in its name that servers read in different ways")
        elif parts[0] in OWN:
            found.append(f"{shown(path)}: the host keeps {parts[0]} for itself")
    return tuple(found)


def shown(text: str) -> str:
    """A name as it can be printed, on one line, cut after 80 characters."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:80])
