"""BIB030 malformed-name: a list of authors or editors is not written as BibTeX reads it.

Why: persons are told apart by `and`, family and given name by a comma; what is written otherwise is taken for one person with an
odd name, or a body is taken apart into a given and a family name, and it is printed and sorted so.
Fix: `Jadoon, Amira and Mines, Andrew`; for a body another pair of braces: `{{United Nations Security Council}}`.
Source: biblatex manual, section 2.3.3, “Name Lists”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB030"
MOST = 20  # findings for one list
AND = "write 'and' between two names"
BRACES = "put another pair of braces around the name of a body"
COMMAS = "write 'Family, Given and Family, Given'"
_WORDED = re.compile(r"\s(?:with|und|et)\s(?=\S*[A-Z])")
_ORDINAL = re.compile(r"\b\d(?:st|nd|rd|th)\b")
_NUMBER = re.compile(r"\d+")
_INITIALS = re.compile(r"(?:[A-Z]\.[ ~-]?)+[A-Z][\w'’-]+")
_PERSON = re.compile(r"[A-Z][\w'’-]+,\s*(?:[A-Z]\.[ ~-]?)+")
_EXTENDED = re.compile(r"\b(?:family|given|prefix|suffix|useprefix|nameformat|sortingnamekeytemplatename)\s*=")
_SYMBOL = re.compile(r"[<>@|*†‡§¶]|https?:|\bwww\.|/(?=\s)|(?<=\s)/")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, names.PEOPLE):
        found = list(_list(names.split(field.value)))
        for message, fix in dict(found[:MOST]).items():
            yield Diagnostic(field.location, CODE, f"{field.name} {message}", fix)


def _list(people: list[names.Name]) -> Iterator[tuple[str, str]]:
    whole = " and ".join(name.text for name in people[:20])
    for rank, name in enumerate(people):
        if not name.text:
            fault = "begins with 'and'" if rank == 0 else "ends with 'and'" if rank == len(people) - 1 else "has 'and' twice in a row"
            yield f"'{quoted(whole)}' {fault}", "remove the 'and', or add the name that is missing"
        elif name.text.lower() == "others" and rank < len(people) - 1:
            yield f"'{quoted(whole)}' has names after 'and others'", "write 'and others' at the end"
        elif name.braced:
            yield from _braced(name)
        elif not names.OMITTED.search(f"and {name.text}") and not names.ROLE.search(name.bare.strip()) and not _EXTENDED.search(name.bare[:1000]):
            yield from _one(name, whole)


def _one(name: names.Name, whole: str) -> Iterator[tuple[str, str]]:
    text, bare = quoted(name.text), name.bare.strip()
    if names.is_body(name):
        form = "{{…}}" if whole != name.text else f"{{{{{quoted(whole)}}}}}"
        yield f"'{text}' is a body without braces of its own", f"{BRACES}: {form}"
    elif "&" in bare:
        yield f"'{text}' has '&'", f"{AND}, or {BRACES}"
    elif ";" in bare:
        yield f"'{text}' has ';'", AND
    elif bare.startswith(",") or bare.endswith(","):
        yield f"'{text}' has a comma with nothing {'before' if bare.startswith(',') else 'after'} it", "remove the comma"
    elif sign := _NUMBER.search(_ORDINAL.sub("", bare)):
        yield f"'{text}' has the number {quoted(sign[0])[:9]}", f"remove it, or {BRACES}"
    elif sign := _SYMBOL.search(bare):
        yield f"'{text}' has '{sign[0].strip()}'", "leave only the name"
    elif _WORDED.search(bare):
        yield f"'{text}' has '{_WORDED.search(bare)[0].strip()}' between names", AND
    else:
        yield from _commas(bare, text)


def _braced(name: names.Name) -> Iterator[tuple[str, str]]:
    """Persons that braces make one body of."""
    inner = plain(name.text)
    people = names.split(inner)
    if _PERSON.fullmatch(inner) or (len(people) > 1 and all(p.bare.count(",") == 1 and not names.is_body(p) for p in people)):
        yield f"'{quoted(name.text)}' has braces that make one name of it", f"remove the braces: {quoted(inner)}"


def _commas(bare: str, text: str) -> Iterator[tuple[str, str]]:
    parts = [part.strip() for part in bare.split(",", 4)]
    if len(parts) > 3 or (len(parts) == 2 and _INITIALS.fullmatch(parts[0])):
        yield f"'{text}' has commas between persons", COMMAS
    elif len(parts) == 3 and names.SUFFIX.fullmatch(parts[2]) and not names.SUFFIX.fullmatch(parts[1]):
        yield f"'{text}' has '{quoted(parts[2])}' at the end", f"write '{quoted(parts[0])}, {quoted(parts[2])}, {quoted(parts[1])}'"
    elif len(parts) == 3 and parts[1] and not names.SUFFIX.fullmatch(parts[1]):
        yield f"'{text}' has commas between persons", COMMAS
