"""The charts of the evidence ledger in a real browser: letters, contrast and room, on a phone and a desk, in both schemes and in print."""

import pytest

LEDGER = "apparatus/evidence/"
MEASURE = """() => [...document.querySelectorAll('.chart svg')].map(svg => {
  const light = c => {
    const part = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
  };
  const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map(text => ({box: text.getBoundingClientRect(), style: getComputedStyle(text)}));
  const page = getComputedStyle(document.body).backgroundColor;
  const edges = [...svg.querySelectorAll('rect[stroke]')].map(rect => contrast(getComputedStyle(rect).stroke, page));
  return {
    letters: Math.min(...texts.map(text => parseFloat(text.style.fontSize) * frame.width / svg.viewBox.baseVal.width)),
    contrast: Math.min(...texts.map(text => contrast(text.style.fill, text.style.stroke === 'none' ? page : text.style.stroke))),
    edges: Math.min(...edges),
    family: new Set(texts.map(text => text.style.fontFamily)).size === 1 && texts[0].style.fontFamily,
    outside: texts.filter(({box}) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1).length,
    overlaps: texts.filter((one, i) => texts.some((other, j) => j > i && one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1
      && one.box.top + 3 < other.box.bottom - 3 && other.box.top + 3 < one.box.bottom - 3)).length,
    right: frame.right, texts: texts.length,
  };
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", [360, 1280])
def test_charts_are_readable(opened, wide, scheme):
    page = opened(LEDGER, viewport={"width": wide, "height": 900}, color_scheme=scheme)
    charts = page.evaluate(MEASURE)
    assert len(charts) >= 3
    for chart in charts:
        assert chart["texts"] >= 8 and chart["letters"] >= 10.5
        assert chart["contrast"] >= 4.5 and chart["edges"] >= 3
        assert chart["family"].startswith('"Source Sans Pro"') and chart["outside"] == chart["overlaps"] == 0
        assert chart["right"] <= wide
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_in_print_they_are_dark_on_light_and_fit_a_page(opened):
    page = opened(LEDGER, viewport={"width": 700, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.chart text')).fill") == "rgb(31, 42, 51)"
    assert max(page.evaluate("[...document.querySelectorAll('.chart svg')].map(svg => svg.getBoundingClientRect().height)")) < 900


def test_each_chart_is_one_image_with_a_name_and_a_description(opened):
    page = opened(LEDGER)
    for svg in page.locator(".chart svg").all():
        assert svg.get_attribute("role") == "img"
        for relation in ("aria-labelledby", "aria-describedby"):
            assert page.locator(f"[id='{svg.get_attribute(relation)}']").count() == 1


def test_lists_open_by_keyboard_and_lead_to_the_paragraph(opened):
    page = opened(f"{LEDGER}#inside-leadership")
    box = page.locator("h3#inside-leadership ~ details").first
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    link = box.get_by_role("link", name="¶").first
    link.wait_for(state="visible")
    target = link.get_attribute("href")
    link.click()
    assert "inside/leadership/#p" in page.url and page.locator(f"[id='{target.partition('#')[2]}']").count() == 1


def test_a_chapter_leads_to_its_section(opened):
    page = opened("counter-terrorism/kunar/")
    page.locator(".support-line a").click()
    assert page.url.endswith(f"{LEDGER}#counter-terrorism-kunar") and page.locator("h3#counter-terrorism-kunar").count() == 1


def test_the_page_is_not_heavier_than_a_reader_can_wait_for(built):
    assert (built / LEDGER / "index.html").stat().st_size < 400_000


def test_on_a_phone_the_ledger_is_no_endless_page(opened):
    """What repeats for each chapter is folded, and opens on paper."""
    page = opened(LEDGER, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollHeight") < 25_000
    assert not page.locator("#kinds ~ details.claims table").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("#kinds ~ details.claims table").first.is_visible()


def test_no_number_is_broken_from_its_per_cent(opened):
    page = opened(LEDGER)
    page.evaluate("document.querySelectorAll('details.claims').forEach(box => box.open = true)")
    heights = page.evaluate(
        "[...document.querySelectorAll('article td')].filter(cell => cell.textContent.includes('%') && !cell.textContent.includes('each'))"
        ".map(cell => { const r = document.createRange(); r.selectNodeContents(cell); return r.getClientRects().length; })"
    )
    assert len(heights) > 100 and set(heights) == {1}
