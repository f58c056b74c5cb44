"""The comparison of the forms sees what is lost: a note, a paragraph, a row, a drawing, a link, taken out of each form in turn.

The site is robbed as built; PDF and EPUB are those of the specimen, and compared with themselves as they were.
"""

import io
import re
import shutil
import zipfile

import parity_epub
import parity_pdf
import parity_site
import pikepdf
import pytest
from apparatus import epub, typesetting
from lxml import etree
from parity_facts import KINDS, Form, differences
from specimen import VOLUME

LOSSES = ("note", "paragraph", "row", "picture", "inside", "outside")


def seen(whole: Form, robbed: Form, kind: str) -> bool:
    """Whether the comparison tells that the robbed form lacks something of the kind."""
    return any(f": {kind} only in " in line for line in differences(whole, robbed, kind))


def test_what_is_whole_does_not_differ(printed, packed):
    found = [line for kind in KINDS for line in differences(printed[1], packed[1], kind)]
    assert [line for line in found if "its place" not in line] == []  # a link to a box: in print it leads below the title


# ---- the site

PAGE = "inside/leadership/index.html"  # a chapter that has everything
SITE = {  # what is found, and what is left of it
    "note": (r'<li id="fn:3">.*?</li>', ""),
    "paragraph": (r'(<p><a class="para" id="p3"[^>]*></a>).*?(</p>)', r"\1\2"),
    "row": (r"(?<=<tbody>)\s*<tr>.*?</tr>", ""),
    "picture": (r"<title\b[^>]*>.*?</title>", ""),
    "inside": (r'<a href="(?:\.\./)+apparatus/editorial-notes/#e41">(.*?)</a>', r"\1"),
    "outside": (r'<a class="archived" href="https://[^"]*"[^>]*>(.*?)</a>', r"\1"),
}


@pytest.fixture(scope="module")
def site(built):
    return parity_site.read(built)


def test_losses_of_the_site_are_seen(built, site, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(built, copy, ignore=shutil.ignore_patterns("*.json", "assets", "downloads", "search"))
    text = (copy / PAGE).read_text(encoding="utf-8")
    head, article = text[: text.index("<article")], text[text.index("<article") :]
    for kind in LOSSES:
        article, count = re.subn(*SITE[kind], article, count=1, flags=re.DOTALL)
        assert count, kind
    (copy / PAGE).write_text(head + article, encoding="utf-8")
    robbed = parity_site.read(copy)
    assert [kind for kind in LOSSES if not seen(site, robbed, kind)] == []


# ---- the EPUB

EPUB = {  # the file, and what is taken out of it
    "note": ("introduction", "//x:aside[@e:type='footnote'][3]"),
    "paragraph": ("about-edition", "//x:p[@id='p1']/node()"),
    "row": ("town-honey", "//x:tbody/x:tr[30]"),
    "picture": ("town-hives", "//x:picture/x:img"),
    "inside": ("introduction", "//x:a[starts-with(@href, 'town-')]/@href"),
    "outside": ("introduction", "//x:a[starts-with(@href, 'https:')]/@href"),
}
NAMES = {"x": "http://www.w3.org/1999/xhtml", "e": "http://www.idpf.org/2007/ops"}


@pytest.fixture(scope="module")
def packed():
    data = epub.render(VOLUME).data
    return data, parity_epub.read(data).form


@pytest.mark.parametrize("kind", LOSSES)
def test_losses_of_the_epub_are_seen(packed, kind):
    data, whole = packed
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(made, "w") as copy:
        for name in book.namelist():
            copy.writestr(name, _robbed(book.read(name), kind) if name.endswith(f"/{EPUB[kind][0]}.xhtml") else book.read(name))
    assert seen(whole, parity_epub.read(made.getvalue()).form, kind)


def _robbed(page: bytes, kind: str) -> bytes:
    root = etree.fromstring(page)
    found = root.xpath(EPUB[kind][1], namespaces=NAMES)
    holder = found[0].getparent()
    if kind in ("inside", "outside"):
        del holder.attrib["href"]
    elif kind == "paragraph":
        holder.text, holder[:] = None, []
    else:
        holder.remove(found[0])
    return etree.tostring(root)


# ---- the PDF

PDF = {  # the division, and what of its structure is taken out
    "note": ("Bees over the town", lambda item: item.get("/S") == "/Note"),
    "paragraph": ("About this edition", lambda item: item.get("/S") == "/P"),
    "row": ("Kinds of hives", lambda item: item.get("/S") == "/TR"),
    "picture": ("Kinds of hives", lambda item: str(item.get("/Alt", "")).startswith("A swarm")),
    "inside": ("Ways on", lambda item: "/Obj" in item and "/Dest" in item.Obj),
    "outside": ("Ways on", lambda item: "/Obj" in item and "/A" in item.Obj),
}


@pytest.fixture(scope="module")
def printed():
    data = typesetting.book(VOLUME).pdf
    return data, parity_pdf.read(data).form


@pytest.mark.parametrize("kind", LOSSES)
def test_losses_of_the_pdf_are_seen(printed, kind):
    data, whole = printed
    title, meant = PDF[kind]
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pieces = list(_below(pdf.Root.StructTreeRoot))
        start = next(n for n, (_, item) in enumerate(pieces) if str(item.get("/T", "")) == title)
        holder, item = next((holder, item) for holder, item in pieces[start:] if meant(item))
        holder.K = pikepdf.Array([kid for kid in _kids(holder) if kid != item])
        pdf.save(made)
    assert seen(whole, parity_pdf.read(made.getvalue()).form, kind)


def _below(item):
    """Pairs of a piece of structure and a kid of it, in the order of the text."""
    for kid in _kids(item):
        if isinstance(kid, pikepdf.Dictionary):
            yield item, kid
            yield from _below(kid)


def _kids(item):
    kids = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
