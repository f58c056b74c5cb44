"""Plain text as pandoc's Markdown: every sign that would be taken for markup is escaped, the rest stays as it reads."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"""[\\`*_\[\]<>^~$@{}|"']|&(?=[#\w])|!(?=\Z|\[)|(?<=\.)\.(?=\.)|(?<=-)-""")
_NUMBERED = re.compile(r"^(\(?\w{1,6})([.)])(?=\s|\Z)")


def escaped(text: str) -> str:
    """The text for the inside of a line."""
    return _SIGNS.sub(r"\\\g<0>", text)


def opened(line: str) -> str:
    """A line of Markdown as the first of a paragraph: what would make it a heading, a list or a caption of a table is escaped."""
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    if line[:1] in tuple("-+:=%#") or re.match(r"(?i)table:", line):
        place = 5 if line[:1] in "tT" else 0
        return f"{line[:place]}\\{line[place:]}"
    return line


def cited(text: str) -> str:
    """The text within a citation, where semicolons part one from the next."""
    return escaped(text).replace(";", "\\;")
