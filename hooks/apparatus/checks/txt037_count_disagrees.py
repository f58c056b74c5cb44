"""TXT037 count-disagrees: a sentence counts emirs, their ends, their origins or the recruitment chiefs otherwise than the registers.

Why: such counts are made by hand from what the registers hold one by one, and nobody counts again when one of them changes.
Fix: correct the count, or the record that is counted; where the article counts otherwise than its own account, an estimate with that
number, `certainty: disputed` and a `note` says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.evidence.hand_written import writings
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import registers, tallies

CODE = "TXT037"
_FIX = "correct the sentence, or the records of data/leadership.yml and data/people.yml"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    book = registers(monograph)
    if not book.leadership:
        return
    for writing in writings(monograph):
        for count in tallies.told(writing.words, book):
            if count.number not in count.allowed:
                expected = " or ".join(map(str, sorted(count.allowed))) or "no number"
                message = f"'{count.text}': the registers give {expected} for {count.what}"
                yield Diagnostic(writing.at(count.text), CODE, message, _FIX)
