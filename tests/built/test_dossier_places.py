"""Where the page of a work belongs, above its title in a real browser: on one line, over nothing else, and no part of the title."""

import pytest

MEASURE = """() => {
  const place = document.querySelector('.work-place').getBoundingClientRect(), range = document.createRange();
  range.selectNodeContents(document.querySelector('h1'));
  return {top: place.top, bottom: place.bottom, right: place.right, title: range.getBoundingClientRect().top,
    lines: document.querySelector('.work-place').getClientRects().length, height: place.height};
}"""


@pytest.mark.parametrize("wide", [320, 360, 1280])
@pytest.mark.parametrize("work", ["ismediand", "unsc2020s53"])
def test_it_stands_above_the_title_without_touching_it(opened, work, wide):
    page = opened(f"apparatus/works/{work}/", viewport={"width": wide, "height": 800})
    found = page.evaluate(MEASURE)
    assert found["bottom"] <= found["title"] + 4 and found["height"] < 30 and found["right"] <= wide
    assert "Bibliography" not in page.title() and "Bibliography" not in page.locator("h1").inner_text()


def test_it_leads_to_the_kind_of_source_in_the_bibliography(opened):
    page = opened("apparatus/works/ismediand/")
    page.locator(".work-place").get_by_role("link", name="Primary sources of armed groups").click()
    page.locator("h2#primary").wait_for(timeout=8000)
    assert page.url.endswith("apparatus/bibliography/#primary")
