"""The cover as a picture: PNG, for the shelves of many readers' programs show no SVG."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

import typst
from apparatus.volume.nodes import Imprint

_FACES = ("font_source_serif_pro", "font_source_sans_pro")
_SOURCE = """
#let values = json(bytes(sys.inputs.at("imprint")))
#set page(width: 600pt, height: 900pt, margin: (x: 64pt, top: 84pt, bottom: 64pt), fill: rgb("#24434f"))
#set text(font: "Source Serif Pro", lang: values.language, fill: rgb("#fbf9f4"), number-type: "old-style", hyphenate: false)
#set par(leading: 0.42em)
#let sans(size, body) = text(font: "Source Sans Pro", size: size, tracking: 0.06em, number-type: "lining", body)
#place(bottom + left, line(length: 100%, stroke: 0.8pt + rgb("#fbf9f4")), dy: -44pt)
#place(bottom + left, sans(15pt, values.edition))
#for author in values.authors [#sans(19pt, author) #linebreak()]
#v(1fr)
#layout(size => {
  let fits = (58pt, 52pt, 46pt, 40pt, 34pt).find(value => measure(text(size: value, values.longest)).width <= size.width)
  text(size: if fits == none { 28pt } else { fits }, weight: 600, values.title)
})
#v(14pt)
#text(size: 25pt, style: "italic", values.subtitle)
#v(1.7fr)
"""


@lru_cache(maxsize=1)
def cover(imprint: Imprint) -> bytes:
    """The cover with title, subtitle, authors and edition, 1600 by 2400 pixels."""
    values = {name: getattr(imprint, name) for name in ("title", "subtitle", "authors", "edition")}
    values["language"] = imprint.language.partition("-")[0]
    values["longest"] = max(imprint.title.split(), key=len, default="")
    return typst.compile(
        _SOURCE.encode(),
        format="png",
        ppi=192.0,
        font_paths=[str(files(face) / "files") for face in _FACES],
        ignore_system_fonts=True,
        sys_inputs={"imprint": json.dumps(values)},
    )
