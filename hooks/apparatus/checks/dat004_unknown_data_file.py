"""DAT004 unknown-data-file: a file in data/ that no page is made from and no check knows.

Why: what it says reaches no reader, and nobody notices when it goes wrong.
Fix: correct its name, or describe its shape in hooks/apparatus/grounds/schemas.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds.register_schemas import REGISTERS
from apparatus.grounds.schemas import SCHEMAS
from apparatus.model import Diagnostic, Location, Monograph

CODE = "DAT004"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source in monograph.sources:
        folder, _, name = source.path.rpartition("/")
        if folder == "data" and name.removesuffix(".yml") not in {*SCHEMAS, *REGISTERS}:
            near = get_close_matches(name, [f"{stem}.yml" for stem in (*SCHEMAS, *REGISTERS)], n=1, cutoff=0.75)
            fix = f"did you mean '{near[0]}'?" if near else "describe its shape in schemas.py, or delete it"
            yield Diagnostic(Location(source.path), CODE, f"'{name}' is no data file of this book", fix)
