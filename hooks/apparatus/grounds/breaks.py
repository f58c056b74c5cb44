"""Where an address was broken or pasted together: the hyphen of a line end, a second address after the first."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"[-\u2010](?:[ \t\r\n\xa0]+|(?:%20|%0[ad])+|\u00ad)(?=[^\s-])|\u2010", re.IGNORECASE)
_CUT = re.compile(r"https?://[^?#]*/(?:[^/?#]*[^\W\d_]{2,}[^/?#]*-[^/?#]+|[a-z]{3,})-", re.IGNORECASE)
_OPAQUE = re.compile(r"https?://(?:[\w-]+\.)*(?:youtu\.be|youtube\.com|google\.com|dropbox\.com)/", re.IGNORECASE)
_NEXT = re.compile(r"(?<=[\s,;|])(?:https?://|www\.)|(?<=[A-Za-z0-9.)>\"'-])https?://(?!/)", re.IGNORECASE)


def hyphen(address: str) -> int:
    """The offset of a hyphen that a line end has left in an address, or -1. Identifiers may end in a hyphen; words do not."""
    if second(address) >= 0:
        return -1
    if broken := _BROKEN.search(address):
        return broken.start()
    if address.endswith("-") and len(address) < 2_000 and _CUT.fullmatch(address) and not _OPAQUE.match(address):
        return len(address) - 1
    return -1


def second(address: str) -> int:
    """The offset of a second address, or -1. One within a path or a parameter, as archives have it, is none."""
    found = _NEXT.search(address, 4)
    return found.start() if found else -1
