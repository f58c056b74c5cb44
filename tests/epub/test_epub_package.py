"""The EPUB as a package: its files, contents, metadata, and the same bytes for the same book."""

import hashlib
import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from apparatus import epub, fonts
from apparatus.epub.plain_drawings import spell_out
from apparatus.volume.nodes import Section
from lxml import etree
from opened_epub import Opened, opened
from specimen import IMPRINT, VOLUME, only
from specimen_pieces import line, paragraph

SPACES = {"o": "http://www.idpf.org/2007/opf", "d": "http://purl.org/dc/elements/1.1/", "n": "http://www.daisy.org/z3986/2005/ncx/"}
TESTS = Path(__file__).parents[1]


def package(book: Opened):
    return etree.fromstring(book.files["package.opf"])


def values(book: Opened, name: str) -> list[str]:
    return package(book).xpath(f"//o:meta[@property='{name}']/text()", namespaces=SPACES)


def nav(book: Opened, kind: str):
    found = book.trees["nav.xhtml"].xpath("//*[local-name()='nav' and @*[local-name()='type']=$kind]", kind=kind)
    return found[0] if found else None


def test_every_file_is_listed_and_every_text_is_read(bound):
    root = package(bound)
    hrefs = root.xpath("//o:item/@href", namespaces=SPACES)
    assert {*hrefs, "package.opf", "mimetype", "META-INF/container.xml"} == set(bound.files)
    ids = dict(zip(root.xpath("//o:item/@id", namespaces=SPACES), hrefs))
    spine = [ids[found] for found in root.xpath("//o:itemref/@idref", namespaces=SPACES)]
    assert spine[:4] == ["text/cover.xhtml", "text/title-page.xhtml", "text/imprint.xhtml", "nav.xhtml"]
    divisions = [f"text/{division.slug}.xhtml" for division in VOLUME.divisions]
    assert [name for name in spine if name in divisions] == divisions
    assert sorted(spine) == sorted(bound.trees)


def test_the_mimetype_comes_first_and_as_it_is():
    rendered = epub.render(VOLUME).data
    first = zipfile.ZipFile(io.BytesIO(rendered)).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert rendered[38:58] == b"application/epub+zip"


def test_contents_follow_parts_chapters_and_sections(bound):
    def tree(element):
        return [(item[0].text, tree(item[1]) if len(item) > 1 else []) for item in element]

    toc = tree(nav(bound, "toc").find("{*}ol"))
    assert toc[0][0] == "Imprint"
    assert toc[3][0] == "Hives and honey"
    assert toc[3][1] == [("2. Kinds of hives", [("What they share", []), ("How they differ", [])]), ("3. Honey", [("Yields", [])])]
    assert toc[-1] == ("Colophon", [])
    points = etree.fromstring(bound.files["toc.ncx"]).xpath("//n:navPoint/n:navLabel/n:text/text()", namespaces=SPACES)
    assert points == nav(bound, "toc").xpath(".//*[local-name()='a']/text()")


def test_a_section_without_an_anchor_is_found_from_the_contents():
    made = opened(only(Section(line("Here"), (paragraph("x"),)), Section((), (paragraph("y"),))))
    (link,) = nav(made, "toc").xpath(".//*[text()='Here']")
    assert link.get("href") == f"text/only.xhtml#{made.one('only', '//h:section[h:h2]').get('id')}"
    assert [found for _, _, found in made.links() if found is None] == []


def test_a_page_with_very_many_sections_has_one_line_in_the_contents():
    sections = tuple(Section(line(f"S{number}"), (paragraph("x"),), f"s{number}") for number in range(40))
    assert "S3" in "".join(nav(opened(only(*sections[:20])), "toc").itertext())
    assert "S3" not in "".join(nav(opened(only(*sections)), "toc").itertext())


def test_printed_pages_are_listed_in_their_order(bound):
    labels = ["i", "1", "2", "3", "4", "5", "6", "7", "8"]
    assert nav(bound, "page-list").xpath(".//*[local-name()='a']/text()") == labels
    assert etree.fromstring(bound.files["toc.ncx"]).xpath("//n:pageTarget/n:navLabel/n:text/text()", namespaces=SPACES) == labels
    assert {"pageBreakMarkers", "pageNavigation"} <= set(values(bound, "schema:accessibilityFeature"))
    assert values(bound, "pageBreakSource") == package(bound).xpath("//d:source/text()", namespaces=SPACES)


def test_without_printed_pages_none_are_promised():
    book = opened(VOLUME)
    assert nav(book, "page-list") is None
    assert not {"pageBreakMarkers", "pageNavigation"} & set(values(book, "schema:accessibilityFeature"))
    assert values(book, "pageBreakSource") == ["none"]


def test_the_package_says_what_the_book_is(bound):
    root = package(bound)
    assert root.xpath("//d:title/text()", namespaces=SPACES) == [IMPRINT.title, IMPRINT.subtitle]
    assert root.xpath("//d:creator/text()", namespaces=SPACES) == list(IMPRINT.authors)
    assert root.xpath("//d:subject/text()", namespaces=SPACES) == list(IMPRINT.keywords)
    assert root.xpath("//d:language/text()", namespaces=SPACES) == ["en-GB"]
    assert root.xpath("//d:date/text()", namespaces=SPACES) == ["2019-05-04"]
    assert values(bound, "dcterms:modified") == ["2019-05-04T12:00:00Z"]
    assert values(bound, "schema:accessibilityHazard") == ["none"]
    assert values(bound, "dcterms:conformsTo") == []


def test_an_edition_has_one_identifier_whenever_it_is_built():
    def named(imprint):
        return package(opened(replace(VOLUME, imprint=imprint))).xpath("//d:identifier/text()", namespaces=SPACES)

    assert named(IMPRINT) == named(replace(IMPRINT, revised=IMPRINT.revised + 99, revision="f" * 40))
    assert named(IMPRINT) != named(replace(IMPRINT, edition="Edition 0.2"))


def test_a_sparse_imprint_will_do():
    blank = replace(IMPRINT, subtitle="", authors=(), edition="", date="soon", licence="", licence_url="", copyright="", cite_as="")
    book = opened(replace(VOLUME, imprint=replace(blank, keywords=(), address="", revision="", revised=0, description="")))
    assert package(book).xpath("//d:date", namespaces=SPACES) == []


def test_the_same_book_gives_the_same_bytes_anywhere():
    code = "import sys, hashlib, pathlib; sys.path[:0] = sys.argv[1:3]; from specimen import VOLUME; from apparatus import epub, fonts\n"
    code += "made = epub.render(VOLUME, [('1', 'index.md', '')], {'a': 'b'}, fonts.webfonts(pathlib.Path(sys.argv[3])))\n"
    code += "print(hashlib.sha256(made.data).hexdigest())"
    faces = TESTS.parent / ".cache"
    sums = set()
    for seed, zone in (("1", "Asia/Kabul"), ("2", "America/New_York")):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-c", code, str(TESTS), str(TESTS.parent / "hooks"), str(faces)]
        sums.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip())
    own = epub.render(VOLUME, [("1", "index.md", "")], {"a": "b"}, fonts.webfonts(faces))
    assert sums == {hashlib.sha256(own.data).hexdigest()}


def test_the_cover_is_a_picture_of_its_size(bound):
    cover = bound.files["images/cover.png"]
    assert cover.startswith(b"\x89PNG")
    assert (int.from_bytes(cover[16:20], "big"), int.from_bytes(cover[20:24], "big")) == (1600, 2400)


@pytest.mark.parametrize(
    ("rules", "shape", "fill"),
    [
        (".link{fill:none}", '<path class="link"/>', "none"),
        ("#a .node rect, #a .box{fill:#123456;stroke:red}", '<g class="node"><g><rect/></g></g>', "#123456"),
        ("#a .node rect{fill:#123456}", "<g><rect/></g>", None),
        (".link{fill:none}", '<path class="link" fill="blue"/>', "blue"),
        (".link{fill:none}", '<path class="link" style="fill:#abcdef !important;opacity:1"/>', "#abcdef"),
        (".link:hover{fill:none}", '<path class="link"/>', None),
        (".a{fill:red}.a{fill:green}", '<path class="a"/>', "green"),
        (".a{fill:var(--x)}", '<path class="a"/>', None),
    ],
)
def test_styles_of_drawings_are_spelled_out(rules, shape, fill):
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg"><style>{rules}</style>{shape}</svg>')
    spell_out(root)
    assert list(root.iter("{*}path", "{*}rect"))[0].get("fill") == fill
