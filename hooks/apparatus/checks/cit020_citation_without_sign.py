"""CIT020 citation-without-sign: a citekey stands in the text without its @, or in the syntax of another program.

Why: the site shows the bare key to the reader, and no note.
Fix: write `[@citekey, p. 3]`.
Source: Pandoc User’s Guide, “Citation syntax”, https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.passages import BLANK, Passage, of_page, passages
from apparatus.model import Diagnostic, Monograph, Page

CODE = "CIT020"
_KEY = re.compile(r"(?<![\w@/.#:=&%+~\\-])[a-z]+\d{4}[a-z0-9]*(?![\w@/=-]|\.\w)")
_COMMAND = re.compile(r"\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\[\]\n]*\]){0,2}\{([^{}\n]+)\}")
_ROLE = re.compile(r"(?:\{(?:\w+:)?cite[\w:]*\}|:(?:\w+:)?cite[\w:]*:)(?=\x00)")
_TOUCHING = re.compile(r"(?<=[.,;:?!])@([a-z]+\d{4}[a-z0-9]*)(?![\w@/=-]|\.\w)")
_BRACKETED = re.compile(r"(?:\[[A-Za-z]{1,20}|【)@([a-z]+\d{4}[a-z0-9]*)[\],;】]")
_AT_BEFORE = re.compile(r"@\{?\s*$")
KEYS = ("citekey", "citekeys", "key", "keys", "work", "works", "source", "sources", "entry", "entries")  # of data: bare keys


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for passage in passages(monograph):
        if not set(passage.name.split(".")) & set(KEYS):
            yield from _commands(passage)
            yield from _keys(passage, monograph)
    for page in monograph.pages:
        yield from _unbracketed(page, monograph)
    for citation in monograph.citations:
        if citation.prefix.rstrip().endswith(("cite:", "cite/t:", "cite/p:")):
            message = f"'{excerpt(citation.prefix)}@{excerpt(citation.citekey)}' is written for another program"
            yield Diagnostic(citation.location, CODE, message, f"write '[@{excerpt(citation.citekey)}]'")


def _unbracketed(page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    """``roofs.@citekey``: what touches the word before it is read as an address or a name."""
    if "@" not in page.text:
        return
    malformed = {each.location for each in page.malformed}
    for passage in of_page(page):
        for found in _TOUCHING.finditer(passage.text):
            place = passage.at(found.start(), found[0])
            if found[1] in monograph.by_citekey and place not in malformed:
                message = f"citation '{found[0]}' has no brackets"
                yield Diagnostic(place, CODE, message, f"write '[@{found[1]}]', with the locator inside the brackets")
        for found in _BRACKETED.finditer(passage.text):
            if found[1] in monograph.by_citekey:
                at = passage.at(found.start(1) - 1, f"@{found[1]}")
                message = f"citation '@{found[1]}' stands in other brackets or touches the word before it"
                yield Diagnostic(at, CODE, message, f"write '[@{found[1]}]', in plain square brackets and with a space before the '@'")


def _commands(passage: Passage) -> Iterator[Diagnostic]:
    for found in _COMMAND.finditer(passage.text):
        keys = "; ".join(f"@{key.strip()}" for key in found[1].split(",") if key.strip())
        message = f"'{excerpt(found[0])}' is written for another program"
        yield Diagnostic(passage.at(found.start(), found[0]), CODE, message, f"write '[{excerpt(keys)}]'")
    for found in _ROLE.finditer(passage.text):
        message = f"a citation with '{excerpt(found[0])}' is written for another program"
        yield Diagnostic(passage.at(found.start(), found[0]), CODE, message, "write '[@citekey]'")


def _keys(passage: Passage, monograph: Monograph) -> Iterator[Diagnostic]:
    commands = [found.span() for found in _COMMAND.finditer(passage.text)]
    for found in _KEY.finditer(passage.text):
        if found[0] not in monograph.by_citekey or _AT_BEFORE.search(passage.text[max(0, found.start() - 20) : found.start()]):
            continue
        if passage.text[max(0, found.start() - 1) : found.start()] == BLANK:
            continue  # ``\@citekey`` is escaped on purpose
        if passage.text[max(0, found.start() - 2) : found.start()] == "[^":
            continue  # a note that is named like an entry: CIT012 knows whether it is defined
        if passage.text.strip() == found[0] and passage.kind == "datum":
            continue
        while commands and commands[0][1] < found.start():
            commands.pop(0)
        if not (commands and commands[0][0] < found.start() < commands[0][1]):
            message = f"citekey '{found[0]}' stands in the text without '@'"
            yield Diagnostic(passage.at(found.start(), found[0]), CODE, message, f"write '[@{found[0]}]'")
