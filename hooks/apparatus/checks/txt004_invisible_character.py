"""TXT004 invisible-character: a zero-width space, soft hyphen, stray byte order mark or the like in the text.

Why: nobody sees it, but a search for the word fails, a citekey or an address with it is another key, another address.
Joiners between letters of scripts that need them, and direction marks beside right-to-left letters, are legal.
Fix: delete it.
Source: Unicode Technical Standard 39, section 5; Unicode Standard Annex 31, section 2.3 (joiner characters)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from apparatus.grounds.characters import found, line_of, name
from apparatus.model import Diagnostic, Monograph

CODE = "TXT004"
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_DIRECTION = "\u061c\u200e\u200f"
_JOINERS = "\u200c\u200d"
_JOINING = re.compile(  # scripts whose spelling uses joiners, and what emoji are joined from
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u0f00-\u109f\u1780-\u18af"
    "\u200d\ufe0e\ufe0f\u2190-\u2bff\U0001f000-\U0001faff]"
)
_BLACK_FLAG = "\U0001f3f4"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source, match, place in found(monograph, _INVISIBLE):
        if not _is_needed(source.text, match.start()):
            yield Diagnostic(place, CODE, f"invisible character {name(match[0])}", "delete it")


def _is_needed(text: str, offset: int) -> bool:
    sign = text[offset]
    if sign == "\ufeff":
        return offset == 0
    if sign in _DIRECTION:
        return any(unicodedata.bidirectional(c) in ("R", "AL") for c in line_of(text, offset) if c not in _DIRECTION)
    if sign in _JOINERS:
        after = text[offset + 1 : offset + 2]
        return bool(_JOINING.match(text[offset - 1 : offset])) and (sign == "\u200c" or bool(_JOINING.match(after)))
    if "\U000e0020" <= sign <= "\U000e007f":
        return _BLACK_FLAG in text[max(0, offset - 8) : offset]
    return False
