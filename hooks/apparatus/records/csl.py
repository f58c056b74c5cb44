"""A work as an item of CSL-JSON, as pandoc reads it from its entry."""

from __future__ import annotations

import json
from collections.abc import Sequence

from apparatus import pandoc
from apparatus.model import Entry

# Pandoc takes curly quotes for markup and prints its own in their place: ‘a’ becomes “a”. Signs of no meaning stand for them.
_SHIELDED = {ord(quote): 0xE011 + number for number, quote in enumerate("‘’“”")}
_SHOWN = {sign: quote for quote, sign in _SHIELDED.items()}


def items(entries: Sequence[Entry]) -> dict[str, dict]:
    """The items by citekey, in one run. Raises PandocFailure unless every entry comes back."""
    shielded = "\n".join(map(pandoc.biblatex, entries)).translate(_SHIELDED)
    written = pandoc.run(["--from=biblatex", "--to=csljson"], shielded).translate(_SHOWN)
    found = {item["id"]: item for item in json.loads(written)}
    if found.keys() != {entry.citekey for entry in entries}:
        raise pandoc.PandocFailure("an entry was lost")
    return {entry.citekey: _item(found[entry.citekey], entry) for entry in entries}


def _item(found: dict, entry: Entry) -> dict:
    """Pandoc's item, with a type in place of the empty one for ``@misc``, and no country where the entry names none.

    What is read on a web page appeared on a site, and reference managers look for its name under ``container-title``: it is that of
    the body that the entry names.
    """
    item = {**found, "type": found["type"] or "document"}
    if entry["langid"].lower() == "english" and not entry["langidopts"]:
        item["language"] = "en"
    if item["type"] == "webpage" and item.get("publisher"):
        item.setdefault("container-title", item["publisher"])
    return item
