"""Marks and notes say what they are: a mark which note it opens, a link back to which paragraph, table or editorial note it leads."""

from __future__ import annotations

import html as markup
import re
from dataclasses import dataclass

# Each branch begins with one sign, and what an element holds is no part of the match: the search is many times faster for it.
_PLACE = re.compile(r' id="(?:p(\d+)|editorial-(e\d+)|fnref(\d*:[^"]+))"|<(?:(figure)\b|(h[1-6]|dt)\b[^<>]*>)')
_FIRST = re.compile(r'\bid="p(\d+)"')
_CAPTION = re.compile(r'<span class="caption-prefix">([^<>]*?)\.?</span>')
_NO_WORDS = re.compile(r'<a class="headerlink".*?</a>|<sup\b.*?</sup>|<[^<>]*>', re.DOTALL)
_BACK = re.compile(r'<a class="footnote-backref" href="#fnref(\d*:[^"]+)" title="[^"]*">(?:&#8617;|↩)</a>')
_MARK = re.compile(r'<a class="footnote-ref" href="(#fn:[^"]+)">(\d+)</a>')
_LONGEST = 24  # characters of a heading that are printed in a link back
_RECORD = re.compile(r"“(E\d+)\b")


@dataclass(frozen=True)
class _Place:
    """Where a mark stands, in words and as a link back prints it; both may hold entities of HTML."""

    words: str
    printed: str = ""


_TEXT = _Place("the text")


def named(html: str) -> str:
    """The page's HTML with names for marks (``Note 5``), for the notes and for each link back (``Back to paragraph 12``).

    A link back prints its place in short (``¶ 12``). A mark in a heading, or on a page without numbers, is placed by the words of
    the heading or the term above it, and those are printed where they are few. Search passes over the notes: they would all be
    part of the last section, and their works are found in pages of their own.
    """
    places = _places(html)
    html = _BACK.sub(lambda m: _link(m[1], places.get(m[1], _TEXT)), html)
    html = _MARK.sub(r'<a class="footnote-ref" href="\1" role="doc-noteref" aria-label="Note \2">\2</a>', html)
    return html.replace('<div class="footnote">', '<div class="footnote" role="doc-endnotes" aria-label="Notes" data-search-exclude="true">')


def _places(html: str) -> dict[str, _Place]:
    """Where each mark stands, by the name it shares with its link back. A table or figure is one place, caption and all."""
    place, places = _TEXT, {}
    for found in _PLACE.finditer(html) if 'id="fnref' in html else ():
        paragraph, editorial, mark, figure, title = found.groups()
        if mark:
            places[mark] = place
        elif paragraph:
            place = _paragraph(paragraph)
        elif editorial:
            place = _Place(f"editorial note {editorial.upper()}", editorial.upper())
        elif figure:
            place = _figure(html[found.end() : html.find("</figure>", found.end())]) or place
        else:
            place = _heading(f"“{_words(html[found.end() : html.find(f'</{title}>', found.end())])}”")
    return places


def _paragraph(number: str) -> _Place:
    return _Place(f"paragraph {number}", f"¶\u00a0{number}")


def _figure(inside: str) -> _Place | None:
    """A table or figure by its caption (``Table 1``), else by the number of its paragraph, if it has one."""
    if captioned := _CAPTION.search(inside):
        return _Place(captioned[1], captioned[1].replace(" ", "\u00a0"))
    first = _FIRST.search(inside)
    return _paragraph(first[1]) if first else None


def _heading(words: str) -> _Place:
    """The words of a heading in quotation marks; of a long one the number of its record is printed, or nothing."""
    record = _RECORD.match(words)
    return _Place(words, record[1] if record else words if len(words) <= _LONGEST else "")


def _words(title: str) -> str:
    return markup.escape(markup.unescape(" ".join(_NO_WORDS.sub("", title).split())))


def _link(name: str, place: _Place) -> str:
    said = f"Back to {place.words}"
    printed = f' <span class="back-to">{place.printed}</span>' if place.printed else ""
    return f'<a class="footnote-backref" href="#fnref{name}" title="{said}" role="doc-backlink" aria-label="{said}">&#8617;{printed}</a>'
