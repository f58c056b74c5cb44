"""The first mention of a person, group, place or operation in a chapter leads to its record, with a sentence on it to point at.

Not linked are those named in passing. What more than half of the chapters name is linked in the first of them only.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping

from apparatus.evidence import chapters, sentences
from apparatus.evidence.register_mentions import register_mentions
from apparatus.evidence.register_names import Named, Record, names
from apparatus.grounds import prose
from apparatus.grounds.register_pages import homes
from apparatus.grounds.texts import once
from apparatus.model import Monograph, Page, Span
from apparatus.registers import previews, registers
from apparatus.registers.previews import Shown

_KINDS = frozenset(("paragraph", "item"))  # no quotations, tables, captions, titles, hand-written notes
_QUOTED = re.compile(r"“[^“”]*”")
_LINK = re.compile(r"!?\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_MARKUP = re.compile(r"([\\`*_\[\]])")


def with_mentions(page: Page, monograph: Monograph) -> str:
    """The page's text, in a chapter with its first mentions as links. The page is as written: its places are those of the sources."""
    text = page.text
    folder = posixpath.dirname(page.name) or "."
    for named in reversed(list(_first(page, monograph))):
        link = _linked(named, folder, monograph)
        text = text[: named.start] + link + text[named.start + len(named.text) :]
    return text


def _first(page: Page, monograph: Monograph) -> Iterator[Named]:
    """The mentions that become links, in order of place: of each record the first in running text, outside links and quotations."""
    chapter = chapters.by_name(monograph).get(page.name)
    if chapter is None:
        return
    done = {record for record, number in _everywhere(monograph).items() if number != chapter.number}
    text, known = prose.blanked(page), names(monograph)
    apart = [Span(*match.span()) for pattern in (_QUOTED, _LINK) for match in pattern.finditer(page.text)]
    for sentence in sentences.of_page(page):
        if sentence.box or sentence.paragraph.paragraph.kind not in _KINDS:
            continue
        start = sentence.span.start
        for named in known.find(text[start : sentence.span.end]):
            place = start + named.start
            if named.record in done or any(span.start <= place < span.end for span in apart):
                continue
            if _record(named.record, monograph):
                done.add(named.record)
                yield Named(named.record, named.text, place)


@once
def _everywhere(monograph: Monograph) -> Mapping[Record, int]:
    """The records that more than half of the chapters name, with the number of the first that does so."""
    known, found = chapters.by_name(monograph), {}
    for record, mentions in register_mentions(monograph).items():
        numbers = {known[m.sentence.page.name].number for m in mentions if m.sentence.page.name in known}
        if 2 * len(numbers) > len(known):
            found[record] = min(numbers)
    return found


def _record(record: Record, monograph: Monograph) -> Shown | None:
    """What the registers hold of it, if it is to be linked."""
    kind, name = record
    found = getattr(registers(monograph), kind).get(name)
    return None if getattr(found, "named_in_passing", False) or record not in homes(monograph) else found


def _linked(named: Named, folder: str, monograph: Monograph) -> str:
    """``[Aslam Farooqi](../register/people/aslam-farooqi.md "Sixth emir …"){.mention}``."""
    page, sign, anchor = homes(monograph)[named.record].partition("#")
    target = f"{posixpath.relpath(page, folder)}{sign}{anchor}"
    said = previews.of(_record(named.record, monograph), registers(monograph))
    title = _MARKUP.sub(r"\\\1", html.escape(said).replace("@", "&#64;"))
    return f'[{named.text}]({target}{f""" "{title}" """.rstrip() if title else ""}){{.mention}}'
