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
)


def run(monograph: Monograph) -> tuple[Diagnostic, ...]:
    """What could not be read and every finding of every check, sorted by place, each once."""
    found = [finding for check in CHECKS for finding in check.check(monograph)]
    return tuple(sorted({*monograph.failures, *found}))
