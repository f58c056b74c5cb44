"""SEC001 address-of-extremist-source: an entry of extremist material holds an address at which the material could be found.

Why: the book cites such material so that claims can be traced, and leads nobody to it: no link, no channel, no file.
Fix: delete the field or the address; say in words where the material circulated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import WHOLE, in_text
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.texts import Texts, fields, shown, texts
from apparatus.model import Diagnostic, Field, Location, Monograph

CODE = "SEC001"
_FIELDS = frozenset({"doi", "eprint", "file", "pdf", "isbn", "urn", "hdl"})
_DOMAIN = re.compile(
    r"(?<![\w@.-])(?:[\w-]+(?:\.|\[\.\]|\(\.\)))+(?:com|net|org|info|io|me|to|xyz|site|online|tk|ws|onion|news|co|cc|app|link|ru|pw|it|ph|dog|im|gg)"
    r"\b(?:/[^\s{}]*)?",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"(?<![\w.])@[A-Za-z]\w{3,}|\btg://\S+|\bhxxps?://\S+", re.IGNORECASE)
_FIX = "delete it; say in words where the material circulated"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for entry, field in fields(monograph):
        if not is_extremist(entry):
            continue
        if WHOLE.fullmatch(field.name) or field.name in _FIELDS:
            message = f"extremist source '{entry.citekey}' has an address in '{field.name}'"
            yield Diagnostic(field.location, CODE, message, f"delete the field '{field.name}'")
        else:
            for text, offset in _found(field.value):
                message = f"extremist source '{entry.citekey}' gives the address '{shown(text)}'"
                yield Diagnostic(_place(field, offset, known), CODE, message, _FIX)


def _found(value: str) -> list[tuple[str, int]]:
    """Addresses, domains and names of channels in a field's text, by place, each stretch once."""
    found = list(in_text(value))
    for pattern in (_DOMAIN, _CHANNEL):
        found += [(match[0], match.start()) for match in pattern.finditer(value)]
    kept, done = [], -1
    for text, offset in sorted(found, key=lambda item: (item[1], -len(item[0]))):
        if offset >= done and text:
            kept.append((text, offset))
            done = offset + len(text)
    return kept


def _place(field: Field, offset: int, known: Texts) -> Location:
    start = known.value(field)
    return known.at(field.location.path, start + offset) if start >= 0 else field.location
