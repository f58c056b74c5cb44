"""Where something stands, and what a check says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Location:
    """Where something stands in a source file: path from the repository root, line and column of the raw file, from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Span:
    """Offsets into a source's text, end exclusive, in characters."""

    start: int
    end: int


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding: where, which check, what is wrong, how to fix it. Message and fix are one line without final stop."""

    location: Location
    code: str
    message: str
    fix: str
    severity: str = "error"  # or "warning"
