"""TXT020 uncited-statement: a sentence gives a number, a date, an act or an attribution, and nothing near it cites a source.

Why: every claim of this book must be traceable; a figure without a note cannot be checked, and is soon quoted from here.
A citation anywhere in the paragraph covers it, one in a table's caption covers the table, one in the line before a list the list.
So does a link to a work of the bibliography, to an editorial note, to a part of the evidence ledger, or to a numbered paragraph,
as in `chapter.md#p4`.
Abstracts, sections on “What this chapter rests on” or on a check, and sentences about the book itself need none. What was tolerated when
this check began stands in bib/uncited.baseline, one mark a line; a line that no sentence needs any more must go.
Fix: cite the source after the sentence, or delete the sentence.
Source: Wikipedia, “Verifiability” and template “Citation needed”; The Chicago Manual of Style, 17th edition, section 14.1
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from apparatus.grounds import claims, coverage
from apparatus.grounds.characters import shown
from apparatus.grounds.prose import BLANK
from apparatus.grounds.sentences import split
from apparatus.model import Diagnostic, Location, Monograph

CODE = "TXT020"
BASELINE = "bib/uncited.baseline"
_MARK = re.compile(r"([0-9a-f]{16})(?:\s.*)?")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    tolerated, faults = _baseline(monograph)
    yield from faults
    needed = set()
    for page in monograph.pages:
        for stretch in coverage.uncovered(page):
            for start, end in [(0, len(stretch.text))] if stretch.kind == "row" else split(stretch.text):
                sentence = stretch.text[start:end]
                why = "a figure" if stretch.kind == "row" and claims.is_figure(sentence) else ""
                if stretch.kind != "row":
                    why = claims.reason(sentence)
                if why:
                    needed.add(mark(sentence))
                if why and mark(sentence) not in tolerated:
                    message = f"{why} without a source: '{shown(sentence.strip(' |'))}'"
                    yield Diagnostic(stretch.at(start), CODE, message, "cite the source after it, as in '.[@smith1999, p. 3]'")
    for name, place in tolerated.items():
        if name not in needed:
            yield Diagnostic(place, CODE, f"no uncited sentence has the mark {name} any more", "delete this line")


def mark(sentence: str) -> str:
    """What stands for a sentence in the baseline: the beginning of the SHA-256 of its words, white space made even."""
    return hashlib.sha256(" ".join(sentence.replace(BLANK, " ").split()).encode("utf-8", "replace")).hexdigest()[:16]


def _baseline(monograph: Monograph) -> tuple[dict[str, Location], list[Diagnostic]]:
    text = next((source.text for source in monograph.sources if source.path == BASELINE), "")
    tolerated: dict[str, Location] = {}
    faults = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        place = Location(BASELINE, number)
        if not line.strip() or line.startswith("#"):
            continue
        match = _MARK.fullmatch(line.rstrip())
        if not match:
            faults.append(Diagnostic(place, CODE, f"'{shown(line)}' is no mark of a sentence", "delete this line"))
        elif tolerated.setdefault(match[1], place) != place:
            faults.append(Diagnostic(place, CODE, f"the mark {match[1]} stands twice", "delete this line"))
    return tolerated, faults
