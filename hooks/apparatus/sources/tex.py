"""TeX's spellings of letters and signs: read from what others have written, and written for the few signs that need a backslash."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = dict(zip("'`^\"~=.uvHckrdb", map(chr, (
    0x301, 0x300, 0x302, 0x308, 0x303, 0x304, 0x307, 0x306, 0x30C, 0x30B, 0x327, 0x328, 0x30A, 0x323, 0x331,
)), strict=True))  # fmt: skip
_ACCENT = re.compile(
    r"\\(?:(['`^\"~=.])\s*|([uvHckrdb])(?:\s+|(?=\s*\{)))(?:\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"
)
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "S": "§", "P": "¶", "dots": "…", "ldots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textasciitilde": "~", "textunderscore": "_", "pounds": "£", "euro": "€", "copyright": "©",
}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_SIGNS = re.compile(r"---|--|``|''|(?<!\\)~|\\[ ,/-]")
_SIGN = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "\\ ": " ", "\\,": " "}


def plain(value: str) -> str:
    """The value in Unicode and without braces: ``{\\"u}ber`` is ``über``, ``\\&`` is ``&``. Commands of lettering leave their text."""
    text = _ACCENT.sub(_accented, value)
    text = _COMMAND.sub(lambda found: _LETTERS.get(found[1], ""), text)
    text = _SIGNS.sub(lambda found: _SIGN.get(found[0], ""), text)
    text = re.sub(r"\\(.)", r"\1", text)
    return " ".join(re.sub(r"[{}]", "", text).split())


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4] or found[5]
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])


def escaped(value: str) -> str:
    """Plain text as a field takes it: a backslash before each of ``& % $ # _``."""
    return re.sub(r"([&%$#_])", r"\\\1", value)
