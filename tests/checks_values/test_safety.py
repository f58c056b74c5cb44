"""Safety by value: what each SEC check finds in pages, entries, records and settings, and the look-alikes that none may touch."""

import importlib
from pathlib import Path

import apparatus.checks
import pytest
from apparatus import read
from apparatus.grounds.scripts import script
from apparatus.model import Source

CHECKS = [
    importlib.import_module(f"apparatus.checks.{path.stem}")
    for path in sorted(Path(apparatus.checks.__file__).parent.glob("sec[0-9]*.py"))
]
FILES = ("docs/index.md", "docs/snippets/terms.md", "docs/assets/hive.svg", "docs/assets/viewer.js")


def codes(path, text, *others, files=FILES):
    """Codes, lines and columns in one file of a tiny book."""
    monograph = read.monograph([Source(path, text), *others], (), files)
    findings = sorted({finding for check in CHECKS for finding in check.check(monograph)})
    return [(f.code, f.location.line, f.location.column) for f in findings if f.location.path == path]


GOOD_PAGES = [
    "The `javascript:` scheme, `<script>`, `{ onerror=x }`, `t.me` and `../../secret` are only named.",
    "```html\n<script>alert(1)</script> <img onerror=x> [a](javascript:x)\n```",
    "    <script>alert(1)</script> [a](javascript:x) { onclick=x }",
    "<!-- <iframe src=x></iframe> -->",
    "JavaScript: The Good Parts; data: see below; on error = none, {one=1 two=2}, { .card #a title=\"T\" }",
    "<br> <div markdown>*a*</div> <details><summary>S</summary>T</details> <sup>2</sup> <abbr title=\"on load\">x</abbr>",
    "<span class=\"one\" lang=\"ar\" dir=\"rtl\">خلية</span> a < b > c, x <3, <https://example.org>",
    "[Hive](../index.md) [page](sub/../index.md) ![A](assets/hive.svg) ![A](data:image/png;base64,AAAA)",
    "--8<-- \"terms.md\"\n\n;--8<-- \"../secret\"",
    "The host best.me/page, https://www.root.me/x, https://example.org/t.me.html and the word onion.",
    "```mermaid\nflowchart TD\n    a[\"A<br/>B\"] --> b\n    click a href \"https://example.org\"\n```",
    "[text](https://example.org/?next=javascript) <a href=\"https://example.org/on?load=1\">x</a>",
    "Amaq, Nashir and Telegram are named as outlets; a report is at https://www.amaqhotel.example.org/.",
    "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg> <a href=\"index.md#data\">d</a>",
    "An /etc/hosts file and C:\\path in words.",
    "A <img src=\"data:image/png;base64,AAAA\" alt=\"A\">",
]


@pytest.mark.parametrize("text", GOOD_PAGES)
def test_harmless_pages_are_left_alone(text):
    assert codes("docs/part/a.md", text, Source("docs/index.md", "# Home")) == []


BAD_PAGES = [
    ("A [x](javascript:alert(1)).", "SEC003", 1, 3),
    ("A [x](JaVaScRiPt:alert(1)).", "SEC003", 1, 3),
    ("A [x](&#106;avascript:alert(1)).", "SEC003", 1, 3),
    ("A [x](&#x6A;avascript&colon;alert(1)).", "SEC003", 1, 3),
    ("A [x](java&Tab;script:alert(1)).", "SEC003", 1, 3),
    ("A [x](java\tscript:alert(1)).", "SEC003", 1, 3),
    ("A [x](java\nscript:alert(1)).", "SEC003", 1, 3),
    ("A [x](%6Aavascript:alert(1)).", "SEC003", 1, 3),
    ("A [x](javascript%3Aalert(1)).", "SEC003", 1, 3),
    ("A [x](< javascript:alert(1)>).", "SEC003", 1, 3),
    ("A [x](data:text/html;base64,PHNjcmlwdD4=).", "SEC003", 1, 3),
    ("A [x](vbscript:msgbox).", "SEC003", 1, 3),
    ("An ![x](data:image/svg+xml,<svg>).", "SEC003", 1, 4),
    ("A [x][r].\n\n[r]: javascript:alert(1)", "SEC003", 3, 1),
    ("A <a href=\"javascript:x()\">x</a>.", "SEC003", 1, 3),
    ("A <a href=' &#106;avascript:x()'>x</a>.", "SEC003", 1, 3),
    ("A [x](a.md){ href=javascript:x() }", "SEC003", 1, 14),
    ("```mermaid\nflowchart TD\n    click a \"javascript:x()\"\n```", "SEC003", 3, 14),
    ("<script>alert(1)</script>", "SEC004", 1, 1),
    ("A <SCRIPT src=x></SCRIPT>", "SEC004", 1, 3),
    ("A \\<script>alert(1)</script>", "SEC004", 1, 4),
    ("!!! note\n\n    <iframe src=\"a.html\"></iframe>", "SEC004", 3, 5),
    ("- item\n\n    <object data=x></object>", "SEC004", 3, 5),
    ("A <img src=a.png alt=a onerror=alert(1)>", "SEC004", 1, 3),
    ("A <img/onerror=alert(1) src=a.png>", "SEC004", 1, 3),
    ("A <svg/onload=alert(1)>", "SEC004", 1, 3),
    ("A <b ONCLICK='x()'>b</b>", "SEC004", 1, 3),
    ("<form action=x><b>a</b></form>", "SEC004", 1, 1),
    ("<meta http-equiv=refresh content=0>", "SEC004", 1, 1),
    ("<base href=https://example.org>", "SEC004", 1, 1),
    ("<div\n  onmouseover=\"x()\">a</div>", "SEC004", 1, 1),
    ("---\ntitle: <img src=x onerror=alert(1)>\n---\n\n# T", "SEC004", 2, 8),
    ("---\ntitle: a <script>x</script>\n---\n\n# T", "SEC004", 2, 10),
    ("```mermaid\nflowchart TD\n    a[\"<img src=x onerror=alert(1)>\"]\n```", "SEC004", 3, 8),
    ("```mermaid\n%%{init: {\"securityLevel\": \"loose\"}}%%\nflowchart TD\n```", "SEC004", 2, 12),
    ("A ![x](assets/hive.svg){ onerror=alert(1) }", "SEC005", 1, 26),
    ("A *b*{: onclick=\"x()\" }", "SEC005", 1, 9),
    ("## H { #a onmouseover=x }", "SEC005", 1, 11),
    ("A *b*{ style=\"color: red\" }", "SEC005", 1, 8),
    ("A [x](../../README.md)", "SEC006", 1, 3),
    ("A ![x](../../../secret.png)", "SEC006", 1, 3),
    ("A [x](/home/me/notes.md)", "SEC006", 1, 3),
    ("A [x](C:\\notes.md)", "SEC006", 1, 3),
    ("A [x](file:///etc/passwd)", "SEC006", 1, 3),
    ("--8<-- \".git/config\"", "SEC006", 1, 9),
    ("--8<-- \"../mkdocs.yml\"", "SEC006", 1, 9),
    ("--8<-- \"bib/primary.bib\"", "SEC006", 1, 9),
    ("--8<--\n/etc/passwd\nterms.md\n--8<--", "SEC006", 2, 1),
    ("```\n--8<-- \"https://example.org/x\"\n```", "SEC006", 2, 9),
    ("An ![x](https://example.org/a.png)", "SEC020", 1, 4),
    ("An <img src=\"//example.org/a.png\" alt=\"\">", "SEC020", 1, 4),
    ("See https://t.me/channel for it.", "SEC002", 1, 13),
    ("See t.me/channel.", "SEC002", 1, 5),
    ("See T.ME/+abc.", "SEC002", 1, 5),
    ("See t[.]me/channel.", "SEC002", 1, 5),
    ("<!-- https://telegram.me/channel -->", "SEC002", 1, 14),
    ("`https://justpaste.it/abc`", "SEC002", 1, 10),
    ("https://web.archive.org/web/2020/https://t.me/s/channel", "SEC002", 1, 42),
    ("http://abcdefghijklmnop.onion/x", "SEC002", 1, 8),
    ("https://amaqnews.example/x", "SEC002", 1, 9),
    ("A key AKIAABCDEFGHIJKLMNOP here", "SEC022", 1, 7),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BAD_PAGES)
def test_each_danger_of_a_page_is_found_once_in_its_place(text, code, line, column):
    assert codes("docs/part/a.md", text, Source("docs/index.md", "# Home")) == [(code, line, column)]


GOOD_ENTRIES = [
    ("press", "@book{a, title = {JavaScript: The Good Parts}, note = {data: none; on load = 1}}"),
    ("press", "@online{a, url = {https://example.org/on=1}, note = {See a < b and <i>c</i>}}"),
    ("primary", "@misc{a, author = {{Unsigned}}, note = {Circulated on Telegram, vol. 3, no.12}, keywords = {extremist}}"),
    ("press", "@misc{a, note = {Circulated on Telegram; e-mail to a@example.org}}"),
    ("press", "@misc{a, keywords = {consulted, extremists-studies}, url = {https://example.org/}}"),
]


@pytest.mark.parametrize(("name", "text"), GOOD_ENTRIES)
def test_harmless_entries_are_left_alone(name, text):
    assert codes(f"bib/{name}.bib", text) == []


BAD_ENTRIES = [
    ("press", "@misc{a,\n  keywords = {extremist},\n  url = {https://example.org/x},\n}", "SEC001", 3, 3),
    ("press", "@misc{a,\n  keywords = {x, Extremist},\n  doi = {10.1000/1},\n}", "SEC001", 3, 3),
    ("primary", "@misc{a,\n  keywords = {extremist},\n  note = {At blackflags.example.com/a},\n}", "SEC001", 3, 14),
    ("primary", "@misc{a,\n  keywords = {extremist},\n  howpublished = {Telegram, @somechannel},\n}", "SEC001", 3, 29),
    ("primary", "@misc{a,\n  keywords = {extremist},\n  note = {See https://example.org/x.},\n}", "SEC001", 3, 15),
    ("primary", "@misc{a,\n  title = {T},\n}", "SEC021", 1, 7),
    ("press", "@misc{a,\n  url = {javascript:alert(1)},\n}", "SEC003", 2, 3),
    ("press", "@misc{a,\n  url = {java\n    script:alert(1)},\n}", "SEC003", 2, 3),
    ("press", "@misc{a,\n  note = {\\href{javascript:x}{y}},\n}", "SEC003", 2, 3),
    ("press", "@misc{a,\n  note = {[x](javascript:y)},\n}", "SEC003", 2, 3),
    ("press", "@misc{a,\n  title = {A <script>x</script>},\n}", "SEC004", 2, 14),
    ("press", "@misc{a,\n  note = {<img src=x onerror=y>},\n}", "SEC004", 2, 11),
    ("press", "@misc{a,\n  url = {file:///home/me/x.pdf},\n}", "SEC006", 2, 3),
]


@pytest.mark.parametrize(("name", "text", "code", "line", "column"), BAD_ENTRIES)
def test_each_danger_of_an_entry_is_found_once_in_its_place(name, text, code, line, column):
    assert codes(f"bib/{name}.bib", text) == [(code, line, column)]


BAD_DATA = [
    ("- id: E1\n  short: See [it](javascript:x()).\n", "SEC003", 2, 14),
    ("- id: E1\n  url: \"java\\tscript:x()\"\n", "SEC003", 2, 8),
    ("- id: E1\n  short: >-\n    Some text\n    with <script>x</script>.\n", "SEC004", 4, 10),
    ("- id: E1\n  short: On t.me/channel it says.\n", "SEC002", 2, 13),
    ("# t.me/channel\n- id: E1\n", "SEC002", 1, 3),
    ("- id: E1\n  short: A *b*{ onclick=x }.\n", "SEC005", 2, 17),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BAD_DATA)
def test_each_danger_of_a_record_is_found_once_in_its_place(text, code, line, column):
    assert codes("data/editorial.yml", text) == [(code, line, column)]


GOOD_SETTINGS = """site_url: https://example.org/
# hooks: [../x.py] !!python/name:x
hooks:
  - hooks/mkdocs_hooks.py
docs_dir: docs
plugins:
  - search
  - bibtex:
      bib_dir: bib  # not ../bib
      csl_file: bib/house.csl
extra_css:
  - assets/a.css
extra_javascript: [assets/viewer.js]
markdown_extensions:
  - pymdownx.snippets:
      base_path: [docs/snippets]
      check_paths: true
extra:
  social:
    - link: https://example.org/
watch: [bib, data, hooks]
"""
BAD_SETTINGS = [
    ("a: !!python/name:os.system\n", 1, 4),
    ("a:\n  format: !!python/object/apply:os.system [x]\n", 2, 11),
    ("site_url: !ENV [SITE, x]\n", 1, 11),
    ("plugins:\n  - bibtex:\n      bib_file: https://example.org/a.bib\n", 3, 17),
    ("plugins:\n  - bibtex: {x: 1}\n  - bibtex:\n      csl_file: \"//example.org/a.csl\"\n", 4, 18),
    ("hooks:\n  - tools/x.py\n", 2, 5),
    ("hooks: [hooks/a.py, ../b.py]\n", 1, 21),
    ("INHERIT: ../base.yml\n", 1, 10),
    ("INHERIT:\n  ../base.yml\n", 2, 3),
    ("docs_dir: /srv/docs\n", 1, 11),
    ("theme:\n  custom_dir: ../theme\n", 2, 15),
    ("markdown_extensions:\n  - pymdownx.snippets\n", 2, 5),
    ("markdown_extensions:\n  - pymdownx.snippets\nextra:\n      base_path: docs/snippets\n", 2, 5),
    ("markdown_extensions:\n  - pymdownx.snippets:\n      base_path: ..\n", 3, 18),
    ("exclude_docs: |\n  /a.js\n  !.env\n", 3, 3),
    ("exclude_docs: '!.env'\n", 1, 16),
    ("markdown_extensions:\n  - pymdownx.snippets:\n      base_path: docs/snippets\n      url_download: true\n", 4, 21),
]


def test_harmless_settings_are_left_alone():
    assert codes("mkdocs.yml", GOOD_SETTINGS) == []


@pytest.mark.parametrize(("text", "line", "column"), BAD_SETTINGS)
def test_each_unsafe_setting_is_found_once_in_its_place(text, line, column):
    assert codes("mkdocs.yml", text) == [("SEC008", line, column)]


def test_addresses_in_the_navigation():
    assert codes("mkdocs.yml", "nav:\n  - Home: javascript:x()\n") == [("SEC003", 2, 11)]


def test_a_link_to_extremist_material():
    bib = Source("bib/primary.bib", "@misc{a, title = {{The First Word (Issue 6)}}, keywords = {extremist}}")
    text = "[The First Word, Issue 6](https://example.org/x) [The First Word, Issue 6](index.md) [Word](https://example.org/)"
    assert codes("docs/index.md", text, bib) == [("SEC023", 1, 1)]


@pytest.mark.parametrize(("title", "count"), [("The Word", 1), ("The Wor", 0)])
def test_a_title_is_told_from_ordinary_words_by_its_length(title, count):
    bib = Source("bib/primary.bib", f"@misc{{a, title = {{{{{title}}}}}, keywords = {{extremist}}}}")
    assert len(codes("docs/index.md", f"[{title}](https://example.org/x)", bib)) == count


def test_counters():
    assert codes("mkdocs.yml", "extra:\n  analytics:\n    provider: google\n") == [("SEC020", 2, 3)]


def test_styles_and_scripts_of_other_hosts():
    text = "extra_css:\n  - assets/a.css\n  - https://example.org/a.css\nextra_javascript:\n  - path: //example.org/a.js\n"
    assert codes("mkdocs.yml", text) == [("SEC020", 3, 5), ("SEC020", 5, 11)]


@pytest.mark.parametrize("path", ["docs/a.html", "docs/b/c.HTM", "docs/a.xhtml", "docs/a.js", "docs/a.exe"])
def test_active_files(path):
    assert codes(path, "", files=(path,)) == [("SEC007", 1, 1)]


@pytest.mark.parametrize("path", ["docs/a.svg", "docs/a.png", "docs/a.pdf", "docs/a.csv", "docs/a.woff2", "docs/html.md", "docs/a.json"])
def test_other_files_are_left_alone(path):
    assert codes(path, "", files=(path,)) == []


def test_a_drawing_with_a_script():
    drawing = "<svg xmlns='x'>\n  <script>alert(1)</script>\n</svg>\n"
    assert codes("docs/a.svg", drawing, files=("docs/a.svg",)) == [("SEC007", 2, 3)]
    assert codes("docs/a.svg", "<svg><path d='M0 0'/></svg>", files=("docs/a.svg",)) == []


@pytest.mark.parametrize("value", ["", "https://javascript:1", "java", "javascripts:", "datum:x", "a&#106;", "%", "&#x110000000;", "\\u"])
def test_addresses_that_run_nothing(value):
    assert script(value) == ""


STRANGE = ["<a '" * 5_000, "<" * 9_000, "{on" * 5_000, "](" * 5_000, "--8<--\n" * 2_000, "[x](java" * 2_000, "&#" * 5_000, "<!--" * 3_000]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("path", ["docs/a.md", "bib/a.bib", "data/a.yml", "mkdocs.yml"])
def test_nothing_ends_in_a_traceback(path, text):
    codes(path, text)
    codes(path, f"- a: |\n    {text}" if path == "data/a.yml" else f"@misc{{a, note = {{{text}}}, keywords = {{extremist}}}}")
