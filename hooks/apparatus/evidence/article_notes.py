"""The article's own notes: which of them a citation of the book stands for, by the concordance."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.grounds.texts import once
from apparatus.model import Citation, Monograph


@once
def _rows(monograph: Monograph) -> dict[str, list[Mapping[str, object]]]:
    """The rows of the concordance by citekey, in the article's order."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for datum in monograph.data.get("concordance", ()):
        found.setdefault(str(datum.values.get("citekey") or ""), []).append(datum.values)
    return found


def places(row: Mapping[str, object]) -> tuple[str, ...]:
    """The sections that a row of the concordance names, as ``page.md#anchor``."""
    where = row.get("where") or ()
    return tuple(map(str, where)) if isinstance(where, list | tuple) else (str(where),)


def of_citation(citation: Citation, section: str, monograph: Monograph) -> tuple[int, ...]:
    """The numbers of the article's notes that the concordance places in this section (``page.md#anchor``) with this work.

    Where one of them has the citation's own locator, only those with it.
    """
    rows = [row for row in _rows(monograph).get(citation.citekey, ()) if section in places(row)]
    locator = citation.locator.text if citation.locator else ""
    exact = [row for row in rows if str(row.get("locator") or "") == locator]
    return _numbers(exact or rows)


def of_work(citekey: str, monograph: Monograph) -> tuple[int, ...]:
    """The numbers of the article's notes that name a work, in the article's order."""
    return _numbers(_rows(monograph).get(citekey, ()))


def _numbers(rows) -> tuple[int, ...]:
    return tuple(row["note"] for row in rows if isinstance(row.get("note"), int))
