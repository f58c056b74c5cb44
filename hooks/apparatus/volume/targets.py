"""Where the links of built pages lead, seen from the bound book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag

from apparatus.volume.nodes import Inside, OnSite, Outside, Target

BIBLIOGRAPHY = "apparatus/bibliography.md"
INDEX = "index-of-names.md"  # the division that the book has and the site has not
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WORK = re.compile(r"apparatus/works/([^/]+)/")
_RECORD = re.compile(r"register/(people|groups|places|events)/([^/]+)/")


@dataclass(frozen=True)
class Addresses:
    """The bound pages by their address below the site's root, ``inside/leadership/``, and the title anchor of each."""

    names: Mapping[str, str]
    titles: Mapping[str, str]

    def target(self, href: str, page: str) -> Target:
        """Where a link of the page with this address leads."""
        if _SCHEME.match(href):
            return Outside(href)
        path, anchor = urldefrag(href)
        address = posixpath.normpath(posixpath.join("/", page, unquote(path))).lstrip("/")
        if path.endswith("/") or path in ("", ".", "..") and not page.endswith(".html"):
            address = f"{address}/" if address else ""
        return self._at(page if not path else address, unquote(anchor))

    def _at(self, address: str, anchor: str) -> Target:
        if address in self.names:
            name = self.names[address]
            return Inside(name, "" if anchor == self.titles.get(name) else anchor)
        if work := _WORK.fullmatch(address):
            return Inside(BIBLIOGRAPHY, work[1])
        if record := _RECORD.fullmatch(address):
            return Inside(INDEX, f"{record[1]}-{record[2]}")
        return OnSite(f"{address}#{anchor}" if anchor else address)
