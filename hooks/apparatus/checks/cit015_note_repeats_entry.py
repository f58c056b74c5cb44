"""CIT015 note-repeats-entry: a hand-written note names a work that has an entry in `bib/` without citing it.

Why: a reference typed by hand is not checked, is not in the bibliography's count, and drifts from the entry.
Fix: write `[@citekey, p. 3]` in the note, or in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Entry, Monograph, NoteDefinition

CODE = "CIT015"
LONG = 5  # words of a title that can hardly be anything else; a shorter one must be written as the entry has it
LONGEST = 20_000  # characters of a note that are looked at
_URL = re.compile(r"https?://[^\s<>\[\]\"`“”|{}\\^]+", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\[\]\"“”{}]+")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CITED = re.compile(r"@\{?([\w:.#$%&+?~/-]*\w)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    definitions = [definition for page in monograph.pages for definition in page.note_definitions]
    if not definitions:
        return
    titles, addresses = _titles(monograph), _addresses(monograph)
    for definition in definitions:
        found = _named(definition, titles, addresses)
        if found and found[0].citekey not in _CITED.findall(definition.text):
            entry, words = found
            message = f"the note '[^{excerpt(definition.name)}]' types out '{excerpt(words)}', which is '{entry.citekey}' in bib/"
            yield Diagnostic(definition.location, CODE, message, f"write '[@{entry.citekey}]' with the locator meant")


def _titles(monograph: Monograph) -> Mapping[tuple[str, ...], list[tuple[str, Entry]]]:
    """The titles of three words and more, in bare letters, by their first three words."""
    found: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}
    for entry in monograph.entries:
        words = _bare(entry["title"]).split()
        if len(words) >= 3 and len(" ".join(words)) >= 12:
            found.setdefault(tuple(words[:3]), []).append((" ".join(words), entry))
    return found


def _addresses(monograph: Monograph) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in monograph.entries:
        for value in (_address(entry["url"]), entry["doi"].casefold()):
            if value:
                found.setdefault(value, entry)
    return found


def _named(
    definition: NoteDefinition, titles: Mapping[tuple[str, ...], list[tuple[str, Entry]]], addresses: Mapping[str, Entry]
) -> tuple[Entry, str] | None:
    text = definition.text[:LONGEST]
    for found in (*_URL.finditer(text), *_DOI.finditer(text)):
        written = found[0].rstrip(".,;:!?)")
        if entry := addresses.get(_address(written)) or addresses.get(written.casefold()):
            return entry, written
    words = _bare(text).split()
    for index in range(len(words) - 2):
        for title, entry in titles.get(tuple(words[index : index + 3]), ())[:50]:
            length = title.count(" ") + 1
            if " ".join(words[index : index + length]) == title and (length >= LONG or _plain(entry["title"]) in _plain(text)):
                return entry, entry["title"].strip("{}")
    return None


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url.strip().casefold()).rstrip("/")


def _plain(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").replace("*", "").replace("_", "").split())


def _bare(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.replace("\\", "")).strip().casefold()
