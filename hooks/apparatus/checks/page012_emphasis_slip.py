"""PAGE012 emphasis-slip: signs of bold or italic type that are printed as signs: a space inside them, or no closing ones.

Why: the reader sees `** words **` with its stars.
Fix: write `**words**` without spaces inside, and close what is opened within the paragraph; a star as such is written `\\*`.
Source: CommonMark 0.31.2, section 6.2; markdownlint MD037
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE012"
_SPACED = re.compile(r"(?<![\w*])(\*\*|__)[ \t]+([^*_\n]{1,200}?)[ \t]*\1(?![\w*])|(?<![\w*])(\*\*|__)(\S[^*_\n]{0,200}?)[ \t]+\3(?![\w*])")
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if "**" not in stretch.text and "__" not in stretch.text:
            continue
        spaced = list(_SPACED.finditer(stretch.text))
        for match in spaced:
            mark, words = (match[1], match[2]) if match[1] else (match[3], match[4])
            if re.search(r"\w", words):
                message = f"space inside the signs of emphasis: '{shown(match[0])}'"
                yield Diagnostic(stretch.at(match.start()), CODE, message, f"write '{mark}{shown(words.strip())}{mark}'")
        bold = list(_BOLD.finditer(stretch.text))
        if not spaced and len(bold) % 2 and stretch.kind != "row" and not re.search(r"\*{3}|\d\s*\*\*\s*\d", stretch.text):
            words = shown(stretch.text[bold[-1].start() : bold[-1].end() + 24])
            message = f"'**' without its other half in '{words}'"
            yield Diagnostic(stretch.at(bold[-1].start()), CODE, message, "write ** where the bold words begin and end")
