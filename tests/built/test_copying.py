"""The records of works in a browser: copied by a button where that is allowed, all there where it is not."""

import pytest

BOX = "#unsc2020s53 details.cite"
PLACES = ["apparatus/bibliography/", "apparatus/works/sarkar2020/", "apparatus/works/unsc2020s53/", "apparatus/works/ismediand/"]


def test_a_button_copies_the_record_and_says_so(opened, address):
    page = opened("apparatus/bibliography/", permissions=["clipboard-read", "clipboard-write"])
    assert page.locator("button.copy-button").count() == 0, "they are made when a box is opened"
    page.locator(f"{BOX} summary").click()
    buttons = page.locator(f"{BOX} button.copy-button")
    assert [button.get_attribute("aria-label") for button in buttons.all()] == ["Copy BibTeX", "Copy RIS", "Copy plain text"]
    for number, beginning in enumerate(("@techreport{unsc2020s53,\n", "TY  - RPRT\n", "United Nations Security Council, ")):
        buttons.nth(number).focus()
        page.keyboard.press("Enter")
        page.wait_for_function("n => document.querySelectorAll('#unsc2020s53 .copy-button')[n].textContent === 'Copied'", arg=number)
        assert page.evaluate("navigator.clipboard.readText()").startswith(beginning)
    assert page.locator("[role=status].copy-said").text_content() == "Plain text: copied"


def test_without_script_the_records_are_there(opened):
    page = opened("apparatus/works/unsc2020s53/", java_script_enabled=False)
    page.locator("details.cite summary").click()
    assert page.locator("details.cite pre").first.is_visible() and page.locator(".copy-button").count() == 0


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_when_all_boxes_are_open(opened, path, width):
    page = opened(path, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_link_to_a_work_shows_it_below_the_header(opened):
    page = opened("apparatus/bibliography/#unsc2020s53")
    assert page.evaluate("document.querySelector('#unsc2020s53').getBoundingClientRect().top") >= page.evaluate(
        "document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
