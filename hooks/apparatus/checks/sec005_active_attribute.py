"""SEC005 active-attribute: an attribute list `{: … }` gives an element a program to run, or a style of its own.

Why: attribute lists reach the page unchecked; a handler runs in every reader's browser, a style breaks the dark scheme and print.
Fix: delete the attribute; give a class, and write its style into the stylesheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.markup import attributes
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "SEC005"
_HANDLER = re.compile(
    r"on(?:abort|animation\w*|auxclick|before\w+|after\w+|begin|blur|cancel|canplay\w*|change|click|close|command|contextmenu|copy|cuechange|cut"
    r"|dblclick|drag\w*|drop|durationchange|emptied|end|ended|error|focus\w*|formdata|fullscreen\w*|gotpointercapture|hashchange|input|invalid"
    r"|key\w+|languagechange|load\w*|lostpointercapture|message\w*|mouse\w+|offline|online|page\w+|paste|pause|play\w*|pointer\w+|popstate"
    r"|progress|ratechange|repeat|reset|resize|scroll\w*|search|securitypolicyviolation|seek\w+|select\w*|show|slotchange|stalled|start|storage"
    r"|submit|suspend|timeupdate|toggle|touch\w+|transition\w+|unhandledrejection|unload|volumechange|waiting|webkit\w+|wheel)"
)
_ACTIVE = frozenset({"srcdoc", "formaction", "http-equiv", "ping"})


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for attribute in attributes(monograph):
        if _HANDLER.fullmatch(attribute.name) or attribute.name in _ACTIVE:
            message = f"the attribute '{shown(attribute.name)}' runs a program"
            yield Diagnostic(attribute.location, CODE, message, "delete the attribute")
        elif attribute.name == "style":
            message = f"the attribute 'style' sets '{shown(attribute.value)}'"
            yield Diagnostic(attribute.location, CODE, message, "give a class, and style it in the stylesheet", "warning")
