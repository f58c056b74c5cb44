"""Marks and notes say what they are: a mark which note it opens, a link back to which paragraph or editorial note it leads."""

from __future__ import annotations

import html as markup
import re

_PLACE = re.compile(
    r'\bid="(?:(?P<paragraph>p\d+)|editorial-(?P<editorial>e\d+)|fnref(?P<mark>\d*:[^"]+))"'
    r"|<(?P<figure>figure)\b(?=(?P<inside>.*?)</figure>)"
    r"|<(?P<title>h[1-6]|dt)\b[^<>]*>(?=(?P<words>.*?)</(?P=title)>)",
    re.DOTALL,
)
_FIRST = re.compile(r'\bid="p(\d+)"')
_NO_WORDS = re.compile(r'<a class="headerlink".*?</a>|<sup\b.*?</sup>|<[^<>]*>', re.DOTALL)
_BACK = re.compile(r'<a class="footnote-backref" href="#fnref(\d*:[^"]+)" title="[^"]*">')
_MARK = re.compile(r'<a class="footnote-ref" href="(#fn:[^"]+)">(\d+)</a>')


def named(html: str) -> str:
    """The page's HTML with names for marks (``Note 5``), for the notes and for each link back (``Back to paragraph 12``).

    A mark in a heading, or on a page without numbers, is placed by the words of the heading or the term above it.
    """
    places = _places(html)
    html = _BACK.sub(lambda m: _link(m[1], places.get(m[1], "the text")), html)
    html = _MARK.sub(r'<a class="footnote-ref" href="\1" role="doc-noteref" aria-label="Note \2">\2</a>', html)
    return html.replace('<div class="footnote">', '<div class="footnote" role="doc-endnotes" aria-label="Notes">')


def _places(html: str) -> dict[str, str]:
    """Where each mark stands, by the name it shares with its link back. A table or figure is one place, caption and all."""
    place, places = "the text", {}
    for found in _PLACE.finditer(html):
        if found["mark"]:
            places[found["mark"]] = place
        elif found["paragraph"]:
            place = f"paragraph {found['paragraph'][1:]}"
        elif found["editorial"]:
            place = f"editorial note {found['editorial'].upper()}"
        elif found["figure"]:
            first = _FIRST.search(found["inside"])
            place = f"paragraph {first[1]}" if first else place
        else:
            place = f"“{_words(found['words'])}”"
    return places


def _words(title: str) -> str:
    return markup.escape(markup.unescape(" ".join(_NO_WORDS.sub("", title).split())))


def _link(name: str, place: str) -> str:
    return f'<a class="footnote-backref" href="#fnref{name}" title="Back to {place}" role="doc-backlink" aria-label="Back to {place}">'
