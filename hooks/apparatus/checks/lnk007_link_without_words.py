"""LNK007 link-without-words: the text of a link is empty or does not say where it leads: “here”, “this page”, “read more”.

Why: links are read out of their sentence, in a list or in print (WCAG 2.2, success criterion 2.4.4).
Fix: put the words that name the target into the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK007"
_EMPTY = re.compile(
    r"(?:(?:click|see|look|read|go|press|found|follow|tap|available|download)? ?(?:it |this )?(?:over |right )?here(?: for more)?"
    r"|(?:click|follow|open|see|visit)? ?(?:on )?(?:this|that)(?: (?:link|page|site|website|web page|url|address))?"
    r"|(?:click|follow|open|see|visit)? ?(?:on )?the (?:link|url)|(?:a |external |web|hyper)?link|click(?: me| on)?|page|site|website|url"
    r"|(?:read |learn |see |find out |view |show )?more(?: info| information| details| here)?|continue(?: reading)?|there)"
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for found in written(monograph):
        link = found.link
        if link.image or found.html or not link.target:
            continue
        words = " ".join(re.sub(r"[^\w\s]|_", " ", link.text).lower().split())
        if not words and not re.search(r"\w|!\[", link.text):
            yield Diagnostic(found.location, CODE, f"link to '{shown(link.target)}' has no text", "name the target in the brackets")
        elif _EMPTY.fullmatch(words):
            message = f"link text '{shown(link.text)}' does not say where it leads"
            yield Diagnostic(found.location, CODE, message, "name the target in the brackets")
