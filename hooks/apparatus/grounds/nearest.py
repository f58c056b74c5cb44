"""Finds the known word that a misspelt one was meant to be, in the time it takes to read both; it judges nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 60  # characters; nobody misspells a word as long as that
_LOOKALIKES = str.maketrans("асеорхуіјѕԁһԛԝкмтвнзгѵαοερικνυхϲϳ", "aceopxyijsdhqwkmtbnzrvaoepiknuxcj")


def plain(word: str) -> str:
    """The word in the ASCII letters it looks like: accents off, Cyrillic and Greek look-alikes replaced; others stay."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(_LOOKALIKES)


class Nearest:
    """Known words, for ``of(word)``. Near is: one letter added, left out, changed, or two neighbours swapped; or another case."""

    def __init__(self, known: Iterable[str]) -> None:
        self._index: dict[str, str] = {}
        for word in sorted(known):
            folded = word.casefold()
            if len(folded) <= LONGEST:
                for form in (folded, *_shortened(folded)):
                    self._index.setdefault(form, word)
            self._index[folded] = word

    def of(self, word: str) -> str:
        """The nearest known word, or the empty string; the first in order of the alphabet where several are as near."""
        folded = plain(word.casefold())
        if len(folded) > LONGEST:
            return ""
        if folded in self._index:
            return self._index[folded]
        found = (self._index[form] for form in _shortened(folded) if form in self._index)
        return next((near for near in found if _close(folded, near.casefold())), "")


def _shortened(word: str) -> Iterator[str]:
    """The word without one of its letters; not for words so short that all would be near to each other."""
    if len(word) > 3:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


def _close(one: str, other: str) -> bool:
    """Whether the words differ in one place only; two neighbours that are swapped count as one."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
