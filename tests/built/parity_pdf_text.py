"""The words of a tagged PDF by the marked content that shows them, and where on the page each begins (ISO 32000-1, 9.4 and 14.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pikepdf

_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_FOLLOWED = "Tj TJ ' \" BDC BMC EMC Tf q Q cm BT Tm Td TD"
_CODES = re.compile(rb"<([0-9A-Fa-f]+)>")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass
class Shown:
    """What one piece of marked content shows: its text, and where its first letter stands, in points from the lower left corner."""

    text: str = ""
    x: float = 0
    y: float = 0
    placed: bool = False


def shown(page: pikepdf.Page) -> dict[int, Shown]:
    """The marked content of a page by its number (MCID)."""
    return _Reader(page).read()


class _Reader:
    """Follows the operators of a page as far as they say which letters stand where."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.found: dict[int, Shown] = {}
        self.fonts: dict[str, dict[int, str]] = {}
        self.letters: dict[int, str] = {}
        self.matrix, self.line, self.saved = IDENTITY, IDENTITY, []
        self.marked: list[tuple[int | None, bool]] = []  # number of the content, and whether its letters are told by ActualText

    def read(self) -> dict[int, Shown]:
        for operands, operator in pikepdf.parse_content_stream(self.page, _FOLLOWED):
            name = str(operator)
            if name in _SHOWS:
                self._show(operands[-1])
            elif name in ("BDC", "BMC"):
                self._begin(operands)
            elif name == "EMC":
                self.marked.pop()
            elif name == "Tf":
                self._font(str(operands[0]))
            elif name == "q":
                self.saved.append(self.matrix)
            elif name == "Q":
                self.matrix = self.saved.pop()
            elif name == "cm":
                self.matrix = _times(tuple(map(float, operands)), self.matrix)
            elif name == "BT":
                self.line = IDENTITY
            elif name == "Tm":
                self.line = tuple(map(float, operands))
            elif name in ("Td", "TD"):
                self.line = _times((1, 0, 0, 1, *map(float, operands)), self.line)
        return self.found

    def _begin(self, operands: list) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = self.page.Resources.Properties[properties]
        outer, told = self.marked[-1] if self.marked else (None, False)
        number = int(properties["/MCID"]) if "/MCID" in properties else None if str(operands[0]) == "/Artifact" else outer
        actual = "/ActualText" in properties
        if number is not None:
            content = self.found.setdefault(number, Shown())
            if actual and not told:
                content.text += str(properties["/ActualText"])
        self.marked.append((number, actual or told))

    def _font(self, name: str) -> None:
        if name not in self.fonts:
            self.fonts[name] = _letters(self.page.Resources.Font[name])
        self.letters = self.fonts[name]

    def _show(self, operand) -> None:
        number, told = self.marked[-1] if self.marked else (None, False)
        if number is None:
            return
        content = self.found[number]
        if not content.placed:
            place = _times(self.line, self.matrix)
            content.x, content.y, content.placed = place[4], place[5], True
        if told:
            return
        pieces = [operand] if isinstance(operand, pikepdf.String) else [item for item in operand if isinstance(item, pikepdf.String)]
        for piece in pieces:
            raw = bytes(piece)
            content.text += "".join(self.letters.get(int.from_bytes(raw[n : n + 2], "big"), "\ufffd") for n in range(0, len(raw), 2))


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The transformation that applies the first matrix, then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font with two-byte codes means, by its ToUnicode map (9.10.3)."""
    source = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in _CHARACTERS.findall(source):
        codes = _CODES.findall(block)
        found |= {int(code, 16): _text(text) for code, text in zip(codes[::2], codes[1::2])}
    for block in _RANGES.findall(source):
        for first, last, target in _RANGE.findall(block):
            low, high = int(first, 16), int(last, 16)
            texts = _CODES.findall(target)
            if len(texts) == 1:
                begin = int(texts[0], 16)
                found |= {code: chr(begin + code - low) for code in range(low, high + 1)}
            else:
                found |= {low + n: _text(text) for n, text in enumerate(texts)}
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
