"""The address under which the site is read, from the environment of a build or out of a built page; empty where nobody has told it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

VARIABLE = "SITE_URL"
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"<>]*)"\s*/?>\s*')


def of(environment: Mapping[str, str]) -> str:
    """The address in ``SITE_URL``, with a slash at its end; empty if there is none. What is no address of the web raises ValueError."""
    given = environment.get(VARIABLE, "").strip()
    if not given:
        return ""
    parts = urlsplit(given)
    plain = re.fullmatch(r"[!#-;=?-~]+", given)  # nothing that could end an attribute
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc or not plain:
        raise ValueError(f"{VARIABLE} is '{given[:80]}', no address of a site. Fix: https://host/ or https://host/folder/")
    return given.rstrip("/") + "/"


def canonical(page: str) -> str:
    """The address that a page gives as its own; empty if it gives none."""
    found = _CANONICAL.search(page)
    return html.unescape(found[1]) if found else ""


def without_canonical(page: str) -> str:
    """The page without the line that gives its address."""
    return _CANONICAL.sub("", page, count=1)
