"""The tree as lines of XML: each element that holds only elements on lines of its own, no text altered."""

from __future__ import annotations

from apparatus.archival.elements import TEI, Element
from lxml import etree

# The release of the TEI Guidelines that the file keeps to, and its schema.
VERSION = "4.3.0"
SCHEMA = f"https://www.tei-c.org/Vault/P5/{VERSION}/xml/tei/custom/schema/relaxng/tei_all.rng"
_PROLOGUE = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="{SCHEMA}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
"""
# Elements that hold no text of their own by the schema: white space in them means nothing.
_STRUCTURE = frozenset(
    """TEI abstract argument availability back body category citeStructure classDecl div docTitle editionStmt editorialDecl encodingDesc
    fileDesc figure floatingText front interpretation keywords langUsage list listBibl notesStmt profileDesc projectDesc publicationStmt
    refsDecl revisionDesc segmentation sourceDesc table taxonomy teiHeader text textClass titlePage titleStmt""".split()
)
_MAY_HOLD_BLOCKS = frozenset(("item", "licence", "note", "quote"))  # either blocks or a line
_BLOCKS = frozenset(("ab", "figure", "floatingText", "label", "list", "listBibl", "p", "quote", "table"))


def laid_out(root: Element) -> bytes:
    """The document: declaration, schema, tree; UTF-8 with a final newline."""
    _indent(root, 0)
    return f"{_PROLOGUE}{etree.tostring(root, encoding='unicode')}\n".encode()


def _indent(element: Element, depth: int) -> None:
    if not len(element) or not _holds_elements_only(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth


def _holds_elements_only(element: Element) -> bool:
    name = _name(element)
    if name in _STRUCTURE:
        return True
    return name in _MAY_HOLD_BLOCKS and all(_name(child) in _BLOCKS for child in element)


def _name(element: Element) -> str:
    return element.tag.removeprefix(f"{{{TEI}}}")
