"""LNK009 undefined-reference: a link of the form [text][label] has a label that the page does not define.

Why: the reader sees the brackets instead of a link.
Fix: add a line `[label]: address` to the page, or write `[text](address)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.definitions import definitions
from apparatus.grounds.texts import Nearest, shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK009"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        if not page.missing_references:
            continue
        nearest = Nearest(definition.label for definition in definitions(page))
        for missing in page.missing_references:
            start = known.offset(missing.location)
            if start > 0 and page.text[start - 1].isalnum():
                continue  # f[0][1] is no link
            label = shown(missing.label)
            near = nearest(missing.label)
            fix = f"did you mean '[{shown(near)}]'?" if near else f"add a line '[{label}]: address', or write [text](address)"
            yield Diagnostic(missing.location, CODE, f"no definition of the link label '{label}'", fix)
