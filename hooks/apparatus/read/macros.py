"""Turns what a BibTeX field is written as into its value: delimiters off, ``#`` joined, ``@string`` names and months replaced."""

from __future__ import annotations

import re

MONTHS = {name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
LONGEST = 100_000  # characters of one value; names that stand for names could make it endless
_PLAIN = re.compile(r"[^{}\"#]*+")
_BRACE = re.compile(r"[{}]")
_QUOTED = re.compile(r"[{}\"]")


class TooLong(Exception):
    """A value longer than LONGEST."""


def value(written: str, names: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """The value of a field as written, and the names in it that nothing defines; those stand for themselves.

    ``names`` are the ``@string`` definitions in lower case. A month's name gives its number, as biblatex has it.
    """
    words, unknown, offset = [], [], 0
    while offset < len(written):
        sign = written[offset]
        if sign in "{\"":
            end = _end(written, offset)
            words.append(written[offset + 1 : end - 1])
        elif sign.isspace() or sign == "#":
            end = offset + 1
        else:
            end = max(_PLAIN.match(written, offset).end(), offset + 1)
            name = written[offset:end].strip()
            found = name if name.isdigit() else names.get(name.lower(), MONTHS.get(name.lower()))
            if found is None:
                unknown.append(name)
            words.append(name if found is None else found)
        offset = end
    if sum(map(len, words)) > LONGEST:
        raise TooLong
    return "".join(words), tuple(unknown)


def _end(written: str, start: int) -> int:
    """The offset after the group or quotation that begins at ``start``."""
    depth, quoted = 0, written[start] == '"'
    for sign in (_QUOTED if quoted else _BRACE).finditer(written, start + quoted):
        depth += (sign[0] == "{") - (sign[0] == "}")
        if depth == 0 and (sign[0] == '"' if quoted else sign[0] == "}"):
            return sign.end()
    return len(written) + 1
