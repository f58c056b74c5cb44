"""BIB044 markup-left-over: HTML, Markdown or TeX commands that came with a copied value stand in a field.

Why: they are printed as they stand, or set in a type that the citation style should choose; exports carry them to other programs.
Fix: write the sign itself (`&amp;` is `\\&`, `&#8217;` is `’`), and leave italics to the citation style. TeX accents such as `\\"u`
may stay.
Source: JabRef, integrity checks “HTML encoded character found” and “LaTeX parsing”.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import place, quoted
from apparatus.grounds.verbatim import is_prose, without_addresses
from apparatus.model import Diagnostic, Entry, Field, Monograph

CODE = "BIB044"
MOST = 20  # findings in one field
_LEFT = re.compile(
    r"(?P<sign>\\?&(?:[A-Za-z][A-Za-z0-9]{1,30}|\\?#[0-9]{1,7}|\\?#[xX][0-9A-Fa-f]{1,6});)|"
    r"(?P<tag></?(?:a|abbr|b|big|blockquote|br|center|cite|code|div|em|font|h[1-6]|hr|i|img|inf|ital|italic|jats:[a-z]+|li|mml:[a-z]+|nobr|"
    r"ol|p|q|s|scp|script|small|span|strike|strong|style|sub|sup|table|td|tr|tt|u|ul|wbr)(?:\s[^<>]{0,300})?/?>)|"
    r"(?P<tex>\\(?:emph|textit|textbf|textsc|textsf|texttt|textrm|textsl|underline|uline|em|it|bf|sc|sl|tt|rm|itshape|bfseries|scshape|small|large|"
    r"mkbibemph|mkbibbold|mkbibitalic|cite[a-z]*|parencite|footcite|footnote|thanks|ref|label|index|newline|linebreak|noindent|par|"
    r"hspace|vspace|hfill|begin|end|item|color|textcolor|today|input|include|write18)(?![A-Za-z])|\\\\)|"
    r"(?P<markdown>\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*|\]\((?:https?:|\.{0,2}/)|`[^`'\n]{1,200}`(?!`)|\[\[[^\]\n]{1,200}\]\])"
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if is_prose(field.name) and isinstance(field.value, str):
                yield from _field(entry, field)


def _field(entry: Entry, field: Field) -> Iterator[Diagnostic]:
    text = without_addresses(field.value) if "](" not in field.value else field.value
    for count, left in enumerate(_LEFT.finditer(text)):
        if count == MOST:
            return
        sign = left["sign"] and html.unescape(left["sign"].replace("\\", ""))
        if left["sign"] and sign == left["sign"].replace("\\", ""):
            continue
        what = {"sign": "an HTML code", "tag": "an HTML tag", "tex": "a TeX command", "markdown": "Markdown"}[left.lastgroup or "tag"]
        message = f"{field.name} has {what}: '{quoted(left[0])}'"
        yield Diagnostic(place(entry, field, left.start()), CODE, message, _fix(sign))


def _fix(sign: str | None) -> str:
    if sign and sign.strip() and sign.isprintable():
        escape = "\\" if sign in "&%$#_" else ""
        return f"write '{escape}{sign}'"
    return "write a blank" if sign else "remove it; the citation style sets the type"
