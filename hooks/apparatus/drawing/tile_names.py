"""Names of places cut to the room of a tile: whole, in two lines, broken between syllables, or shortened."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.drawing.measure import width
from apparatus.drawing.pieces import SIZE

_VOWELS = frozenset("aeiouy")
_PAIRS = frozenset(("kh", "gh", "sh", "zh", "ch", "th"))  # one sound each: never parted


def fitted(name: str, room: float, bold: bool = False) -> list[str]:
    """One or two lines that keep within ``room`` at the letters' size; where nothing better fits, the name is cut off with a dot.

    A name of several words is first parted at a space, then its first words are shortened to initials. A word is broken with a
    hyphen before a consonant and its vowel, where the two lines are most alike in length.
    """

    def fits(words: str) -> bool:
        return width(words, SIZE, bold) <= room

    words = name.split()
    initials = " ".join([*(f"{word[0]}." for word in words[:-1]), *words[-1:]])
    for candidate in (name, initials):
        if fits(candidate):
            return [candidate]
        options = [[first, rest] for first, rest in _parted(candidate) if fits(first) and fits(rest)]
        if options:
            return min(options, key=lambda pair: max(width(part, SIZE, bold) for part in pair))
    cut = initials
    while len(cut) > 1 and not fits(cut + "."):
        cut = cut[:-1]
    return [cut.rstrip(" .") + "."]


def _parted(name: str) -> Iterator[tuple[str, str]]:
    """The ways to set a name in two lines: at its spaces, or if it has none that serves, within its last word."""
    words = name.split()
    for count in range(1, len(words)):
        yield " ".join(words[:count]), " ".join(words[count:])
    if not words or any(len(word) > 2 for word in words[:-1]):
        return
    last, before = words[-1], "".join(f"{word} " for word in words[:-1])
    for place in range(2, len(last) - 1):
        here, after = last[place - 1 : place + 1].lower(), last[place : place + 2].lower()
        onset = after in _PAIRS and last[place + 2 : place + 3].lower() in _VOWELS
        single = after[0] not in _VOWELS and after[1:] in _VOWELS and here not in _PAIRS
        if (onset or single) and after[0].isalpha():
            yield f"{before}{last[:place]}-", last[place:]
