"""The registers on the built site: found by every name in search, and by pointing at a mention."""

import json
import re
from pathlib import Path

import pytest
from apparatus import read
from apparatus.grounds.register_pages import homes
from lxml import html


ROOT = Path(__file__).parents[2]
NAMES = {
    "Hafeez": "register/people/hafiz-saeed-khan/",
    "ISIS-K": "register/groups/iskp/",
    "Wilayat Khurasan": "register/groups/iskp/",
    "Daesh": "register/groups/is/",
    "ISIL": "register/groups/is/",
    "Abdullah Orakzai": "register/people/aslam-farooqi/",
    "Tehreek-e-Taliban": "register/groups/ttp/",
    "Shabab al-Muhajir": "register/people/shahab-al-muhajir/",
}


@pytest.fixture(scope="module")
def index(built):
    return json.loads((built / "search/search_index.json").read_text(encoding="utf-8"))["docs"]


@pytest.mark.parametrize(("name", "page"), NAMES.items())
def test_search_knows_other_names(index, name, page):
    entry = next(entry for entry in index if entry["location"] == page)
    assert name in entry["text"] and any(name in tag for tag in entry["tags"])


def test_search_knows_every_name_of_every_record_with_a_page(index):
    book = read.book(ROOT)
    tags = {entry["location"]: set(entry.get("tags", ())) for entry in index}
    for kind in ("people", "groups", "places"):
        for datum in book.data[kind]:
            home = homes(book)[kind, datum.values["id"]]
            if "#" not in home:
                assert {datum.values["name"], *datum.values.get("variants", ())} <= tags[home.removesuffix(".md") + "/"], home


@pytest.mark.parametrize("name", ["Hafeez", "Daesh", "ISIS-K", "ISISK", "Farooqi", "Nangarhar"])
def test_a_name_finds_its_page_first(opened, name):
    page = opened()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(name)
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    wanted = {**NAMES, "Farooqi": "register/people/aslam-farooqi/", "Nangarhar": "register/places/nangarhar/", "ISISK": NAMES["ISIS-K"]}[name]
    assert re.search(rf"/{wanted}(\?|$)", first.get_attribute("href"))


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_a_mention_shows_a_sentence_on_its_record(opened, by):
    page = opened("inside/leadership/")
    mention = page.locator("a.mention", has_text="Aslam Farooqi").first
    said = mention.get_attribute("title")
    assert said.startswith("Sixth emir")
    mention.scroll_into_view_if_needed()
    mention.hover() if by == "pointer" else mention.focus()
    shown = page.get_by_role("tooltip", name=said).or_(page.locator(".md-tooltip2--active, .md-tooltip--active", has_text=said))
    shown.first.wait_for()


def test_pages_of_registers_have_their_notes(built):
    """No citation is left as it was written, and each page of a record has notes or says what it lacks."""
    for path in sorted((built / "register").rglob("index.html")):
        page = html.parse(path)
        text = "".join(page.xpath("//article//text()"))
        assert "[@" not in text and "[?" not in text, path
    notes = html.parse(built / "register/people/aslam-farooqi/index.html").xpath("//div[@class='footnote']//li")
    assert len(notes) >= 10
