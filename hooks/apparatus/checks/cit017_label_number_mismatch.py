"""CIT017 label-number-mismatch: a label for one stands before several, or one for several before one: `p. 3-5`, `pp. 7`.

Why: the reader cannot tell whether the label or the number is the slip; often the end of a range is missing.
Fix: `p. 7`, `pp. 3-5`, `pp. 3, 7`; the same for `para.` and `paras.`, `ch.` and `chs.` and the other labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import PLURALS, SINGULARS, Extent, extents, number
from apparatus.model import Diagnostic, Locator, Monograph

CODE = "CIT017"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for citation in monograph.citations:
        if citation.locator:
            yield from _locator(citation.locator)


def _locator(locator: Locator) -> Iterator[Diagnostic]:
    found, rest = extents(locator)
    groups = [(label, list(group)) for label, group in groupby(found, key=lambda extent: extent.label)]
    for index, (label, group) in enumerate(groups):
        if any(_reversed(extent) for extent in group):
            continue  # CIT006 says what is wrong
        listed = ", ".join(extent.text.strip() for extent in group)
        each_its_own = locator.text.count(label.rstrip(".")) > 1  # ``p. 3, p. 5``
        if label in PLURALS and ((len(group) > 1 and not each_its_own) or any(_several(extent) for extent in group)):
            message = f"the label '{label}' is for one, but '{excerpt(listed)}' is several"
            yield Diagnostic(locator.location, CODE, message, f"write '{excerpt(f'{PLURALS[label]} {listed}')}'", "warning")
        elif label in SINGULARS and len(group) == 1 and _one(group[0]) and (index < len(groups) - 1 or not rest):
            message = f"the label '{label}' is for several, but '{excerpt(listed)}' is one"
            fix = f"write '{excerpt(f'{SINGULARS[label]} {listed}')}', or add the missing end of the range"
            yield Diagnostic(locator.location, CODE, message, fix, "warning")


def _reversed(extent: Extent) -> bool:
    first, last = extent.first, extent.last or ""
    return first.isdecimal() and last.isdecimal() and len(first) == len(last) and int(first) > int(last)


def _several(extent: Extent) -> bool:
    """Whether it is a range of wholes: parts of one (``12a-c``, ``3(a)-(c)``) are not, and an open range is another fault."""
    last = number(extent.last) if extent.last else None
    return last is not None and last.kind != "letter" and any(sign.isalnum() for sign in extent.first)


def _one(extent: Extent) -> bool:
    """Whether it is a single number, without ``ff.``, a slash or a comma that might make it several."""
    first = number(extent.first)
    if extent.joint or extent.follower or any(sign in extent.first for sign in "/,"):
        return False
    return extent.quoted or (first is not None and first.suffix.lower() not in ("f", "ff"))
