"""The site for reading without a network: packed, unpacked, opened from its folder in a browser that reaches no host."""

import io
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from apparatus import offline
from lxml import html

ROOT = Path(__file__).parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"]
MACHINES = {  # settings in which two machines may differ; nothing that is built may show them
    "here": {"TZ": "Europe/Paris", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "there": {"TZ": "Asia/Kabul", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000"},
}
LIGHT = """colour => {
  const part = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
}"""
ON = "document.documentElement.classList.contains('verifying')"


@pytest.fixture(scope="session")
def packings(tmp_path_factory):
    """The zip of the offline site, built and packed twice at the same time in folders and settings of their own."""
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.offline.yml", "--site-dir"]
    folders = [tmp_path_factory.mktemp(name) / name for name in MACHINES]
    running = [
        subprocess.Popen([*command, folder], cwd=ROOT, env=quiet | MACHINES[folder.name], stderr=subprocess.PIPE, text=True) for folder in folders
    ]
    for one in running:
        said = one.communicate()[1]
        assert one.returncode == 0, said
    return [offline.packed(folder) for folder in folders]


@pytest.fixture(scope="session")
def archive(packings):
    return zipfile.ZipFile(io.BytesIO(packings[0]))


@pytest.fixture(scope="session")
def folder(archive, tmp_path_factory):
    """Where the zip was unpacked: a folder with a blank and an accent in its name, as readers have them."""
    place = tmp_path_factory.mktemp("offline") / "Mes livres, été"
    archive.extractall(place)
    return place / offline.FOLDER


@pytest.fixture(scope="module")
def browser(tool):
    """A browser that knows the address of no host."""
    path = tool("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, folder):
    """A function from a file of the folder, and options of a browser context, to a fresh page that shows it from there.

    A request for anything outside the folder, or for what it lacks, an error or a complaint on the console fail the test.
    """
    contexts, trouble, home = [], [], folder.as_uri() + "/"

    def open_(name, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "offline": True} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: trouble.append(request.url) if not request.url.startswith((home, "data:")) else None)
        page.on("requestfailed", lambda request: trouble.append(f"not found: {request.url}"))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text))
        page.goto(home + name, wait_until="load")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []


def test_two_builds_give_the_same_zip(packings):
    assert packings[0] == packings[1]


def test_it_unpacks_into_one_folder_that_says_what_to_open(archive):
    names = archive.namelist()
    assert names == sorted(names) and all(name.startswith(f"{offline.FOLDER}/") for name in names)
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    readme = archive.read(f"{offline.FOLDER}/README.txt").decode()
    assert readme.startswith("ISKP: Understanding Its Presence\n") and f"Open {offline.START} " in readme
    assert len(readme.splitlines()) > 5 and max(map(len, readme.splitlines())) <= 90


def test_it_holds_what_pages_and_readers_use_and_nothing_else(archive):
    names = [name.removeprefix(f"{offline.FOLDER}/") for name in archive.namelist()]
    assert {"index.html", "search/search_index.js", "assets/scripts/iframe-worker.js", "graph.json"} <= set(names)
    assert {name.rpartition(".")[2] for name in names if name.startswith("downloads/")} == {"bib", "csv", "json", "ris"}
    assert not [name for name in names if name.startswith(("sitemap", "404", "search/search_index.json")) or name.endswith(".map")]
    assert sum(info.compress_size for info in archive.infolist()) < 8_000_000


def test_every_link_leads_to_a_file_and_an_anchor_of_the_folder(folder):
    """To a file, not to a folder; and no page loads anything from the web."""
    known, links = {}, []
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        page = html.document_fromstring(path.read_bytes())
        known[name] = {*page.xpath("//@id"), *page.xpath("//a/@name")}
        links += [(name, target) for target in page.xpath("//*[not(self::a)]/@href | //@src | //a/@href[not(contains(., ':'))]")]
    wrong = set()
    for name, target in links:
        parts = urlsplit(target)
        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
        lost = there not in known and not (folder / there).is_file()
        if parts.scheme or parts.netloc or lost or (parts.fragment and there in known and unquote(parts.fragment) not in known[there]):
            wrong.add((name, target))
    assert not wrong and len(links) > 10_000


def test_it_holds_the_same_pages_with_the_same_words_as_the_web_has(built, folder):
    on_the_web = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")} - {"."}
    assert on_the_web == {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.html")} - {"index"}
    doors = re.compile(r'<details class="doors-of-page".*?</details>\s*', re.DOTALL)  # they lead to the web
    for name in sorted(on_the_web):
        there, here = (
            re.sub(r"<[^>]*>", "", doors.sub("", path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]))
            for path in (built / name / "index.html", folder / f"{name}.html")
        )
        assert here.split() == there.split() and here.strip(), name


def first_found(page, query):
    """The best result of a search, once it is for this query."""
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").fill(query)
    page.keyboard.press("Shift")  # it looks at what is written whenever a key is let go
    found = page.locator(f'.md-search-result__item > a[href*="h={query.lower().split("/")[0]}"]').first
    found.wait_for(timeout=15_000)
    return found


def test_search_finds_and_its_result_opens_with_the_word_marked(opened):
    page = opened("index.html")
    result = first_found(page, "Hafeez")
    assert "Hafeez" in result.text_content()
    result.click()
    page.wait_for_url("**/register/people/*.html?h=hafeez*", wait_until="load")
    assert page.locator("article mark").first.text_content() == "Hafeez"


def test_search_finds_again_on_a_page_in_a_folder(opened):
    page = opened("inside/leadership.html")
    for query, name in (("Nangarhar", "register/places/nangarhar.html"), ("Giustozzi", "apparatus/works/giustozzi2016nuanced.html")):
        assert f"/{name}?" in first_found(page, query).get_attribute("href")


def test_a_note_opens_and_its_link_leads_to_the_work(opened):
    page = opened("inside/leadership.html")
    mark = page.locator("a.footnote-ref").first
    mark.hover()
    note = page.locator("#note-popover")
    note.wait_for()
    assert len(note.inner_text()) > 40
    note.get_by_role("link").first.click()
    page.wait_for_url("**/apparatus/bibliography.html#*")
    assert page.locator(":target").is_visible()


def test_verify_mode_is_remembered_in_another_chapter(opened):
    page = opened("inside/leadership.html")
    assert not page.evaluate(ON)
    page.get_by_role("switch", name="Verify mode").check()
    assert page.evaluate(ON) and page.locator(".verify__legend").is_visible()
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/inside/structure.html")
    assert page.evaluate(ON)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_are_drawn_in_both_schemes_and_the_year_can_be_chosen(opened, scheme):
    page = opened("counter-terrorism/kunar.html", color_scheme=scheme)
    light = page.evaluate(f"[document.body, document.querySelector('.tiles svg text')].map((e, n) => ({LIGHT})(getComputedStyle(e)[n ? 'fill' : 'backgroundColor']))")
    assert (light[0] > light[1]) == (scheme == "light") and (max(light) + 0.05) / (min(light) + 0.05) >= 4.5
    panels = page.locator(".tiles__panel svg")
    seen = [panel.is_visible() for panel in panels.all()]
    assert seen.count(True) == 1 and seen[-1]
    page.locator(".tiles__switch input").first.check()
    assert [panel.is_visible() for panel in panels.all()] == seen[::-1]


def test_the_reader_s_own_choice_of_colours_is_kept(opened):
    page = opened("index.html", color_scheme="light")
    page.locator("form[data-md-component=palette] label:visible").click()
    page.get_by_role("link", name="Introduction").first.click()
    page.wait_for_url("**/introduction.html")
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
