"""BIB060 name-split-by-and: the name of one body has an “and” outside braces.

Why: in lists of bodies `and` stands between two of them: “Office on Drugs and Crime” is printed as “Office on Drugs; Crime”.
Fix: put another pair of braces around the name: `institution = {{United Nations Office on Drugs and Crime}}`.
Source: biblatex manual, section 2.2.1, “Data Types”, literal lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB060"
_TAIL = re.compile(r"(?:co|company|sons?|brothers|bros|partners|associates|daughters|friends|others of .*)\b\.?(?:\s?(?:ltd|inc|llc)\.?)?", re.IGNORECASE)
# Houses and papers whose own names hold the word, by what stands before and after it.
PAIRS = frozenset(
    {
        ("stars", "stripes"), ("taylor", "francis"), ("simon", "schuster"), ("faber", "faber"), ("rowman", "littlefield"),
        ("harper", "row"), ("chatto", "windus"), ("weidenfeld", "nicolson"), ("allen", "unwin"), ("hodder", "stoughton"),
        ("thames", "hudson"), ("eyre", "spottiswoode"), ("little", "brown"), ("marks", "spencer"), ("sheed", "ward"), ("hill", "wang"),
        ("food", "agriculture"), ("drugs", "crime"), ("science", "technology"), ("research", "development"), ("duncker", "humblot"),
        ("vandenhoeck", "ruprecht"), ("sweet", "maxwell"), ("crime", "justice"), ("peace", "security"), ("security", "cooperation"),
    }
)  # fmt: skip
# With these begins the second half of “Institute for Peace and …”, never a second body.
TOPICS = frozenset(
    """Affairs Agriculture Arts Commerce Conflict Cooperation Counter Counterterrorism Crime Culture Defence Defense Democracy Development
    Diplomacy Economic Education Employment Energy Engineering Environment Evaluation Extremism Finance Foreign Governance Health History
    Human Humanitarian Industry Information Justice Labour Labor Law Management Medicine Peace Policy Political Politics Religion
    Research Science Sciences Security Social Sports Statistics Strategic Strategy Studies Technology Terrorism Tourism Trade Training
    Transport Violence War Welfare Women Youth""".split()
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, names.BODIES):
        pieces = names.split(field.value)
        for before, after in zip(pieces, pieces[1:]):
            if _one(before, after):
                whole = " and ".join(piece.text for piece in pieces[:9])
                message = f"{field.name} '{quoted(whole)}' is one name with 'and' outside braces"
                yield Diagnostic(field.location, CODE, message, f"write {field.name} = {{{{{quoted(whole)}}}}}")
                break


def _one(before: names.Name, after: names.Name) -> bool:
    """Whether two pieces are plainly one name."""
    left, right = before.bare[-200:].strip(), after.bare[:200].strip()
    if not left or not right:
        return False
    heads, tails = re.findall(r"\w+", left), re.findall(r"\w+", right)
    if not heads or not tails:
        return False
    if _TAIL.fullmatch(right) or (heads[-1].lower(), tails[0].lower()) in PAIRS:
        return True
    listed = any(word in names.BODY or word in names.PERHAPS and word not in TOPICS for word in tails)
    if listed or not any(word in ("of", "for", "on") for word in heads[1:]):
        return False
    return heads[0] in ("Ministry", "Department") or any(word in names.BODY for word in heads) and tails[0] in TOPICS
