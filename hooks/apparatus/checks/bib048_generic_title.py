"""BIB048 generic-title: the title is that of an error page, a log-in page or an archive, not of the work.

Why: a program that fetched the title met a wall instead of the page; the reader looks for a work that does not exist.
Fix: open the address and copy the title by hand; look whether the address still leads to the work.
Source: Wikipedia, Help:CS1 errors, “Cite uses generic title”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import first, named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB048"
_WALL = re.compile(
    r"(?:error\s)?(?:40[0134]|50[0234])(?:\s?[:.–-]?\s?(?:error|not found|forbidden|unauthorized|bad request|page not found|"
    r"file not found|service unavailable|bad gateway|internal server error|gateway time-?out)){1,3}[.!]?(?: [|–-] .*)?|"
    r"(?:sorry,? )?(?:the )?(?:page|file) (?:you requested )?(?:was |is |could |can )?(?:not|no longer|cannot)(?: be)? ?(?:found|available|exists?)"
    r"[.!]?(?: [|–-] .*)?|access (?:denied|to this page has been denied)[.!]?|just a moment(?:\.{3}|…)?|"
    r"attention required.{0,3}\|? ?cloudflare|(?:.{1,40} [|–-] )?are you a (?:robot|human)\??|security (?:check|verification) required|captcha|"
    r"verif(?:y|ying) (?:that )?you are (?:a )?human.{0,60}|please (?:enable javascript|log in|sign in|verify).{0,60}|"
    r"(?:log ?in|sign ?in|sign ?up|subscribe)(?: to (?:read|continue|facebook|view|your account|twitter|x)\b.{0,40}| [|–-] .{1,40})|"
    r"untitled[- ]?(?:document|page|\d+)|(?:internet archive )?wayback machine|archived copy|microsoft word - .*|[^\s]+\.(?:docx?|pdf|indd|qxd)|"
    r"(?:this )?(?:domain|website|site) (?:name )?(?:is )?(?:for sale|expired|under (?:construction|maintenance)).{0,40}|account suspended|"
    r"service unavailable|bot verification|ddos-guard|subscription required|unsupported browser|javascript is (?:not available|disabled).{0,40}|"
    r"redirecting(?:\.{3}|…)?|loading(?:\.{3}|…)",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"home(?: ?page)?|welcome|main page|start page|index(?: of /.*)?|default|untitled|new (?:tab|page)|web ?site|web ?page|link|log ?in|sign ?in|"
    r"internet archive|cookies?|privacy policy|terms of (?:service|use)|blank page|security check",
    re.IGNORECASE,
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"title"}):
        title = titles.text(field.value[:500])
        if _WALL.fullmatch(title) or _SHELL.fullmatch(title) and first(entry, "url"):
            message = f"title '{quoted(title)}' is not that of a work"
            yield Diagnostic(field.location, CODE, message, "open the address and copy the title by hand")
