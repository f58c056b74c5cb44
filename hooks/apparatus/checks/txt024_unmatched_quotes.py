"""TXT024 unmatched-quotes: a quotation is opened and not closed in its paragraph, or closed without having been opened.

Why: the reader cannot tell where the source's words end and the book's begin.
A quotation of several paragraphs, each opened and only the last one closed, is legal.
Fix: add the mark that is missing, or turn the one that faces the wrong way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "TXT024"
_PAIRS = {"“": "”", "«": "»"}
_MARKS = re.compile(r"[“”«»](?<![ÃÂâ€ïÐÑØÙ].)|(?<=[ÃÂâ€ïÐÑØÙ])[“”«»](?![\w¿])")  # the rest is garbled: TXT001
_SINGLE = re.compile(r"(?<![\w’])‘(?=[^\W\d_])")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    stretches = list(prose.of_book(monograph))
    for index, stretch in enumerate(stretches):
        if "„" in stretch.text or "‚" in stretch.text or not re.search("[“”«»‘]", stretch.text):
            continue
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        for offset, message, fix in _unmatched(stretch, following):
            words = shown(stretch.text[max(0, offset - 10) : offset + 20].strip(" \x00\x01"), 40)
            yield Diagnostic(stretch.at(offset), CODE, f"{message} in '{words}'", fix, "warning")


def _unmatched(stretch: prose.Stretch, following: prose.Stretch | None) -> Iterator[tuple[int, str, str]]:
    opened: list[re.Match[str]] = []
    alike = [sign for sign in "”»" if _swedish(stretch.text, sign)]
    for match in _MARKS.finditer(stretch.text):
        sign = match[0]
        if sign in _PAIRS:
            opened.append(match)
        elif opened and _PAIRS[opened[-1][0]] == sign:
            opened.pop()
        elif not _is_measure(stretch.text, match.start()) and sign not in alike:
            opening = next(key for key, value in _PAIRS.items() if value == sign)
            yield match.start(), f"closing mark {sign} without an opening one", f"write {opening} where the quotation begins"
    goes_on = following is not None and following.path == stretch.path and following.text.lstrip("*_ ")[:1] in _PAIRS
    for match in opened[:1] if not (goes_on and _opens_with(stretch.text, opened)) else ():
        yield match.start(), f"opening mark {match[0]} without a closing one", f"write {_PAIRS[match[0]]} where the quotation ends"
    last = stretch.text.rfind("’")
    for match in _SINGLE.finditer(stretch.text):
        if last < match.end():
            yield match.start(), "opening mark ‘ without a closing one", "write ’ where the quotation ends"


def _opens_with(text: str, opened: list[re.Match[str]]) -> bool:
    """Whether the one quotation left open is that with which the paragraph begins."""
    return len(opened) == 1 and not text[: opened[0].start()].strip("*_ \n")


def _is_measure(text: str, offset: int) -> bool:
    return text[offset - 1 : offset].isdigit()


def _swedish(text: str, sign: str) -> bool:
    """The same mark on both sides, as in Swedish and Finnish."""
    opening = next(key for key, value in _PAIRS.items() if value == sign)
    return opening not in text and text.count(sign) % 2 == 0 and bool(re.search(rf"(?:^|\s){sign}\w", text))
