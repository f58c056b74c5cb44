"""DAT001 concordance-incomplete: a note of the article is not accounted for, or not where the concordance says.

Why: the concordance promises that each of the article's 70 notes can be found in this book, with its work and locator.
Fix: add the row, correct its citekey, or point `where` at the page and section that cite the work.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Datum, Diagnostic, Location, Monograph

CODE = "DAT001"
PATH = "data/concordance.yml"
NOTES = 70  # of the article, as numbered in print


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    if "concordance" not in monograph.data:
        return
    rows = monograph.data["concordance"]
    yield from _numbers(rows)
    cited = _cited_sections(monograph)
    for row in rows:
        yield from _row(row, monograph, cited)


def _numbers(rows: tuple[Datum, ...]) -> Iterator[Diagnostic]:
    seen: dict[object, Location] = {}
    for row in rows:
        number = row.values.get("note")
        if type(number) is not int or not 1 <= number <= NOTES:
            fix = f"give a number from 1 to {NOTES}, without quotation marks"
            yield Diagnostic(row.places.get("note", row.location), CODE, f"'{number}' is no note of the article", fix)
            continue
        if number in seen:
            yield Diagnostic(row.location, CODE, f"note {number} stands twice, first at {seen[number]}", "delete one row")
        seen.setdefault(number, row.location)
    for number in sorted(set(range(1, NOTES + 1)) - set(seen)):
        yield Diagnostic(Location(PATH), CODE, f"note {number} of the article is missing", f"add a row `- note: {number}`")


def _row(row: Datum, monograph: Monograph, cited: set[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    number, key = row.values.get("note"), row.values.get("citekey")
    place = row.places.get("citekey", row.location)
    if key is None and row.values.get("status") != "lost":
        yield Diagnostic(row.location, CODE, f"note {number} names no work", "add `citekey:`, or `status: lost`")
    if key is not None and key not in monograph.by_citekey:
        yield Diagnostic(place, CODE, f"note {number}: no entry for citekey '{key}'", "correct the key, or add the entry")
    where = row.values.get("where")
    targets = where if isinstance(where, list) else [where]
    for target in targets:
        yield from _target(row, str(target or ""), monograph, cited)


def _target(row: Datum, target: str, monograph: Monograph, cited: set[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    number, key = row.values.get("note"), row.values.get("citekey")
    place = row.places.get("where", row.location)
    name, _, anchor = target.partition("#")
    page = monograph.by_name.get(name)
    if page is None:
        yield Diagnostic(place, CODE, f"note {number}: no page '{name}'", "give a path below docs/, e.g. fighters/india.md#delhi")
    elif anchor not in {heading.anchor for heading in page.headings}:
        yield Diagnostic(place, CODE, f"note {number}: no section '#{anchor}' on {name}", "give the anchor of a heading")
    elif key in monograph.by_citekey and (name, anchor, key) not in cited:
        fix = "cite it there, or correct `where`"
        yield Diagnostic(place, CODE, f"note {number}: {name}#{anchor} does not cite '{key}'", fix)


def _cited_sections(monograph: Monograph) -> set[tuple[str, str, str]]:
    """Page, section anchor and citekey of every citation in the text."""
    found = set()
    for page in monograph.pages:
        headings = sorted(page.headings, key=lambda heading: heading.span)
        for cluster in page.clusters:
            above = [heading.anchor for heading in headings if heading.span.start <= cluster.span.start]
            for citation in cluster.citations:
                found.add((page.name, above[-1] if above else "", citation.citekey))
    return found
