"""CIT003 malformed-citation: brackets with an @ in them that cannot be read as a citation.

Why: the site shows such a bracket as it stands, or drops a work from the note without a word.
Fix: write `[@citekey, p. 3]`; several works stand in one bracket with a semicolon between them: `[@one, p. 3; @two]`.
Source: Pandoc User’s Guide, “Citation syntax”, https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Malformed, Monograph
from apparatus.read import citations

CODE = "CIT003"
FIXES = {
    citations.UNCLOSED: "close the bracket: '[@citekey, p. 3]'",
    citations.UNOPENED: "open the bracket before the '@': '[@citekey, p. 3]'",
    citations.NO_KEY: "write the citekey right after the '@', or '\\@' if no citation is meant",
    citations.TWO_KEYS: "put a semicolon between the works: '[@one, p. 3; @two]'",
    citations.NO_CITATION: "begin the part with '@' and its citekey, or join locators with a comma: '[@citekey, pp. 3, 5]'",
    citations.NOTHING: "delete the semicolon, or name the work that is missing beside it",
    citations.NESTED: "write one bracket: '[@one, p. 3; @two]'",
    citations.NO_COMMA: "put a comma between citekey and locator: '[@citekey, p. 3]'",
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        yield from _findings(page.malformed)
    for data in monograph.data.values():
        for datum in data:
            yield from _findings(datum.malformed)


def _findings(malformed: tuple[Malformed, ...]) -> Iterator[Diagnostic]:
    """One finding for each, but one only for a bracket and the citation within it."""
    for this, following in zip_longest(malformed, malformed[1:]):
        if not (following and following.reason == citations.NESTED and _holds(this, following)):
            yield _finding(this)


def _holds(outer: Malformed, inner: Malformed) -> bool:
    near = 0 <= inner.location.line - outer.location.line < 50
    return near and outer.location.path == inner.location.path and inner.text in outer.text[1:]


def _finding(malformed: Malformed) -> Diagnostic:
    message = f"citation '{excerpt(malformed.text)}' cannot be read: {malformed.reason}"
    fix = FIXES.get(malformed.reason, "write '[@citekey, p. 3]'")
    return Diagnostic(malformed.location, CODE, message, fix)
