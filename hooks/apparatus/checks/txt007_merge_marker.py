"""TXT007 merge-marker: a line that a version control system wrote into the file where two changes met.

Why: both versions of the passage would be published, with the marker between them.
Fix: keep one version, delete the other and the markers.
Source: git-merge(1), "How conflicts are presented"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph, Source
from apparatus.read.places import Places

CODE = "TXT007"
_MARKER = re.compile(r"(?m)^(<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|\Z)([^\r\n]*)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source in monograph.sources:
        if "<<<<<<<" in source.text or ">>>>>>>" in source.text:
            yield from _markers(source, _shown_as_code(monograph, source.path))


def _shown_as_code(monograph: Monograph, path: str) -> list[tuple[int, int]]:
    """Where a page shows source text of other kinds than diagrams: there a marker may be the subject."""
    page = next((page for page in monograph.pages if page.path == path), None)
    return [(f.span.start, f.span.end) for f in page.fences if f.language != "mermaid" and f.closed] if page else []


def _markers(source: Source, code: list[tuple[int, int]]) -> Iterator[Diagnostic]:
    inside, places = False, Places(source.path, source.text)
    for match in _MARKER.finditer(source.text):
        sign, label = match[1][0], match[2].strip()
        if any(start <= match.start() < end for start, end in code):
            continue
        if sign == "<":
            inside = bool(label) or inside
        elif sign == ">" and not inside and not re.fullmatch(r"[\w./-]+(?: \(.*\))?", label):
            continue
        elif sign in "=|" and not inside:
            continue
        if sign != "<" or label:
            message = f"merge marker '{shown(match[1] + match[2].rstrip())}'"
            yield Diagnostic(places.at(match.start()), CODE, message, "keep one of the two versions and delete the markers")
        inside = inside and sign != ">"
