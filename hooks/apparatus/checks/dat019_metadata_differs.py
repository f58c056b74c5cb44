"""DAT019 metadata-differs: title, edition, licence or description of the book are told otherwise than in CITATION.cff.

Why: catalogues, archives and readers copy from different places; where these disagree, one book is cited as two.
Fix: correct CITATION.cff, or the place named. `make fix` writes .zenodo.json anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from apparatus.grounds import metadata
from apparatus.grounds.metadata import ZENODO, Metadata
from apparatus.model import Diagnostic, Location, Monograph, Source
from apparatus.read.configuration import CITATION, SETTINGS

CODE = "DAT019"
CITE = re.compile(r"^#+[ \t]+How to cite\b[^\n]*\n", re.MULTILINE)
_LICENCES = re.compile(r"^#+[ \t]+(?:Licences|Rights)\b[^\n]*\n", re.MULTILINE)
_NEXT = re.compile(r"^#+[ \t]", re.MULTILINE)
_CITED_IN = ("README.md", "docs/index.md")  # where readers are told how to cite
_LICENSED_IN = ("README.md", "docs/about/edition.md")
_MARKUP = str.maketrans("", "", "*_>`")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    said = metadata.of(monograph)
    if not said.title:
        return
    sources = {source.path: source for source in monograph.sources}
    if ZENODO in sources:
        yield from _zenodo(sources[ZENODO], said)
    if SETTINGS in sources:
        yield from _settings(sources[SETTINGS], metadata.values(monograph, SETTINGS), said)
    for path in _CITED_IN:
        if path in sources:
            yield from _section(sources[path], CITE, said.cite_as, f"book is cited otherwise than in {CITATION}")
    for path in _LICENSED_IN:
        if path in sources and said.licence:
            yield from _section(sources[path], _LICENCES, said.licence_in_short, "licence of the text is not named")


def _zenodo(source: Source, said: Metadata) -> Iterator[Diagnostic]:
    wanted = metadata.zenodo(said)
    try:
        found = json.loads(source.text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        yield Diagnostic(Location(ZENODO), CODE, "no object of JSON", "run make fix, which writes it from CITATION.cff")
        return
    others = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
    if others:
        message = f"{', '.join(others)} {'differs' if len(others) == 1 else 'differ'} from {CITATION}"
        yield Diagnostic(Location(ZENODO), CODE, message, "run make fix, which writes it from CITATION.cff")


def _settings(source: Source, values: dict, said: Metadata) -> Iterator[Diagnostic]:
    author = said.after_article.replace("after the article by", "After") if said.after else ", ".join(said.authors)
    for name, wanted, is_right in (
        ("site_description", said.abstract, lambda text, wanted: text == wanted),
        ("site_author", author, lambda text, wanted: text == wanted),
        ("copyright", said.licence_in_short, lambda text, wanted: wanted in text),
    ):
        if name in values and wanted and not is_right(metadata.text(values, name), wanted):
            line = next((n for n, text in enumerate(source.text.splitlines(), start=1) if text.startswith(f"{name}:")), 1)
            verb = "name" if name == "copyright" else "say"
            message = f"{name} says otherwise than {CITATION}"
            yield Diagnostic(Location(SETTINGS, line), CODE, message, f"it should {verb} '{_short(wanted)}'")


def _section(source: Source, heading: re.Pattern[str], wanted: str, fault: str) -> Iterator[Diagnostic]:
    """Looks for the words in the section with a heading; a page without that section says nothing that could differ."""
    start = heading.search(source.text)
    if start is None:
        return
    end = _NEXT.search(source.text, start.end())
    section = source.text[start.end() : end.start() if end else None]
    if _plain(wanted) not in _plain(section):
        line = source.text.count("\n", 0, start.start()) + 1
        yield Diagnostic(Location(source.path, line), CODE, fault, f"it is '{_short(wanted)}'")


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKUP).split())


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}…"
