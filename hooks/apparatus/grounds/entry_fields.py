"""Fields of entries as checks want them: those that say something, as one line for a message, and places inside a value."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from apparatus.model import Entry, Field, Location, Monograph

LONGEST = 80  # characters of a value that a message quotes
DEEPEST = 40  # braces in braces, as the reader has it


def named(monograph: Monograph, names: Collection[str]) -> Iterator[tuple[Entry, Field]]:
    """Every field with one of the names and something in it, with its entry, in source order."""
    for entry in monograph.entries:
        for field in entry.fields:
            if field.name in names and isinstance(field.value, str) and field.value.strip("{} \t\r\n"):
                yield entry, field


def first(entry: Entry, *names: str) -> Field | None:
    """The first of the names that the entry has a value for, or None."""
    for name in names:
        for field in entry.fields:
            if field.name == name and isinstance(field.value, str) and field.value.strip("{} \t\r\n"):
                return field
    return None


def value(entry: Entry, name: str) -> str:
    """The value of a field, or the empty string."""
    field = first(entry, name)
    return field.value if field else ""


def plain(value: str) -> str:
    """The value without the braces and blanks around all of it."""
    value = value.strip()
    for _ in range(DEEPEST):
        if not wrapped(value):
            break
        value = value[1:-1].strip()
    return value


def wrapped(value: str) -> bool:
    """Whether the first brace of the value is closed by its last one."""
    depth = 0
    for offset, sign in enumerate(value):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return offset == len(value) - 1 and value[:1] == "{"
    return False


def quoted(value: str) -> str:
    """The value as a message quotes it: on one line, printable, cut where it is long."""
    line = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(value[: 4 * LONGEST].split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def place(entry: Entry, field: Field, offset: int) -> Location:
    """Where the character at ``offset`` of the value stands; the field's place where the value is put together from pieces."""
    start = field.value_location
    if start is None or not any(f"{left}{field.value}{right}" in entry.raw for left, right in ("{}", '""')):
        return field.location
    before = field.value[:offset].replace("\r\n", "\n").replace("\r", "\n")
    lines = before.count("\n")
    column = start.column + 1 + len(before) if not lines else len(before) - before.rfind("\n")
    return Location(start.path, start.line + lines, column)
