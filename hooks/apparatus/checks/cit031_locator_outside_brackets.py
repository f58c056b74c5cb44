"""CIT031 locator-outside-brackets: a page stands next to a citation instead of in it: `[@citekey], p. 3` or `(@citekey, p. 3)`.

Why: the page is printed in the sentence, where nobody expects it, and not in the note.
Fix: write `[@citekey, p. 3]`, or `@citekey [p. 3]` where the name belongs to the sentence.
Source: Pandoc User’s Guide, “Citation syntax”, https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import Setting, settings
from apparatus.model import Diagnostic, Monograph

CODE = "CIT031"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for setting in settings(monograph):
        if locator := setting.locator_after:
            yield _finding(setting, f"the locator '{excerpt(locator)}' stands outside the citation", locator)
        elif setting.cluster.in_text and setting.before.endswith("(") and setting.after.startswith(")"):
            yield _finding(setting, f"'({excerpt(setting.cluster.raw)})' is in round brackets", "")


def _finding(setting: Setting, message: str, locator: str) -> Diagnostic:
    key = setting.cluster.citations[-1].citekey
    fix = f"write '[@{key}, {locator}]'" if locator else f"write '[@{key}]'"
    return Diagnostic(setting.cluster.location, CODE, message, excerpt(fix))
