"""How content is written as Typst code: strings, calls and sequences; everything the book says is a string, so nothing in it is a sign."""

from __future__ import annotations

from collections.abc import Iterable

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def string(text: str) -> str:
    """A Typst string that holds the text letter by letter."""
    return f'"{text.translate(ESCAPES)}"'


def sequence(pieces: Iterable[str]) -> str:
    """Content of several pieces of code one after the other; without any, empty content."""
    written = ";".join(piece for piece in pieces if piece)
    return f"{{{written}}}" if written else "[]"


def array(items: Iterable[str]) -> str:
    """A Typst array; one of a single item needs its comma."""
    return "(" + "".join(f"{item}," for item in items) + ")"


def call(name: str, *arguments: str, **named: str) -> str:
    """A call of a function with code as arguments; ``_`` in a name stands for ``-``."""
    keywords = [f"{key.replace('_', '-')}:{value}" for key, value in named.items()]
    return f"{name}({','.join([*arguments, *keywords])})"
