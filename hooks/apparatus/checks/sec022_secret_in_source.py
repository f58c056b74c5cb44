"""SEC022 secret-in-source: a source file holds a key or password of a service.

Why: what stands in the repository is public, and stays so in its history.
Fix: delete it, and have the service revoke it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "SEC022"
_SECRET = re.compile(
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,}|AKIA[0-9A-Z]{16}(?!\w)"
    r"|AIza[\w-]{35}(?![\w-])|xox[abprs]-[\w-]{20,}|sk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}|pypi-[\w-]{50,}|npm_[A-Za-z0-9]{36})"
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for source in monograph.sources:
        for match in _SECRET.finditer(source.text):
            message = f"'{shown(match[0][:10])}…' looks like a key"
            yield Diagnostic(known.at(source.path, match.start()), CODE, message, "delete it, and have it revoked")
