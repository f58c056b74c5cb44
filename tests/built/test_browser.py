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


def asked(page, query):
    """The addresses of the pages that search finds, the best first, as it writes them; none twice."""
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").fill(query)
    page.keyboard.press("Shift")  # it looks at what is written whenever a key is let go
    page.locator(".md-search-result__item").first.wait_for(timeout=8000)
    found = page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => new URL(link.href).pathname.slice(1))")
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("query", "works"),
    [
        ("Giustozzi", {"giustozzi2016nuanced", "giustozzi2018khorasan"}),
        ("S/2020/53", {"unsc2020s53"}),
        ("Jadoon", {"jadoon2018allied", "jadoon2019taking", "jadoon2020absorb", "jadoon2020broken", "jadoon2020survive"}),
    ],
)
def test_search_finds_the_works_of_an_author_and_a_document_by_its_symbol_first(opened, query, works):
    assert set(asked(opened(), query)[: len(works)]) == {f"apparatus/works/{key}/" for key in works}


def test_the_name_of_a_place_leads_to_its_record_first(opened):
    assert asked(opened(), "Nangarhar")[0] == "register/places/nangarhar/"


def test_the_box_for_search_has_a_name(opened):
    assert opened("inside/aims/").get_by_role("dialog", name="Search").count() == 1


RATIOS = """() => {
  const light = c => {
    const part = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
  };
  return [...document.querySelectorAll('.highlight code span[class]')].filter(e => e.children.length === 0).map(e => {
    const [a, b] = [e, e.closest('code')].map((each, n) => light(getComputedStyle(each)[n ? 'backgroundColor' : 'color'])).sort((x, y) => y - x);
    return [(a + .05) / (b + .05), e.className];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_is_readable_in_both_schemes(opened, scheme):
    """Opaque colours only: words, names and numbers of a program at 4.5 to 1 or more (WCAG 2.2, 1.4.3)."""
    ratios = opened("about/data/", color_scheme=scheme).evaluate(RATIOS)
    assert {name for _, name in ratios} >= {"nb", "mi", "s2"} and min(ratios)[0] >= 4.5, min(ratios)


def test_print_is_in_the_light_scheme_even_where_the_dark_one_is_on(opened):
    colours = """() => ['article h1', 'article h2', 'figcaption', '.footnote li', '.editorial', '.admonition.abstract'].map(name => {
      const style = getComputedStyle(document.querySelector(name));
      return [name, style.color, style.backgroundColor];
    })"""
    light, dark = (opened("inside/leadership/", color_scheme=scheme) for scheme in ("light", "dark"))
    assert light.evaluate(colours) != dark.evaluate(colours)
    for page in (light, dark):
        page.emulate_media(media="print")
        page.wait_for_timeout(400)
    assert dark.evaluate(colours) == light.evaluate(colours)


@pytest.mark.parametrize("query", ["gurdwara", "Muslim Dost", "S/2020/53"])
def test_search_finds(page, address, query):
    page.goto(address, wait_until="load")
    page.locator("input[name=query]").click()
    page.keyboard.type(query)
    page.locator(".md-search-result__item").first.wait_for(timeout=8000)
