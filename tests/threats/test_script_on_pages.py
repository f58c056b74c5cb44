"""Script: whatever way it takes into the sources, it is refused with its place, and past the checks it would still reach no page."""

import re

import pytest
from apparatus.enrich import inert
from lxml import html

RUN = "<img src=x onerror=pwned()>"
MARKDOWN = {
    "raw HTML": ("A <script>pwned()</script> hive.", "SEC004"),
    "a handler in an attribute list": ("A *hive*{: onclick=pwned() }.", "SEC005"),
    "a javascript: link": ("A [hive](javascript:pwned()).", "SEC003"),
    "a disguised javascript: link": ("A [hive](&#106;ava&Tab;script:pwned()).", "SEC003"),
    "a data: address": ("A [hive](data:text/html;base64,PHNjcmlwdD4=).", "SEC003"),
    "a frame": ('A <iframe src="hives.md"></iframe> hive.', "SEC004"),
    "a form that asks for a password": ('A <form action="https://example.org"><input name=password></form> hive.', "SEC004"),
    "a page that leads away": ('<meta http-equiv="refresh" content="0;url=https://example.org">', "SEC004"),
    "another base for all links": ('<base href="https://example.org/">', "SEC004"),
    "a drawing in the page": (f'<svg><a xlink:href="javascript:pwned()"><text>A</text></a></svg> {RUN}', "SEC003"),
}


@pytest.mark.parametrize("way", MARKDOWN)
def test_script_in_markdown_is_refused_with_its_place(repository, lines, way):
    page = repository / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{MARKDOWN[way][0]}\n", "utf-8")
    number = page.read_text("utf-8").splitlines().index(MARKDOWN[way][0]) + 1
    assert any(line.startswith(f"docs/index.md:{number}:") and f" {MARKDOWN[way][1]} " in line for line in lines(repository))


def test_a_build_with_script_publishes_nothing(repository, build, change):
    change("docs/index.md", "Hives stand", "A <script>pwned()</script> hive. Hives stand")
    done, folder = build()
    assert done.returncode != 0 and "docs/index.md:8:3: SEC004" in done.stderr and not folder.exists()
    done, folder = build(unguarded=True)
    assert done.returncode != 0 and "docs/index.md: this would run in readers' browsers: <script>" in done.stderr and not folder.exists()


FIELDS = {
    "front matter: title": ("docs/hives.md", "title: Kinds of hives", f"title: Kinds {RUN}", "SEC004"),
    "front matter: description": ("docs/hives.md", "description: Two", "description: '\"><script>pwned()</script> Two'\nabout: Two", "SEC004"),
    "a bib field": ("bib/scholarship.bib", "{{Roofs and Bees}}", f"{{{{Roofs {RUN} <script>pwned()</script>}}}}", "SEC004"),
    "an author": ("bib/scholarship.bib", "{Linden, A.}", f"{{Linden{RUN}, A.}}", "SEC004"),
    "url = {javascript:…}": ("bib/scholarship.bib", "date = {2011}", "url = {javascript:pwned()},\n  urldate = {2020-01-01},\n  date = {2011}", "SEC003"),
    "a DOI": ("bib/scholarship.bib", "date = {2011}", 'doi = {10.1/"><script>pwned()</script>},\n  date = {2011}', "SEC004"),
    "a link in a note": ("bib/scholarship.bib", "date = {2011}", "note = {\\href{javascript:pwned()}{x} [y](javascript:pwned())},\n  date = {2011}", "SEC003"),
    "a Mermaid label": ("docs/hives.md", '["Hive"]', f'["Hive {RUN}"]', "SEC004"),
    "a Mermaid description": ("docs/hives.md", "accDescr: A", "accDescr: </desc><script>pwned()</script> A", "SEC004"),
    "a Mermaid click": ("docs/hives.md", "class skep", 'click skep href "javascript:pwned()"\n    class skep', "SEC003"),
    "a term of the glossary": ("data/glossary.yml", "expansion: frame hive", f"expansion: '\"{RUN} hive'", "SEC004"),
}


MARKDOWN_TOO = ["front matter: title", "a term of the glossary"]  # a title stands in lists on other pages


@pytest.mark.parametrize("way", FIELDS)
def test_script_in_a_field_is_refused_with_its_file(repository, lines, change, way):
    name, old, new, code = FIELDS[way]
    change(name, old, new)
    assert any(line.startswith(f"{name}:") and f" {code} " in line for line in lines(repository))


def test_script_in_fields_reaches_no_page_even_past_the_checks(repository, build, change):
    """All of pages and entries at once; where a field is printed, its signs are printed, not obeyed."""
    for way, (name, old, new, _) in FIELDS.items():
        if way not in MARKDOWN_TOO:
            change(name, old, new)
    done, folder = build(unguarded=True)
    assert done.returncode == 0, done.stderr
    assert "pwned" in (folder / "hives/index.html").read_text("utf-8"), "the attack must have come as far as the page"
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 5
    assert [(page.name, found) for page in pages for found in live(page.read_text("utf-8"))] == []


def live(page):
    """What a second reader of HTML than the gate's finds in a page that would run the attack."""
    for element in html.fromstring(page.encode()).iter():
        if isinstance(element.tag, str):
            if element.tag == "script" and "pwned" in (element.text or ""):
                yield "script"
            for name, value in element.attrib.items():
                if name.startswith("on") or re.match(r"[\s\x00-\x20]*(javascript|data:text|vbscript)", value, re.I):
                    yield f"{element.tag} {name}"


@pytest.mark.parametrize("way", MARKDOWN_TOO)
def test_script_in_what_is_printed_as_markdown_stops_the_build_even_past_the_checks(build, change, way):
    """There HTML is HTML: the last gate is what is left."""
    change(*FIELDS[way][:3])
    done, folder = build(unguarded=True)
    assert done.returncode != 0 and "this would run in readers' browsers: <img onerror>" in done.stderr and not folder.exists()


RUNS = [
    "<script>x()</script>", "<SCRIPT src=a.js></SCRIPT>", '<a href=" java\nscript:x()">a</a>', "<a HREF=javascript:x()>a</a>", "<img/onerror=x()>",
    '<a href="&#106;avascript:x()">a</a>', "<a href='javascript&colon;x()'>a</a>", '<a href="\x01javascript:x()">a</a>', "<b\nonclick = x()>b</b>",
    '<svg><a xlink:href="javascript:x()"/></svg>', "<svg:script>x()</svg:script>", "<style>a {}</style>", '<object data="a"></object>',
    '<a href="data:text/html,x">a</a>', '<iframe srcdoc="x"></iframe>', '<a href="x/&quot;" onclick=x()>a</a>', "<input name=password>",
]  # fmt: skip
RUNS_NOT = [
    "<p>An <b>hive</b> on=1, javascript: as a word</p>", '<a href="https://example.org/?on=1&amp;data:2">a</a>', '<a href="../hives/#a:b">a</a>',
    "<svg><style>a { fill: red }</style><title>a</title></svg>", '<img src="data:image/png;base64,AA" alt="">', '<a href="mailto:a@example.org">a</a>',
    "<code>&lt;script&gt; onclick=x</code>", '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
]  # fmt: skip


@pytest.mark.parametrize("page", RUNS)
def test_the_last_gate_sees_what_would_run(page):
    assert inert.dangers(f"<p>Bees.</p>\n{page}\n") != ()


@pytest.mark.parametrize("page", RUNS_NOT)
def test_the_last_gate_lets_the_rest_through(page):
    assert inert.dangers(page) == ()


def test_front_matter_is_printed_as_text():
    said = inert.plain({"title": 'A <b> & "c" of Maya\'s', "tags": ["x"]})
    assert said == {"title": "A &lt;b&gt; &amp; &quot;c&quot; of Maya's", "tags": ["x"]}
