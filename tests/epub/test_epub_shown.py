"""The EPUB in a browser: both colour schemes, and nothing wider than a phone."""

import io
import zipfile

import pytest
from apparatus import epub
from specimen import VOLUME


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("epub")
    with zipfile.ZipFile(io.BytesIO(epub.render(VOLUME).data)) as archive:
        archive.extractall(folder)
    return folder / "EPUB"


@pytest.fixture(scope="module")
def browser(tool):
    path = tool("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_follow_the_scheme(browser, laid_out, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto((laid_out / "text/town-hives.xhtml").as_uri())
    shown = page.evaluate("[...document.images].map(image => [image.currentSrc, image.naturalWidth])")
    page.close()
    assert [width for _, width in shown] == [320, 200]
    assert all(source.endswith("-dark.svg") == (scheme == "dark") for source, _ in shown)


def test_no_page_is_wider_than_a_phone(browser, laid_out):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    wide = []
    for path in sorted(laid_out.rglob("*.xhtml")):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path.name)
    page.close()
    assert wide == []
