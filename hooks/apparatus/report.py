"""Diagnostics in their output forms: a line to click, a workflow annotation, SARIF, JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from apparatus.model import Diagnostic, Monograph

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def line(finding: Diagnostic) -> str:
    """``path:line:column: CODE message. Fix: …``"""
    return f"{finding.location}: {finding.code} {finding.message}. Fix: {finding.fix}"


def totals(monograph: Monograph, findings: Iterable[Diagnostic]) -> str:
    """One line that says what was looked at and what was found."""
    counts = Counter(finding.severity for finding in findings)
    found = ", ".join(_count(counts[kind], kind) for kind in ("error", "warning") if counts[kind]) or "no findings"
    seen = (len(monograph.pages), "page"), (len(monograph.citations), "citation"), (len(monograph.entries), "entry")
    return f"{', '.join(_count(*pair) for pair in seen)}: {found}{_tolerated(monograph)}"


def _tolerated(monograph: Monograph) -> str:
    """How far the book is from having no statement without a source; nothing where no baseline is kept."""
    kept = next((source.text for source in monograph.sources if source.path == "bib/uncited.baseline"), None)
    if kept is None:
        return ""
    lines = [line for line in kept.splitlines() if line.strip() and not line.startswith("#")]
    return f"; {_count(len(lines), 'uncited statement')} tolerated"


def text(findings: Iterable[Diagnostic]) -> str:
    """One line each, in the order given."""
    return "".join(f"{line(finding)}\n" for finding in findings)


def github(findings: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows on the line in a pull request (docs.github.com, "Workflow commands")."""
    return "".join(
        f"::{finding.severity} file={_property(finding.location.path)},line={finding.location.line},"
        f"col={finding.location.column},title={_property(finding.code)}::"
        f"{_data(f'{finding.message}. Fix: {finding.fix}')}\n"
        for finding in findings
    )


def as_json(findings: Iterable[Diagnostic]) -> str:
    """A list of objects with path, line, column, code, severity, message and fix."""
    return _dump(
        [
            {
                "path": finding.location.path,
                "line": finding.location.line,
                "column": finding.location.column,
                "code": finding.code,
                "severity": finding.severity,
                "message": finding.message,
                "fix": finding.fix,
            }
            for finding in findings
        ]
    )


def sarif(findings: Iterable[Diagnostic], rules: Iterable[tuple[str, str]]) -> str:
    """SARIF 2.1.0 (OASIS). ``rules`` are (code, what it finds) of every check, found or not."""
    known = sorted(rules)
    index = {code: number for number, (code, _) in enumerate(known)}
    results = []
    for finding in findings:
        region = {"startLine": finding.location.line, "startColumn": finding.location.column}
        place = {"artifactLocation": {"uri": _uri(finding.location.path)}, "region": region}
        result = {"ruleId": finding.code, "level": finding.severity, "locations": [{"physicalLocation": place}]}
        result["message"] = {"text": f"{finding.message}. Fix: {finding.fix}"}
        results.append(result | ({"ruleIndex": index[finding.code]} if finding.code in index else {}))
    described = [{"id": code, "shortDescription": {"text": what}} for code, what in known]
    driver = {"name": "apparatus", "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _count(number: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {word if number == 1 else plural}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
