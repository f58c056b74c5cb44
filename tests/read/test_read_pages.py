"""Pages: front matter, headings, links, notes, fences, markers, paragraphs, and where each stands."""

import random

import pytest
from apparatus.read import markdown


def read(text):
    page, faults = markdown.page("docs/part/a.md", text)
    assert not faults
    return page


def test_a_page_knows_its_name_and_title():
    page = read("---\ntitle: T\ntags: [a, b]\n---\n# H")
    assert (page.path, page.name, page.title) == ("docs/part/a.md", "part/a.md", "T")
    assert page.front_matter == {"title": "T", "tags": ["a", "b"]}
    assert page.text[page.body_start :] == "# H"
    assert read("# The *Rise* `x`").title == "The Rise x"
    assert read("x").title == "part/a.md"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("---\na: [\n---\nx", 3, 1, "YAML does not parse"),
        ("---\na: 1\n  b: 2\n---\n", 3, 4, "YAML does not parse"),
        ("---\na: 1\na: 2\n---\n", 3, 1, "key 'a' stands twice"),
        ("---\r\na: !!python/name:os.system\r\n---\r\n", 2, 4, "YAML tag"),
        ("---\n- a\n---\n", 2, 1, "front matter is not"),
        ("---\ntitle: x\n\n# H", 1, 1, "front matter is not closed"),
        ("---\na: 2020-13-45\n---\n", 2, 4, "'2020-13-45' is not a valid timestamp"),
    ],
)
def test_front_matter_that_does_not_parse(text, line, column, message):
    page, (fault,) = markdown.page("docs/a.md", text)
    assert (fault.code, fault.location.line, fault.location.column) == ("READ002", line, column)
    assert fault.message.startswith(message)
    assert page.front_matter == {}


@pytest.mark.parametrize("text", ["---\n---\nx", "---\n# c\n...\nx", "\ufeff---  \r\na: 1\r\n---\r\nx"])
def test_the_body_begins_after_the_front_matter(text):
    assert text[read(text).body_start :] == "x"


def test_three_hyphens_alone_are_no_front_matter():
    assert read("---\nx y\n").body_start == 0


def test_front_matter_with_aliases_is_refused():
    _, (fault,) = markdown.page("docs/a.md", "---\na: &a [x]\nb: [*a, *a]\n---\n")
    assert (fault.code, str(fault.location)) == ("READ005", "docs/a.md:2:4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## A\n\n### A_1", ["a", "a_1", "a_2"]),
        ("# A {#b}\n\n# B\n\n# C {: #d .e }", ["b", "b_1", "d"]),
        ("# A {.c}", ["a"]),
        ("Text\n===\n\nMore\n---", ["text", "more"]),
        ("# *Em* `code` [link](x) &amp; [^1] [@a, p. 3]", ["em-code-link"]),
        ("# Žlutý snake_case _em_ ##", ["zluty-snake_case-em"]),
        ("#NoSpace", ["nospace"]),
        ("> # In quotation\n\n- # In item", ["in-quotation", "in-item"]),
        ("# ?\n\n# !", ["_1", "_2"]),
        ("```\n# no\n```\n\n    # no\n\n<!-- \n# no\n-->", []),
        ("two\nlines\n---", []),
        ("\\# no\n\n####### no", []),
    ],
)
def test_headings_and_their_anchors(text, expected):
    assert [heading.anchor for heading in read(text).headings] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("# a [R] \\*b\\* `c` <i>d</i> <http://e> ![f](g) **h** *i", "a R *b* c d http://e h *i"), ("# [a *b*](c) [d][r] [e][no]", "a b d [e][no]")],
)
def test_the_words_of_a_heading(text, words):
    assert [heading.text for heading in read(text + "\n\n[r]: x").headings] == [words]


def test_a_heading_stands_where_its_text_begins():
    heading = read("x\n\n##  The *Rise* [@a] {#r} ##").headings[0]
    assert (heading.level, heading.text, str(heading.location)) == (2, "The Rise", "docs/part/a.md:3:5")


WORDS = (
    "Alpha|*em*|**strong**|_und_|snake_case_x|`co de`|`a_b`|[link](http://x)|![img](y)|&amp;|&eacute;|é|“quote”|\\*esc|\\_e_|"
    "<b>html</b>|<http://x.org/y>|1990-2000|a - b|ﬁ|x_1|x|ISKP's|50%|[^1]|a_b_c d_|__init__|***both***|*a|_x|–|<br>|[ref]|名"
).split("|")


def test_anchors_are_those_that_python_markdown_makes():
    library = pytest.importorskip("markdown")
    import re

    choice = random.Random(7)
    for _ in range(300):
        lines = ["# " + " ".join(choice.choices(WORDS, k=3)) + choice.choice(["", "", " {#own}", " #"]) for _ in range(3)]
        text = "\n\n".join(lines) + "\n\n[ref]: http://q\n\n[^1]: note\n"
        built = library.markdown(text, extensions=["toc", "attr_list", "footnotes"])
        assert [h.anchor for h in read(text).headings] == re.findall(r'<h1[^>]*\bid="([^"]*)"', built), text


def test_anchors_on_anything():
    page = read('# A {#h}\n\nx {: #p .c }\n\n<a id="i"></a><a name=n></a> <span ID=\'s\'>y</span> `{#no}` \\{#no}')
    assert [(a.name, a.location.line, a.location.column) for a in page.anchors] == [
        ("h", 1, 6), ("p", 3, 6), ("i", 5, 4), ("n", 5, 18), ("s", 5, 36),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a b](x.md)", ["x.md a b"]),
        ('[a](x.md "T") [a](<x y>) [a]( x )', ["x.md a", "x y a", "x a"]),
        ("[a](x_(y)) [a](x(y)", ["x_(y) a"]),
        ("[a [b] c](x)", ["x a [b] c"]),
        ("[a](x)\n[b\nc](y)", ["x a", "y b c"]),
        ("![alt](x.png)", ["!x.png alt"]),
        ("[![alt](i.png)](x)", ["x ![alt](i.png)", "!i.png alt"]),
        ("[a][R] [r][] [R] [a] [r]\n\n[r]: <x y> 'T'", ["x y a", "x y r", "x y R", "x y a"]),
        ("[a][r]\n\n[r]:\n   http://x", ["http://x a"]),
        ("<http://x.org> <me@x.org>", ["http://x.org http://x.org", "mailto:me@x.org me@x.org"]),
        ("((http://y)) (http://y_(z)) http://y).", ["~http://y http://y", "~http://y_(z) http://y_(z)", "~http://y http://y"]),
        ("see https://x.org/a_(b). (http://y)", ["~https://x.org/a_(b) https://x.org/a_(b)", "~http://y http://y"]),
        ("[https://x](https://y)", ["https://y https://x"]),
        ('<a href="x">y</a> <img src=i.png>', ["x ", "!i.png "]),
        ("`[a](x)` \\[a](x) [a] (x)", []),
        ("[^1](x) [x][^1]", []),
    ],
)
def test_links(text, expected):
    told = [f"{'!' * link.image}{'~' * link.bare}{link.target} {link.text}" for link in read(text).links]
    assert told == expected


def test_undefined_references_are_seen():
    page = read("[a b][No  Such] [c][] [d] [e] [f] `[g][h]` [x][^1] [@a][@b]\n\n[ok]: x")
    assert [(m.label, m.text, m.location.column) for m in page.missing_references] == [("no such", "a b", 1), ("c", "c", 17)]


def test_notes():
    page = read("x[^1] `[^no]` y[^two]\n\n[^1]: One\nlazy\n\n    second *p*\n\n        code\n\nout\n\n> [^two]: Q")
    assert [(n.name, n.location.column) for n in page.note_references] == [("1", 2), ("two", 16)]
    assert [(n.name, n.text, n.location.line) for n in page.note_definitions] == [
        ("1", "One\nlazy\n\nsecond *p*\n\n    code", 3),
        ("two", "Q", 12),
    ]


@pytest.mark.parametrize(
    ("text", "language", "source", "closed"),
    [
        ("```mermaid\na\n  b\n```", "mermaid", "a\n  b\n", True),
        ("~~~ {.python #x}\na\n~~~", "python", "a\n", True),
        ("``` py title=x\n```", "py", "", True),
        ("- x\n\n    ```\n    a\n      b\n\n    ```", "", "a\n  b\n\n", True),
        ("> ```\n> a\n> ```", "", "a\n", True),
        ("````\n```\n````", "", "```\n", True),
        ("```\na\n", "", "a\n", False),
        ("```\na", "", "a\n", False),
        ("> ```\n> a\n\nx", "", "a\n\n", False),
        ("```\r\na\r\n```", "", "a\n", True),
    ],
)
def test_fences(text, language, source, closed):
    (fence,) = read(text).fences
    assert (fence.language, fence.source, fence.closed) == (language, source, closed)
    assert text[fence.span.start] in "`~"


def test_what_no_reader_of_prose_may_touch():
    text = "a `c` [x](y) \\* <b>z</b> <!-- n --> http://u.org\n\n    code\n\n```\nf\n```\n\n[r]: t"
    page = read(text)
    hidden = [text[span.start : span.end] for span in page.code]
    assert hidden == ["`c`", "(y)", "\\*", "<b>", "</b>", "<!-- n -->", "http://u.org", "code", "```\nf\n```", "t"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('!!! editorial "E7"', [("E7", 1, 1)]),
        ('x\n\n- y\n\n    !!! editorial "E7"  \n\nz', [("E7", 5, 5)]),
        ('??? editorial inline "E7"', [("E7", 1, 1)]),
        ('!!! note "E7"\n\n`!!! editorial "E7"`\n\n```\n!!! editorial "E7"\n```', []),
        ("!!! editorial", []),
    ],
)
def test_editorial_markers(text, expected):
    page = read(text)
    assert [(m.note, m.location.line, m.location.column) for m in page.markers] == expected
    for marker in page.markers:
        line = text.split("\n")[marker.location.line - 1]
        assert text[marker.span.start : marker.span.end] == line


def test_paragraphs():
    text = (
        "intro\n# One\n\nfirst\nline\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n\n/// caption\nFig.\n///\n"
        '\n## Two\n\n!!! note "Title"\n\n    inside\n\n[^1]: note\n\n    code? no, note\n\n<div>\n</div>\n\n`code only`\n'
    )
    page = read(text)
    assert [(p.kind, p.section, p.text) for p in page.paragraphs] == [
        ("paragraph", "", "intro"),
        ("paragraph", "one", "first\nline"),
        ("item", "one", "item"),
        ("quotation", "one", "quote"),
        ("row", "one", "| a | b |"),
        ("row", "one", "| c | d |"),
        ("caption", "one", "Fig."),
        ("title", "two", "Title"),
        ("paragraph", "two", "inside"),
        ("note", "two", "note"),
        ("note", "two", "code? no, note"),
    ]
    for paragraph in page.paragraphs:
        assert text[paragraph.span.start : paragraph.span.end] == paragraph.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n===\nx\n# B\ny\n\nC\n---\nz", "x y z"),
        ("***\nx\n\n- - -\ny\n\n___", "x y"),
        ('!!! editorial "E1"\n    x\ny', "x y"),
        ("/// note\nx\n///\ny", "x y"),
        ("[r]: z\nx\n\n[s]:\n  z 'T'\ny", "x y"),
        ("<!-- c -->\nx\n<!--\n\n-->y", "x y"),
        ("a|b\nx", "a|b\nx"),
        ("a\n-|-", "a\n-|-"),
        ("a|b\n-|-\nx|y", "a|b x|y"),
        ("-       x\n\n        y", "x"),
        ("- x\n- y\n    - z\nlazy", "x y z\nlazy"),
        ("x\n- y", "x\n- y"),
        ("> x\nlazy\n>\n> y", "x\nlazy y"),
        ("x\n> y", "x y"),
        (">\n>x\n>\ty", "x\n>\ty"),
        ("!!! note\n    x\n\n    y\nz", "x y z"),
        ("Term\n:   x\n\n    y", "Term x y"),
        ("x  \ny\t\n", "x  \ny"),
    ],
)
def test_where_paragraphs_begin_and_end(text, expected):
    assert " ".join(p.text for p in read(text).paragraphs if p.kind != "title") == expected


@pytest.mark.parametrize("text", ["- " * 60 + "x", "> " * 60 + "x", "\n".join(" " * 4 * i + "- x" for i in range(60))])
def test_deep_nesting_is_refused(text):
    _, (fault,) = markdown.page("docs/a.md", text)
    assert (fault.code, fault.message) == ("READ005", "lists and quotations nested deeper than 30")


@pytest.mark.parametrize("text", ["[" * 20_000, "[a](" * 3_000, "[" * 60 + "x" + "]" * 60, "<a " * 3_000])
def test_brackets_without_end_are_refused(text):
    _, (fault,) = markdown.page("docs/a.md", "x\n\n" + text)
    assert (fault.code, fault.location.line) == ("READ005", 3)
