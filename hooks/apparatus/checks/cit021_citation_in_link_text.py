"""CIT021 citation-in-link-text: a citation stands in the text of a link or the description of an image.

Why: the note's number would be a link within a link, which no browser follows, and a description is read aloud as it stands.
Fix: close the link before the citation: `[text](page.md).[@citekey]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import of_page
from apparatus.model import Diagnostic, Monograph

CODE = "CIT021"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for setting in of_page(page):
            if setting.linked and not setting.cluster.in_text:
                message = f"citation '{excerpt(setting.cluster.raw)}' stands in the text of the link to '{excerpt(setting.linked)}'"
                fix = "close the link, or the description of the image, before it: '[text](page.md).[@citekey]'"
                yield Diagnostic(setting.cluster.location, CODE, message, fix)
