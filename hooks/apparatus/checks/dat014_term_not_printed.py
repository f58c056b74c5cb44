"""DAT014 term-not-printed: a phrase of `terms` stands nowhere in the book, or none of them in the section that `see` names.

Why: the terms tie a number of a register to the sentences that print it; when the text changes, the register has to follow.
Fix: correct the number in the text or in the register, write the phrase as the text has it now, or name the section that prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.evidence.hand_written import writings
from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Datum, Diagnostic, Monograph

CODE = "DAT014"
_MARKUP = dict.fromkeys(map(ord, "[]*"))


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    records = [(name, record) for name in ("estimates", "events") for record in monograph.data.get(name, ())]
    if not any("terms" in path for _, record in records for path in record.places):
        return
    sections: dict[str, str] = {}
    for writing in writings(monograph):
        sections[writing.target] = f"{sections.get(writing.target, '')}\n{writing.words}"
    headings = "\n".join(heading.text for page in monograph.pages for heading in page.headings)
    notes = "\n".join(_plain(stretch.text) for stretch in prose.of_book(monograph) if stretch.path.startswith("data/"))
    book = "\n".join([*sections.values(), headings, notes])
    for _, record in records:
        for path, values in _with_terms(record):
            yield from _of(record, path, values, sections, book)


def _with_terms(record: Datum) -> Iterator[tuple[str, dict]]:
    if isinstance(record.values.get("terms"), list):
        yield "", dict(record.values)
    tolls = record.values.get("casualties")
    for index, toll in enumerate(tolls if isinstance(tolls, list) else ()):
        if isinstance(toll, dict) and isinstance(toll.get("terms"), list):
            inherited = {key: record.values[key] for key in ("see", "editor") if key in record.values}
            yield f"casualties.{index}.", {**inherited, **toll}


def _of(record: Datum, path: str, values: dict, sections: dict[str, str], book: str) -> Iterator[Diagnostic]:
    terms = [(index, _plain(term)) for index, term in enumerate(values["terms"]) if isinstance(term, str) and term.strip()]
    missing = [(index, term) for index, term in terms if term not in book]
    for index, term in missing:
        place = record.places.get(f"{path}terms.{index}", record.location)
        fix = "write the number as the text has it, or correct the text"
        yield Diagnostic(place, CODE, f"'{shown(term)}' stands nowhere in the book", fix)
    see = values.get("see")
    if terms and not missing and not values.get("editor") and isinstance(see, str) and see in sections:
        if not any(term in sections[see] for _, term in terms):
            place = record.places.get(f"{path}terms", record.location)
            message = f"{see} prints none of {', '.join(repr(shown(term)) for _, term in terms)}"
            yield Diagnostic(place, CODE, message, "correct the number there or here, or name in `see` the section that prints it")


def _plain(term: str) -> str:
    """A phrase as readers see it: brackets of a link are none of its words."""
    return " ".join(term.translate(_MARKUP).split())
