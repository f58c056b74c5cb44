"""What readers can take away: the works of the whole book and of each chapter, in the forms that reference managers read."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.exports import bibtex, chapter, csl_json, graph, registers, ris
from apparatus.exports.selections import selections
from apparatus.model import Monograph, Reference
from apparatus.records import WorkRecord

FOLDER = "downloads"
FORMS = {"bib": bibtex.render, "json": csl_json.render, "ris": ris.render}  # by the ending of the file


def files(monograph: Monograph, records: Mapping[str, WorkRecord]) -> Mapping[str, str]:
    """The files by path below the site, in the order of their selections. RIS ends its lines with CR LF: write them as bytes."""
    return {
        f"{FOLDER}/{name}.{ending}": render([records[key] for key in citekeys if key in records])
        for name, citekeys in selections(monograph).items()
        for ending, render in FORMS.items()
    }


def documents(
    monograph: Monograph, records: Mapping[str, WorkRecord], references: Mapping[str, Reference]
) -> Mapping[str, str]:
    """The documents for programs by path below the site: the citation graph, the chapters in order, then the registers.

    Tables end their lines with CR LF: write them as bytes.
    """
    return {**graph.files(monograph, records), **chapter.files(monograph), **registers.files(monograph, records, references)}
