"""The ways from the built pages to their sources, in a real browser: by mouse, keyboard and touch, without script, on paper."""

import re
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).parents[2]
CHAPTER = "inside/leadership/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
HERE = "https://github.com/example/book/"
FOCUSED = "document.activeElement.getAttribute('aria-label')"


def test_every_door_leads_to_a_line_that_is_there(built):
    lines = {}
    seen = set()
    for page in sorted(built.rglob("index.html")):
        for link in html.document_fromstring(page.read_bytes()).xpath("//a[contains(@class, 'door--edit')]/@href"):
            path, _, line = link.removeprefix(f"{HERE}edit/main/").partition("#L")
            if path not in lines:
                lines[path] = (ROOT / path).read_text(encoding="utf-8").splitlines()
            assert lines[path][int(line or 1) - 1].strip(), f"{page}: {link}"
            seen.add(path.partition("/")[0])
    assert seen == {"docs", "bib", "data"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (CHAPTER, r"^In the past ISKP had replaced"),
        ("apparatus/works/unsc2020s415/", r"^@\w+\{unsc2020s415,"),
        ("register/people/abdul-haseeb-logari/", r"^- id: abdul-haseeb-logari"),
    ],
)
def test_the_door_of_a_place_leads_to_what_is_written_there(built, path, line):
    tree = html.document_fromstring((built / path / "index.html").read_bytes())
    links = tree.xpath("//a[@id='p3']/following-sibling::span[1]/a[1]/@href") or tree.xpath("//details[@class='doors-of-page']//a[1]/@href")
    source, _, number = links[0].removeprefix(f"{HERE}edit/main/").partition("#L")
    assert re.match(line, (ROOT / source).read_text(encoding="utf-8").splitlines()[int(number or 1) - 1])


@pytest.mark.parametrize("script", [True, False])
def test_by_mouse_the_doors_come_when_the_number_is_pointed_at_and_can_be_reached(opened, script):
    page = opened(CHAPTER, java_script_enabled=script)
    doors = page.locator("#p4 + .doors")
    assert not doors.is_visible()
    page.locator("#p4").hover()
    edit = doors.locator("a").first
    box = edit.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=12)  # over whatever lies between
    assert edit.is_visible() and box["height"] >= 24 and box["width"] >= 24
    page.mouse.move(700, 5)
    assert not doors.is_visible()


def test_by_keyboard_the_number_opens_them_and_tab_goes_through_them(opened):
    page = opened(CHAPTER)
    page.locator("#p4").focus()
    page.keyboard.press("Tab")
    assert "door" not in (page.evaluate("document.activeElement.className") or ""), "no more to go through than without them"
    page.locator("#p4").focus()
    page.keyboard.press("Enter")
    for label in ("Edit paragraph 4", "Report an error in paragraph 4"):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == label
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


@pytest.mark.parametrize("script", [True, False])
def test_by_touch_the_pencil_shows_the_numbers_and_a_number_its_doors(opened, script):
    page = opened(CHAPTER, java_script_enabled=script, **PHONE)
    page.locator(".doors-of-page summary").tap()
    assert page.get_by_role("link", name="Edit this page").is_visible()
    page.locator("#p4").scroll_into_view_if_needed()
    page.locator("#p4").tap()
    assert page.url.endswith("#p4")
    for name in ("Edit paragraph 4", "Report an error in paragraph 4"):
        door = page.get_by_role("link", name=name)
        assert door.is_visible() and door.bounding_box()["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("path", [CHAPTER, "apparatus/bibliography/", "apparatus/editorial-notes/", "apparatus/concordance/"])
def test_what_is_read_aloud_holds_no_doors_until_a_place_is_led_to(opened, path):
    page = opened(path)
    assert page.locator(".door").count() > 10
    assert page.get_by_role("link", name=re.compile("^(Edit |Report an error)")).count() == 0


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
@pytest.mark.parametrize(
    "place",
    ["apparatus/bibliography/#unsc2020s415", "apparatus/concordance/#n3", "register/leadership/#emir-1", f"{CHAPTER}#editorial-e3"],
)
def test_a_record_that_was_led_to_shows_its_doors_in_the_window(opened, place, size):
    page = opened(place, viewport={"width": size[0], "height": size[1]})
    for door in page.locator(".door:visible").all():
        box = door.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= size[0] and box["height"] >= 24
    assert page.locator(".door:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_pencil_is_of_no_use_on_paper_and_not_there(opened):
    page = opened(f"{CHAPTER}#p4")
    page.emulate_media(media="print")
    assert page.locator(".door:visible, .doors-of-page:visible").count() == 0


@pytest.mark.parametrize("path", [CHAPTER, "apparatus/timeline/", "apparatus/works/unsc2020s415/"])
@pytest.mark.parametrize("wide", [360, 1280])
def test_the_pencil_lies_over_no_words(opened, path, wide):
    page = opened(path, viewport={"width": wide, "height": 800})
    words = """() => {
      const pencil = document.querySelector('.doors-of-page summary').getBoundingClientRect();
      return [...document.querySelectorAll('h1, .chapter-number, .work-place')].flatMap(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const beside = box => box.right <= pencil.left || box.top >= pencil.bottom || box.bottom <= pencil.top;
        return [...range.getClientRects()].filter(box => box.width && !beside(box));
      }).length;
    }"""
    assert page.evaluate(words) == 0
