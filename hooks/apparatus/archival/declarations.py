"""How the file is encoded, said in its header: the conventions, the way to cite a paragraph, the kinds of support."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.archival.elements import Element, element
from apparatus.archival.identifiers import SUPPORT, support
from apparatus.evidence.support import SUPPORTS

_PROJECT = (
    "This file is the whole bound book in one: chapters, notes, tables, drawings, registers, bibliography, index. "
    "It is written by a program from the pages of the site, and holds the same text, notes and links."
)
_SEGMENTATION = (
    "A p with n is a numbered paragraph; its number counts through its division. A milestone with the unit paragraph is the number of "
    "one that stands in a table or a caption. An ab with rend is no running text: rend says what. In chapters an s is a sentence that "
    "states something; ana says what kind of source supports it, n which kinds there are (their letters) and how many works."
)
_NOTES = (
    "A note with the place foot stands at its mark, with its number in its division; a ptr of the type note is a later mark of the same "
    "note. A note of the type editorial is the editors’ own, set beside the passage that it concerns. A floatingText of the type box "
    "is set apart from the text around it."
)
_LINKS = (
    "A ref of the type mention leads from a name to the index of names, archived to a copy of a source, editorial to an editorial note. "
    "In the bibliography a ptr of the type cited leads to each paragraph that cites the work; in the index one of the type named leads "
    "to each that names the person, group, place or event. A target with neither # nor a scheme is a file of the site, from its root."
)
_LAYOUT = (
    "The rend of a table has the alignment of each column, in order. A drawing is a figure of the type drawing with its title, its "
    "description and its SVG, which is the address of the graphic, in the colours of the light scheme; the tables beside have the data. "
    "Emphasis is hi with rend; the sources do not say what is emphasised for which reason."
)


def encoding(receipt: Mapping[str, str]) -> Element:
    """The description of the encoding. ``receipt`` says of the making what is to be said, value by name; it may be empty."""
    made = [element("label", name) if n == 0 else element("item", name) for pair in receipt.items() for n, name in enumerate(pair)]
    built = element("p", "Of the making:", element("list", made, type="gloss")) if made else None
    return element(
        "encodingDesc",
        element("projectDesc", element("p", _PROJECT), built),
        element(
            "editorialDecl",
            element("segmentation", element("p", _SEGMENTATION)),
            element("interpretation", element("p", _NOTES), element("p", _LINKS), element("p", _LAYOUT)),
        ),
        _references(),
        element("classDecl", _taxonomy()),
    )


def _references() -> Element:
    """How a paragraph is cited: ``3 ¶ 4`` is the fourth paragraph of chapter 3."""
    paragraphs = element(
        "citeStructure", unit="paragraph", match=".//*[self::p or self::milestone[@unit='paragraph']][@n]", use="@n", delim=" ¶ "
    )
    return element("refsDecl", element("citeStructure", paragraphs, unit="chapter", match="//body//div[@type='chapter']", use="@n"))


def _taxonomy() -> Element:
    categories = [
        element("category", element("catDesc", said), n=letter, xml_id=support(name)) for name, (said, letter) in SUPPORTS.items()
    ]
    return element("taxonomy", element("desc", "What supports a sentence, strongest kind first."), categories, xml_id=SUPPORT)
