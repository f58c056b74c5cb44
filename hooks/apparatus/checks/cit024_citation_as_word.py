"""CIT024 citation-as-word: a citation in brackets stands where the sentence needs a name: `[@citekey] argues that …`.

Why: brackets become a note's number, so the sentence would begin with a number and have no subject.
Fix: write the name, with the citation at the end of the sentence, or `@citekey [p. 3]`, which prints the name and a note.
Source: Pandoc User’s Guide, “Citation syntax”, https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import settings
from apparatus.model import Diagnostic, Monograph

CODE = "CIT024"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for setting in settings(monograph):
        if setting.as_word:
            citation = setting.cluster.citations[0]
            locator = f" [{citation.locator.text}]" if citation.locator else ""
            message = f"citation '{excerpt(setting.cluster.raw)}' stands where the sentence needs a name"
            name = excerpt(f"@{citation.citekey}{locator}")
            fix = f"write '{name}', or the name here and the citation at the end of the sentence"
            yield Diagnostic(setting.cluster.location, CODE, message, fix)
