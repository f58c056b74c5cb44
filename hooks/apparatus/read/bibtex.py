"""Reads one ``.bib`` file: its entries with the places of citekeys and fields, and what in it is not BibTeX.

The fields are split by bibtexparser; ``records`` finds the places and the faults. The two must agree, since bibtexparser passes
over some faults in silence.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from apparatus.model import Diagnostic, Entry, Field
from apparatus.read import macros
from apparatus.read.places import BOM, Places
from apparatus.read.records import Fault, Record, Records

_DISAGREE = "braces or quotation marks that programs read differently"
_MEND = "balance the braces; write '{\\textbraceleft}' or '{\"}' for a brace or quotation mark that is text"


def entries(path: str, text: str) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries of one file in the order written, duplicates included, and what could not be read, by place.

    An entry with a fault is kept with the fields that could be read, so that its citekey stays known; one without citekey is not.
    Values are without their outer delimiters, otherwise as written, line ends included.
    """
    places = Places(path, text)
    scan = Records(text)
    faults = list(scan.faults)
    names = _names(scan, faults)
    faults += _disagreements(text, scan)
    found = [_entry(record, scan, names, places, faults) for record in scan.records if record.kind != "string" and record.key]
    diagnostics = {Diagnostic(places.at(fault.offset), fault.code, fault.message, fault.fix) for fault in faults}
    return tuple(found), tuple(sorted(diagnostics))


def _names(scan: Records, faults: list[Fault]) -> dict[str, str]:
    """The ``@string`` definitions, each with those above it put in."""
    names: dict[str, str] = {}
    for record in scan.records:
        if record.kind == "string":
            for field in record.fields:
                names[field.name.lower()] = _value(scan, field, names, faults)
    return names


def _value(scan: Records, field, names: dict[str, str], faults: list[Fault]) -> str:
    try:
        value, unknown = macros.value(scan.text[field.start : field.end], names)
    except macros.TooLong:
        faults.append(Fault(field.offset, f"value of '{field.name}' is too long", "write less", "READ005"))
        return ""
    for name in unknown:
        message = f"'{name}' is neither in braces nor defined by '@string'"
        faults.append(Fault(field.start, message, "put the value in braces, or define the name"))
    return value


def _entry(record: Record, scan: Records, names: dict[str, str], places: Places, faults: list[Fault]) -> Entry:
    fields = tuple(
        Field(field.name.lower(), _value(scan, field, names, faults), places.at(field.offset), places.at(field.start))
        for field in record.fields
    )
    return Entry(record.key, record.kind, fields, places.at(record.key_offset), scan.text[record.start : record.end])


def _disagreements(text: str, scan: Records) -> list[Fault]:
    """The sound records that bibtexparser does not read as they were scanned."""
    sound = [record for record in scan.records if record.sound and record.kind != "string"]
    if not sound:
        return []
    from bibtexparser.splitter import Splitter  # here, because it takes longer to load than all else that reads entries

    library, line, faults = {}, 0, []
    raw = [text[record.start : record.end] for record in sound]
    with _quiet(logging.getLogger("bibtexparser")):
        for block in Splitter("\n".join(raw)).split().blocks:
            library[block.start_line] = getattr(block, "ignore_error_block", block)
    for record, source in zip(sound, raw, strict=True):
        if _fields(library.get(line)) != _scanned(record, text):
            faults.append(Fault(record.key_offset, _DISAGREE, _MEND))
        line += source.count("\n") + 1
    return faults


def _fields(block: object) -> list[tuple[str, str]] | None:
    fields = getattr(block, "fields", None)
    return None if fields is None else [(field.key, field.value) for field in fields]


def _scanned(record: Record, text: str) -> list[tuple[str, str]]:
    return [(field.name, text[field.start : field.end].strip()) for field in record.fields]


@contextmanager
def _quiet(log: logging.Logger) -> Iterator[None]:
    """bibtexparser logs what it cannot read; here that becomes a finding."""
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
