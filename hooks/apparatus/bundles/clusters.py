"""The notes of a division as citations in pandoc's Markdown: citekey and locator, and what the book's note adds to the reference.

Pandoc prints the reference itself, with the house style; the rest of a note (the article's notes, documents, copies) goes along as
the citation's suffix. A note that is no citation, or is not printed as its citations are, is written out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from apparatus.bundles.escaping import cited
from apparatus.bundles.lines import Lines
from apparatus.evidence import note_numbers
from apparatus.model import Citation, Locator, Monograph, Reference
from apparatus.read.locators import LABELS
from apparatus.references import locator_text, note_text, without_marks
from apparatus.volume.nodes import Code, Division, Inline, Inlines, LineBreak, Note, Text, plain

_TAG = re.compile(r"<[^>]*>")
_NUMBERS = re.compile(r"\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*")
_PAGES = re.compile(rf"p\. \d+|pp\. (?!\d+$){_NUMBERS.pattern}")
_STEMS = frozenset(label.removesuffix(".") for label in LABELS)
_NAMED = "sec."  # the label of what has a name in place of a number
_OTHERS = frozenset(("Issue", "Issues"))  # pandoc has a word of its own for it
_DASH = re.compile("[-–]")
_NO_LOCATOR = re.compile(r"(?:\(\D|\\;)")  # how a suffix begins that pandoc does not search for a locator


def notes(division: Division, monograph: Monograph, references: Mapping[str, Reference], lines: Lines) -> Mapping[int, str]:
    """The Markdown of each note by its number. ``lines`` writes the lines of the division."""
    known = {note.number: note for note in note_numbers.by_page(monograph).get(division.name, ())}
    return {note.number: _note(note, known.get(note.number), references, lines) for note in division.notes}


def _note(note: Note, source: note_numbers.Note | None, references: Mapping[str, Reference], lines: Lines) -> str:
    citations = [c for c in source.cluster.citations if c.citekey in references] if source and source.cluster else []
    pieces = _pieces(note.content)
    if citations and len(pieces) == len(citations):
        found = [_citation(c, references[c.citekey], p, lines) for c, p in zip(citations, pieces, strict=True)]
        if all(found):
            return f"[{'; '.join(found)}]"
    return f"^[{lines.line(note.content)}]"


def _pieces(content: Inlines) -> list[Inlines]:
    """What a note says of each work: the site breaks the line between them."""
    pieces: list[list[Inline]] = [[]]
    for node in content:
        if isinstance(node, LineBreak):
            pieces.append([])
        else:
            pieces[-1].append(node)
    return [tuple(piece) for piece in pieces]


def _citation(citation: Citation, reference: Reference, piece: Inlines, lines: Lines) -> str:
    """One work of a cluster; empty where the note does not begin with the work's reference or lacks its final stop."""
    printed = _flat(note_text(reference, replace(citation, suffix="")))
    if not _capital(plain(piece)).startswith(_capital(printed)) or not plain(piece).endswith("."):
        return ""
    rest = _without_stop(_after(piece, len(printed)))
    suffix = replace(lines, text=cited).line(rest).strip()
    prefix = f"{cited(citation.prefix)} " if citation.prefix else ""
    located = locator(citation.locator)
    if located is None:
        return ""
    if suffix and not located.startswith("{") and not _NO_LOCATOR.match(suffix):
        located = f"{{{located}}}"  # or pandoc would search the suffix for more of it
    joint = "" if not located or located == "{}" else ", "
    return f"{prefix}@{_key(citation.citekey)}{joint}{located}{_spaced(suffix)}"


def _capital(text: str) -> str:
    """The text as it stands at the beginning of a note, where a prefix gets a capital."""
    return text[:1].upper() + text[1:]


def _spaced(suffix: str) -> str:
    return suffix if not suffix or suffix.startswith((",", "\\;")) else f" {suffix}"


def _key(citekey: str) -> str:
    return citekey if re.fullmatch(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?", citekey) else f"{{{citekey}}}"


def locator(found: Locator | None) -> str | None:
    """A locator as pandoc is to read it, empty for none; in braces, which mark its end, unless it is a plain page or range.

    None for one that pandoc would print otherwise: a number without label, straight quotation marks, braces, a dash between blanks.
    """
    text = html.unescape(locator_text(found)).replace("\u00a0", " ")
    if not text or _PAGES.fullmatch(text):
        return text
    dashes = _DASH.findall(text)
    if not found.label or re.search(r"[{}\"]", text) or (len(dashes) == 1 and f" {dashes[0]} " in text):
        return None
    value = text.removeprefix(found.label).strip()
    if _NUMBERS.fullmatch(value) and _is_plural(found.label) != value.isdigit() and found.label not in _OTHERS:
        return f"{{{text.replace('–', '-')}}}"
    marked = cited(text)
    if dashes == ["-"]:  # taken for that of a range, and printed as a dash, unless a backslash of the style's own stands before it
        marked = marked.replace("-", "\\\\-")
    return f"{{{marked}}}" if found.label == _NAMED else f"{{p. {marked}}}"  # what follows ‘p.’ and is no number is printed as given


def _is_plural(label: str) -> bool:
    """Whether a label is that of several: ``pp.``, ``paras.``, ``annexes``."""
    stem = label.removesuffix(".")
    return any(stem.removesuffix(ending) in _STEMS for ending in ("s", "es", stem[-1:]) if stem.endswith(ending) and stem != ending)


def _flat(fragment: str) -> str:
    """The text of a rendered reference as the book's tree holds it."""
    return re.sub(r"[ \t\n\r\f]+", " ", html.unescape(_TAG.sub("", without_marks(fragment))))


def _after(content: Inlines, length: int) -> Inlines:
    """What stands after so many characters of the text; what they cut through is kept as text."""
    rest: list[Inline] = []
    for node in content:
        size = len(plain(node))
        if length >= size:
            length -= size
            continue
        rest.append(node if length == 0 else Text(plain(node)[length:]))
        length = 0
    return tuple(rest)


def _without_stop(content: Inlines) -> Inlines:
    *before, last = content
    return (*before, Text(last.text.removesuffix("."))) if isinstance(last, Text | Code) else content
