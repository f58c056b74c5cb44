"""All checks, in the order of their codes. A code is never reused; retired ones stay as comments."""

from __future__ import annotations

from apparatus.checks import (
    bib001_duplicate_citekey,
    bib002_missing_field,
    cit001_unknown_citekey,
    cit002_uncited_entry,
    dat001_concordance_incomplete,
    dat002_editorial_note_astray,
    fig001_diagram_unreadable,
    fig002_diagram_unexplained,
    waiving,
    wvr002_waiver_unused,
)
from apparatus.model import Diagnostic, Monograph

CHECKS = (
    bib001_duplicate_citekey,
    bib002_missing_field,
    cit001_unknown_citekey,
    cit002_uncited_entry,
    dat001_concordance_incomplete,
    dat002_editorial_note_astray,
    fig001_diagram_unreadable,
    fig002_diagram_unexplained,
    wvr002_waiver_unused,
)


def run(monograph: Monograph) -> tuple[Diagnostic, ...]:
    """What could not be read and every finding of every check, sorted by place, each once, without what is waived."""
    found = {*monograph.failures, *(f for check in CHECKS if check is not wvr002_waiver_unused for f in check.check(monograph))}
    kept, _ = waiving.waived(monograph, found)
    return tuple(sorted({*kept, *wvr002_waiver_unused.check(monograph, found)}))


def what(check) -> str:
    """The first sentence of a check's docstring after its code and name: what it finds."""
    return check.__doc__.partition(": ")[2].partition("\n")[0]
