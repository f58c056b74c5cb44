"""TXT006 lookalike-letter: a Cyrillic, Greek or other letter that looks like a Latin one stands in a Latin word, or the reverse.

Why: the word looks right and is another word: searches miss it, and an address or a citekey with it leads elsewhere.
Words wholly in another script, units (`μm`, `kΩ`) and words joined by a hyphen are legal.
Fix: type the letter of the word's own script.
Source: Unicode Technical Standard 39, section 4 (confusable detection), section 5.1 (mixed-script detection)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from apparatus.grounds.characters import found, line_of, name, shown
from apparatus.model import Diagnostic, Location, Monograph

CODE = "TXT006"
_FOREIGN = "АВЕКМНОРСТУХаеорсухіјѕЅІЈԁԛԝһԌ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ" "օոսհ" "ᎪᏴᏟᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᏔᏃ"
_LATIN = "ABEKMHOPCTYXaeopcyxijsSIJdqwhGABEZHIKMNOPTYXocjonuhABCEHJKLMPRSTVWZ"
_TWIN = dict(zip(_FOREIGN, _LATIN, strict=True))
_LATIN_TWINS = frozenset("ABEKMHOPCTYXaeopcyxijsSIJ")
_WORD = re.compile(f"(?<![^\\W\\d_])(?=[^\\W\\d_]{{0,100}}[{_FOREIGN}])[^\\W\\d_]+")
_STYLED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]{2,}")
_NEEDED = re.compile(f"[{_FOREIGN}]")
_STYLED_SIGN = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_HALF_WIDTH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff20]")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source, match, place in found(monograph, _WORD, _NEEDED):
        for offset in _wrong(match[0], source.text, match)[:1]:
            letter = match[0][offset]
            where = Location(place.path, place.line, place.column + offset)
            word = "".join(_TWIN.get(c, c) for c in match[0])
            fix = f"write '{shown(word)}' in Latin letters" if letter in _TWIN else "type the letter of the word's own script"
            yield Diagnostic(where, CODE, f"'{shown(match[0])}' holds {name(letter)}", fix)
    for source, match, place in found(monograph, _STYLED, _STYLED_SIGN):
        if not _HALF_WIDTH.search(line_of(source.text, match.start())):
            plain = unicodedata.normalize("NFKC", match[0])
            yield Diagnostic(place, CODE, f"'{shown(match[0])}' is written in {name(match[0][0])} and the like", f"write '{shown(plain)}'")


def _wrong(word: str, text: str, match: re.Match[str]) -> list[int]:
    """The offsets of the letters that are of another script than the rest, where all of them have a twin in it."""
    latin = [i for i, c in enumerate(word) if _is_latin(c)]
    twins = [i for i, c in enumerate(word) if c in _TWIN]
    others = len(word) - len(latin) - len(twins)
    if latin and not others:
        return twins if len(word) < 3 or len(twins) <= len(latin) or not _all_twins(word, latin) else latin
    if latin and others and _all_twins(word, latin) and all(_CYRILLIC.match(c) for i, c in enumerate(word) if i not in latin):
        return latin
    if not latin and not others and all(_CYRILLIC.match(c) for c in word) and _stands_alone(text, match):
        return twins
    return []


def _all_twins(word: str, offsets: list[int]) -> bool:
    return all(word[i] in _LATIN_TWINS for i in offsets)


def _is_latin(letter: str) -> bool:
    return letter < "\u0370" or "\u1e00" <= letter <= "\u1eff"


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a word of look-alikes stands unquoted among Latin words, on a line with no letter that is surely Cyrillic."""
    start, end = match.span()
    if text[start - 1 : start] not in ("", " ", "\n") or text[end : end + 1] not in ("", " ", "\n", ",", "."):
        return False
    line = line_of(text, start)
    if any(_CYRILLIC.match(c) and c not in _TWIN for c in line):
        return False
    return len(_CYRILLIC.findall(line)) <= 12 and sum(c.isascii() and c.isalpha() for c in line) >= 2 * len(match[0])
