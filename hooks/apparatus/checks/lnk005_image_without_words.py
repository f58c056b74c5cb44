"""LNK005 image-without-words: an image has no text that can stand for it, or one that says nothing.

Why: who cannot see the image learns nothing of it (WCAG 2.2, success criterion 1.1.1).
Fix: say in the brackets what the image shows; give an ornament in HTML an empty alt="".
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from apparatus.grounds.markup import tags
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK005"
_EMPTY = frozenset("image img picture photo photograph figure fig screenshot graphic diagram map logo icon alt text alt-text untitled".split())
_FIX = "say in words what the image shows"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        for link in page.links:
            start = known.offset(link.location)
            if link.image and (start < 0 or page.text[start : start + 1] != "<") and (problem := fault(link.text, link.target)):
                yield Diagnostic(link.location, CODE, problem, _FIX)
    for tag in tags(monograph):
        if tag.name == "img" and not tag.diagram and "alt" not in tag.attributes and tag.attributes.get("role") != "presentation":
            yield Diagnostic(tag.location, CODE, "image has no alt text", f"add alt=\"…\": {_FIX}")


def fault(text: str, target: str) -> str:
    """Why a text cannot stand for an image; nothing if it can."""
    words = re.sub(r"[\s.…:_*]+", " ", text).strip().lower()
    if not words:
        return "image has no alternative text"
    name = posixpath.basename(target).lower()
    if words in _EMPTY or text.strip().lower() in (name, posixpath.splitext(name)[0] + ".", target.lower()):
        return f"alternative text '{shown(text)}' says nothing of the image"
    return ""
