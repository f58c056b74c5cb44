"""TXT038 misspelling: a word of the running text is misspelt in a way that is known.

Why: nobody finds the passage by searching for the word, and a slip in the prose makes readers doubt the figures beside it.
Names of the registers, words of the entries, quotations, what is in italics, code and addresses keep their spelling.
Fix: write the word that is offered; a word that is right goes on a line of its own into `wordlist.txt`.
Source: the dictionary of codespell
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import misspellings
from apparatus.model import Diagnostic, Monograph

CODE = "TXT038"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for slip in misspellings.of_book(monograph):
        offered = " or ".join(f"'{word}'" for word in slip.meant)
        fix = f"write {offered}; a word that is right goes into {misspellings.LIST}"
        yield Diagnostic(slip.location, CODE, f"misspelling '{slip.word}'", fix, "warning")
