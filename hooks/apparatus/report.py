"""A Diagnostic in its output forms. One line each, the shape editors and CI can click."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from apparatus.model import Diagnostic


def line(finding: Diagnostic) -> str:
    """``path:line:column: CODE message. Fix: …``"""
    return f"{finding.location}: {finding.code} {finding.message}. Fix: {finding.fix}"


def totals(findings: Iterable[Diagnostic], pages: int, citations: int, entries: int) -> str:
    """One line that says what was looked at and what was found."""
    counts = Counter(finding.severity for finding in findings)
    found = f"{counts['error']} errors, {counts['warning']} warnings" if counts else "no findings"
    return f"{pages} pages, {citations} citations, {entries} entries: {found}"
