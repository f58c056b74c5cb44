"""What a machine may mend without asking: each fix proposes edits, and only the text they name is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import ModuleType

from apparatus.fixes import addresses, field_order, ledger_rows, metadata_files, name_forms, normal_form, page_layout, page_ranges
from apparatus.fixes import prose_ranges, spelling, title_braces
from apparatus.fixes.edit import Edit, Taken
from apparatus.model import Diagnostic, Monograph

FIXES = (normal_form, addresses, page_ranges, prose_ranges, name_forms, spelling, title_braces, field_order, ledger_rows, metadata_files, page_layout)


def edits(monograph: Monograph, findings: Iterable[Diagnostic], changed: Iterable[str] = ()) -> tuple[Edit, ...]:
    """Every edit that is called for, by place; where two overlap the earlier fix of the list wins.

    A fix with ``CODES`` edits only where one of the ``findings`` has such a code: what the checks let stand, stays.
    ``changed`` are the citekeys of entries that were changed since the last commit: only their fields are put in order.
    """
    chosen: list[Edit] = []
    found: dict[tuple[str, str, int], list[int]] = {}
    for finding in findings:
        place = finding.location
        found.setdefault((finding.code, place.path, place.line), []).append(place.column)
    taken: defaultdict[str, Taken] = defaultdict(Taken)
    for fix in FIXES:
        for edit in fix.edits(monograph, frozenset(changed)):
            if fix.CODES and not _called_for(edit, fix, found):
                continue
            if taken[edit.path].take(edit.start, edit.end):
                chosen.append(edit)
    return tuple(sorted(chosen, key=lambda edit: (edit.path, edit.start)))


def _called_for(edit: Edit, fix: ModuleType, found: Mapping[tuple[str, str, int], list[int]]) -> bool:
    """Whether a finding stands on the edit's line and, for a fix that reaches less than a line, at most so far before it."""
    columns = [c for code in fix.CODES for c in found.get((code, edit.location.path, edit.location.line), ())]
    return any(fix.REACH is None or 0 <= edit.location.column - column <= fix.REACH for column in columns)


def mended(monograph: Monograph, edits: Iterable[Edit]) -> Mapping[str, str]:
    """The new text of each source that changes; one that is not there yet begins empty. Insertions at one place keep their order."""
    texts = {source.path: source.text for source in monograph.sources}
    changed: dict[str, str] = {}
    for edit in reversed(sorted(edits, key=lambda edit: (edit.path, edit.start, edit.end))):  # from the end, or offsets would shift
        text = changed.get(edit.path, texts.get(edit.path, ""))
        changed[edit.path] = text[: edit.start] + edit.text + text[edit.end :]
    return changed
