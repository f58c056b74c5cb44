"""SEC020 remote-resource: a page loads an image, a sound, a style or a script from another host.

Why: the book promises to ask no other host for anything; the host would learn who reads what, could change it, and print would lack it.
Fix: put the file below docs/assets/, with its licence, or link to the page on which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.markup import tags
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "SEC020"
_REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_SET = re.compile(r"(?:https?:)?//[^\s,]+", re.IGNORECASE)
_ELEMENTS = frozenset({"img", "video", "audio", "source", "track", "image", "use", "picture"})
_SETTING = re.compile(r"^[ \t]*(?:extra_css|extra_javascript|polyfills):[ \t]*(?:#.*)?\n((?:[ \t]*(?:[-#].*|\w+:.*)?\n)*)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:path:[ \t]*)?[\"']?((?:https?:)?//[^\s\"'#]+)", re.MULTILINE | re.IGNORECASE)
_COUNTER = re.compile(r"^[ \t]*(analytics|google_analytics|matomo|gtag):", re.MULTILINE)
_FIX = "put the file below docs/assets/, or link to its page"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for link in written(monograph):
        if link.link.image and not link.html and _REMOTE.match(link.link.target):
            yield Diagnostic(link.location, CODE, f"the image '{shown(link.link.target)}' is loaded from another host", _FIX)
    for tag in tags(monograph):
        for name in ("src", "srcset", "poster", "href", "xlink:href", "data"):
            value = tag.attributes.get(name, "")
            if tag.name in _ELEMENTS and (_REMOTE.match(value) or (name == "srcset" and _SET.search(value))):
                yield Diagnostic(tag.location, CODE, f"<{tag.name}> loads '{shown(value)}' from another host", _FIX)
                break
    known = texts(monograph)
    for path in ("mkdocs.yml", "mkdocs.yaml", "mkdocs.offline.yml"):
        for counter in _COUNTER.finditer(known.text(path)):
            place = known.at(path, counter.start(1))
            yield Diagnostic(place, CODE, f"'{counter[1]}' has every page ask another host", "delete the setting")
        for block in _SETTING.finditer(known.text(path) + "\n"):
            for item in _ITEM.finditer(block[1]):
                place = known.at(path, block.start(1) + item.start(1))
                yield Diagnostic(place, CODE, f"every page loads '{shown(item[1])}' from another host", _FIX)
