"""The last gate before a page: nothing in its HTML may run a program, whichever way it came past the checks.

The checks read what people write and name line and column; this looks at what browsers will read, and knows only the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from apparatus.grounds.elements import ACTIVE
from apparatus.grounds.scripts import script

_HANDLER = re.compile(r"on[a-z]{3,}")
_CARRIERS = frozenset("action background cite data formaction href longdesc manifest ping poster src srcset xlink:href".split())
_ADDRESS = r"\s*+=\s*+[\"']?+[\x00-\x20]*+(?!https?:|mailto:|#|\.|[\w./-]++[\"'>/#])[^\"'\s>]*?[:&%\x00-\x1f]"
# Each begins with letters, by which the engine finds its places quickly; they are asked of the page in small letters.
_SUSPECT = tuple(
    map(re.compile, (rf"<(?:[a-z]+:)?(?:{'|'.join(sorted(ACTIVE))})\b", r"on[a-z]{3,}\s*+=", "srcdoc", *(name + _ADDRESS for name in sorted(_CARRIERS))))
)


def dangers(page: str) -> tuple[str, ...]:
    """What in a page's HTML would run, load another page or ask for input, each once, in order of appearance; of most pages nothing."""
    small = page.lower()
    if not any(pattern.search(small) for pattern in _SUSPECT):
        return ()
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(dict.fromkeys(reader.found))


def plain(settings: Mapping[str, object]) -> dict[str, object]:
    """The front matter with the signs of HTML in its texts escaped, for the theme prints title and description as they are."""
    return {key: html.escape(value, quote=True).replace("&#x27;", "'") if isinstance(value, str) else value for key, value in settings.items()}


class _Reader(HTMLParser):
    """Reads HTML as browsers do, as far as tags and their attributes go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._drawing = 0  # how many <svg> are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._drawing += tag == "svg"
        self.found += _dangers(tag, attrs, bool(self._drawing))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += _dangers(tag, attrs, bool(self._drawing))

    def handle_endtag(self, tag: str) -> None:
        self._drawing = max(0, self._drawing - (tag == "svg"))


def _dangers(tag: str, attrs: list[tuple[str, str | None]], in_drawing: bool) -> Iterator[str]:
    name = tag.rpartition(":")[2]
    if name in ACTIVE and not (in_drawing and name == "style") and not _is_choice(name, dict(attrs)):
        yield f"<{tag}>"
    for attribute, value in attrs:
        if _HANDLER.fullmatch(attribute) or attribute in ("srcdoc", "formaction"):
            yield f"<{tag} {attribute}>"
        elif attribute in _CARRIERS and script(value or "", image=tag in ("img", "source")):
            yield f"<{tag} {attribute}=\"{script(value or '')}:\">"


def _is_choice(name: str, attributes: dict[str, str | None]) -> bool:
    """Whether it is one of the years of a map of tiles: it sends nothing and asks for nothing to be typed."""
    return name == "input" and attributes.get("type") == "radio" and set(attributes) <= {"type", "name", "value", "checked"}
