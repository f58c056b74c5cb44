"""LNK006 bare-address: an address stands in the text without being a link.

Why: some programs make it a link and others do not, it cannot be broken at a line end, and a source belongs into bib/.
Fix: cite the work, or write `[words](address)`; put a mere example into backticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import Address, addresses
from apparatus.grounds.markup import Spans
from apparatus.grounds.texts import Texts, shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK006"
_WWW = re.compile(r"(?<![\w/.@\[`-])www\.(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s<>\"\[\]]*)?", re.IGNORECASE)
_FIX = "cite the work, or write [words](address)"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        for link in page.links:
            if link.bare:
                yield Diagnostic(link.location, CODE, f"bare address '{shown(link.target)}'", _FIX)
        code = Spans(page.code)
        for match in _WWW.finditer(page.text, page.body_start):
            if match.start() not in code:
                place, words = known.at(page.path, match.start()), shown(match[0].rstrip(".,;:!?)"))
                yield Diagnostic(place, CODE, f"bare address '{words}'", _FIX)
    for address in addresses(monograph):
        if address.origin == "data" and not address.whole and address.offset >= 0 and not _marked(address, known):
            yield Diagnostic(address.place, CODE, f"bare address '{shown(address.text)}'", _FIX)


def _marked(address: Address, known: Texts) -> bool:
    """Whether an address in a record is a link's target, in angle brackets or backticks, or all that the value holds."""
    text = known.text(address.place.path)
    before, after = text[max(address.offset - 2, 0) : address.offset], text[address.offset + len(address.text) :][:2].strip()
    alone = before.strip(" \"'") in ("", ":", "-") and after[:1] in ("", "\"", "'", "#")
    return before.endswith(("](", "<", "`", "[", "=", '="')) or (alone and before[-1:] in (" ", '"', "'", "\n"))
