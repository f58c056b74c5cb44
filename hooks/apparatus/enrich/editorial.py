"""The editorial notes where they belong: each marker on a page becomes the note's short form with a link to the register."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from apparatus.model import Monograph, Page

REGISTER = "apparatus/editorial-notes.md"


def with_editorial_notes(page: Page, monograph: Monograph) -> str:
    """The page's text with every ``!!! editorial "E7"`` filled from ``data/editorial.yml``. Unknown ids stay as written."""
    notes = {str(datum.values.get("id")): datum.values for datum in monograph.data.get("editorial", ())}
    text = page.text
    register = posixpath.relpath(REGISTER, posixpath.dirname(page.name) or ".")
    for marker in reversed(page.markers):
        note = notes.get(marker.note)
        if note is None:
            continue
        text = text[: marker.span.start] + _block(marker.note, note, register) + text[marker.span.end :]
    return text


def _block(name: str, note: Mapping[str, object], register: str) -> str:
    """The short form in a box; a detail (weight 1) is one line that leads to the register."""
    anchor, title = name.lower(), _plain(str(note.get("title", "")))
    link = f"[Note {name} in the register]({register}#{anchor}){{.editorial-link}}"
    if note.get("weight") == 1:
        return f"[Editorial note {name}: {title}]({register}#{anchor})\n{{: #editorial-{anchor} .editorial-detail }}"
    short = " ".join(str(note.get("short", "")).split())
    return f'!!! editorial "Editorial note {name}: {title}"\n    {short} {link}\n    {{: #editorial-{anchor} }}'


def _plain(title: str) -> str:
    """A title that cannot end the admonition's own quotation marks."""
    return " ".join(title.split()).replace('"', "”")
