"""An EPUB taken apart again, for the tests."""

import io
import posixpath
import re
import zipfile
from urllib.parse import urldefrag

from apparatus import epub
from lxml import etree

XHTML, TYPE = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}type"


class Opened:
    """``files`` by name below the root of the book, ``trees`` of those in XHTML."""

    def __init__(self, data: bytes):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.files = {name.removeprefix("EPUB/"): archive.read(name) for name in self.names}
        self.trees = {name: etree.fromstring(found) for name, found in self.files.items() if name.endswith(".xhtml")}

    def all(self, name: str, path: str) -> list[etree._Element]:
        """Elements of a text by XPath; ``h:`` is XHTML, ``e:`` EPUB's attributes."""
        spaces = {"h": XHTML.strip("{}"), "e": "http://www.idpf.org/2007/ops"}
        return self.trees[f"text/{name}.xhtml"].xpath(path, namespaces=spaces)

    def one(self, name: str, path: str) -> etree._Element:
        (found,) = self.all(name, path)
        return found

    def links(self):
        """File, href, and the element or file it leads to; None for nothing. Links to the web are left out."""
        for name, tree in self.trees.items():
            for link in tree.iter(f"{XHTML}a"):
                href = link.get("href")
                if re.match("[a-z]+:", href):
                    continue
                path, anchor = urldefrag(href)
                file = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                tree = self.trees.get(file)
                found = tree if tree is None or not anchor else next(iter(tree.xpath("//*[@id=$id]", id=anchor)), None)
                yield name, href, found


def said(element: etree._Element) -> str:
    """The words of an element, without the marks of notes and the numbers of paragraphs."""
    texts = element.xpath(".//text()[not(ancestor::*[@class='ref' or @class='para'])]")
    return " ".join("".join(texts).split())


def opened(volume, *arguments) -> Opened:
    return Opened(epub.render(volume, *arguments).data)
