"""PAGE005 title-mismatch: the title in the front matter and the first heading of the page differ.

Why: search results, the browser's tab and links then call the chapter by another name than the chapter itself.
Fix: make both the same; a shorter name for the navigation is given in mkdocs.yml.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE005"
_MARKUP = re.compile(r"[*_`\\]|<[^<>]*>|\s*\{[^{}]*\}\s*$")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        title = page.front_matter.get("title")
        heading = next((heading for heading in page.headings if heading.level == 1), None)
        if isinstance(title, str) and title.strip() and heading and _plain(title) != _plain(heading.text):
            message = f"the heading '{shown(heading.text)}' differs from the title '{shown(title)}'"
            yield Diagnostic(heading.location, CODE, message, "make the heading and the title in the front matter the same")


def _plain(text: str) -> str:
    """Without markup and with all quotation marks alike."""
    words = " ".join(html.unescape(_MARKUP.sub("", text)).split())
    return words.translate(str.maketrans("‘’“”\u00a0", "''\"\" "))
