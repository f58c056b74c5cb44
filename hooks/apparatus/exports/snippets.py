"""The citekeys of the bibliography as snippets for an editor: a key is offered, with its work, while it is typed."""

from __future__ import annotations

import json
import re

from apparatus.model import Entry, Monograph

FILE = ".vscode/citekeys.code-snippets"
_LONGEST = 120  # characters of what is shown beside a key


def render(monograph: Monograph) -> str:
    """The snippets in the format of Visual Studio Code, by citekey; the first of two entries with one key counts.

    After ``@`` and a few letters the editor offers the key; taking it writes the key and a page to be filled in or deleted.
    """
    found = {key: _snippet(entry) for key, entry in sorted(monograph.by_citekey.items())}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _snippet(entry: Entry) -> dict[str, object]:
    key = re.sub(r"([\\$}])", r"\\\1", entry.citekey)
    return {
        "scope": "markdown,yaml",
        "prefix": f"@{entry.citekey}",
        "body": f"@{key}${{1:, p. ${{2:1}}}}",
        "description": _described(entry),
    }


def _described(entry: Entry) -> str:
    """Who, what, when, as far as the entry says; its kind where it says nothing."""
    who = next((plain for name in ("author", "editor", "organization", "institution") if (plain := _plain(entry[name]))), "")
    year = (entry["date"] or entry["year"])[:4]
    said = ", ".join(part for part in (who, _plain(entry["title"]), _plain(entry["number"]), year) if part) or entry.kind
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _plain(value: str) -> str:
    return " ".join(re.sub(r"\\([&%#_$])", r"\1", value).translate({ord("{"): None, ord("}"): None}).split())
