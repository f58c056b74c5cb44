"""Notes where they are read, in a real browser: by mouse, keyboard and touch, on a phone, without script; and the way back."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

CHAPTER = "inside/leadership/"
LONG = "inside/structure/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
POPOVER = ".note-popover"
PAGES = sorted(
    path.relative_to(Path(__file__).parents[2] / "docs").as_posix() for path in (Path(__file__).parents[2] / "docs").rglob("*.md")
)


def mark(page, number):
    return page.locator(f"a.footnote-ref[href='#fn:{number}']")


def note_text(page, number):
    """The words of a note at the foot, without the link that leads back."""
    words = "note => { const copy = note.cloneNode(true); copy.querySelector('.footnote-backref').remove(); return copy.textContent; }"
    return " ".join(page.locator(f"[id='fn:{number}'] > p").first.evaluate(words).split())


def popover_text(page):
    return " ".join(page.locator(f"{POPOVER}__text").text_content().split())


def number_with(page, selector):
    """The number of the first mark within an element, scrolled to the middle of the window."""
    found = page.locator(f"{selector} a.footnote-ref").first
    found.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    return found.text_content()


def is_inside(page):
    """Whether the popover lies in the window, below the header, no wider than it and nothing over it."""
    return page.evaluate(
        """() => {
          const box = document.querySelector('.note-popover').getBoundingClientRect();
          const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
          const ground = document.documentElement.clientWidth;
          const corners = [box.left + 3, box.right - 3].flatMap(x => [[x, box.top + 3], [x, box.bottom - 3]]);
          return box.width > 100 && box.height > 30 && box.left >= 0 && box.top >= header && box.right <= ground
            && box.bottom <= innerHeight && corners.every(([x, y]) => document.elementFromPoint(x, y).closest('.note-popover'));
        }"""
    )


@pytest.mark.parametrize("number", [2, 7, 22])
def test_a_note_opens_by_mouse_with_its_whole_text(opened, number):
    page = opened(CHAPTER)
    mark(page, number).hover()
    page.locator(POPOVER).wait_for()
    assert popover_text(page) == note_text(page, number) and is_inside(page)
    assert page.locator(f"{POPOVER} [id], {POPOVER} .footnote-backref, {POPOVER} button").count() == 0
    assert page.locator(POPOVER).get_attribute("aria-label") == f"Note {number}"
    assert mark(page, number).get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{mark(page, number).get_attribute('aria-controls')}").count() == 1
    page.mouse.move(5, 5)
    page.locator(POPOVER).wait_for(state="detached")
    assert mark(page, number).get_attribute("aria-expanded") == "false" and mark(page, number).get_attribute("aria-controls") is None


def test_it_stays_while_the_pointer_is_over_it_and_its_links_can_be_followed(opened):
    page = opened(CHAPTER)
    mark(page, 2).hover()
    link = page.locator(f"{POPOVER} a").first
    link.hover()
    page.wait_for_timeout(700)
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(re.compile(f"#{target}$"))


def test_a_pointer_on_its_way_elsewhere_opens_nothing(opened):
    page = opened(CHAPTER)
    mark(page, 2).hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    assert page.locator(POPOVER).count() == 0


def test_only_one_is_open_and_escape_closes_it(opened):
    page = opened(CHAPTER)
    mark(page, 1).hover()
    page.locator(POPOVER).wait_for()
    mark(page, 2).focus()
    page.locator(f"{POPOVER}[aria-label='Note 2']").wait_for()
    assert page.locator(POPOVER).count() == 1
    page.keyboard.press("Escape")
    assert page.locator(POPOVER).count() == 0


def test_by_keyboard_tab_leads_through_the_note_and_on(opened):
    page = opened(CHAPTER)
    mark(page, 2).focus()
    page.locator(POPOVER).wait_for()
    links = page.locator(f"{POPOVER} a").count()
    assert links >= 2 and popover_text(page) == note_text(page, 2)
    for index in range(links):
        page.keyboard.press("Tab")
        assert page.evaluate("[...document.querySelectorAll('.note-popover a')].indexOf(document.activeElement)") == index
    page.keyboard.press("Tab")
    assert page.locator(POPOVER).count() == 0 or page.locator(f"{POPOVER}[aria-label='Note 3']").count() == 1
    assert page.evaluate("document.activeElement.matches('a.footnote-ref[href=\"#fn:3\"]')")
    page.evaluate("document.activeElement.blur()")
    page.locator(POPOVER).wait_for(state="detached")


def test_escape_within_a_note_gives_the_focus_back_to_its_mark(opened):
    page = opened(CHAPTER)
    mark(page, 2).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(POPOVER).count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#fn:2"


@pytest.mark.parametrize("act", ["click", "Enter"])
def test_a_mark_leads_to_its_note_and_the_note_back(opened, act):
    page = opened(CHAPTER)
    if act == "click":
        mark(page, 3).click()
    else:
        mark(page, 3).focus()
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#fn:3$"))
    page.locator(POPOVER).wait_for(state="detached")
    page.locator("[id='fn:3'] a.footnote-backref").click()
    assert page.url.endswith("#fnref:3")


def test_the_first_tap_opens_and_a_tap_elsewhere_closes(opened):
    page = opened(CHAPTER, **PHONE)
    mark(page, 2).tap()
    page.locator(POPOVER).wait_for()
    assert "#" not in page.url and popover_text(page) == note_text(page, 2) and is_inside(page)
    page.locator("h2").first.tap(position={"x": 3, "y": 3})
    assert page.locator(POPOVER).count() == 0
    mark(page, 2).tap()
    page.get_by_role("button", name="Close").tap()
    assert page.locator(POPOVER).count() == 0 and page.evaluate("document.activeElement.getAttribute('href')") == "#fn:2"
    mark(page, 2).tap()
    mark(page, 2).tap()
    assert page.locator(POPOVER).count() == 0
    mark(page, 2).tap()
    page.get_by_role("link", name="Go to note 2").tap()
    page.wait_for_url(re.compile("#fn:2$"))
    page.locator(POPOVER).wait_for(state="detached")


@pytest.mark.parametrize("place", ["article > p", ".editorial", "td:last-child", "td:nth-child(2)", "figcaption", "p .claim + .claim"])
def test_on_a_phone_it_lies_in_the_window_wherever_its_mark_stands(opened, place):
    page = opened(LONG, **PHONE)
    number = number_with(page, place)
    mark(page, number).tap()
    assert popover_text(page) == note_text(page, number) and is_inside(page)


def test_a_mark_at_either_edge_keeps_its_note_in_the_window(opened):
    page = opened(CHAPTER, **PHONE)
    lefts = page.evaluate("[...document.querySelectorAll('a.footnote-ref')].map(mark => mark.getBoundingClientRect().left)")
    for index in (lefts.index(min(lefts)), lefts.index(max(left for left in lefts if left < 350))):
        page.locator("a.footnote-ref").nth(index).evaluate("mark => mark.scrollIntoView({block: 'center'})")
        mark(page, index + 1).tap()
        assert is_inside(page)
    assert max(left for left in lefts if left < 350) > 290, "the marks no longer reach the edge: choose another chapter"


def test_a_long_note_in_a_low_window_scrolls_within_itself(opened):
    page = opened(LONG, viewport={"width": 360, "height": 300}, has_touch=True)
    lengths = page.evaluate("[...document.querySelectorAll('.footnote li')].map(note => note.textContent.length)")
    number = lengths.index(max(lengths)) + 1
    mark(page, number).evaluate("mark => mark.scrollIntoView({block: 'center'})")
    mark(page, number).tap()
    assert is_inside(page)
    assert page.evaluate("(p => p.scrollHeight > p.clientHeight)(document.querySelector('.note-popover'))")


def test_it_moves_with_its_mark_and_leaves_with_it(opened):
    page = opened(CHAPTER)
    mark(page, 2).focus()
    page.locator(POPOVER).wait_for()
    before = page.locator(POPOVER).bounding_box()["y"] - mark(page, 2).bounding_box()["y"]
    page.mouse.wheel(0, 120)
    page.wait_for_timeout(200)
    assert is_inside(page) and abs(page.locator(POPOVER).bounding_box()["y"] - mark(page, 2).bounding_box()["y"] - before) < 2
    page.mouse.wheel(0, 3000)
    page.locator(POPOVER).wait_for(state="detached")


def test_print_shows_no_popover_and_reduced_motion_none_that_moves(opened):
    page = opened(CHAPTER)
    moves = "getComputedStyle(document.querySelector('.note-popover')).animationName"
    mark(page, 2).focus()
    assert page.evaluate(moves) == "note-appears"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moves) == "none"
    page.emulate_media(media="print")
    assert not page.locator(POPOVER).is_visible()


def test_each_work_of_a_note_stands_on_a_line_of_its_own(opened):
    page = opened(LONG)
    works = "[...document.querySelector('.footnote li:has(.cited)').querySelectorAll('.cited')]"
    tops = page.evaluate(f"{works}.map(work => work.getClientRects()[0].top)")
    assert len(tops) > 1 and tops == sorted(set(tops))


def test_without_script_notes_are_links_and_no_dead_switch_is_seen(opened):
    page = opened(CHAPTER, java_script_enabled=False)
    assert page.locator(".verify").count() == 1 and not page.locator(".verify").is_visible()
    mark(page, 2).hover()
    page.wait_for_timeout(400)
    assert page.locator(POPOVER).count() == 0
    mark(page, 2).click()
    assert page.url.endswith("#fn:2") and page.locator("[id='fn:2']").is_visible()
    for claim in page.locator(".claim").all():
        assert claim.is_visible()


def test_the_paragraph_led_to_is_marked_and_its_number_seen_even_on_a_phone(opened):
    paint = "getComputedStyle(document.querySelector('p:has(> #p3)')).backgroundColor"
    shown = "getComputedStyle(document.querySelector('#p3')).opacity"
    page = opened(CHAPTER, **PHONE)
    assert (page.evaluate(paint), page.evaluate(shown)) == ("rgba(0, 0, 0, 0)", "0")
    page.evaluate("location.hash = 'p3'")
    assert page.evaluate(paint) != "rgba(0, 0, 0, 0)" and page.evaluate(shown) == "1"
    page.evaluate("location.hash = ''; document.querySelector('#p3').focus()")
    assert page.evaluate("document.querySelector('#p3').getBoundingClientRect().left") >= 0


def test_numbers_stand_in_the_margin_out_of_the_text(opened):
    page = opened(CHAPTER)
    assert page.evaluate("getComputedStyle(document.querySelector('#p3'), '::before').content") == '"3"'
    number, text = page.locator("#p3").bounding_box(), page.locator("p:has(> #p3)").bounding_box()
    assert 0 <= number["x"] and number["x"] + number["width"] <= text["x"] and text["y"] <= number["y"] < text["y"] + 30
    page.evaluate("getSelection().selectAllChildren(document.querySelector('p:has(> #p3)'))")
    copied = page.evaluate("getSelection().toString()")
    assert copied.startswith("In the past ISKP") and page.locator(".para").evaluate_all("all => all.map(a => a.textContent).join('')") == ""


def test_search_knows_neither_numbers_nor_switch(built):
    found = json.loads((built / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    chapter = {doc["location"]: doc["text"] for doc in found if doc["location"].startswith(CHAPTER)}
    assert chapter[CHAPTER].startswith("<p>Abstract</p>") and f"{CHAPTER}#rests-on" in chapter
    for text in chapter.values():
        assert not re.search(r"Verify mode|Chapter 9|No note of its own|<a|<span", text)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_back_says_where_its_mark_stands(built, name):
    stem = name.removesuffix(".md")
    tree = html.document_fromstring((built / ("index.html" if stem == "index" else f"{stem}/index.html")).read_bytes())
    for back in tree.xpath("//a[contains(@class, 'footnote-backref')]"):
        label = back.get("aria-label")
        place = tree.get_element_by_id(back.get("href")[1:]).xpath("ancestor::figure | ancestor::*[self::p or self::li or self::td][1]")[0]
        printed = " ".join(back.text_content().split())
        if found := re.fullmatch(r"Back to paragraph (\d+)", label):
            assert place.xpath(f".//a[@class='para'][@id='p{found[1]}']"), (label, back.get("href"))
            assert printed == f"↩ ¶ {found[1]}"
        elif found := re.fullmatch(r"Back to ((?:Table|Figure) \d+)", label):
            captions = [prefix.text_content() for prefix in place.xpath("./figcaption//*[@class='caption-prefix']")]
            assert place.tag == "figure" and captions == [f"{found[1]}."] and printed == f"↩ {found[1]}"
        else:
            found = re.fullmatch(r"Back to editorial note (E\d+)", label)
            assert found and (place.get("id") == f"editorial-{found[1].lower()}"), label
            assert printed == f"↩ {found[1]}"
        assert back.get("title") == label


def test_the_place_of_a_mark_is_printed_quietly_beside_the_arrow(opened):
    page = opened(CHAPTER)
    link = page.locator("[id='fn:5'] .footnote-backref")
    arrow, place = link.bounding_box(), link.locator(".back-to").bounding_box()
    assert place["width"] > 8 and place["height"] < 20 and arrow["width"] > place["width"] + 8
    quiet = "link => getComputedStyle(link).color !== getComputedStyle(document.querySelector('.footnote li a')).color"
    assert link.evaluate(quiet)


def test_chapters_are_numbered_above_their_titles_in_the_order_of_the_book(opened, built):
    numbers = {}
    for path in built.rglob("index.html"):
        for number in html.document_fromstring(path.read_bytes()).xpath("//p[@class='chapter-number']"):
            numbers[path.parent.relative_to(built).as_posix()] = number.text
            assert number.getprevious().tag == "h1"
    assert sorted(int(text.removeprefix("Chapter ")) for text in numbers.values()) == list(range(1, 17))
    assert numbers["introduction"] == "Chapter 1" and numbers["conclusion"] == "Chapter 16"
    page = opened(CHAPTER)
    number, title = page.locator(".chapter-number").bounding_box(), page.locator("h1").bounding_box()
    assert number["y"] + number["height"] < title["y"] + title["height"] - 30, "above the words of the title"
    assert "Chapter" not in page.locator(".md-sidebar--secondary").inner_text() and page.title().startswith("Seven emirs")
