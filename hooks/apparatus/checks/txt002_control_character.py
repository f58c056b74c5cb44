"""TXT002 control-character: a character that prints nothing and that no text needs: a control code, a line separator.

Why: it comes along with a copy from a PDF or a word processor; it breaks searches and XML.
Fix: delete it, or write a space or a line break in its place.
Source: XML 1.0, section 2.2; Unicode Technical Report 20, "Unicode in XML and other Markup Languages"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import found, name
from apparatus.model import Diagnostic, Monograph

CODE = "TXT002"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb]")
_GARBLED = re.compile("(?:â€|ðŸ[\x80-\xbf]?|[Â-ï])[\x80-\x9f]\\Z")  # TXT001 tells of it
_BREAKS = "\x0b\x0c\x85\u2028\u2029"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    told = {failure.location for failure in monograph.failures}
    for source, match, place in found(monograph, _CONTROL):
        if place not in told and not _GARBLED.search(source.text, max(0, match.start() - 3), match.end()):
            fix = "write a line break or a space in its place" if match[0] in _BREAKS else "delete it"
            yield Diagnostic(place, CODE, f"control character {name(match[0])}", fix)
