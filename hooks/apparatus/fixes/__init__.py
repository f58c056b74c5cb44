"""What a machine may mend without asking: each fix proposes edits, and only the text they name is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from apparatus.fixes import addresses, field_order, normal_form, page_ranges, prose_ranges, title_braces
from apparatus.fixes.edit import Edit
from apparatus.model import Monograph

FIXES = (normal_form, addresses, page_ranges, prose_ranges, title_braces, field_order)


def edits(monograph: Monograph, changed: Iterable[str] = ()) -> tuple[Edit, ...]:
    """Every edit that is called for, by place; where two overlap the earlier fix of the list wins.

    ``changed`` are the citekeys of entries that were changed since the last commit: only their fields are put in order.
    """
    chosen: list[Edit] = []
    taken: dict[str, list[Edit]] = {}
    for fix in FIXES:
        for edit in fix.edits(monograph, frozenset(changed)):
            others = taken.setdefault(edit.path, [])
            if all(edit.end <= other.start or other.end <= edit.start for other in others):
                others.append(edit)
                chosen.append(edit)
    return tuple(sorted(chosen, key=lambda edit: (edit.path, edit.start)))


def mended(monograph: Monograph, edits: Iterable[Edit]) -> Mapping[str, str]:
    """The new text of each source that changes."""
    texts = {source.path: source.text for source in monograph.sources}
    changed: dict[str, str] = {}
    for edit in sorted(edits, key=lambda edit: (edit.path, edit.start), reverse=True):
        text = changed.get(edit.path, texts[edit.path])
        changed[edit.path] = text[: edit.start] + edit.text + text[edit.end :]
    return changed
