"""PAGE007 block-slip: a box or caption block is written so that it is printed as text, or never ends.

Why: an editorial note that is not recognised warns nobody, and a caption that is not closed swallows the rest of the page.
Fix: write `!!! editorial "E7"` with straight marks; indent what belongs to a box by four spaces; close `/// figure-caption` by `///`.
Source: Python-Markdown, "Admonition"; PyMdown Extensions, "Blocks", "Caption"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds import boxes
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "PAGE007"
CAPTIONS = ("figure-caption", "table-caption")
_BOX = re.compile(r"(!{2,}|\?{3,}\+?)([ \t]*)([A-Za-z][\w-]*)?([^\r\n]*)")
_EDITORIAL = re.compile(r"[ \t]+\"[^\"]+\"[ \t]*")
_TITLE = re.compile(r"(?:[ \t]+[\w-]+)*(?:[ \t]+\"[^\"]*\")?[ \t]*")
_SLASHES = re.compile(r"(/{2,})[ \t]*([\w-]*)([^\r\n]*)")
KINDS = frozenset(
    "editorial abstract summary tldr note seealso info todo tip hint important success check done question help faq warning caution "
    "attention failure fail missing danger error bug example quote cite".split()
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        if "!!" in page.text or "//" in page.text or "???" in page.text:
            lines = list(boxes.lines(page))
            yield from _captions(page, [line for line in lines if not line.is_code])
            for index, line in enumerate(lines):
                column = len(line.text) - len(line.text.lstrip(" \t>"))
                if not line.is_code and (opening := _BOX.fullmatch(line.text[column:])):
                    for message, fix in _box(opening, line, lines[index + 1 : index + 4]):
                        yield Diagnostic(Location(page.path, line.number, column + 1), CODE, message, fix)


def _box(box: re.Match[str], line: boxes.Line, after: list[boxes.Line]) -> Iterator[tuple[str, str]]:
    signs, space, kind, rest = box[1], box[2], box[3] or "", box[4]
    if (not kind or kind.lower() not in KINDS) and not _is_near(kind, rest, signs, space):
        return
    right = f"{signs if signs.startswith('?') else '!!!'} {_kind(kind)}"
    said = f"'{shown(line.text.strip())}'"
    if _kind(kind) == "editorial":
        if len(signs) != 3 or not space or kind != "editorial" or not _EDITORIAL.fullmatch(rest):
            name = re.search(r"[A-Za-z]+\d+", rest)
            yield f"{said} is no marker of an editorial note", f'write !!! editorial "{name[0] if name else "E7"}"'
    elif kind != _kind(kind) or (signs.startswith("!") and len(signs) != 3) or not space:
        yield f"{said} is not how a box begins", f"write {right}{rest.rstrip()}"
    elif not _TITLE.fullmatch(rest):
        yield f"the title in {said} is not in straight quotation marks", f'write {right} "…"'
    elif not any(_is_inside(line, below) for below in [below for below in after if below.text.strip(" >")][:1]):
        yield f"the box {said} is empty: what follows is not indented", "indent what belongs to it by four spaces"


def _is_near(kind: str, rest: str, signs: str, space: str) -> bool:
    """Whether a word that is no kind of box is one misspelt; exclamations in running text are not."""
    return bool(kind) and len(signs) == 3 and ('"' in rest or not rest.strip()) and bool(get_close_matches(kind.lower(), KINDS, 1, 0.8))


def _kind(kind: str) -> str:
    return kind.lower() if kind.lower() in KINDS else get_close_matches(kind.lower(), KINDS, 1, 0.8)[0]


def _is_inside(opening: boxes.Line, line: boxes.Line) -> bool:
    """Whether a line, code or not, belongs to the box: four columns further in, below the same signs of quotation."""
    indent = len(opening.text) - len(opening.text.lstrip(" >"))
    return len(line.text) - len(line.text.lstrip(" >")) >= indent + 4 or line.text.startswith("\t")


def _captions(page: Page, lines: list[boxes.Line]) -> Iterator[Diagnostic]:
    opened: list[tuple[str, Location]] = []
    for line in lines:
        column = len(line.text) - len(line.text.lstrip(" >"))
        match = _SLASHES.fullmatch(line.text[column:].rstrip())
        if not match or (len(match[1]) == 2 and match[2] not in CAPTIONS):
            continue
        place = Location(page.path, line.number, column + 1)
        if match[2]:
            if opened and len(match[1]) >= len(opened[-1][0]):
                yield _unclosed(*opened.pop())
            opened.append((match[1], place))
            yield from _name(match, place)
        elif match[3]:
            continue
        elif opened:
            opened.pop()
        else:
            yield Diagnostic(place, CODE, f"'{match[1]}' closes no block", "delete it, or write /// figure-caption where the block begins")
    for mark, place in opened:
        yield _unclosed(mark, place)


def _unclosed(mark: str, place: Location) -> Diagnostic:
    return Diagnostic(place, CODE, "the block is never closed", f"write {mark} on a line of its own where it ends")


def _name(match: re.Match[str], place: Location) -> Iterator[Diagnostic]:
    name, options = match[2], match[3].strip()
    if name not in CAPTIONS:
        near = get_close_matches(name, CAPTIONS, n=1, cutoff=0.4)
        fix = f"write /// {near[0]}" if near else f"write /// {' or /// '.join(CAPTIONS)}"
        yield Diagnostic(place, CODE, f"'{name}' is no kind of block", fix)
    elif len(match[1]) == 2:
        yield Diagnostic(place, CODE, f"'{match[0]}' has two slashes", f"write /// {name}")
    elif options and not options.startswith("|"):
        message = f"text stands on the line '{shown(match[0])}'"
        yield Diagnostic(place, CODE, message, "write the caption on the next line")
