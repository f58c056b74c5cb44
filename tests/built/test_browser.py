"""The site in a real browser: nothing asks another host, nothing sticks out on a phone, diagrams are readable, search finds."""

import pytest

SIZES = {"phone": (360, 740), "desk": (1280, 900)}
PAGES = [
    *("", "introduction/", "inside/leadership/", "inside/structure/", "counter-terrorism/jowzjan/"),
    *("apparatus/timeline/", "apparatus/bibliography/", "apparatus/concordance/", "apparatus/glossary/"),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out(page, address, path, size):
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    page.goto(address + path, wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_diagrams_are_readable_in_both_schemes(page, address, scheme):
    """Text of a diagram against the box behind it: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}inside/leadership/", wait_until="load")
    ratios = page.evaluate(
        """() => {
          const light = c => {
            const part = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
          };
          return [...document.querySelectorAll('.diagram .node')].map(node => {
            const box = getComputedStyle(node.querySelector('rect, polygon, path')).fill;
            const text = getComputedStyle(node.querySelector('text') || node).fill;
            const [a, b] = [light(box), light(text)].sort((x, y) => y - x);
            return (a + .05) / (b + .05);
          });
        }"""
    )
    assert len(ratios) >= 7 and min(ratios) >= 4.5


@pytest.mark.parametrize("query", ["gurdwara", "Muslim Dost", "S/2020/53"])
def test_search_finds(page, address, query):
    page.goto(address, wait_until="load")
    page.locator("input[name=query]").click()
    page.keyboard.type(query)
    page.locator(".md-search-result__item").first.wait_for(timeout=8000)
