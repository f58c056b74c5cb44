"""CIT011 quotation-without-locator: a quotation of four words or more is cited to a work with pages without saying where in it.

Why: a reader who wants to check the words would have to read the whole work.
Fix: give the page, `[@citekey, p. 3]`, or say after a comma why there is none: `[@citekey, unpaginated]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import Setting, settings
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "CIT011"
WORDS = 4
WITH_PAGES = frozenset(
    "article book booklet inbook incollection inproceedings collection manual mvbook proceedings report thesis".split()
)
_QUOTATION = re.compile(r"(?:“([^“”]*)”|\"([^\"]*)\")[.,;:?!]?[)*_]*$")
_WORD = re.compile(r"\w+(?:[’'\u2019-]\w+)*")
_NOT_LETTERS = re.compile(r"[\W_]+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    titles = {_bare(entry["title"]) for entry in monograph.entries} - {""}
    for setting in settings(monograph):
        words = _quoted(setting)
        if len(_WORD.findall(words)) < WORDS or _bare(words) in titles:
            continue
        citations = setting.cluster.citations
        if any(citation.locator or citation.suffix for citation in citations):
            continue
        entries = [monograph.by_citekey.get(citation.citekey) for citation in citations]
        if entries and all(entry and _has_pages(entry) and not _is_title(words, entry) for entry in entries):
            message = f"quotation '{excerpt(words)}' is cited to '@{excerpt(citations[0].citekey)}' without a page"
            fix = f"write '[@{citations[0].citekey}, p. 3]' with the page meant, or say why there is none"
            yield Diagnostic(setting.cluster.location, CODE, message, fix, "warning")


def _quoted(setting: Setting) -> str:
    """The words of the quotation that ends where the citation stands, without its marks; a block quotation counts as one."""
    if setting.cluster.in_text:
        return ""
    if found := _QUOTATION.search(setting.before):
        return found[1] or found[2] or ""
    if setting.kind == "quotation" and not setting.after.strip(" \t*_.”"):
        return setting.before
    return ""


def _has_pages(entry: Entry) -> bool:
    return entry.kind in WITH_PAGES or bool(entry["pages"] or entry["pagetotal"])


def _is_title(words: str, entry: Entry) -> bool:
    """Whether the words in quotation marks are the title of the work, or most of it."""
    bare = _bare(words)
    return bool(bare) and any(bare in _bare(entry[name]) for name in ("title", "subtitle", "booktitle", "journaltitle", "note"))


def _bare(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.replace("\\", "")).strip().casefold()
