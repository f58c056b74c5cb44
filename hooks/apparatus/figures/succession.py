"""Those who held an office one after another: the chain as a drawing, each tenure as a row, what others say of it as further rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from apparatus.figures.cells import NOTHING, capital, cited, dispute, holder, place, plain, remark, said, together
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.figures.flowchart import Box, Line, fence, phrases, uncertain
from apparatus.registers import Caption, Fact, Period, Registers, Tenure
from apparatus.registers.dates import MONTHS, printed

ROLES = {  # by how the tenure ended; others are drawn plain
    **{"killed": "killed", "died": "killed", "arrested": "arrested", "captured": "arrested"},
    **{"replaced": "replaced", "in office": "current", "not stated": "unknown"},
}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
DESCRIBES = ("origin", "affiliation", "role", "act")  # the facts that tell who somebody was
_DATED = re.compile(rf"\b(?:1[89]\d\d|20\d\d|{'|'.join(MONTHS)})\b")


def figure(name: str, head: str, office: str, registers: Registers, caption: Caption, portraits: bool = False) -> Figure:
    """The succession in an office, in the order of its numbers; ``portraits`` adds what is known of each holder to the table.

    Holders with the same number stand beside each other, and then no numbers are shown: they would not count the men. A tenure
    without a number comes last.
    """
    tenures = sorted((t for t in registers.leadership.values() if t.office == office), key=_number)
    numbered = all(len(step) == 1 for step in _steps(tenures))
    names = {tenure.id: _named(tenure, registers, numbered) for tenure in tenures}
    boxes = [Box(t.id, (names[t.id], *_told(t, registers)), ROLES.get(t.end, "")) for t in tenures]
    drawn = fence(caption.title, boxes, _lines(tenures, names), _description(tenures, registers, numbered))
    rows = tuple(_row(tenure, plain(names[tenure.id]), registers, portraits) for tenure in tenures)
    others = tuple(dispute(plain(names[t.id]), other, registers) for t in tenures for other in t.disputed)
    tables = (
        Table((head, "In office", "What is stated"), rows, caption.table),
        Table((head, "Concerns", "Another account"), others, caption.others),
    )
    pages = (("leadership", "register/leadership.md"), ("people", "register/people.md"))
    drawings = (Drawing(drawn, caption.caption, name),) if tenures else ()
    return Figure(name, drawings, tables, pages, ("leadership",))


def _number(tenure: Tenure) -> tuple[bool, int]:
    return tenure.number is None, tenure.number or 0


def _steps(tenures: Iterable[Tenure]) -> list[list[Tenure]]:
    return [list(held) for _, held in groupby(tenures, key=_number)]


def _named(tenure: Tenure, registers: Registers, numbered: bool) -> str:
    number = f"{tenure.number}. " if numbered and tenure.number is not None else ""
    return number + holder(tenure, registers)


def _told(tenure: Tenure, registers: Registers) -> tuple[str, ...]:
    """What a box says below the name: what became of the holder, and whether that is uncertain.

    It is uncertain by the tenure's own certainty, or where the text told here has two values for something that the box says.
    """
    two = {other.field for other in tenure.disputed if not other.editor}
    if tenure.name:  # the words given instead of a name say so themselves
        two.discard("person")
    doubt = uncertain(tenure.certainty or ("disputed" if two else ""), tenure.label)
    return tuple(part for part in (*phrases(_fate(tenure, registers)), doubt) if part)


def _fate(tenure: Tenure, registers: Registers) -> str:
    """How the tenure ended, in the label's words; in those of the data where the label names a date that they do not have."""
    known = " ".join(_spelt(fact.when) for fact in (tenure.begun, tenure.ended, tenure.after) if fact)
    dated = tenure.ended is not None and bool(tenure.ended.when)
    if tenure.label and (not dated or set(_DATED.findall(tenure.label)) <= set(_DATED.findall(known))):
        return tenure.label
    end = f"end {tenure.end or 'not stated'}" if tenure.end in ("", "not stated") else tenure.end
    told = [_happened(end, tenure.ended.when if tenure.ended else Period())]
    if tenure.after:
        told.append(_happened(tenure.after.kind, tenure.after.when))
        told.append(place(tenure.after.place, "", registers))
    elif tenure.place:
        told.append(place(tenure.place, "", registers))
    return ", ".join(part for part in told if part)


def _happened(what: str, when: Period) -> str:
    return f"{what} {printed(when)}".strip()


def _spelt(when: Period) -> str:
    """The dates of a period with all years in full."""
    return f"{printed(Period(when.start, when.start))} {printed(Period(when.end, when.end))}"


def _lines(tenures: list[Tenure], names: dict[str, str]) -> list[Line]:
    """From every holder of one step to every holder of the next."""
    steps = _steps(tenures)
    return [_line(first, second, names) for before, after in pairwise(steps) for first in before for second in after]


def _line(first: Tenure, second: Tenure, names: dict[str, str]) -> Line:
    label = second.begun.label if second.begun else ""
    told = ", ".join(part for part in (label, uncertain(second.certainty, label)) if part)
    return Line(first.id, second.id, f"{names[first.id]} was followed by {names[second.id]}", told, bool(second.certainty))


def _description(tenures: list[Tenure], registers: Registers, numbered: bool) -> str:
    """The chain as one sentence: who, in which place, what became of him, who followed."""
    told = []
    for step in _steps(tenures):
        labels = dict.fromkeys(tenure.begun.label for tenure in step if tenure.begun and tenure.begun.label)
        how = f"followed ({', '.join(labels)}) by " if labels else "followed by "
        told.append((how if told else "") + " and ".join(_portrayed(tenure, registers, numbered) for tenure in step))
    return f"{', '.join(told)}."


def _portrayed(tenure: Tenure, registers: Registers, numbered: bool) -> str:
    number = tenure.number if numbered else None
    ordinal = "" if number is None else ORDINALS[number - 1] if 0 < number <= len(ORDINALS) else f"number {number}"
    return f"{holder(tenure, registers)} ({', '.join(part for part in (ordinal, *_told(tenure, registers)) if part)})"


def _row(tenure: Tenure, name: str, registers: Registers, portraits: bool) -> tuple[str, str, str]:
    facts = _facts(tenure, registers) if portraits else ()
    told = [statement for statement in (tenure.stated, tenure.begun, *facts, tenure.ended) if statement and statement.text]
    return name + remark(tenure.certainty, tenure.notes), _in_office(tenure), together(*map(said, told), _where(tenure, registers))


def _in_office(tenure: Tenure) -> str:
    """From when to when, and how it ended; with the citation of a date that no sentence tells."""
    begun, ended = (printed(statement.when) if statement else "" for statement in (tenure.begun, tenure.ended))
    alone = begun if begun.startswith("after ") else f"from {begun}" if begun else ""
    span = f"{begun} to {ended}" if begun and ended else f"until {ended}" if ended else alone
    words = capital(": ".join(part for part in (span, tenure.end) if part))
    wordless = dict.fromkeys(s.cite for s in (tenure.begun, tenure.ended) if s and s.cite and not s.text)
    return plain(words) + "".join(map(cited, wordless)) or NOTHING


def _facts(tenure: Tenure, registers: Registers) -> tuple[Fact, ...]:
    """What tells who the holder was, without the editors' additions, and without the office that the row is about."""
    person = registers.people.get(tenure.person)
    office = set(tenure.office.split("-"))
    facts = person.facts if person else ()
    return tuple(f for f in facts if f.kind in DESCRIBES and not f.editor and not office <= set(f.role.lower().split()))


def _where(tenure: Tenure, registers: Registers) -> str:
    """Where the tenure ended, then what befell the holder after it and where."""
    where = place(tenure.place, tenure.place_text, registers)
    told = [_labelled("Place", where, tenure.place_cite)] if where else []
    if tenure.after:
        parts = (_happened(tenure.after.kind, tenure.after.when), place(tenure.after.place, "", registers))
        told.append(_labelled("Afterwards", ", ".join(part for part in parts if part), tenure.after.cite))
    return " ".join(told)


def _labelled(label: str, words: str, cite: str) -> str:
    return f"{label}: {plain(words)}.{cited(cite) if cite else ''}"
