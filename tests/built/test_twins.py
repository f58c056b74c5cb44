"""The documents for programs, set against the pages they describe: words, notes and their places are those of the built site."""

import json
import re
from pathlib import Path

import pytest
from apparatus import read
from apparatus.evidence.chapters import chapters
from lxml import html

ROOT = Path(__file__).parents[2]
NAMES = [chapter.page.name.removesuffix(".md") for chapter in chapters(read.book(ROOT))]
APART = (  # tags and classes of what is on the page but is not its text; so is what the search leaves out
    "h1 h2 h3 h4 h5 h6 sup svg style script button form nav".split(),
    "footnote diagram editorial editorial-detail support-line downloads".split(),
)


def parsed(built, name):
    return html.document_fromstring((built / name / "index.html").read_bytes()), json.loads((built / f"{name}.json").read_bytes())


def words(text):
    """The words of a text in order, whatever stands between them."""
    return re.findall(r"\w+", text)


def drop_figures(body):
    """Take out what stands from the anchor of a figure drawn from the registers to the line that leads to its data."""
    for end in body.xpath(".//*[contains(@class, 'figure-data')]"):
        piece = end.getprevious()
        while not piece.xpath("descendant-or-self::*[starts-with(@id, 'figure-')]"):
            piece, gone = piece.getprevious(), piece
            gone.drop_tree()
        piece.drop_tree()
        end.drop_tree()


@pytest.mark.parametrize("name", NAMES)
def test_the_paragraphs_are_the_words_of_the_page(built, name):
    """Without headings, notes, editorial notes, diagrams and figures from the registers; without the number before a caption."""
    page, document = parsed(built, name)
    body = page.xpath("//article")[0]
    drop_figures(body)
    tags, classes = APART
    for element in list(body.iter()):
        said = set((element.get("class") or "").split())
        if element.tag in tags or said & set(classes) or element.get("data-search-exclude") is not None:
            element.drop_tree()
    for prefix in body.xpath(".//*[contains(@class, 'caption-prefix')]"):
        prefix.drop_tree()
    shown, stated = words(" ".join(body.itertext())), [word for block in document["paragraphs"] for word in words(block["text"])]
    assert shown == stated


@pytest.mark.parametrize("name", NAMES)
def test_the_notes_have_the_numbers_the_works_and_the_locators_of_the_page(built, name):
    page, document = parsed(built, name)
    citations = [c for block in document["paragraphs"] for sentence in block["sentences"] for c in sentence["citations"]]
    citations += [c for box in (*document["figures"], *document["editorial_notes"]) for c in box["citations"]]
    given: dict[int, list[dict]] = {}
    for citation in citations:
        given.setdefault(citation["note"], []).append(citation)
    items = page.xpath("//div[contains(@class, 'footnote')]//li[starts-with(@id, 'fn:')]")
    assert sorted(given) == list(range(1, len(items) + 1))
    for number, item in enumerate(items, start=1):
        works = [link.rpartition("#")[2] for link in item.xpath(".//a/@href") if "/bibliography/#" in link]
        assert works == [citation["citekey"] for citation in given[number]]
        article = [int(link.rpartition("#n")[2]) for link in item.xpath(".//a/@href") if "/concordance/#n" in link]
        assert article == [n for citation in given[number] for n in citation["article_notes"]]
        text = " ".join(item.text_content().split())
        for citation in given[number]:
            value = citation["locator"]["value"] if citation["locator"] else ""
            assert re.sub(r"(?<=\d)-(?=\d)", "–", value) in text


@pytest.mark.parametrize("name", NAMES)
def test_the_marks_of_the_notes_stand_in_the_same_paragraphs(built, name):
    page, document = parsed(built, name)
    shown, place = [], None
    wanted = "contains(@class, 'para') or contains(@class, 'footnote-ref') or starts-with(@id, 'editorial-') or starts-with(@id, 'figure-')"
    for element in page.xpath(f"//article//*[{wanted}]"):
        if "para" in (element.get("class") or "").split():
            place = element.get("id")
        elif "footnote-ref" in (element.get("class") or "").split():
            shown.append((int(element.text_content()), place))
        else:  # a figure of two drawings has an anchor for each, the second longer by a word
            place = next((box["anchor"] for box in document["figures"] if element.get("id").startswith(box["anchor"])), element.get("id"))
    stated = [(n, block["anchor"]) for block in document["paragraphs"] for sentence in block["sentences"] for n in sentence["notes"]]
    stated += [(c["note"], box["anchor"]) for box in (*document["figures"], *document["editorial_notes"]) for c in box["citations"]]
    assert sorted(set(stated)) == sorted(set(shown)) and len(shown) > 8


def test_anchors_of_the_documents_are_on_the_pages(built):
    for name in NAMES:
        page, document = parsed(built, name)
        known = set(page.xpath("//@id"))
        wanted = {block["anchor"] for block in document["paragraphs"]} | {box["anchor"] for kind in ("figures", "editorial_notes") for box in document[kind]}
        assert wanted | {section["anchor"] for section in document["sections"]} <= known, name
        for link in document["links"]:
            assert link["anchor"] is None or parsed(built, link["page"].removesuffix(".md"))[0].xpath(f"//*[@id='{link['anchor']}']")


def test_schemas_and_graph_stand_where_the_documents_say(built):
    for path in (built / "graph.json", *(built / f"{name}.json" for name in NAMES)):
        document = json.loads(path.read_bytes())
        assert (path.parent / document["$schema"]).is_file()
        assert (path.parent / document.get("graph", "graph.json")).is_file()
    for chapter in json.loads((built / "graph.json").read_bytes())["chapters"]:
        assert (built / chapter["data"]).is_file()
