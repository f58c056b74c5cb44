"""CIT026 typed-citation: author and year are typed by hand, `(Linden 2011, 12)` or `Linden (2011)`, though `bib/` has the work.

Why: what is typed is not checked, becomes no note, and does not lead to the bibliography.
Fix: write `[@citekey, p. 12]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.passages import Passage, passages
from apparatus.grounds.settings import of_page
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "CIT026"
_NAME = r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,8}"
_TYPED = re.compile(
    rf"[(\[](?:see |see also |cf\.? |e\.g\.,? )?({_NAME}?)(?: et al\.?)?(?:,? (?:and|&) ({_NAME}?))?"
    r",? \(?((?:1[5-9]|20)\d\d)[a-z]?\)?"
    r"(?:[,:] ?(?:(?:pp?|paras?|sec|ch)\.? ?)?[\d–, -]{1,20})?(?:[)\]](?![(\[])|(?=;))"
)
_NARRATIVE = re.compile(
    r"(?<![\w’'-])([^\W\d_][\w’'-]{1,40})(?: et al\.?)? \(((?:1[5-9]|20)\d\d)[a-z]?(?:[,:] ?(?:(?:pp?|paras?)\. ?)?[\d–, -]{1,20})?\)(?![(\[])"
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    works = _works(monograph)
    cited: set[tuple[object, str, str]] | None = None
    for passage in passages(monograph):
        for found, entry in _typed(passage, works) if "(" in passage.text or "[" in passage.text else ():
            cited = _cited(monograph) if cited is None else cited
            if (*_block(passage), entry.citekey) not in cited:
                message = f"'{excerpt(found[0])}' is typed by hand, but the work is '{entry.citekey}' in bib/"
                place = passage.at(found.start(), found[0])
                yield Diagnostic(place, CODE, message, f"write '[@{entry.citekey}]' with the locator meant, after the punctuation")


def _typed(passage: Passage, works: dict[tuple[str, str], Entry]) -> Iterator[tuple[re.Match[str], Entry]]:
    """What is typed like a citation of a work that has an entry; before a bracket only the names of persons count."""
    text = passage.unquoted
    for found in _TYPED.finditer(text):
        if entry := works.get((found[1].casefold(), found[3])):
            yield found, entry
    for found in _NARRATIVE.finditer(text):
        entry = works.get((found[1].casefold(), found[2]))
        if entry and found[1][0].isupper() and not (entry["author"] or entry["editor"]).startswith("{"):
            yield found, entry


def _works(monograph: Monograph) -> dict[tuple[str, str], Entry]:
    """The entries by the family name of their first author or editor, and year."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in monograph.entries:
        first = re.split(r"\s+and\s+", (entry["author"] or entry["editor"])[:500])[0].strip()
        year = (entry["date"] or entry["year"])[:4]
        family = first.partition(",")[0] if "," in first and not first.startswith("{") else first.strip("{}")
        names = {family, family.split(" ")[-1]} if "," not in first and not first.startswith("{") else {family}
        for name in names:
            if name and year.isdecimal() and name.casefold() not in _MONTHS:
                found.setdefault((name.casefold().strip("{} "), year), entry)
    return found


def _block(passage: Passage) -> tuple[object, str]:
    where = passage.location or (passage.page.path if passage.page else "")
    return where, passage.name or str(passage.start)


def _cited(monograph: Monograph) -> set[tuple[object, str, str]]:
    """Which works are cited in which paragraph or value."""
    found: set[tuple[object, str, str]] = set()
    for page in monograph.pages:
        for setting in of_page(page):
            found.update((page.path, str(setting.block), c.citekey) for c in setting.cluster.citations)
    for data in monograph.data.values():
        for datum in data:
            for name, clusters in datum.clusters.items():
                found.update((datum.places.get(name), name, c.citekey) for cluster in clusters for c in cluster.citations)
    return found
