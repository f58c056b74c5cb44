"""Addresses that run a program instead of leading somewhere, whatever disguise they are written in."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_ESCAPE = re.compile(r"\\(?:u00|x|0{0,4})([0-9a-fA-F]{2})(?![0-9a-fA-F]) ?")
_SCRIPT = re.compile(r"(?:url:|view-source:|feed:)*(javascript|vbscript|livescript|mocha|jscript|data|blob|filesystem|mhtml):")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp)[;,]")
_POSSIBLE = re.compile(r"[\x00-\x20\x7f-\uffff<\"'{]*[jvldbfumJVLDBFUM&%\\]")
_BEGIN = 400  # characters of an address that can hold a disguised scheme


def script(address: str, *, image: bool = False) -> str:
    """The scheme of an address that runs or brings its own content (``javascript``, ``data`` …), or nothing.

    Entities, percent-encoding, control characters, blanks and case are seen through, as browsers and programs before them do.
    A picture written into the address is none where an image is due.
    """
    if not _POSSIBLE.match(address):
        return ""
    plain = unquote(html.unescape(html.unescape(address[:_BEGIN])))
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain)
    plain = _IGNORED.sub("", plain).lower().lstrip("<\"'{")
    found = _SCRIPT.match(plain)
    if not found or (image and _PICTURE.match(plain)):
        return ""
    return found[1]
