"""Drawings for programs that read no stylesheets in them: what the rules say is written on the shapes as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z]+)?(?:\.([\w-]+))?")
_SPELLED = frozenset(("fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "text-anchor", "font-size"))  # as attributes too
_LATER = ("revert", "var(", "currentColor")  # values that say nothing by themselves

Simple = tuple[str, str]  # tag and class, either of them empty


def spell_out(root: etree._Element) -> None:
    """Gives shapes the attributes that their styles, and the rules of the drawing's own stylesheets, mean for them.

    A rule counts if it is made of tags and classes, and of rules for one attribute the last; attributes that stand there outweigh rules
    here, not styles. A program that reads stylesheets sees no difference, for to it rules and styles outweigh attributes.
    """
    known: dict[Simple, list[etree._Element]] = defaultdict(list)
    for drawn in root.iter(f"{_SVG}*"):
        for simple in _names(drawn):
            known[simple].append(drawn)
    meant: dict[etree._Element, dict[str, str]] = defaultdict(dict)
    for chain, values in _rules(root):
        for drawn in known.get(chain[-1], ()):
            if _stands_in(drawn, chain[:-1]):
                meant[drawn] |= values
    for drawn in root.iter(f"{_SVG}*"):
        for name, value in meant.get(drawn, {}).items():
            if name not in drawn.attrib:
                drawn.set(name, value)
        for name, value in _values(drawn.get("style", "")):
            drawn.set(name, value)


def _rules(root: etree._Element) -> Iterator[tuple[list[Simple], dict[str, str]]]:
    for style in root.iter(f"{_SVG}style"):
        for selectors, body in _RULE.findall(style.text or ""):
            values = dict(_values(body))
            for selector in selectors.split(",") if values else ():
                words = [word for word in selector.split() if not word.startswith("#")]
                chain = [found for word in words if (found := _SIMPLE.fullmatch(word))]
                if words and len(chain) == len(words):
                    yield [(found[1] or "", found[2] or "") for found in chain], values


def _values(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, _, value = declaration.replace("!important", "").partition(":")
        if name.strip() in _SPELLED and value.strip() and not any(word in value for word in _LATER):
            yield name.strip(), value.strip()


def _names(drawn: etree._Element) -> Iterator[Simple]:
    tag = etree.QName(drawn).localname
    yield tag, ""
    for name in drawn.get("class", "").split():
        yield "", name
        yield tag, name


def _stands_in(drawn: etree._Element, chain: list[Simple]) -> bool:
    """Whether elements of this chain, outermost first, enclose an element."""
    left = list(chain)
    for around in drawn.iterancestors():
        if left and left[-1] in set(_names(around)):
            left.pop()
    return not left
