"""Foreign text as a message may hold it: on one line and not too long."""

from __future__ import annotations

LONGEST = 80


def excerpt(text: object) -> str:
    """The text with white space made single; what is longer than 80 characters ends in an ellipsis."""
    line = " ".join(str(text)[: LONGEST * 20].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
