"""BIB011 dangling-reference: an entry takes data over from an entry that does not exist, or from itself.

Why: title, editor and publisher of the whole volume are missing from the note; a circle of entries keeps some programs busy
for ever.
Fix: correct the citekey in `crossref`, `xref`, `xdata`, `related` or `entryset`, or add the entry; break the circle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from apparatus.grounds import entries
from apparatus.grounds.nearest import Nearest
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Field, Monograph

CODE = "BIB011"
POINTERS = ("crossref", "xref", "xdata", "related", "entryset")
HANDING_DOWN = ("crossref", "xdata", "entryset")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    near = None
    circle = _circle(monograph)
    for entry in monograph.entries:
        for field in entry.fields:
            if field.name not in POINTERS:
                continue
            for key in entries.targets(entry, field.name):
                if key == entry.citekey:
                    message = f"{field.name} of entry '{quoted(key)}' names the entry itself"
                    yield Diagnostic(field.location, CODE, message, "name another entry")
                elif key not in monograph.by_citekey:
                    near = near or Nearest(monograph.by_citekey)
                    yield _unknown(entry, field, key, near.of(key))
                elif entry.citekey in circle and key in circle and field.name in HANDING_DOWN:
                    own = quoted(entry.citekey)
                    message = f"{field.name} of entry '{own}' leads over '{quoted(key)}' back to '{own}'"
                    yield Diagnostic(field.location, CODE, message, "delete the reference that runs from the whole to its part")


def _unknown(entry: Entry, field: Field, key: str, near: str) -> Diagnostic:
    fix = f"did you mean '{quoted(near)}'?" if near else "correct the citekey, or add the entry under bib/"
    message = f"{field.name} of entry '{quoted(entry.citekey)}': no entry for citekey '{quoted(key)}'"
    return Diagnostic(field.location, CODE, message, fix)


def _circle(monograph: Monograph) -> frozenset[str]:
    """The citekeys that lie on a circle, or between two: what is left without those that no way leads to or from."""
    ways = {}
    for key, entry in monograph.by_citekey.items():
        named = {target for name in HANDING_DOWN for target in entries.targets(entry, name)}
        ways[key] = {target for target in named if target in monograph.by_citekey and target != key}
    return frozenset(_trimmed(_reversed(_trimmed(_reversed(ways)))))


def _reversed(ways: dict[str, set[str]]) -> dict[str, set[str]]:
    back: dict[str, set[str]] = {key: set() for key in ways}
    for key, named in ways.items():
        for target in named:
            if target in back:
                back[target].add(key)
    return back


def _trimmed(ways: dict[str, set[str]]) -> dict[str, set[str]]:
    """The ways without those that nothing leads to, again and again."""
    coming = Counter(target for named in ways.values() for target in named)
    loose = [key for key in ways if not coming[key]]
    gone = set()
    while loose:
        key = loose.pop()
        gone.add(key)
        for target in ways[key]:
            coming[target] -= 1
            if not coming[target]:
                loose.append(target)
    return {key: named - gone for key, named in ways.items() if key not in gone}
