"""The archive file of the specimen: valid, complete, the same bytes every time."""

import pytest
from apparatus.archival import blocks, inlines, render
from apparatus.evidence.support import SUPPORTS
from apparatus.volume.nodes import BLOCKS, INLINES
from lxml import etree
from specimen import IMPRINT, VOLUME
from tei_reading import ID, NS, SUBJECTS, Written
from tei_schema import schema_file
from volume_reading import Meant

RENDERED = render(VOLUME, {"typst": "1.2.3", "Notes": "21"}, "linden2011roofs")
ROOT = etree.fromstring(RENDERED.data)


def find(path: str) -> list:
    return ROOT.xpath(path, namespaces=NS)


def test_it_is_valid(schema):
    schema.assertValid(ROOT)


def test_the_schema_is_the_one_that_the_file_names():
    named = RENDERED.data.decode().splitlines()[1]
    assert f"/P5/{ROOT.get('version')}/xml/tei/custom/schema/relaxng/tei_all.rng" in named
    assert f"TEI Edition: Version {ROOT.get('version')}." in " ".join(schema_file().read_text(encoding="utf-8")[:2000].split())


def test_nothing_is_amiss():
    assert RENDERED.faults == ()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_it_says_what_the_book_says(subject):
    meant = getattr(Meant(VOLUME), subject)()
    assert meant, "the specimen has nothing of the kind"
    assert getattr(Written(RENDERED.data), subject)() == meant


def test_every_kind_of_node_is_written():
    assert set(blocks._WRITERS) == set(BLOCKS)
    assert set(inlines._WRITERS) == set(INLINES)


def test_every_pointer_leads_to_one_place():
    names = [element.get(ID) for element in ROOT.iter("{*}*") if element.get(ID)]
    assert len(names) == len(set(names))
    pointers = find("//@target[starts-with(., '#')] | //@ana | //@sameAs")
    assert len(pointers) > 50
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(names)


def test_it_is_the_same_bytes_every_time():
    assert render(VOLUME, {"typst": "1.2.3", "Notes": "21"}, "linden2011roofs") == RENDERED


def test_it_is_laid_out_in_lines_of_unix():
    text = RENDERED.data.decode("utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model ')
    assert text.endswith("</TEI>\n")
    assert "\r" not in text
    assert '\n    <front>\n      <titlePage>\n' in text
    assert '\n            <p n="1" xml:id="town-honey.p1">How much honey a roof gives.</p>\n' in text


def test_the_order_of_the_book_and_its_parts():
    assert find("/t:TEI/t:text/t:*/t:div/t:head/text()") == [
        "Bees in towns", "Bees over the town", "Hives and honey", "Registers", "Apparatus", "About",
    ]  # fmt: skip
    assert find("//t:body/t:div[@type='part']/t:div/@type") == ["chapter", "chapter"]
    assert find("//t:body//t:div[@type='chapter']/@n") == ["1", "2", "3"]
    assert find("//t:front/t:div/@type") == ["opening"]
    assert find("//t:back/t:div[@type='part'][t:head='Apparatus']/t:div/@type") == [
        "glossary", "bibliography", "concordance", "editorial-notes", "evidence", "index-of-names",
    ]  # fmt: skip


def test_a_paragraph_is_found_as_the_header_says():
    chapters, paragraphs = find("//t:citeStructure")
    in_tei = {"div": "t:div", "body": "t:body", "self::p": "self::t:p", "self::milestone": "self::t:milestone"}

    def path(of) -> str:
        text = of.get("match")
        for plain, prefixed in in_tei.items():
            text = text.replace(plain, prefixed)
        return text

    chapter = find(f"{path(chapters)}[{chapters.get('use')}='2']")[0]
    found = chapter.xpath(f"{path(paragraphs)}[{paragraphs.get('use')}='5']", namespaces=NS)
    assert [element.get(ID) for element in found] == ["town-hives.p5"]
    assert chapter.xpath(f"{path(paragraphs)}[{paragraphs.get('use')}='1']", namespaces=NS)[0].text == "A hive has frames or it has none."


def test_a_note_stands_at_its_first_mark_and_is_pointed_to_after():
    assert find("string(//t:p[@xml:id='introduction.p2']/t:s[1]/t:note/@n)") == "2"
    again = find("//t:p[@xml:id='introduction.p2']/t:s[5]/t:ptr")[0]
    assert dict(again.attrib) == {"type": "note", "n": "2", "target": "#introduction.note-2"}


def test_the_header_says_what_the_imprint_says():
    assert find("//t:titleStmt/t:title/text()") == [IMPRINT.title, IMPRINT.subtitle]
    assert find("//t:titleStmt/t:author/text()") == list(IMPRINT.authors) == find("//t:docAuthor/text()")
    assert find("string(//t:edition)") == "Edition 0.1 (2019-05-04)"
    assert find("//t:licence/@target") == [IMPRINT.licence_url]
    assert find("//t:licence/t:p/text()") == [IMPRINT.licence, IMPRINT.copyright]
    assert find("//t:idno[@type='commit']/text() | //t:idno[@type='URI']/text()") == [IMPRINT.address, IMPRINT.revision]
    assert find("//t:notesStmt/t:note/text()") == [IMPRINT.cite_as]
    assert find("//t:abstract/t:p/text()") == [IMPRINT.description]
    assert find("//t:keywords/t:term/text()") == list(IMPRINT.keywords)
    assert find("//t:language/@ident") == ["en-GB", "ar-Latn", "fr"]
    assert find("//t:change/@when") == ["2019-05-04T12:00:00Z"]
    assert find("//t:projectDesc//t:label/text()") == ["typst", "Notes"]
    assert find("//t:projectDesc//t:item/text()") == ["1.2.3", "21"]
    assert find("//t:taxonomy/t:category/t:catDesc/text()") == [said for said, _ in SUPPORTS.values()]


def test_the_header_counts_what_the_file_holds():
    counted = {measure.get("unit"): int(measure.get("quantity")) for measure in find("//t:extent/t:measure")}
    assert counted == {
        "division": len(VOLUME.divisions),
        "chapter": len(find("//t:body//t:div[@type='chapter']")),
        "note": len(find("//t:text//t:note[@place='foot']")),
        "figure": len(find("//t:figure[@type='figure']")),
        "table": len(find("//t:figure[@type='table']")),
    }


def test_the_source_is_the_work_as_the_bibliography_lists_it():
    source = find("//t:sourceDesc/t:bibl")[0]
    assert source.text == "A. Linden, Bees on Roofs (Honeyton: Roof Press, 2011)"
    assert find(f"//t:bibl[@xml:id='{source.get('sameAs')[1:]}']/@n") == ["linden2011roofs"]
    assert b"<sourceDesc>\n        <p>" in render(VOLUME).data


def test_addresses_of_the_site_are_whole_where_it_has_one():
    assert find("//t:ref[text()='the sources as BibTeX']/@target") == ["https://bees.example/book/downloads/bibliography.bib"]
