"""Addresses of the web as they are printed."""

from __future__ import annotations

import re

COPY = re.compile(r"(https?://[^/]+/web/\d+[a-z_]*/)(https?://.*)")  # an archive's: day and copied address


def printed(url: str) -> str:
    """The address as a reader types it: without the scheme of mail, and without a closing slash."""
    return url.removeprefix("mailto:").removesuffix("/")


def stands(url: str, words: str) -> bool:
    """Whether the words already print the address, be it without its scheme."""
    return re.sub(r"^https?://", "", printed(url)) in words


def short_copy(url: str, before: str) -> str:
    """The address of an archived copy; cut where the copied address begins if that is what was printed just ``before``."""
    found = COPY.match(url)
    return f"{found[1]}…" if found and printed(found[2]) == printed(before) else printed(url)
