"""The book behind Debian's nginx, configured as hosting/ recommends: headers, compression, caching, kinds of files, 404, policy."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
OUTER = """daemon off; pid {home}/pid; error_log stderr warn; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {home}/a; proxy_temp_path {home}/b; fastcgi_temp_path {home}/c; uwsgi_temp_path {home}/d; scgi_temp_path {home}/e;
  include {home}/site.conf;
}}
"""
PUBLISH = (sys.executable, "-S", str(ROOT / "hooks/publish.py"))


def run(*command, **environment):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=os.environ | environment, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def host(built, tmp_path_factory):
    """The built book published as latest, as an edition and as a preview, with two files of kinds that binding makes."""
    home = tmp_path_factory.mktemp("nginx")
    home.chmod(0o755)
    site = home / "built"
    shutil.copytree(built, site, ignore=shutil.ignore_patterns(".*"))
    (site / "downloads/iskp-book.epub").write_bytes(b"PK\x03\x04")
    (site / "downloads/SHA256SUMS").write_text("0\n")
    run(sys.executable, ROOT / "hooks/write_receipt.py", site, "--root", ROOT)
    clean = {name: "" for name in ("EDITION", "PREVIEW", "INTO", "DROP")}
    for option in (("--edition", "1"), ("--preview", "pr-7")):
        run(*PUBLISH, site, home / "book", *option, **clean)
    (home / "book/preview/pr-7/index.html").chmod(0o644)
    return home


@pytest.fixture(scope="module")
def nginx(host, tool):
    """The port at which nginx serves the host's folder, under the configuration as it stands but for port and folder."""
    program = tool("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
    changed = (
        text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        .replace("    listen [::]:80;\n", "")
        .replace("/srv/book", str(host / "book"))
    )
    assert changed.count(str(host / "book")) >= 2 and "listen [" not in changed
    (host / "site.conf").write_text(changed, encoding="utf-8")
    (host / "nginx.conf").write_text(OUTER.format(home=host) + ("" if os.getuid() else "user root;\n"), encoding="utf-8")
    checked = subprocess.run([program, "-t", "-c", host / "nginx.conf"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0 and "[warn]" not in checked.stderr, checked.stderr
    server = subprocess.Popen([program, "-c", host / "nginx.conf"], stderr=subprocess.PIPE)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture
def asked(nginx):
    """A function from a path, and headers, to status, headers in small letters and body."""

    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", nginx, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    return ask


@pytest.mark.parametrize("path", ["/", "/inside/aims/", "/assets/stylesheets/book.css", "/nothing/here/", "/v/1/", "/preview/pr-7/"])
def test_every_answer_has_the_headers(asked, path):
    _, headers, _ = asked(path)
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'" and policy["frame-ancestors"] == "'none'" and policy["base-uri"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')+", policy["script-src"])
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"] and headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["server"] == "nginx" and "strict-transport-security" not in headers
    assert headers.get("x-robots-tag") == ("noindex" if path.startswith("/preview/") else None)


def test_text_goes_out_compressed_and_comes_out_whole(asked, host):
    for path, file in (("/", "index.html"), ("/search/search_index.json", "search/search_index.json"), ("/downloads/iskp.bib", None)):
        status, headers, body = asked(path, Accept_Encoding="gzip")
        if file is None and status == 404:
            continue
        assert headers["content-encoding"] == "gzip" and headers["vary"] == "Accept-Encoding"
        whole = gzip.decompress(body)
        assert len(body) < len(whole) / 2 and (file is None or whole == (host / "book" / file).read_bytes())
    assert "content-encoding" not in asked("/")[1]
    assert "content-encoding" not in asked("/downloads/iskp-book.epub", Accept_Encoding="gzip")[1]


def test_caching(asked, host):
    bundle = next(path.name for path in (host / "book/assets/javascripts").glob("bundle.*.min.js"))
    for path in (f"/assets/javascripts/{bundle}", f"/v/1/assets/javascripts/{bundle}", "/v/1/inside/aims/"):
        assert asked(path)[1]["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("/", "/inside/aims/", "/graph.json", "/sitemap.xml", "/v/", "/preview/pr-7/"):
        assert asked(path)[1]["cache-control"] == "no-cache", path
    for path in ("/assets/stylesheets/book.css", "/downloads/iskp-book.epub"):
        assert asked(path)[1]["cache-control"] == "public, max-age=3600"
    _, headers, _ = asked("/")
    assert asked("/", If_None_Match=headers["etag"])[0] == 304
    assert "cache-control" not in asked("/nothing/")[1]


def test_kinds_of_files(asked, host):
    wanted = {
        **{
            "bib": "application/x-bibtex; charset=utf-8",
            "ris": "application/x-research-info-systems; charset=utf-8",
            "epub": "application/epub+zip",
        },
        **{
            "csv": "text/csv; charset=utf-8",
            "json": "application/json; charset=utf-8",
            "xml": "application/xml; charset=utf-8",
            "woff2": "font/woff2",
        },
        **{
            "svg": "image/svg+xml",
            "js": "text/javascript; charset=utf-8",
            "css": "text/css; charset=utf-8",
            "html": "text/html; charset=utf-8",
        },
    }
    files = {
        path.suffix[1:]: path.relative_to(host / "book").as_posix()
        for path in (host / "book").rglob("*")
        if path.is_file() and "v" not in path.parts
    }
    assert {ending: asked(f"/{files[ending]}")[1]["content-type"] for ending in wanted} == wanted
    assert asked("/downloads/SHA256SUMS")[1]["content-type"] == "text/plain; charset=utf-8"
    endings = {path.suffix[1:] for path in (host / "book").rglob("*.*") if path.is_file() and not path.name.startswith(".")}
    assert endings - {*wanted, "png", "gz", "map", "txt", "conf"} == set()  # every kind that the book has is named above or has a common one


@pytest.mark.parametrize("path", ["/nothing/here/", "/.nojekyll", "/headers.conf", "/_headers", "/.git/config", "/v/2/", "/preview/"])
def test_what_is_not_there_is_the_books_own_404(asked, host, path):
    status, _, body = asked(path)
    assert status in ((403, 404) if path == "/preview/" else (404,))
    if status == 404:
        assert body == (host / "book/404.html").read_bytes()


def test_paths_do_not_leave_the_folder(asked, host):
    (host / "book/out").symlink_to(host / "nginx.conf")
    try:
        for path in ("/out", "/../nginx.conf", "/%2e%2e/nginx.conf", "/assets/..%2f..%2f..%2fnginx.conf"):
            status, _, body = asked(path)
            assert status in (400, 403, 404) and b"worker_processes" not in body
    finally:
        (host / "book/out").unlink()


def test_only_reading_is_allowed(asked):
    assert [asked("/", method)[0] for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")] == [200, 200, 405, 405, 405, 405]


def test_a_folder_without_a_slash_leads_to_the_page_whatever_the_port(asked):
    status, headers, _ = asked("/inside/aims")
    assert status == 301 and headers["location"] == "/inside/aims/"


@pytest.fixture
def watched(browser, nginx):
    """A function from a path to a page that shows it; a complaint on the console or a request elsewhere fails the test."""
    trouble, contexts = [], []
    address = f"http://127.0.0.1:{nginx}/"

    def open_(path):
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: trouble.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None)
        page.goto(address + path, wait_until="load")
        return page

    yield open_, trouble
    for context in contexts:
        context.close()


@pytest.mark.parametrize("where", ["", "v/1/"])
@pytest.mark.parametrize(
    "path",
    ["", "inside/structure/", "counter-terrorism/kunar/", "apparatus/evidence/", "apparatus/timeline/", "apparatus/works/sarkar2020/"],
)
def test_pages_keep_to_the_policy(watched, where, path):
    open_, trouble = watched
    page = open_(where + path)
    page.locator("[data-md-component=palette] label:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", re.compile("slate|default"))
    assert trouble == []


def test_search_works_under_the_policy(watched):
    open_, trouble = watched
    page = open_("")
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").fill("Nangarhar")
    page.keyboard.press("Shift")
    page.locator(".md-search-result__item").first.wait_for(timeout=10000)
    assert trouble == []


def test_popovers_work_under_the_policy(watched):
    open_, trouble = watched
    page = open_("introduction/")
    page.locator("a.footnote-ref").first.hover()
    page.locator("[role=tooltip]:visible, .note-popover:visible, [popover]:visible").first.wait_for(timeout=5000)
    assert trouble == []


def test_a_script_that_was_put_in_does_not_run(watched, host):
    open_, trouble = watched
    page = host / "book/planted.html"
    page.write_text("<!doctype html><title>x</title><script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">")
    try:
        shown = open_("planted.html")
        shown.wait_for_timeout(300)
        assert shown.title() == "x" and sum("Content Security Policy" in line for line in trouble) >= 2
    finally:
        page.unlink()
