"""Misspelt words of the running text, by the dictionary of misspellings that codespell brings; names and listed words are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from apparatus.grounds import prose
from apparatus.grounds.texts import fields, once, strings, texts
from apparatus.model import Location, Monograph

LIST = "wordlist.txt"
_RAW = re.compile(r"[A-Za-z]{3,}(?:[’'][A-Za-z]{1,2}(?![A-Za-z]))?")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 7  # letters: shorter words with a capital amid a sentence are names more often than slips
_AMID = re.compile(r"[\w,;”’)–-][ \n]+\Z")
_KEPT = re.compile(r"“[^“”]{0,2000}”|‘[^‘’]{0,500}’|«[^«»]{0,2000}»|(?<![\w*])\*[^*\n]+\*(?![\w*])|(?<![\w_])_[^_\n]+_(?![\w_])")
_TEXTS = frozenset("caption description label note remark short summary text title".split())  # last names of values that are printed as prose
_NAMES = frozenset("abbr expansion name names term variants".split())  # and of those that are names


@dataclass(frozen=True)
class Misspelling:
    """A word that is none: itself, what it can have been meant for, the best first, and where it stands."""

    word: str
    meant: tuple[str, ...]
    location: Location


def unquoted(text: str) -> str:
    """The text, as long as it is, with quotations and what is in italics (titles, words of other languages) blanked."""
    return _KEPT.sub(lambda match: prose.BLANK * len(match[0]), text)


@once
def of_book(monograph: Monograph) -> tuple[Misspelling, ...]:
    """Every misspelling of pages and data, in the order of the sources.

    All letters of the sources are looked up at once; only what the dictionary knows is then looked for in the prose.
    """
    raw = {word for source in monograph.sources if source.path.endswith((".md", ".yml")) for word in _RAW.findall(source.text)}
    wrong = corrections(frozenset(map(_plain, raw)))
    suspects = {word for word in raw if _plain(word) in wrong and not word.isupper()}  # those in capitals are abbreviations
    known = _known(monograph) if suspects else frozenset()
    suspects = {word for word in suspects if _plain(word) not in known}
    found = {Misspelling(word, tuple(_cased(meant, word) for meant in wrong[_plain(word)]), at()) for word, at in _written(monograph, suspects)}
    return tuple(sorted(found, key=lambda slip: (slip.location, slip.word)))


def _written(monograph: Monograph, words: set[str]) -> Iterator[tuple[str, Callable[[], Location]]]:
    """Where these words stand in prose."""
    if not words:
        return
    pattern = re.compile(rf"(?<![\w@/.&’'\ufffd-])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w@/\ufffd]|[’'-]\w{{2}}|\.\w)")
    for stretch in prose.of_book(monograph):
        for match in _words(pattern, stretch.text):
            yield match[0], lambda stretch=stretch, start=match.start(): stretch.at(start)
    known = texts(monograph)
    for data in monograph.data.values():
        for datum in data:
            for name, value, place in strings(datum):
                if name.rpartition(".")[2] in _TEXTS:
                    for word in sorted({match[0] for match in _words(pattern, prose.without_markup(value))}):
                        yield word, lambda word=word, place=place, reach=len(value): _in_data(known, word, place, reach)


def _words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The words as they stand in a text, without short ones with a capital amid a sentence: those are names."""
    for match in pattern.finditer(unquoted(text)):
        if match[0].islower() or len(match[0]) >= _LONG or not _AMID.search(text, max(0, match.start() - 4), match.start()):
            yield match


def _in_data(known, word: str, place: Location, reach: int) -> Location:
    """Where a word of a value stands in its file, which may break the value over lines."""
    start = known.offset(place)
    found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(known.text(place.path), start, start + 4 * reach + 200) if start >= 0 else None
    return known.at(place.path, found.start()) if found else place


@lru_cache(maxsize=4)
def corrections(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Of these words, in lower case, those that are misspelt, each with what it can have been meant for."""
    lines = _dictionary()
    keys = lines.replace("\n", "->").split("->")[::2]
    wrong = words.intersection(keys)
    return {word: _meant(lines, word) for word in sorted(wrong)}


@lru_cache(maxsize=1)
def _dictionary() -> str:
    """Lines ``misspelling->word`` or ``misspelling->word, word,``; what follows the last comma is a remark."""
    folder = find_spec("codespell_lib").submodule_search_locations[0]
    return Path(folder, "data", "dictionary.txt").read_text(encoding="utf-8")


def _meant(lines: str, word: str) -> tuple[str, ...]:
    start = 0 if lines.startswith(f"{word}->") else lines.index(f"\n{word}->") + 1
    said = lines[start : lines.index("\n", start)].partition("->")[2]
    several = said.rpartition(",")[0] if "," in said else said
    return tuple(part.strip() for part in several.split(","))


def _known(monograph: Monograph) -> frozenset[str]:
    """In small letters the words that are right whatever the dictionary says: of names in registers and entries, and of the word list."""
    listed = next((source.text for source in monograph.sources if source.path == LIST), "")
    found = {_plain(line.strip()) for line in listed.splitlines() if not line.startswith("#")}
    names: list[str] = [field.value for _, field in fields(monograph)]
    for data in monograph.data.values():
        for datum in data:
            names += [value for name, value, _ in strings(datum) if not _NAMES.isdisjoint(name.split("."))]
    return frozenset(found) | frozenset(_capitalised(names))


def _capitalised(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from (word.lower() for word in _LETTERS.findall(value) if word[0].isupper())


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _cased(meant: str, word: str) -> str:
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant
