"""What stands in a line, as pandoc's Markdown; each note mark becomes the citations of its note, or the note written out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from apparatus.bundles.escaping import escaped
from apparatus.volume import address
from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Claim,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Inside,
    LineBreak,
    Link,
    Mark,
    OnSite,
    Strong,
    Subscript,
    Superscript,
    Target,
    Text,
)
from apparatus.volume.targets import INDEX

APART = "<!---->"  # says nothing, and keeps two pieces from being read as one
_WRAPPED = {Emphasis: "*", Strong: "**", Superscript: "^", Subscript: "~"}
_RAISED = (Superscript, Subscript)
_TICKS = re.compile("`+")


@dataclass(frozen=True)
class Lines:
    """How the lines of one division are written: the site's address (or empty), and the Markdown of each note by its number.

    ``text`` escapes plain text for where it stands.
    """

    division: str
    site: str
    notes: Mapping[int, str]
    text: Callable[[str], str] = escaped

    def line(self, content: Inlines, within: tuple[type, ...] = ()) -> str:
        """The Markdown of what stands in a line; ``within`` names the kinds of emphasis around it."""
        return joined(self._inline(node, within) for node in content)

    def _inline(self, node: Inline, within: tuple[type, ...]) -> str:
        match node:
            case Text(text):
                return self.text(text).replace(" ", "\\ ") if set(within) & set(_RAISED) else self.text(text)
            case Emphasis(content) | Strong(content) | Superscript(content) | Subscript(content):
                return self._wrapped(type(node), content, within)
            case Abbreviation(content) | Claim(content):  # of the screen: the words behind them stand in the text, the works in its notes
                return self.line(content, within)
            case Foreign(content, language):
                return f'[{self.line(content, within)}]{{lang="{language}"}}'
            case Code(text):
                return _code(text)
            case LineBreak():
                return "\\\n"
            case Link(content, target):
                return self._link(self.line(content, within), target)
            case Anchor(name):
                return f"[]{{#{name}}}"
            case Mark(number, again):  # Markdown cannot mark a note twice
                return f"^{number}^" if again else self.notes[number]
        raise TypeError(f"no Markdown for {type(node).__name__}")

    def _wrapped(self, kind: type, content: Inlines, within: tuple[type, ...]) -> str:
        """The content between signs, white space and line breaks left outside; once is enough for nested signs of one kind."""
        inner = self.line(content, within if kind in within else (*within, kind))
        if kind in within or not inner.strip():
            return inner
        lead, tail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        sign, inner = _WRAPPED[kind], inner.strip()
        start = APART if inner[0] in ("[" if kind is Superscript else sign[0]) else ""  # `^[` begins a note, `***` is read anew
        end = APART if inner[-1] == sign[0] else ""
        return f"{lead}{sign}{start}{inner}{end}{sign}{tail}"

    def _link(self, text: str, target: Target) -> str:
        """A link where it leads within the division, to the web, or to the site if its address is known; else its text alone."""
        goal = self._goal(target)
        return f"[{text}](<{goal}>)" if goal and text else text

    def _goal(self, target: Target) -> str:
        if isinstance(target, Inside):
            fragment = f"#{target.anchor}" if target.anchor else ""
            if target.division == self.division:
                return fragment
            return f"{self.site}{address(target.division)}{fragment}" if self.site and target.division != INDEX else ""
        if isinstance(target, OnSite):
            return f"{self.site}{target.path}" if self.site else ""
        return re.sub(r"[<>\s\\]", lambda sign: f"%{ord(sign[0]):02X}", target.url)


def joined(pieces: Iterable[str]) -> str:
    """Pieces of Markdown one after the other, each read as it would be alone."""
    line = ""
    for piece in pieces:
        if not piece or not line:
            line += piece
            continue
        last, first = line[-1], piece[0]
        if last == "]" and first == "(":
            piece = f"\\{piece}"
        elif (last == "]" and first in "[:") or (last == first and first in "*_^~`") or (last == "*" and first == "_"):
            line += APART
        line += piece
    return line


def _code(text: str) -> str:
    """Text between more ticks than stand in it."""
    fence = "`" * (max((len(ticks) for ticks in _TICKS.findall(text)), default=0) + 1)
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{edge}{text}{edge}{fence}"
