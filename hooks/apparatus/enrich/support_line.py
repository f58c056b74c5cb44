"""One line at the head of a chapter's closing section: what its claims rest on, in numbers, with the way to the ledger."""

from __future__ import annotations

import posixpath

from apparatus.evidence import tally, wording
from apparatus.model import Monograph, Page

LEDGER = "apparatus/evidence.md"
SECTION = "rests-on"  # the anchor of the closing section


def with_support_line(page: Page, monograph: Monograph) -> str:
    """The page's text with the line below the heading of its closing section; pages without one or without claims stay as they are."""
    counted = tally.by_page(monograph).get(page.name)
    heading = next((heading for heading in page.headings if heading.anchor == SECTION), None)
    if counted is None or heading is None or not counted.claims:
        return page.text
    end = page.text.find("\n", heading.span.start)
    end = len(page.text) if end < 0 else end
    ledger = f"{posixpath.relpath(LEDGER, posixpath.dirname(page.name) or '.')}#{counted.chapter.slug}"
    said = (
        f"Of {wording.claims(len(counted.claims))}, {wording.kinds(counted)}; "
        f"{len(counted.single)} {wording.verb(len(counted.single), 'rest')} on one work only ([evidence ledger]({ledger}))."
    )
    return f"{page.text[:end]}\n\n{said}\n{{: .support-line }}\n{page.text[end:]}"
