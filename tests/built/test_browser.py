"""The site in a real browser: notes open where they are read, nothing asks another host, nothing sticks out on a phone."""

import functools
import http.server
import threading

import pytest

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
PAGES = [
    *("", "introduction/", "inside/leadership/", "inside/structure/", "counter-terrorism/jowzjan/"),
    *("apparatus/timeline/", "apparatus/bibliography/", "apparatus/concordance/", "apparatus/glossary/"),
]


@pytest.fixture(scope="session")
def address(built):
    """Where the built site is served, on loopback."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(tool):
    path = tool("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, address):
    """A fresh page; its ``trouble`` collects requests to other hosts and script errors."""
    page = browser.new_page(viewport=dict(zip(("width", "height"), SIZES["desk"], strict=True)))
    page.trouble = []
    page.on("request", lambda r: page.trouble.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None)
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    yield page
    assert page.trouble == []
    page.close()


def test_a_note_opens_by_mouse_and_by_keyboard_where_it_is_read(page, address):
    page.goto(f"{address}inside/leadership/", wait_until="load")
    for act in ("hover", "focus"):
        mark = page.locator("a.footnote-ref").nth(5)
        note = page.locator(f"[id='{mark.get_attribute('href')[1:]}']").inner_text().strip(" ↩\n\u00a0")
        getattr(mark, act)()
        popover = page.locator(".md-tooltip2--active")
        popover.wait_for(timeout=4000)
        assert note[:60] in popover.inner_text()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        popover.wait_for(state="detached", timeout=4000)


def test_a_note_leads_down_and_back(page, address):
    page.goto(f"{address}inside/leadership/", wait_until="load")
    page.locator("a.footnote-ref").nth(2).click()
    assert page.url.endswith("#fn:3")
    page.locator("[id='fn:3'] a.footnote-backref").click()
    assert page.url.endswith("#fnref:3")


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
