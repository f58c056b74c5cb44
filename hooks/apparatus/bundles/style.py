"""The citation style as readers get it."""

from __future__ import annotations

import re

_MARKS = re.compile(r"&#xE00[12];")  # the ends of titles, for the site to make links of
_COMMENT = re.compile(r"[ \t]*<!--.*?-->\n?", re.DOTALL)


def outgoing(style: str) -> str:
    """The style without the marks and comments that only the making of the site needs."""
    return re.sub(r' (?:prefix|suffix)=""', "", _MARKS.sub("", _COMMENT.sub("", style)))
