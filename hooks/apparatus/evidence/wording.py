"""What a tally says, in words: the same sentence in the ledger and at the end of each chapter."""

from __future__ import annotations

from apparatus.drawing.bars import percent
from apparatus.evidence.support import SUPPORTS
from apparatus.evidence.tally import Tally

_ON = {
    "scholarly": "scholarship",
    "official": "documents of the United Nations or governments",
    "press": "the press",
    "primary": "armed groups’ own words",
    "author": "the article’s author alone",
}


def kinds(tally: Tally) -> str:
    """As in ``20 rest on scholarship, 12 on the press and 1 has no note of its own``; empty without claims."""
    counts = {name: len(tally.resting_on(name)) for name in SUPPORTS}
    parts = [f"{number} on {_ON[name]}" for name, number in counts.items() if number and name in _ON]
    if parts:
        number, _, rest = parts[0].partition(" ")
        parts[0] = f"{number} {verb(int(number), 'rest')} {rest}"
    if number := counts["none"]:
        parts.append(f"{number} {'has' if number == 1 else 'have'} no note of {'its' if number == 1 else 'their'} own")
    return listed(parts)


def claims(number: int) -> str:
    """As in ``1 claim``, ``62 claims``."""
    return f"{number} claim{'s' * (number != 1)}"


def share(part: int, whole: int) -> str:
    """As in ``21 of 62 claims (34 %)``."""
    return f"{part} of {claims(whole)} ({per_cent(part, whole)})"


def per_cent(part: int, whole: int) -> str:
    """As in ``34 %``, with a blank at which no line breaks."""
    return f"{percent(part, whole)}\u00a0%"


def verb(number: int, word: str) -> str:
    """The verb for so many: ``1 rests``, ``2 rest``."""
    return f"{word}s" if number == 1 else word


def listed(parts: list[str]) -> str:
    """As in ``a, b and c``."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
