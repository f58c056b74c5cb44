"""BIB002 missing-field: an entry lacks a field that its type must have.

Why: a reference without title, date or publisher cannot be found again. The lists follow the biblatex data model
(manual, section 2.1.1), with one house rule: a work without author or editor names the outlet or body it comes from.
Fix: add the field; if the fact is not known, say so in the field `note` and have the gap waived.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB002"
WHO = ("author", "editor", "organization", "institution")
DATE = ("date", "year")
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author", "organization"), ("title",), ("journaltitle", "journal"), DATE),
    "book": (("author", "editor"), ("title",), ("publisher",), DATE),
    "incollection": (("author",), ("title",), ("booktitle",), DATE),
    "inproceedings": (("author",), ("title",), ("booktitle",), DATE),
    "legislation": (("title",), DATE),
    "misc": (WHO, ("title",)),
    "online": (WHO, ("title",), DATE),
    "report": (("author",), ("title",), ("institution",), DATE),
    "thesis": (("author",), ("title",), ("type",), ("institution", "school"), DATE),
}
ANY = (WHO, ("title",), DATE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for alternatives in missing(entry):
            names = " or ".join(alternatives)
            message = f"entry '{entry.citekey}' (@{entry.kind}) has no {names}"
            yield Diagnostic(entry.location, CODE, message, f"add {alternatives[0]} = {{…}}")


def missing(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The required fields, each as the alternatives of which one must be there, that the entry lacks or leaves empty."""
    for alternatives in REQUIRED.get(entry.kind, ANY):
        if not any(entry[name].strip("{} ") for name in alternatives):
            yield alternatives
