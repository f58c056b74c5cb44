"""The site as readers get it: notes, figures, links, and that nothing asks another host."""

import json
import re
from pathlib import Path

import pytest
from apparatus import read
from apparatus.evidence.chapters import chapters
from apparatus.grounds import bound_files
from lxml import html

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
GENERATED = [
    *("apparatus/bibliography.md", "apparatus/concordance.md", "apparatus/editorial-notes.md", "apparatus/glossary.md", "about/checks.md"),
    *("apparatus/works/sarkar2020.md", "apparatus/works/unsc2020s53.md", "apparatus/works/ismediand.md"),
]


def tree(built, name):
    stem = name.removesuffix(".md")
    path = built / "index.html" if stem == "index" else built / stem / "index.html"
    return html.document_fromstring(path.read_bytes())


def test_build_warns_of_nothing(built):
    log = (built / ".log").read_text(encoding="utf-8")
    assert "WARNING" not in log and "ERROR" not in log


@pytest.mark.parametrize("name", PAGES + GENERATED)
def test_notes_run_from_one_in_order_of_appearance(built, name):
    document = tree(built, name)
    marks = [int(mark.text_content()) for mark in document.xpath("//a[contains(@class, 'footnote-ref')]")]
    assert marks == list(range(1, len(marks) + 1))
    notes = document.xpath("//div[@class='footnote']//li")
    assert len(notes) == len(marks)
    for note in notes:
        text = note.text_content()
        assert len(text) > 25 and "987654321" not in text and "[@" not in text


@pytest.mark.parametrize("name", PAGES)
def test_each_cluster_of_the_source_is_a_note_with_its_locators(built, name):
    page, _ = read.markdown.page(name, (DOCS / name).read_text(encoding="utf-8"))
    text = [" ".join(n.text_content().split()) for n in tree(built, name).xpath("//div[@class='footnote']//li")]
    position = 0
    for cluster in page.clusters:  # editorial notes put further notes between them
        wanted = [re.sub(r"(?<=\d)-(?=\d)", "–", c.locator.value) for c in cluster.citations if c.locator]
        while position < len(text) and not all(value in text[position] for value in wanted):
            position += 1
        assert position < len(text), f"{cluster.location}: no note holds {wanted}"
        position += 1


@pytest.mark.parametrize("name", PAGES + GENERATED)
def test_no_markup_is_left_over(built, name):
    article = tree(built, name).xpath("//article")[0]
    for code in article.xpath(".//pre | .//code | .//style | .//svg"):
        code.drop_tree()
    text = article.text_content()
    assert not re.search(r"\[@|\[\?|\{#|\{:|!!! |^///|\\bibliography|\]\(|\ue000|<span|&amp;", text, re.MULTILINE)


def test_no_page_asks_another_host(built):
    for path in built.rglob("*.html"):
        document = html.document_fromstring(path.read_bytes())
        asked = document.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='preconnect']/@href")
        asked += document.xpath("//img/@src | //iframe/@src | //source/@src | //object/@data")
        assert [address for address in asked if re.match(r"(https?:)?//", address)] == [], path
    for path in built.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", path.read_text(encoding="utf-8")), path


def test_every_diagram_is_drawn_with_title_description_and_sourced_caption(built):
    drawn = 0
    for name in PAGES:
        source = (DOCS / name).read_text(encoding="utf-8")
        figures = tree(built, name).xpath("//figure[.//div[contains(@class, 'diagram')]]")
        assert len(figures) >= len(re.findall(r"^```(?:mermaid|figure)", source, re.MULTILINE)), name
        for figure in figures:
            drawn += 1
            assert figure.xpath(".//*[local-name()='svg']/*[local-name()='title']")[0].text_content().strip()
            assert figure.xpath(".//*[local-name()='svg']/*[local-name()='desc']")[0].text_content().strip()
            assert figure.xpath(".//figcaption//a[contains(@class, 'footnote-ref')]"), f"{name}: caption without note"
            assert not figure.xpath(".//script | .//*[local-name()='foreignObject']")
    assert drawn >= 8


def test_extremist_sources_are_never_linked(built):
    for entry in read.book(ROOT).entries:
        if "extremist" in entry.keywords:
            item = tree(built, "apparatus/bibliography.md").get_element_by_id(entry.citekey)
            dossier = tree(built, f"apparatus/works/{entry.citekey}.md").xpath("//article")[0]
            for shown in (item, dossier):
                links = shown.xpath(".//a[not(ancestor::*[@class='doors' or @class='doors-of-page'])]/@href")  # those lead to our own sources
                assert not [link for link in links if link.startswith("http")]
                assert "://" not in shown.text_content()


def test_every_work_stands_once_in_the_bibliography(built):
    keys = [entry.citekey for entry in read.book(ROOT).entries]
    shown = tree(built, "apparatus/bibliography.md").xpath("//li[@class='work']/@id")
    assert sorted(shown) == sorted(keys)


def test_each_work_can_be_copied_in_three_forms_that_search_passes_over(built):
    page = tree(built, "apparatus/bibliography.md")
    for entry in read.book(ROOT).entries:
        for shown in (page.get_element_by_id(entry.citekey), tree(built, f"apparatus/works/{entry.citekey}.md")):
            bibtex, ris, plain = (pre.text_content() for pre in shown.xpath(".//details[@class='cite']//pre"))
            assert f"{{{entry.citekey},\n" in bibtex and bibtex.startswith("@") and bibtex.endswith("}")
            assert ris.startswith("TY  - ") and ris.endswith("ER  - ")
            assert len(plain) > 20 and "<" not in plain
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert "TY  - " not in index and "journal = {" not in index and "@online{" not in index


def test_every_work_has_a_page_outside_the_navigation_that_search_finds(built):
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    navigation = set(tree(built, "index.md").xpath("//nav//a/@href"))
    for entry in read.book(ROOT).entries:
        assert f'"location":"apparatus/works/{entry.citekey}/","title":"' in index
        assert f"apparatus/works/{entry.citekey}/" not in navigation


def test_chapters_end_with_their_files(built):
    for name in ("introduction", "fighters/concept"):
        (line,) = tree(built, f"{name}.md").xpath("//p[@class='downloads']")
        bound, made = line.xpath(".//a/@href")[:2], line.xpath(".//a/@href")[2:]
        assert [Path(link).name for link in bound] == [f"{name.replace('/', '-')}{ending}" for ending in bound_files.CHAPTER]
        for link in made:
            assert (built / name / link).resolve().is_file(), link


def test_what_is_made_of_the_site_is_offered_and_not_there_before(built):
    links = tree(built, "index.md").xpath("//article//a/@href")
    assert [link for link in links if link.startswith("downloads/")] == list(bound_files.paths([]))
    slugs = [chapter.slug for chapter in chapters(read.book(ROOT))]
    assert not [path for path in bound_files.paths(slugs) if (built / path).exists()]


def test_concordance_shows_all_seventy_notes(built):
    document = tree(built, "apparatus/concordance.md")
    assert [document.get_element_by_id(f"n{number}").text_content() for number in range(1, 71)] == [str(n) for n in range(1, 71)]


def test_abbreviations_have_tooltips(built):
    titles = tree(built, "introduction.md").xpath("//abbr[text()='ISKP']/@title")
    assert titles and set(titles) == {"Islamic State Khorasan Province"}


def test_search_knows_chapters_and_index_pages(built):
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    for name in [*PAGES, *GENERATED]:
        stem = name.removesuffix(".md")
        assert f'"location":"{"" if stem == "index" else stem + "/"}"' in index


def test_search_passes_over_notes(built):
    """They would all be text of each chapter's last section; their works have pages of their own."""
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert "Wayback Machine" in tree(built, "inside/leadership.md").xpath("string(//div[@class='footnote'])")
    docs = {doc["location"]: doc["text"] for doc in json.loads(index)["docs"]}
    for name in PAGES:
        stem = name.removesuffix(".md")
        notes = tree(built, name).xpath("//div[@class='footnote']//li")
        for location, text in docs.items():
            if notes and location.partition("#")[0] == ("" if stem == "index" else f"{stem}/"):
                assert "↩" not in text and "also cited" not in text and "Wayback" not in text, location


@pytest.mark.parametrize("name", [chapter.page.name for chapter in chapters(read.book(ROOT))])
def test_the_head_of_a_chapter_names_its_files(built, name):
    links = tree(built, name).xpath("/html/head/link[@rel='alternate describedby' or @rel='related']")
    assert [link.get("type").partition("/")[2] for link in links] == [
        *("json", "x-bibtex", "x-research-info-systems", "vnd.citationstyles.csl+json"),
    ]
    for link in links:
        assert (built / name.removesuffix(".md") / link.get("href")).resolve().is_file()
    assert not tree(built, "reading.md").xpath("//link[@rel='related' or contains(@rel, 'alternate')]")


def test_the_dialog_of_search_has_a_name_on_every_page(built):
    for path in built.rglob("*.html"):
        boxes = html.document_fromstring(path.read_bytes()).xpath("//*[@role='dialog']")
        assert boxes and all(box.get("aria-label") for box in boxes), path


def test_only_copies_that_were_seen_are_called_copies(built):
    given = {entry["archiveurl"] for entry in read.book(ROOT).entries} - {""}
    for path in built.rglob("*.html"):
        for link in html.document_fromstring(path.read_bytes()).xpath("//a[@class='archived']"):
            assert link.text_content() == ("archived copy" if link.get("href") in given else "Wayback Machine") and link.get("title")


def test_sources_are_not_published_beside_the_site(built):
    kept = [path for path in built.rglob("*") if path.suffix in (".bib", ".yml", ".lock")]
    assert {path.parent for path in kept} <= {built / "downloads"}
