"""Text from strangers made fit for a field: one line, no markup, nothing invisible, the house's quotation marks."""

from __future__ import annotations

import html
import re
import unicodedata

LONGEST = 5_000  # characters that are looked at
MOST = 600  # characters that a value may have in the end: longer is no title, name or outlet
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--.*?-->", re.DOTALL)
_BETWEEN_LETTERS = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
_DOUBLE = re.compile(r'"([^"]*)"')
_SINGLE = re.compile(r"(?<!\w)'([^']+)'(?!\w)")


def line(value: object) -> str:
    """The value as one line of plain text; empty for what is no text, or too long to be what it claims to be.

    HTML signs are resolved and tags dropped, twice, for many sites escape twice. Controls, marks that turn the direction of
    writing, zero-width and private characters go; letters are composed (NFC).
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    text = value
    for _ in range(2):
        text = _TAG.sub("", _SCRIPT.sub("", html.unescape(text)))
    text = "".join(sign for offset, sign in enumerate(text) if _stays(text, offset))
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text if len(text) <= MOST else ""


def _stays(text: str, offset: int) -> bool:
    sign = text[offset]
    if sign.isspace():
        return True
    if sign in "\u200c\u200d":  # joiners, which some scripts need
        return text[offset - 1 : offset] >= "\u0600"
    return unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cn", "Cs")


def prose(value: object) -> str:
    """The same with the house's quotation marks and apostrophes in place of the typewriter's, and without braces and backslashes."""
    text = line(value).replace("{", "(").replace("}", ")").replace("\\", "")
    text = _BETWEEN_LETTERS.sub("’", text)
    return _SINGLE.sub(r"‘\1’", _DOUBLE.sub(r"“\1”", text))


def title(value: object, *outlets: str) -> str:
    """A title as the house has it: prose without the name of the outlet after it and without a stop at its end."""
    text = prose(value)
    for outlet in filter(None, outlets):
        tail = re.search(rf"\s+[-–—|•·:]+\s+(?:the )?{re.escape(outlet.removeprefix('The '))}\s*\Z", text, re.IGNORECASE)
        text = text[: tail.start()] if tail and tail.start() else text
    text = text.rstrip(" ,;:|")
    ends = re.search(r"[^\W\d_]{4,}[”’)]?\.\Z", text)  # a shorter word may be an abbreviation
    return text[:-1] if ends else text


def address(value: object) -> str:
    """An address without blanks around it; empty if it holds what no address may hold."""
    text = value.strip() if isinstance(value, str) and len(value) <= 2_000 else ""
    return "" if re.search(r"[\s<>\"{}\\^`|\x00-\x20\x7f-\xa0]", text) or not text.isprintable() else text
