"""PAGE001 front-matter: a page's title or description is missing, is no text, or holds markup.

Why: they name the page in the browser's tab, in search results and in the navigation, where markup is printed as it stands
or, worse, run: the theme writes both into the page without escaping them.
Fix: write `title:` and `description:` as plain text between two lines `---` at the beginning of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Location, Monograph, Page
from apparatus.read.places import Places

CODE = "PAGE001"
REQUIRED = ("title", "description")
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|\[[^\]]*\]\([^)]*\)|\*\*|(?<!\w)\*[^*\s][^*]*\*|`[^`]+`|\[\^[^\]]+\]",
    re.IGNORECASE,
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    unreadable = {failure.location.path for failure in monograph.failures if failure.code.startswith("READ")}
    for page in monograph.pages:
        if page.path not in unreadable and not page.name.startswith("snippets/"):
            yield from _page(page)


def _page(page: Page) -> Iterator[Diagnostic]:
    head = page.text[: page.body_start]
    for key in REQUIRED:
        if key not in page.front_matter:
            near = [k for k in get_close_matches(key, map(str, page.front_matter), n=1, cutoff=0.75) if k not in REQUIRED]
            place = _place(page, head, near[0]) if near else Location(page.path)
            message = f"'{near[0]}' is no key that pages have" if near else f"the page has no {key}"
            yield Diagnostic(place, CODE, message, f"write `{key}: …`" + ("" if near else " in the front matter"))
        else:
            yield from _value(page, key, page.front_matter[key], _place(page, head, key))


def _value(page: Page, key: str, value: object, place: Location) -> Iterator[Diagnostic]:
    if value is None or (isinstance(value, str) and not value.strip()):
        yield Diagnostic(place, CODE, f"the {key} is empty", f"write `{key}: …`")
    elif not isinstance(value, str):
        fix = f"write plain text, in quotation marks: `{key}: \"{shown(str(value), 30)}\"`"
        if isinstance(value, (list, dict)):
            fix = "write plain text on one line"
        yield Diagnostic(place, CODE, f"the {key} is no text but {_kind(value)}", fix)
    elif markup := _MARKUP.search(value[:2_000]):
        yield Diagnostic(place, CODE, f"the {key} holds markup: '{shown(markup[0])}'", "write plain text")


def _kind(value: object) -> str:
    names = {"bool": "a truth value", "int": "a number", "float": "a number", "date": "a date", "datetime": "a date"}
    return names.get(type(value).__name__, "a list of values")


def _place(page: Page, head: str, key: str) -> Location:
    """Where the key stands in the front matter; the page's beginning if it cannot be found."""
    match = re.search(rf"^[\"']?{re.escape(key)}[\"']?[ \t]*:", head, re.MULTILINE)
    return Places(page.path, page.text).at(match.start()) if match else Location(page.path)
