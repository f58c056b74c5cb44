"""What the EPUB holds: every node of the book in the words of XHTML, every link with its place."""

import re
from collections import Counter

import pytest
from apparatus import epub
from apparatus.epub import inlines
from apparatus.epub.inlines import address
from apparatus.epub.places import identifier, places
from apparatus.volume.nodes import (
    INLINES,
    Anchor,
    Box,
    Drawing,
    Foreign,
    Inside,
    Link,
    Mark,
    OnSite,
    Outside,
    Paragraph,
    Section,
    Work,
    plain,
    walk,
)
from opened_epub import TYPE, Opened, opened, said
from specimen import VOLUME, only, with_blocks
from specimen_chapters import HIVES, HONEY, ROOFS
from specimen_pieces import line, note, numbered, paragraph, table


WORDED = {"Paragraph", "Note", "Verbatim", "Text", "Code"}


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_kind_of_line_has_a_writer():
    assert set(inlines._WRITERS) == set(INLINES)


@pytest.mark.parametrize("division", VOLUME.divisions, ids=lambda division: division.slug)
def test_every_word_of_a_division_is_there(bound, division):
    text = squeezed(said(bound.one(division.slug, "//h:body")))
    worded = [plain(node) for node in walk((division.blocks, division.notes)) if type(node).__name__ in WORDED]
    assert [words for words in worded if squeezed(words) not in text] == []


def test_paragraphs_keep_their_numbers(bound):
    for division in VOLUME.divisions:
        numbers = [node.number for node in walk(division.blocks) if isinstance(node, (Paragraph, Anchor)) and node.number]
        assert [int(span.text) for span in bound.all(division.slug, "//*[@class='para']")] == numbers


def test_notes_and_their_marks_lead_to_each_other(bound):
    for division in VOLUME.divisions:
        asides = bound.all(division.slug, "//h:aside[@e:type='footnote' and @role='doc-footnote']")
        assert [int(aside.xpath("string(.//*[@class='back'])").split(".")[0]) for aside in asides] == [n.number for n in division.notes]
        marks = bound.all(division.slug, "//*[@e:type='noteref' and @role='doc-noteref']")
        shown = [node.number for node in walk(division.blocks) if isinstance(node, Mark)]
        assert Counter(int(mark.text) for mark in marks) == Counter(shown)
        ids = {aside.get("id"): aside for aside in asides}
        back = {(link.get("href"), aside.get("id")) for aside in asides for link in aside.xpath(".//*[@role='doc-backlink']")}
        assert back == {(f"#{mark.get('id')}", mark.get("href")[1:]) for mark in marks}
        assert all(ids[mark.get("href")[1:]].xpath("string(.//*[@class='back'])").startswith(f"{mark.text}.") for mark in marks)


def test_every_link_leads_somewhere_and_every_id_is_a_name_of_its_own(bound):
    assert [(name, href) for name, href, found in bound.links() if found is None] == []
    for tree in bound.trees.values():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", found) for found in ids)


def test_links_lead_to_the_places_that_the_volume_names(bound):
    known = places(VOLUME)
    for division in VOLUME.divisions:
        targets = [node.target for node in walk((division.blocks, division.notes)) if isinstance(node, Link)]
        wanted = Counter(known.href(target, division.name) for target in targets if isinstance(target, Inside))
        wanted += Counter(address(target.url) for target in targets if isinstance(target, Outside))
        trails = "ancestor::*[@class='cited' or @e:type='index-entry'] or @role or @e:type='noteref'"
        found = Counter(link.get("href") for link in bound.all(division.slug, f"//h:a[not({trails})]"))
        found += Counter(link.get("href") for link in bound.all(division.slug, "//*[@class='gloss']//h:a"))
        assert found == wanted
    assert "the sources as BibTeX" in said(bound.one("introduction", "//*[@id='p5']"))
    assert not bound.all("introduction", "//h:a[text()='the sources as BibTeX']")


def test_records_lead_back_to_their_places(bound):
    entry = bound.one("index-of-names", "//*[@id='places-honeyton']")
    assert said(entry[1]) == "Honeyton, also Māʾ-town, the Town: ch. 1 ¶ 2, 5; ch. 3 ¶ 3"
    assert [a.get("href") for a in entry[1].iter("{*}a")] == ["introduction.xhtml#p2", "introduction.xhtml#p5", "town-honey.xhtml#p3"]
    assert [a.get("aria-label") for a in entry[1].iter("{*}a")] == [None, "ch.\u00a01 ¶\u00a05", None]
    cited = bound.one("apparatus-bibliography", "//*[@id='hazel2015wax']/*[@class='cited']")
    assert said(cited).startswith("Cited in Bees in towns ¶ 1; ch. 1 ¶ 2")


def test_places_of_one_name_are_counted():
    twice = Section(line("Hives"), (Paragraph((Anchor("a"), Anchor("b"))),), "s")
    cited = Work("x", line("X"), (), tuple(Inside("only.md", anchor) for anchor in ("a", "b", "s")), "x")
    assert said(opened(only(twice, cited)).one("only", "//*[@class='cited']")) == "Cited in ch. 1 “Hives”, (2), (3)."


def test_drawings_have_both_schemes_and_words(bound):
    for drawing in (node for node in walk(VOLUME) if isinstance(node, Drawing)):
        light, dark = (bound.files[f"images/{drawing.name}{scheme}.svg"].decode() for scheme in ("", "-dark"))
        assert "#1a1a1a" in light and "#e8e6e1" in dark and "#1a1a1a" not in dark
    image = bound.one("town-hives", "//h:img[@src='../images/hives-swarm.svg']")
    assert image.get("alt") == "A swarm & its way"
    source = image.getprevious()
    assert (source.get("srcset"), source.get("media")) == ("../images/hives-swarm-dark.svg", "(prefers-color-scheme: dark)")
    assert said(bound.one("town-hives", f"//*[@id='{image.get('aria-describedby')}']")) == "A swarm leaves < flies > settles."


def test_tables_say_what_heads_what(bound):
    head, second = bound.all("town-hives", "//*[@id='table-frames']//h:thead/h:tr")
    assert [(c.get("scope"), c.get("class"), c.get("colspan"), c.get("rowspan")) for c in head] == [
        ("col", None, None, "2"),
        ("colgroup", "center", "2", None),
    ]
    assert [c.get("class") for c in second] == ["center", "right"]  # the first column is taken from above
    assert [c.get("scope") for c in bound.all("town-hives", "//*[@id='table-frames']//h:tbody//h:th")] == ["row", "row"]


def test_a_heading_without_words_heads_nothing():
    made = opened(only(table(("", "Honey"), ("Roof", "3"))))
    assert [cell.tag.rpartition("}")[2] for cell in made.all("only", "//h:thead/h:tr/*")] == ["td", "th"]


def test_sections_nest_and_records_form_lists(bound):
    assert bound.one("town-hives", "//h:section[@id='share']/h:section[@id='parts']/h:h3").text == "Their parts"
    assert len(bound.all("apparatus-bibliography", "//h:section[@id='books']/h:ul/h:li")) == 2


def test_boxes_terms_and_sentences_have_their_names(bound):
    assert bound.one("introduction", "//h:section[@e:type='abstract']").get("role") == "doc-abstract"
    assert bound.one("town-hives", "//*[@id='editorial-e1']").get("role") == "note"
    assert said(bound.one("town-hives", "//h:details[@id='program']/h:summary")) == "Folded away: a program & its file"
    assert bound.one("apparatus-glossary", "//h:dt[@id='skep']/h:dfn").text == "skep"
    assert bound.one("introduction", "//*[@class='claim claim--official']").get("data-works") == "OS 2"
    assert bound.one("introduction", "//h:abbr").get("title") == "Honeyton Bee Keepers"
    assert bound.one("town-hives", "//h:ol[@start]").get("start") == "7"


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("ps-AF", "rtl"), ("ar-Latn", None), ("fr", None)])
def test_words_of_other_languages(language, way):
    span = opened(only(paragraph(Foreign(line("x"), language)))).one("only", "//h:p/h:span")
    assert (span.get("lang"), span.get("{http://www.w3.org/XML/1998/namespace}lang"), span.get("dir")) == (language, language, way)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (Link(line("gone"), Inside("nowhere.md", "p1")), "nowhere.md#p1"),
        (Link(line("gone"), Inside(ROOFS, "p99")), f"{ROOFS}#p99"),
        (Link(line("gone"), Outside("javascript:alert(1)")), "javascript:alert(1)"),
        (Mark(77), "note 77"),
    ],
)
def test_a_link_to_nothing_is_a_fault_and_its_text_stays(link, words):
    rendered = epub.render(with_blocks(HONEY, numbered(9, "See ", link)))
    (fault,) = rendered.faults
    assert (fault.division, fault.anchor, fault.code) == (HONEY, "p9", "SET004")
    assert words in fault.message
    shown = Opened(rendered.data).one("town-honey", "//*[@id='p9']")
    assert "".join(shown.itertext()).endswith(("See gone", "See 77"))
    assert not shown.findall(".//{*}a")


def test_what_only_the_site_has_is_no_fault():
    rendered = epub.render(only(paragraph(Link(line("CSV"), OnSite("downloads/a.csv")))))
    assert rendered.faults == ()
    assert not Opened(rendered.data).all("only", "//h:a")


def test_no_link_within_a_link():
    inner = Link(line("words", Mark(1)), Inside("only.md", "p1"))
    made = opened(only(numbered(1, Link(line("some ", inner, " more"), Outside("https://a.example/"))), notes=(note(1, "A note."),)))
    (link,) = made.all("only", "//*[@id='p1']/h:a")
    assert "".join(link.itertext()) == "some words more"
    assert link.getnext().get("class") == "ref"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/b c?d=é&e=[1]#f", "https://a.example/b%20c?d=%C3%A9&e=%5B1%5D#f"),
        ("https://a.example/b%20c", "https://a.example/b%20c"),
        ("https://[::1]/a[b]", "https://[::1]/a%5Bb%5D"),
        ('https://a.example/"<>|', "https://a.example/%22%3C%3E%7C"),
        ("https://a.example/100%", "https://a.example/100%25"),
    ],
)
def test_addresses_are_encoded(url, written):
    assert address(url) == written


@pytest.mark.parametrize(
    ("name", "made"), [("p1", "p1"), ("2015", "x-2015"), ("a b", "a_20b"), ("é", "_e9"), ("fn:1", "fn_3a1"), ("", "x-"), ("a.b", "a_2eb")]
)
def test_ids_are_names(name, made):
    assert identifier(name) == made


def test_ids_that_come_out_alike_are_told_apart():
    blocks = (Box("note", (), (), "a_20b"), Box("note", (), (), "a b"), Box("note", (), (), "note-1"), Box("note", (), (), "a b"))
    link = paragraph(Link(line("there"), Inside("only.md", "a b")), Mark(1))
    made = opened(only(*blocks, link, notes=(note(1, "A note."),)))
    assert [box.get("id") for box in made.all("only", "//h:aside[@class='box note']")] == ["a_20b", "a_20b-2", "note-1", None]
    assert made.one("only", "//h:a[text()='there']").get("href") == "#a_20b-2"
    assert made.one("only", "//h:aside[@e:type='footnote']").get("id") == "note-1-2"


def test_pages_begin_where_print_begins_them(bound):
    breaks = {}
    for name in bound.trees:
        for span in bound.trees[name].xpath("//*[@role='doc-pagebreak']"):
            assert span.get(TYPE) == "pagebreak"
            breaks[span.get("aria-label")] = (name.removeprefix("text/").removesuffix(".xhtml"), span)
    assert {label: (name, span.getparent().tag.rpartition("}")[2]) for label, (name, span) in breaks.items()} == {
        "i": ("index", "header"),
        "1": ("introduction", "p"),
        "2": ("town-hives", "section"),
        "3": ("town-hives", "section"),
        "4": ("town-hives", "th"),
        "5": ("town-hives", "summary"),
        "6": ("apparatus-glossary", "dt"),
        "7": ("apparatus-bibliography", "li"),
        "8": ("index-of-names", "li"),
    }
    assert breaks["3"][1].getnext().get("id") == "figure-parts"


def test_a_page_that_begins_nowhere_is_a_fault():
    rendered = epub.render(VOLUME, [("1", "gone.md", ""), ("2", HIVES, "gone"), ("3", HIVES, "parts")])
    assert [(fault.division, fault.anchor) for fault in rendered.faults] == [("gone.md", ""), (HIVES, "gone")]
    assert {fault.code for fault in rendered.faults} == {"SET004"}
