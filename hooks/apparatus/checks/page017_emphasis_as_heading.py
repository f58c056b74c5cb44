"""PAGE017 emphasis-as-heading: a paragraph that is nothing but words in bold stands where a heading should.

Why: it is missing from the contents, cannot be linked to, and is no heading to a screen reader.
A sentence in bold, with its stop, is legal.
Fix: write `### Words`.
Source: markdownlint MD036; Web Content Accessibility Guidelines 2.2, success criterion 1.3.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE017"
_BOLD = re.compile(r"\s*(\*\*\*?|___?)([^*_\n]{1,120}[^*_\n.!?…:;,”’)])\1\s*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for paragraph in page.paragraphs:
            if paragraph.kind == "paragraph" and (bold := _BOLD.fullmatch(paragraph.text)):
                message = f"'{shown(bold[2])}' in bold stands for a heading"
                yield Diagnostic(paragraph.location, CODE, message, f"write '### {shown(bold[2])}'", "warning")
