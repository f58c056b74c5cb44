"""The built site as plain trees: the articles of its pages, without what only a screen needs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree, html
from parity_facts import INDEX_OF_NAMES, Form, entry, join, letters, named, plain, start

Element = etree._Element
# What the pages hold besides the book, each with the reason why neither PDF nor EPUB has it.
NOT_OF_THE_BOOK = {
    ".//a[@class='headerlink']": "the sign that copies the address of a section",
    ".//a[@class='footnote-backref']": "the way back from a note; each form has its own",
    ".//span[@class='also']": "where else a work is cited: the bibliography of the bound book says it",
    ".//*[@data-search-exclude]": "Verify mode, the number above the title, lines of downloads",
    ".//p[@class='downloads']": "files that lie beside the site",
    ".//*[@hidden]": "shown by a script only",
    ".//fieldset[@class='tiles__switch']": "chooses a year on a screen; the bound book prints every year",
    ".//details[@class='cite']": "references to copy",
    ".//details[@class='mentions']": "sentences that name a record: the index of the bound book lists their places",
}
NOT_BOUND = {"about/checks/": "for contributors", "about/data/": "for programs"}
_BLOCKS = frozenset("p li dd dt pre summary blockquote div ul ol dl details section".split())
_NAMES = {"figcaption": "caption", "figure": "figure", "table": "table", "tr": "row", "td": "cell", "th": "cell"}
_PAGE = re.compile(r'<article class="md-content__inner.*?</article>', re.DOTALL)
_SVG = re.compile(r"<svg\b|</svg\s*>")
_RECORD = re.compile(r"register/(people|groups|places|events)/[^/]+/")
_WORK = re.compile(r"apparatus/works/([^/]+)/")
BIBLIOGRAPHY = "apparatus/bibliography/"


def read(folder: Path) -> Form:
    """The bound pages in the order of the navigation, and the index that their records make; every link knows where it leads."""
    site = {address: _division(_article(folder / address)) for address in _addresses(folder) if address not in NOT_BOUND}
    places = {address: _places(division) for address, division in site.items()}
    for address, division in site.items():
        for trail in division.iter("trail"):
            _trail(trail)
        for link in division.iter("link", "place"):
            _lead(link, address, places, folder)
    return Form.of("the site", [*site.values(), _index(folder, places)])


def _addresses(folder: Path) -> list[str]:
    """The pages of the navigation, in its order: ``inside/leadership/``; empty for the first page."""
    links = html.parse(str(folder / "index.html")).getroot().xpath("//nav[contains(@class, 'md-nav--primary')]//a/@href")
    found = [re.sub(r"^\./?$", "", urldefrag(link)[0]) for link in links if "://" not in link]
    return list(dict.fromkeys(found))


def _article(folder: Path) -> Element:
    """The article of a page. Its drawings become ``picture``: an HTML parser would tear nested ones apart."""
    text = _PAGE.search((folder / "index.html").read_text(encoding="utf-8"))[0]
    kept, depth, end, begin = [], 0, 0, 0
    for found in _SVG.finditer(text):
        if depth == 0:
            kept.append(text[end : found.start()])
            begin = found.start()
        depth += -1 if found[0].startswith("</") else 1
        if depth == 0:
            end = found.end()
            kept.append(_picture(text[begin:end]))
    return html.fragment_fromstring("".join(kept) + text[end:], parser=html.HTMLParser(encoding="utf-8"))


def _picture(svg: str) -> str:
    told = [re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", svg, re.DOTALL) for tag in ("title", "desc")]
    alt = ". ".join(found[1].strip().removesuffix(".") for found in told if found)
    return f'<picture alt="{alt.replace(chr(34), "&quot;")}"></picture>'


def _division(article: Element) -> Element:
    number = re.search(r"Chapter (\d+)", "".join(article.xpath(".//p[@class='chapter-number']/text()")))
    for found in NOT_OF_THE_BOOK:
        for element in article.xpath(found):
            _drop(element)
    title = plain("".join(article.find(".//h1").itertext()))
    article.tag, article.attrib["title"], article.attrib["number"] = "division", title, number[1] if number else "0"
    for element in [element for element in article.iterdescendants() if isinstance(element.tag, str)]:
        _rename(element)
    return article


def _drop(element: Element) -> None:
    """Takes an element out with the semicolon that joins it to what stands before; what follows it stays."""
    if element.get("class") == "also":
        before = element.getprevious()
        if before is not None and before.tail:
            before.tail = before.tail.rstrip().removesuffix(";")
        else:
            parent = element.getparent()
            parent.text = (parent.text or "").rstrip().removesuffix(";")
    element.drop_tree()


def _drop_way_to_work(marks: Element) -> None:
    """Takes out the link to the page of a work, which the site has beside its entry, with the dot before it."""
    way = marks.xpath("./a[not(@class)][last()]")
    if way:
        before = way[0].getprevious()
        before.tail = before.tail.rstrip().removesuffix("·")
        way[0].drop_tree()


def _rename(element: Element) -> None:
    """Gives an element its name in the plain tree."""
    kind, own = element.tag, element.get("class", "")
    if re.fullmatch("h[1-6]", kind):
        element.tag, element.attrib["level"] = "heading", kind[1]
    elif own == "work-marks":
        _drop_way_to_work(element)
        element.tag = "block"
    elif kind == "a" and "para" in own.split():
        element.tag = "anchor"
        _block(element).set("number", element.get("data-n"))
    elif kind == "a" and own == "footnote-ref":
        element.tag, element.attrib["number"], element.text = "mark", element.get("href").rpartition(":")[2], None
    elif "work-passages" in own.split():
        element.tag = "trail"
    elif kind == "a" and element.get("href"):
        element.tag = "link"
    elif kind == "li" and element.get("id", "").startswith("fn:"):
        element.tag, element.attrib["number"] = "note", element.get("id").rpartition(":")[2]
    elif own == "caption-prefix":
        element.tag = "label"
    elif kind == "br":
        join(element)
    else:
        element.tag = _NAMES.get(kind, "block" if kind in _BLOCKS else kind)


def _block(element: Element) -> Element:
    return next(parent for parent in element.iterancestors() if parent.tag in ("block", "cell", "caption", *_BLOCKS, "td", "th"))


def _index(folder: Path, places: dict[str, dict[str, Element]]) -> Element:
    """What the index of names must hold: every record that has a page on the site, with the paragraphs that its page lists."""
    index = etree.Element("division", title=INDEX_OF_NAMES, number="0")
    for page in sorted(folder.glob("register/*/*/")):
        address = f"{page.relative_to(folder).as_posix()}/"
        if not _RECORD.fullmatch(address):
            continue
        title = name(page)
        etree.SubElement(index, "entry").text = title
        listed = "//h2[@id='mentions']/following-sibling::*[not(@class='footnote')]/descendant-or-self::li/a[1]"
        for link in _article(page).xpath(listed):
            place = etree.SubElement(index, "place", href=link.get("href"), of=title)
            _lead(place, address, places, folder)
    return index


@cache
def name(page: Path) -> str:
    """What the page of a record is titled, as the beginning of an entry of the index."""
    return letters(entry(_division(_article(page)).get("title")))


def _trail(trail: Element) -> None:
    """The places that cite a work: their words are each form's own, where they lead is not."""
    work = named(next(trail.iterancestors("block")))
    for link in trail.iter("link"):
        link.tag = "place"
        link.set("of", work)


def _lead(link: Element, address: str, places: dict[str, dict[str, Element]], folder: Path) -> None:
    """Gives a link the place where it leads; links to what only the site has get none. A place that is not there is a KeyError."""
    href = link.get("href")
    if re.match(r"[a-z]+:", href):
        link.set("url", href)
        return
    path, anchor = urldefrag(urljoin(f"/{address}", href))
    path, anchor = unquote(path).lstrip("/"), unquote(anchor)
    if work := _WORK.fullmatch(path):
        path, anchor = BIBLIOGRAPHY, work[1]
    if _RECORD.fullmatch(path):
        link.set("division", INDEX_OF_NAMES)
        link.set("start", name(folder / path))
    elif path in places:
        place = places[path][anchor]
        if work and place in link.iterancestors():
            return  # the reference of a work leads to its page on the site; in the book it stands here
        link.set("division", places[path][""].get("title"))
        link.set("start", start(place))


def _places(division: Element) -> dict[str, Element]:
    """The places of a division by their anchors; the first of two counts, as in browsers."""
    found = {"": division}
    for element in division.iterdescendants(etree.Element):
        found.setdefault(element.get("id") or "", element)
    return found
