"""The real book, built strictly once for all tests here, served on loopback and opened in a browser."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of the built site; its ``log`` is what the build printed."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(folder)]
    # No proxy answers on port 9, so a build that asks the network fails here.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    environment |= {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "example/book"}  # with doors, as it is published
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    folder.joinpath(".log").write_text(done.stderr, encoding="utf-8")
    return folder


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


@pytest.fixture(scope="module")  # no longer: the tests of other folders run loops of their own
def browser(tool):
    path = tool("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, address):
    """A function from a path of the site, and options of a browser context, to a fresh page that shows it.

    Requests to other hosts, script errors and complaints on the console fail the test.
    """
    contexts, trouble = [], []

    def open_(path="", **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: trouble.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.goto(address + path, wait_until="load")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def page(opened):
    """A fresh page in a window of a desk's size, at the site's first page."""
    return opened()
