"""The citation diff in print: plain text for the terminal, Markdown for the summary of a pull request."""

from __future__ import annotations

from apparatus.changes import Change, Changes

NOTHING = "No citation, locator or work changed.\n"


def text(changes: Changes) -> str:
    """One change a line; empty lists are left out."""
    lines = [f"{change.location}: {_said(change)}" for change in changes.citations]
    for head, keys in _lists(changes):
        lines += [f"{head}: {key}" for key in keys]
    lines += [
        f"{p.location}: “{p.opening}…” now rests on {', '.join(p.works) if p.works else 'no source'}" for p in changes.passages
    ]
    return "".join(f"{line}\n" for line in lines) or NOTHING


def markdown(changes: Changes) -> str:
    """The same under headings, in tables, with what came from the sources escaped."""
    if changes == Changes():
        return f"## Citation diff\n\n{NOTHING}"
    parts = ["## Citation diff\n"]
    if changes.citations:
        rows = [f"| {_cell(str(c.location))} | {_cell(_said(c))} |" for c in changes.citations]
        parts.append("\n".join(["### Citations\n", "| Place | Change |", "|---|---|", *rows, ""]))
    for head, keys in _lists(changes):
        parts.append("\n".join([f"### {head[0].upper()}{head[1:]}\n", *(f"- {_cell(key)}" for key in keys), ""]))
    if changes.passages:
        rows = [
            f"| {_cell(str(p.location))} | {_cell(p.opening)}… | {', '.join(_cell(w) for w in p.works) or '**no source**'} |"
            for p in changes.passages
        ]
        head = ["### What these passages rest on now\n", "| Place | Passage | Works |", "|---|---|---|"]
        parts.append("\n".join([*head, *rows, ""]))
    return "\n".join(parts)


def _lists(changes: Changes) -> list[tuple[str, tuple[str, ...]]]:
    lists = [
        ("work new", changes.works_new),
        ("work no longer cited", changes.works_gone),
        ("entry changed", changes.entries_changed),
    ]
    return [(head, keys) for head, keys in lists if keys]


def _said(change: Change) -> str:
    if change.kind == "locator":
        return f"locator of {change.citekey} changed: {change.before or 'none'} -> {change.after or 'none'}"
    locator = change.after or change.before
    return f"{change.kind} {change.citekey}{', ' + locator if locator else ''}"


def _cell(value: str) -> str:
    """A value that cannot break the table or become markup."""
    plain = " ".join(value.split()).replace("\\", "\\\\")
    for mark in "|`*_<>[]":
        plain = plain.replace(mark, f"\\{mark}")
    return plain
