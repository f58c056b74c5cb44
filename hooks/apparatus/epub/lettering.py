"""The letters of the drawings: a picture in a book sees none of the book's typefaces, so each brings the few letters that it needs."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from apparatus.epub.plain_drawings import spell_out
from apparatus.volume.nodes import Drawing
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from lxml import etree

FACES = {"source-sans-regular.woff2": 400, "source-sans-semibold.woff2": 600}
_SVG = "{http://www.w3.org/2000/svg}"
_STRONG = re.compile(r"font-weight[=:]\s*[\"']?(?:600|700|bold)")


def lettering(drawings: Iterable[Drawing], typefaces: Mapping[str, bytes]) -> Mapping[int, str]:
    """A rule of CSS for each weight, with the letters that these drawings use; empty without typefaces to take them from."""
    letters = {letter for drawing in drawings for text in _texts(drawing.svg) for letter in text}
    return {weight: _face(_cut(typefaces[name], letters), weight) for name, weight in FACES.items() if letters and name in typefaces}


def lettered(svg: str, lettering: Mapping[int, str]) -> bytes:
    """A drawing with the letters of the weights that it uses."""
    root = etree.fromstring(svg.encode())
    spell_out(root)
    strong = bool(_STRONG.search(svg))
    rules = [rule for weight, rule in lettering.items() if strong or weight == 400]
    if rules:
        made = etree.Element(f"{_SVG}style")
        made.text = "\n".join(rules)
        root.insert(sum(child.tag in (f"{_SVG}title", f"{_SVG}desc") for child in root), made)
    for drawn in root.iterfind(".//*[@paint-order]"):  # no attribute of SVG 1.1, which EPUB readers go by; as a style it harms nobody
        drawn.set("style", f"paint-order:{drawn.attrib.pop('paint-order')};{drawn.get('style', '')}".rstrip(";"))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _texts(svg: str) -> Iterator[str]:
    for text in etree.fromstring(svg.encode()).iter(f"{_SVG}text"):
        yield from text.itertext()


def _face(font: bytes, weight: int) -> str:
    data = base64.b64encode(font).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f'@font-face {{ font-family: "Source Sans Pro"; font-weight: {weight}; src: {source}; }}'


def _cut(face: bytes, letters: set[str]) -> bytes:
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, letters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    cut = io.BytesIO()
    font.save(cut)
    return cut.getvalue()
