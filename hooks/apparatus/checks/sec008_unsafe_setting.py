"""SEC008 unsafe-setting: mkdocs.yml runs a program, reads the machine's settings, or takes files from the network or from outside.

Why: settings are carried out on the machine of everybody who builds the book, before any check has run.
Fix: name files in the repository by relative paths, and keep programs in hooks/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.model import Diagnostic, Location, Monograph, Source
from apparatus.read import nodes
from apparatus.read.places import Places

CODE = "SEC008"
_LINE = re.compile(r"^( *)(- +)?(?:([\w.-]+) *:(?: +|$))?(.*?) *$")
_TAG = re.compile(r"(?:^|[\s\[{,])(!!python/\S+|!<tag:yaml\.org,2002:python\S*|!ENV\b|!!?(?:env|python)\b)")
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|/|~|[A-Za-z]:[\\/]|(?:.*[\\/])?\.\.(?:[\\/]|$)", re.IGNORECASE)
_PATHS = frozenset("INHERIT custom_dir docs_dir site_dir bib_file bib_dir csl_file bib_by_default base_path watch theme_dir scripts".split())
SNIPPETS = "pymdownx.snippets"
_INSERTS = f"'{SNIPPETS}' may insert any file of the repository"
_FROM = "add 'base_path: [docs/snippets]' and 'check_paths: true'"
_FIX = "name a file of the repository by a relative path"


class Line(NamedTuple):
    """One line of settings: its number, its indentation, key and value without comment, and the column of the value."""

    number: int
    indent: int
    key: str
    value: str
    column: int
    section: str  # the key above it, for items of a list


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source in monograph.sources:
        if source.path in ("mkdocs.yml", "mkdocs.yaml", "mkdocs.offline.yml"):
            lines = list(_lines(source.text))
            found = [(line.number, *fault) for line in lines for fault in _faults(line)]
            findings = [Diagnostic(Location(source.path, number, column), CODE, message, fix) for number, column, message, fix in found]
            findings += _insertions(source.path, lines)
            seen = {finding.location.line for finding in findings} | {finding.message for finding in findings}
            yield from findings
            yield from (finding for finding in _otherwise_written(source) if not {finding.location.line, finding.message} & seen)


def _otherwise_written(source: Source) -> Iterator[Diagnostic]:
    """The same of settings in braces, in brackets, or with escapes in their names, which lines do not tell; of what is no YAML nothing."""
    places = Places(source.path, source.text)
    try:
        root = nodes.compose(source.text, places, CODE)
    except nodes.Unreadable:
        return
    for start, section, key, value in _settings(root, "", ""):
        place = places.at(start)
        for _, message, fix in _faults(Line(place.line, 0, key, value, place.column, section)):
            yield Diagnostic(place, CODE, message, fix)
        if SNIPPETS in (key, value) and not ("base_path" in value and key):
            yield Diagnostic(place, CODE, _INSERTS, _FROM)


def _settings(node: nodes.Node | None, section: str, key: str) -> Iterator[tuple[int, str, str, str]]:
    """Of each value its offset, the key above it, its key, and its text; a mapping is a value that names its keys."""
    if isinstance(node, nodes.Scalar):
        yield node.start, section, key, node.string
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _settings(item, key or section, "")
    elif node is not None:
        for name, start, item in node.items:
            if isinstance(item, nodes.Mapping):
                yield start, key or section, name, " ".join(below for below, _, _ in item.items)
            yield from _settings(item, key or section, name)


def _lines(text: str) -> Iterator[Line]:
    section: dict[int, str] = {}
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        bare = re.sub(r"(?:^|\s)#.*$", "", raw)[:2_000]
        match = _LINE.match(bare)
        if not bare.strip() or not match:
            continue
        indent = len(match[1]) + len(match[2] or "")
        section = {depth: key for depth, key in section.items() if depth < indent or (match[2] and depth <= len(match[1]))}
        above = section[max(section)] if section else ""
        if match[3]:
            section[indent] = match[3]
        yield Line(number, indent, match[3] or "", match[4], match.start(4) + 1, above)


def _faults(line: Line) -> Iterator[tuple[int, str, str]]:
    if tag := _TAG.search(line.value):
        yield line.column + tag.start(1), f"the tag '{tag[1][:60]}' runs or reads what is not in the file", "write the value itself"
    name = line.key if line.key in _PATHS else line.section if not line.key else ""
    for item in re.finditer(r"[^\s\[\],\"']+", line.value) if name in _PATHS or name == "hooks" or line.key == "hooks" else ():
        if _OUTSIDE.match(item[0]):
            yield line.column + item.start(), f"'{name or line.key}' takes '{item[0][:60]}' from outside the repository", _FIX
        elif "hooks" in (name, line.key) and not item[0].removeprefix("./").startswith("hooks/"):
            yield line.column + item.start(), f"the hook '{item[0][:60]}' does not stand in hooks/", "move it into hooks/"
    if "exclude_docs" in (line.key, line.section) and (back := re.search(r"(?:^|[\s\"'])(![^\s\"']+)", line.value)):
        message = f"'{back[1][:60]}' publishes files that no check reads"
        yield line.column + back.start(1), message, "delete it; what is to be published has a name without a full stop in front"
    if line.key == "url_download" and line.value.lower() in ("true", "yes", "on"):
        yield line.column, "insertions may be taken from the network", "write 'url_download: false'"


def _insertions(path: str, lines: list[Line]) -> Iterator[Diagnostic]:
    """``pymdownx.snippets`` without ``base_path`` inserts any file of the repository."""
    for index, line in enumerate(lines):
        if SNIPPETS not in (line.key, line.value.strip("\"'")):
            continue
        below = []
        for following in lines[index + 1 :]:
            if following.indent <= line.indent:
                break
            below.append(following.key)
        if "base_path" not in below and "base_path" not in line.value:
            place = Location(path, line.number, line.indent + 1)
            yield Diagnostic(place, CODE, _INSERTS, _FROM)
