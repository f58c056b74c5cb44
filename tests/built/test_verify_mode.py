"""Verify mode in a real browser: off until asked for, remembered, by keyboard, true to the page, readable in both schemes."""

from pathlib import Path

import pytest
from apparatus import read
from apparatus.enrich import figures
from apparatus.enrich.sentences import statements
from apparatus.evidence import chapters
from apparatus.evidence.support import SUPPORTS
from lxml import html

CHAPTER, OTHER = "inside/leadership/", "fighters/attacks/"
ROOT = Path(__file__).parents[2]
ON = "document.documentElement.classList.contains('verifying')"
BOOK = read.book(ROOT)
CHAPTERS = [chapter.page.name for chapter in chapters.chapters(BOOK)]


def tint(page):
    return page.evaluate("getComputedStyle(document.querySelector('.claim--author')).backgroundColor")


def switch(page):
    return page.get_by_role("switch", name="Verify mode")


def test_it_is_off_until_switched_on_by_mouse_or_keyboard(opened):
    page = opened(CHAPTER)
    assert not page.evaluate(ON) and not switch(page).is_checked() and tint(page) == "rgba(0, 0, 0, 0)"
    assert not page.locator(".verify__legend").is_visible()
    page.get_by_text("shows what supports each sentence").click()
    assert page.evaluate(ON) and switch(page).is_checked() and tint(page) != "rgba(0, 0, 0, 0)"
    switch(page).focus()
    page.keyboard.press("Space")
    assert not page.evaluate(ON) and not page.locator(".verify__legend").is_visible()


def test_tab_reaches_the_switch(opened):
    page = opened(CHAPTER)
    page.locator("#p1").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate(ON) and page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_it_is_remembered_after_a_reload_and_in_another_chapter(opened, address):
    page = opened(CHAPTER)
    switch(page).check()
    page.reload()
    assert page.evaluate(ON) and switch(page).is_checked()
    page.goto(address + OTHER)
    assert page.evaluate(ON)
    switch(page).uncheck()
    page.goto(address + CHAPTER)
    assert not page.evaluate(ON)


def test_it_works_where_the_browser_keeps_nothing(opened, address):
    page = opened()
    for name in ("getItem", "setItem", "removeItem"):  # the theme itself asks for more than a browser that refuses would give
        page.add_init_script(
            f"const {name} = Storage.prototype.{name};"
            f"Storage.prototype.{name} = function (key, ...rest) {{"
            f" if (key === 'verify') throw new DOMException('no', 'SecurityError'); return {name}.call(this, key, ...rest); }};"
        )
    page.goto(address + CHAPTER)
    switch(page).check()
    assert page.evaluate(ON)
    switch(page).uncheck()
    assert not page.evaluate(ON)


def test_pages_that_are_no_chapters_have_no_switch(opened, address):
    page = opened("reading/")
    assert page.locator(".verify").count() == 0
    page.evaluate("localStorage.setItem('verify', 'on')")
    page.goto(f"{address}apparatus/timeline/")
    assert not page.evaluate(ON)


@pytest.mark.parametrize("name", CHAPTERS)
def test_marks_are_whole_and_the_legend_counts_them(built, name):
    tree = html.document_fromstring((built / name.removesuffix(".md") / "index.html").read_bytes())
    claims = [c for c in tree.xpath("//span[contains(@class, 'claim ')]") if "claim--more" not in c.get("class")]
    drawn = list(figures.statements(BOOK.by_name[name], BOOK))
    assert len(claims) == len(list(statements(BOOK.by_name[name]))) + len(drawn) > 20
    assert len([cell for cell in claims if cell.xpath("ancestor::td")]) == sum(s.paragraph.paragraph.kind == "row" for s in drawn)
    for claim in tree.xpath("//span[contains(@class, 'claim ')]"):
        assert claim.text_content().strip() and not claim.xpath(".//p | .//td | .//li | .//span[contains(@class, 'claim ')]")
        assert not claim.xpath("ancestor::div[contains(@class, 'abstract') or contains(@class, 'editorial')]")
    items = tree.xpath("//div[@class='verify']//li")
    legend = {item.get("data-support"): int(item.xpath("string(.//span[@class='verify__count'])")) for item in items}
    assert legend == {name: sum(f"claim--{name}" in c.get("class").split() for c in claims) for name in SUPPORTS}


def test_a_cell_of_a_figure_has_the_support_of_its_notes_and_no_more(built):
    """In the succession of the emirs names cite nothing; each cell that does has notes of its own, and letters for their works."""
    tree = html.document_fromstring((built / CHAPTER / "index.html").read_bytes())
    cells = tree.xpath("//article//td")
    assert len(cells) > 30
    for cell in cells:
        marks, notes = cell.xpath(".//span[contains(@class, 'claim ')]"), cell.xpath(".//a[@class='footnote-ref']")
        assert len(marks) == bool(notes) and all(note.xpath("ancestor::span[contains(@class, 'claim ')]") for note in notes)


def test_the_legend_leads_to_the_ledger(opened):
    page = opened(CHAPTER)
    switch(page).check()
    page.locator(".verify__legend").get_by_role("link", name="evidence ledger").click()
    assert page.url.endswith("apparatus/evidence/#inside-leadership") and page.locator("h3#inside-leadership").count() == 1


@pytest.mark.parametrize("name", CHAPTERS)
def test_letters_stand_with_every_supported_sentence_and_no_other(built, name):
    tree = html.document_fromstring((built / name.removesuffix(".md") / "index.html").read_bytes())
    letters = {label: letter for label, (_, letter) in SUPPORTS.items()}
    for claim in tree.xpath("//span[contains(@class, 'claim ')]"):
        kind, works = claim.get("class").split()[1].removeprefix("claim--"), claim.get("data-works", "")
        shows = kind != "none" and "claim--more" not in claim.get("class")
        assert bool(works) == shows and works.startswith(letters[kind] if shows else "")


CONTRASTS = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => {
    const part = parts(c).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const clear = c => parts(c).length > 3 && parts(c)[3] === 0;
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!clear(c)) return c; } };
  return Object.fromEntries(['scholarly', 'official', 'press', 'primary', 'author', 'none'].map(name => {
    const claim = document.createElement('span');
    claim.className = `claim claim--${name}`;
    claim.innerHTML = 'Text <a href="#p1">link</a><sup><a class="footnote-ref" href="#fn:1">1</a></sup>';
    if (name !== 'none') claim.dataset.works = 'S 1';
    document.querySelector('article p').append(claim);
    const found = [claim, ...claim.querySelectorAll('a')].map(e => ratio(getComputedStyle(e).color, ground(e)));
    const badge = getComputedStyle(claim, '::after');
    if (name !== 'none') {
      found.push(ratio(badge.color, badge.backgroundColor), ratio(getComputedStyle(claim).textDecorationColor, ground(claim)));
    }
    const sample = document.querySelector(`.verify__sample--${name}`);
    found.push(ratio(getComputedStyle(sample).color, ground(sample)));
    found.push(ratio(getComputedStyle(document.querySelector('.verify__legend p')).color, ground(sample.closest('.verify'))));
    return [name, found];
  }));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tints_are_readable(opened, scheme):
    """Words, links, marks and letters on each tint, and its line: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    page = opened(CHAPTER, color_scheme=scheme)
    switch(page).check()
    page.wait_for_timeout(400)
    found = page.evaluate(CONTRASTS)
    assert list(found) == list(SUPPORTS)
    for name, ratios in found.items():
        assert len(ratios) >= 5 and min(ratios) >= 4.5, (name, ratios)


def test_letters_are_spoken_in_words(opened):
    """What a screen reader says after a sentence: its supports as the legend names them, and the number of works."""
    page = opened(CHAPTER)
    assert page.locator("[data-says]").count() == 0
    switch(page).check()
    said = dict(page.locator(".claim[data-works]").evaluate_all("all => all.map(e => [e.dataset.works, e.dataset.says])"))
    assert said["A 1"] == " (The article’s author alone: 1 work)" and said["S 1"] == " (Scholarship: 1 work)"
    assert len(said) == len(set(said.values())) > 4 and all("undefined" not in words for words in said.values())
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = {node.get("name", {}).get("value", "").strip() for node in tree}
    assert "(Scholarship: 1 work)" in names and "S 1" not in names


@pytest.mark.parametrize("media", [{}, {"forced_colors": "active"}, {"media": "print"}])
def test_each_support_has_a_line_of_its_own_without_colour(opened, media):
    page = opened(CHAPTER)
    switch(page).check()
    page.emulate_media(**media)
    found = page.evaluate(
        """() => ['scholarly', 'official', 'press', 'primary', 'author', 'none'].map(name => {
          const style = getComputedStyle(document.querySelector(`.claim--${name}`));
          return `${style.textDecorationLine} ${style.textDecorationStyle} ${style.borderBottomStyle}`;
        })"""
    )
    assert len(set(found)) == 6 and all("underline" in line for line in found[:5]) and found[5] == "none solid dotted"
    assert page.evaluate("getComputedStyle(document.querySelector('.claim--author[data-works]'), '::after').content").startswith('"A'), "seen as letters"
    assert page.locator(".verify__legend").is_visible()


def test_print_shows_no_switch_where_it_is_off(opened):
    page = opened(CHAPTER)
    page.emulate_media(media="print")
    assert not page.locator(".verify").is_visible()


def test_the_text_keeps_its_place(opened):
    """Tints and letters do not make the chapter much longer, nor wider on a phone."""
    page = opened(CHAPTER, viewport={"width": 360, "height": 740})
    height = "document.querySelector('.footnote').getBoundingClientRect().top - document.querySelector('h2').getBoundingClientRect().top"
    before = page.evaluate(height)
    switch(page).check()
    assert page.evaluate(height) < before * 1.08
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
