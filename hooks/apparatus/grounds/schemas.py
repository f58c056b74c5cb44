"""The shape of each file in ``data/``: its fields, what each may hold, which must be there. A new data file gets its shape here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shape:
    """What one field may hold; of texts only ``choices`` or a ``form``, in records the ``fields``.

    Kinds: ``text``, ``number``, ``truth``, ``texts`` (one or a list), ``record``, ``records`` (a list), ``tile`` (two numbers).
    """

    kind: str = "text"
    required: bool = False
    choices: tuple[object, ...] = ()
    form: str = ""
    example: str = ""
    fields: Mapping[str, Shape] = field(default_factory=dict, hash=False)


CITATION = r"(?s)\[.*@.*\]"
SECTION = r"[^#\s]+\.md(?:#\S+)?"
# The registers are in ``register_schemas``. Parts of an editorial note that are missing are DAT002's to tell, notes of the concordance that are missing DAT001's.
SCHEMAS: dict[str, dict[str, Shape]] = {
    "concordance": {
        "note": Shape("number", required=True),
        "citekey": Shape(),
        "locator": Shape(),
        "printed": Shape(),
        "status": Shape(required=True, choices=("full", "ibid", "short", "lost", "truncated", "unspecified")),
        "mark": Shape(choices=("lost",)),
        "where": Shape("texts", required=True),
        "remark": Shape(),
    },
    "editorial": {
        "id": Shape(required=True),
        "title": Shape(),
        "weight": Shape("number", choices=(1, 2, 3)),
        "kind": Shape(choices=("contradiction", "record", "source", "text")),
        "short": Shape(),
        "article": Shape(),
        "problem": Shape(),
        "record": Shape(),
        "edition": Shape(),
        "general": Shape("truth"),
    },
    "glossary": {
        "term": Shape(required=True),
        "abbr": Shape(),
        "expansion": Shape(),
        "definition": Shape(required=True),
        "cite": Shape(form=CITATION, example='"[@smith1999, p. 3]"'),
        "see": Shape(form=SECTION, example="fighters/india.md#delhi"),
    },
    "figures": {
        "id": Shape(required=True),
        "title": Shape(),
        "caption": Shape(),
        "table": Shape(),
        "others": Shape(),
    },
}
_TYPES = {
    **{"text": (str,), "number": (int, float), "truth": (bool,), "texts": (str, list)},
    **{"record": (dict,), "records": (list,), "tile": (list,), "scalar": (str, int, float)},
}
_EXPECTED = {
    **{"text": "text", "number": "a number", "truth": "true or false", "texts": "text or a list of texts"},
    **{"record": "fields of its own", "records": "a list of records", "tile": "a column and a row", "scalar": "text or a number"},
}
_FOUND = {"str": "text", "bool": "a truth value", "int": "a number", "float": "a number", "list": "a list", "dict": "fields of its own"}


def fault(shape: Shape, value: object) -> tuple[str, str]:
    """What is wrong with a value (``expected text, found a number``) and how to mend it; two empty strings if nothing is."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "is empty", "write a value, or delete the line"
    wrong = not isinstance(value, _TYPES[shape.kind]) or (isinstance(value, bool) and shape.kind != "truth")
    if not wrong and isinstance(value, list):
        of = {"records": dict, "tile": int}.get(shape.kind, str)
        wrong = (not value and shape.kind != "records") or not all(isinstance(item, of) for item in value)
        wrong = wrong or (shape.kind == "tile" and (len(value) != 2 or min(value) < 1))
    if not wrong and shape.kind == "number" and not (value >= 0 and value % 1 == 0):
        return f"is {value}", "write a whole number, 0 or more"
    if wrong:
        found = _FOUND.get(type(value).__name__, "a date")
        fix = "put it in quotation marks" if shape.kind in ("text", "texts") and found not in ("a list", "fields of its own") else ""
        return f"is {found}, not {_EXPECTED[shape.kind]}", fix or f"write {_EXPECTED[shape.kind]}"
    if shape.kind in ("record", "records", "tile"):
        return "", ""
    if shape.choices and value not in shape.choices:
        return f"is '{' '.join(str(value).split())[:40]}'", f"write one of {', '.join(map(str, shape.choices))}"
    if shape.form and not re.fullmatch(shape.form, str(value).strip()):
        return f"is '{' '.join(str(value).split())[:40]}'", f"write it as in {shape.example}"
    return "", ""
