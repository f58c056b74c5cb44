"""LNK025 link-in-link: a link stands in the text of another link.

Why: a link cannot hold a link (CommonMark 0.31, section 6.3); programs differ in which of the two they make.
Fix: end the first link before the second begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK025"
_LINK = re.compile(r"(?<!!)\[[^\[\]]+\]\([^()\s]+\)|<https?://[^\s<>]+>")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_CODE = re.compile(r"`[^`]*`")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for found in written(monograph):
        text = _CODE.sub("", _IMAGE.sub("", found.link.text))
        if not found.link.image and ("](" in text or "<http" in text) and (inner := _LINK.search(text)):
            if inner[0].strip("<>") != found.link.target:
                message = f"the link '{shown(inner[0])}' stands within another link"
                yield Diagnostic(found.location, CODE, message, "end the first link before the second begins")
