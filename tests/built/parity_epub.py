"""The EPUB as plain trees: the files of its spine, in reading order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree
from parity_facts import Form, entry, join, letters, named, plain, start

Element = etree._Element
EPUB = "{http://www.idpf.org/2007/ops}"
# Files of the spine that are no division of the book, each with what it is instead.
NOT_OF_THE_BOOK = {
    "cover": "the cover",
    "title-page": "title and authors",
    "imprint": "the back of the title page",
    "nav": "the contents",
    "part-[0-9]+": "the name of a part",
    "colophon": "how the book was made",
}
# What stands in the text for the sake of the form, each with the reason why it is not compared.
OF_THE_FORM = {
    ".//*[@class='chapter']": "the number above the title, told with it",
    ".//*[@class='back']": "the number of a note, told with it, and the way back",
    ".//*[@{http://www.idpf.org/2007/ops}type='pagebreak']": "where a printed page begins",
    ".//details[@class='description']": "the description of a drawing, told with its picture",
}
_BLOCKS = frozenset("p li dd dt pre summary blockquote div ul ol dl details section aside header".split())
_NAMES = {"figcaption": "caption", "figure": "figure", "table": "table", "tr": "row", "td": "cell", "th": "cell"}


@dataclass(frozen=True)
class Epub:
    """The book, and the pages of the print that it lists: label, division, first letters of what begins there, in the order of the list."""

    form: Form
    pages: list[tuple[str, str, str]]


def read(data: bytes) -> Epub:
    """The divisions in the order of the spine; every link knows where it leads."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        files = {name: book.read(name) for name in book.namelist()}
    spine = [name for name in _spine(files) if not _is_other(name)]
    whole = {name: etree.fromstring(files[name]).find("{*}body") for name in spine}
    places = {name: _named(body) for name, body in whole.items()}
    divisions = {name: _division(body, name, files) for name, body in whole.items()}
    for name, division in divisions.items():
        for link in division.iter("link", "place"):
            _lead(link, name, divisions, places)
    return Epub(Form.of("the EPUB", divisions.values()), list(_pages(files, divisions, places)))


def _pages(files: dict[str, bytes], divisions: dict[str, Element], places: dict[str, dict[str, Element]]) -> Iterator[tuple[str, str, str]]:
    """The list of pages; files that are no division of the book have none."""
    name = next(name for name in files if posixpath.basename(name) == "nav.xhtml")
    found = etree.fromstring(files[name]).iter("{*}nav")
    for link in next((nav for nav in found if nav.get(f"{EPUB}type") == "page-list"), etree.Element("nav")).iter("{*}a"):
        file, anchor = urldefrag(urljoin(name, link.get("href")))
        yield "".join(link.itertext()), divisions[file].get("title"), start(places[file][anchor])


def _spine(files: dict[str, bytes]) -> list[str]:
    container = etree.fromstring(files["META-INF/container.xml"])
    package = container.find(".//{*}rootfile").get("full-path")
    root = etree.fromstring(files[package])
    hrefs = {item.get("id"): urljoin(package, item.get("href")) for item in root.iter("{*}item")}
    return [hrefs[item.get("idref")] for item in root.iter("{*}itemref")]


def _is_other(name: str) -> bool:
    stem = posixpath.basename(name).removesuffix(".xhtml")
    return any(re.fullmatch(found, stem) for found in NOT_OF_THE_BOOK)


def _named(body: Element) -> dict[str, Element]:
    """The elements by id; for the break of a page what it begins: the next element, or that in whose line it stands."""
    found = {element.get("id"): element for element in body.iter() if element.get("id")}
    for name, element in found.items():
        if element.get(f"{EPUB}type") == "pagebreak":
            following = None if element.tail else element.getnext()
            while following is not None and following.get(f"{EPUB}type") == "pagebreak":
                following = None if following.tail else following.getnext()
            found[name] = element.getparent() if following is None else following
    return found


def _division(body: Element, name: str, files: dict[str, bytes]) -> Element:
    for element in body.iter(etree.Element):
        element.tag = etree.QName(element).localname
    number = re.search(r"Chapter (\d+)", "".join(body.xpath("string(.//*[@class='chapter'])")))
    for picture in body.findall(".//img"):
        _picture(picture, body, name, files)
    for note in body.xpath(".//aside[@*[local-name()='type']='footnote']"):
        note.tag, note.attrib["number"] = "note", re.match(r"\d+", note.xpath("string(.//*[@class='back'])"))[0]
    for found in OF_THE_FORM:
        for element in body.findall(found):
            _drop(element)
    body.attrib["title"], body.attrib["number"] = plain("".join(body.find(".//h1").itertext())), number[1] if number else "0"
    body.tag = "division"
    for element in list(body.iterdescendants(etree.Element)):
        _rename(element)
    return body


def _drop(element: Element) -> None:
    """Takes an element out; what follows it stays."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _picture(image: Element, body: Element, name: str, files: dict[str, bytes]) -> None:
    """A drawing by its title and its description; a picture that is not in the book is a KeyError."""
    for source in (image.get("src"), *(source.get("srcset") for source in image.getparent().iter("source"))):
        etree.fromstring(files[urljoin(name, source)])
    described = image.get("aria-describedby")
    words = [image.get("alt"), *(body.xpath("string(.//*[@id=$name])", name=described) for _ in filter(None, [described]))]
    image.tag = "picture"
    image.set("alt", ". ".join(plain(said).removesuffix(".") for said in words))


def _rename(element: Element) -> None:
    """Gives an element its name in the plain tree."""
    kind, own, type_ = element.tag, element.get("class", ""), element.get(f"{EPUB}type")
    if re.fullmatch("h[1-6]", kind):
        element.tag, element.attrib["level"] = "heading", kind[1]
    elif own == "para":
        block = next(parent for parent in element.iterancestors() if parent.tag in ("block", "cell", "caption"))
        block.set("number", element.text)
        element.tag, element.text = "anchor", None
    elif type_ == "noteref":
        element.tag, element.attrib["number"], element.text = "mark", element.text, None
    elif kind == "a" and element.get("href"):
        element.tag = "place" if element.xpath("ancestor::trail") or type_ == "index-locator" else "link"
    elif type_ == "index-term":
        element.tag = "entry"
    elif own == "label":
        element.tag = "label"
    elif own == "cited":
        element.tag = "trail"
    elif kind == "br":
        join(element)
    elif kind == "picture" and element.get("alt") is None:
        element.tag = "frame"
    else:
        element.tag = _NAMES.get(kind, "block" if kind in _BLOCKS else kind)


def _lead(link: Element, name: str, divisions: dict[str, Element], places: dict[str, dict[str, Element]]) -> None:
    """Gives a link the place where it leads; a place that the book has not is a KeyError."""
    href = link.get("href")
    if re.match(r"[a-z]+:", href):
        link.set("url", href)
        return
    file, anchor = urldefrag(urljoin(name, href))
    division = divisions[unquote(file)]
    link.set("division", division.get("title"))
    link.set("start", start(places[unquote(file)][unquote(anchor)] if anchor else division))
    if link.tag == "place":
        item = next(parent for parent in link.iterancestors("block") if parent.get("id"))
        name = item.find(".//entry")
        link.set("of", named(item) if name is None else letters(entry("".join(name.itertext()))))
