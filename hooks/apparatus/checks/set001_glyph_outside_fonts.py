"""SET001 glyph-outside-fonts: a page, an entry or a datum holds a character that the book's typefaces cannot print.

Why: the bound book cannot be set with a hole in it, and the site would borrow the character from whatever the reader's machine has.
The typefaces have Latin with all its accents, signs of transliteration, Greek, Cyrillic, punctuation, currencies and common signs.
Greek and Cyrillic stand upright only: that such a word is set in italics, the binding of the book finds.
Comments, and fields of an entry that are not printed, may hold any character.
Fix: transliterate words of another script, and say in words what an emoji says.
Source: PDF/UA-1 (ISO 14289-1:2014), section 7.21.4.1; The Chicago Manual of Style, 17th edition, section 11.71
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from apparatus.fonts import unprintable
from apparatus.grounds import entry_fields
from apparatus.grounds.characters import name, shown, signs
from apparatus.grounds.markup import Spans
from apparatus.grounds.texts import strings, texts
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "SET001"
_ASIDE = frozenset("abstract annotation annote execute file ids keywords options pdf sortkey".split())  # fields that are not printed
_SETTINGS = ("CITATION.cff", "mkdocs.yml")
_COMMENT = re.compile(r"<!--[\s\S]*?-->|^[ \t]*%%.*", re.MULTILINE)
_YAML_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_JOINED = " \t\u200b-\u200f\u2060\ufe0e\ufe0f"  # what may stand between the characters of one run
_WORDS_OF_AN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"]*\Z", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    # One look at all sources together: a book without such a character, which is the rule, costs no more.
    missing = {c for c in unprintable("".join(_held(monograph))) if not _is_told_elsewhere(c)}
    if missing:
        runs = _runs(missing)
        for page in monograph.pages:
            yield from _of_text(runs, monograph, page.path, _blanked(page))
        yield from _of_values(runs, monograph)
        for path in _SETTINGS:
            yield from _of_text(runs, monograph, path, _YAML_COMMENT.sub(_blank, texts(monograph).text(path)))
    for page in monograph.pages:
        yield from _of_entities(monograph, page)


def _held(monograph: Monograph) -> Iterator[str]:
    """The characters of all sources, and those that escapes in data stand for."""
    yield from signs(monograph)
    for source in monograph.sources:
        if source.path.startswith("data/") and "\\" in source.text:
            yield from (value for datum in monograph.data.get(source.path[5:-4], ()) for _, value, _ in strings(datum))


def _is_told_elsewhere(character: str) -> bool:
    """A replacement character (TXT001), one for private use and a code that is none (TXT011)."""
    code = ord(character)
    return code == 0xFFFD or unicodedata.category(character) in ("Co", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _runs(missing: set[str]) -> re.Pattern[str]:
    """What finds a word, or a row of words, of characters that are missing: one finding is enough for it."""
    signs = "".join(f"\\U{ord(c):08x}" for c in sorted(missing))
    return re.compile(f"[{signs}](?:[{_JOINED}]*+[{signs}])*+")


def _of_text(runs: re.Pattern[str], monograph: Monograph, path: str, text: str) -> Iterator[Diagnostic]:
    for run in runs.finditer(text):
        yield _finding(texts(monograph).at(path, run.start()), run[0], _before(text, run))


def _of_values(runs: re.Pattern[str], monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if field.name not in _ASIDE:
                for run in runs.finditer(field.value):
                    yield _finding(entry_fields.place(entry, field, run.start()), run[0], _before(field.value, run))
    known = texts(monograph)
    for datum in (datum for data in monograph.data.values() for datum in data):
        for _, value, place in strings(datum):
            for run in runs.finditer(value):
                offset = known.find(run[0], place, 2 * len(value) + 200)
                yield _finding(known.at(place.path, offset) if offset >= 0 else place, run[0], _before(value, run))


def _before(text: str, run: re.Match[str]) -> str:
    return text[max(0, run.start() - 200) : run.start()]


def _of_entities(monograph: Monograph, page: Page) -> Iterator[Diagnostic]:
    code = Spans(span for span in page.code if page.text[span.start] in "`~")
    for entity in _ENTITY.finditer(page.text) if "&" in page.text else ():
        meant = html.unescape(entity[0])
        if meant == entity[0] or entity.start() in code:
            continue
        if missing := sorted(c for c in unprintable(meant) if not _is_told_elsewhere(c)):
            place = texts(monograph).at(page.path, entity.start())
            message = f"'{entity[0]}' is {name(missing[0])}, which the book's typefaces lack"
            yield Diagnostic(place, CODE, message, _fix(missing[0], ""))


def _finding(place: Location, run: str, before: str) -> Diagnostic:
    return Diagnostic(place, CODE, f"the book's typefaces lack {name(run[0])}, in '{shown(run)}'", _fix(run, before))


def _fix(run: str, before: str) -> str:
    if "://" in before and _WORDS_OF_AN_ADDRESS.search(before):
        return "write the address in ASCII, its host in Punycode and the rest percent-encoded"
    if not unprintable(same := "".join(map(_digit, unicodedata.normalize("NFKC", run)))):
        return f"write '{same}' ({', '.join(map(name, same))})" if len(same) == 1 else f"write '{shown(same)}'"
    kind = unicodedata.category(run[0])
    if kind.startswith("L"):
        return "write the word in Latin letters"
    if kind.startswith("M"):
        return "write the letter without this mark, or with another"
    return "say it in words, or write a common sign"


def _digit(character: str) -> str:
    """The same digit as Europe writes it; any other character as it is."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _blanked(page: Page) -> str:
    """The page with its comments, and those in its diagrams, blanked."""
    return _COMMENT.sub(_blank, page.text) if "<!--" in page.text or "%%" in page.text else page.text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
