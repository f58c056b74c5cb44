"""SEC006 path-leaves-repository: a link, an image or an insertion leads out of docs/, or to a place on somebody's disk.

Why: an insertion would publish whatever file stands there, a link is dead for every reader, and the path tells about the writer's machine.
Fix: put the file below docs/ (what is inserted, below docs/snippets/), and give the relative path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.links import written
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph, Page

CODE = "SEC006"
_CUTS = re.compile(r"^[ \t]*-{1,}8<-{1,}(?:[ \t]+([\"'])(.*?)\1)?[ \t]*$", re.MULTILINE)
_FIX = "put the file below docs/, and give the relative path"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for link in written(monograph):
        if link.astray:
            yield Diagnostic(link.location, CODE, f"path '{shown(link.link.target)}' leads out of docs/", _FIX)
    for address in addresses(monograph):
        if address.text[:5].lower() == "file:":
            yield Diagnostic(address.place, CODE, f"'{shown(address.text)}' is a place on a disk", "give the https address")
    for page in monograph.pages:
        yield from _insertions(page, monograph)


def _insertions(page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    """Lines ``--8<-- "file"``, and the files listed between two lines ``--8<--``; they count in code, too."""
    known, files, opened = texts(monograph), frozenset(monograph.files), None
    for match in _CUTS.finditer(page.text):
        if match[1]:
            listed = [(match[2], match.start(2))]
        elif opened is None:
            opened = match.end()
            continue
        else:
            listed = [(line[0], line.start()) for line in re.finditer(r"\S.*", page.text[opened : match.start()])]
            listed = [(name, start + opened) for name, start in listed]
            opened = None
        for name, start in listed:
            if not _is_snippet(name.strip(), files):
                message = f"the inserted file '{shown(name)}' is not below docs/snippets/"
                yield Diagnostic(known.at(page.path, start), CODE, message, "put it into docs/snippets/, and name it from there")


def _is_snippet(name: str, files: frozenset[str]) -> bool:
    path = re.sub(r"(?::[\w-]*){1,3}$", "", name.removeprefix(";").strip("\"'"))
    if name.startswith(";") or not path:
        return True
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "~", "http:", "https:")) or ":" in parts[0] or any(part.startswith(".") for part in parts):
        return False
    below = path.removeprefix("docs/snippets/")
    return f"docs/snippets/{below}" in files if files else "docs/" not in path or path.startswith("docs/snippets/")
