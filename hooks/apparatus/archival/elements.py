"""Elements of TEI P5, built as a tree so that what they hold cannot break them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Union
from urllib.parse import quote

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
LANGUAGE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # the form of a language tag of BCP 47
_XML = "{http://www.w3.org/XML/1998/namespace}"
UNSOUND = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML document may hold these
_SAFE = "!#$%&'()*+,/:;=?@~"  # what addresses hold besides letters, digits and -._
_PER_CENT = re.compile("%(?![0-9A-Fa-f]{2})")

Element = etree._Element
Content = Union[str, Element, None, Iterable["Content"]]


def element(tag: str, *content: Content, **attributes: str | None) -> Element:
    """An element with text and elements in it, in this order; None and empty strings are left out, in content and attributes.

    A keyword is the name of an attribute; ``xml_id``, ``xml_lang`` and ``xml_space`` are those of XML itself. A character that no
    XML document may hold becomes the replacement character.
    """
    made = etree.Element(f"{{{TEI}}}{tag}", nsmap={None: TEI})
    for name, value in attributes.items():
        if value:
            made.set(f"{_XML}{name[4:]}" if name.startswith("xml_") else name, sound(value))
    for piece in _flat(content):
        if not isinstance(piece, str):
            made.append(piece)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + sound(piece)
        else:
            made.text = (made.text or "") + sound(piece)
    return made


def sound(text: str) -> str:
    """The text with the replacement character for each that no XML document may hold."""
    return UNSOUND.sub("\ufffd", text)


def pointer(address: str) -> str:
    """An address as a URI of RFC 3986, which is what the schema takes: letters beyond ASCII, blanks and stray signs encoded."""
    whole, hash_, fragment = _PER_CENT.sub("%25", quote(address, safe=_SAFE)).partition("#")
    return whole + hash_ + fragment.replace("#", "%23")


def _flat(content: Iterable[Content]) -> Iterator[str | Element]:
    for piece in content:
        if isinstance(piece, (str, etree._Element)):
            yield piece
        elif piece is not None:
            yield from _flat(piece)
