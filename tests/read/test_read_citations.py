"""Citations in running text: what is one, what it says, where it stands, and what only looks like one."""

import pytest
from apparatus.read import markdown


def read(text):
    page, faults = markdown.page("docs/a.md", text)
    assert not faults
    return page


def told(citation):
    """A citation in one line: prefix ( -key label value | suffix )."""
    locator = citation.locator
    where = "" if locator is None else f" <{f'{locator.label} {locator.value}'.strip()}>"
    sign = "-" if citation.suppress_author else ""
    return " ".join(f"{citation.prefix} {sign}{citation.citekey}{where} {citation.suffix and '| ' + citation.suffix}".split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a]", ["a"]),
        ("[-@a]", ["-a"]),
        ("[@a; @b; -@c]", ["a", "b", "-c"]),
        ("[see @a, p. 3; also @b, pp. 10-12, and n. 4]", ["see a <p. 3>", "also b <pp. 10-12> | and n. 4"]),
        ("[*see* `x` @a]", ["*see* `x` a"]),
        ("[@a:b.c#d$e%f&g-h+i?j<k~l/m>n]", ["a:b.c#d$e%f&g-h+i?j<k~l/m>n"]),
        ("[@a. So] [@a: b]", ["a | . So", "a | : b"]),
        ("[@a--b]", ["a | --b"]),
        ("[@{a b. c.}, p. 3]", ["a b. c. <p. 3>"]),
        ("[@{https://x.org/a?b}]", ["https://x.org/a?b"]),
        ("[@éa2000] [@名2000]", ["éa2000", "名2000"]),
        ("[@a, p. 3 [sic; so], with @-free suffix]", ["a <p. 3 [sic; so]> | with @-free suffix"]),
        ("[@a, sec. “One; two, three”; @b]", ["a <sec. “One; two, three”>", "b"]),
        ("[see @a,\np. 3;\n@b]", ["see a <p. 3>", "b"]),
        ("> [see @a,\n> p. 3;\n> @b]", ["see a <p. 3>", "b"]),
        ("- x [see @a,\n  p. 3]", ["see a <p. 3>"]),
        ("**[@a]** ([@b])\N{EM DASH}[@c]", ["a", "b", "c"]),
        ("[@a][@b]", ["a", "b"]),
        ("[@a] [@b]", ["a", "b"]),
        ("[[@a]](http://x)", ["a"]),
        ("# Title [@a]\n\nT [@b]\n===", ["a", "b"]),
        ("| a | b |\n|---|---|\n| [@a] | `x` [@b] |", ["a", "b"]),
        ("x[^1]\n\n[^1]: note [@a]\n    goes on [@b]", ["a", "b"]),
        ('!!! note "T [@a]"\n\n    x [@b]', ["a", "b"]),
        ("<div markdown>\n[@a] <b>[@b]</b>\n</div>", ["a", "b"]),
        # in the text
        ("As @smith1999 says.", ["smith1999"]),
        ("@smith1999's, (@unnd), “@x2000a”, -@y2000", ["smith1999", "unnd", "x2000a", "-y2000"]),
        ("@smith1999 [p. 3] and @a [33]", ["smith1999 <p. 3>", "a <33>"]),
        ("@smith1999 [emphasis added]", ["smith1999 | emphasis added"]),
        ("@smith1999 [p. 3; see @b, n. 2]", ["smith1999 <p. 3>", "see b <n. 2>"]),
        ("@smith1999\n[p. 3]", ["smith1999 <p. 3>"]),
        ("@smith1999 [@b]", ["smith1999", "b"]),
        ("@smith1999 [p. 3](http://x)", ["smith1999"]),
        ("@smith1999 []", ["smith1999 <>"]),
    ],
)
def test_citations_are_read(text, expected):
    page = read(text)
    assert sorted(map(told, page.citations)) == sorted(expected)
    assert page.malformed == ()


def test_a_cluster_knows_whether_it_stands_in_the_text():
    page = read("@smith1999 [p. 3; @b] [@c] @smith1999")
    assert [(c.raw, c.in_text) for c in page.clusters] == [
        ("@smith1999 [p. 3; @b]", True), ("[@c]", False), ("@smith1999", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "`[@a]`",
        "`` ` [@a] ``",
        "`over\n[@a] lines`",
        "```\n[@a]\n```",
        "~~~~\n[@a]\n~~~\n[@b]\n~~~~",
        "````\n```\n[@a]\n```\n````",
        "```\n[@a] never closed\n\n# x",
        "- x\n\n    ```\n    [@a]\n    ```",
        "> ```\n> [@a]\n> ```",
        "!!! note\n\n    ~~~\n    [@a]\n    ~~~",
        "x\n\n    [@a]",
        "\t[@a]",
        "- x\n\n        [@a]",
        "!!! note\n\n        [@a]",
        "<!-- [@a] -->",
        "<!--\n[@a]\n\n[@b]\n-->",
        "x <!-- [@a]\n[@b] --> y",
        "<pre>\n[@a]\n\n[@b]\n</pre>",
        "<script>\nx = '[@a]'\n</script>",
        "x <code>[@a]</code> y",
        '<a title="[@a]">x</a>',
        "\\[@a] \\[@smith1999] \\@smith1999",
        "[@name](http://x.org/@smith1999)",
        "![@name](x.png) ![see @a, p. 3](x.png)",
        "[text @key][ref]\n\n[ref]: http://x/@smith1999",
        "[@smith1999][ref]\n\n[ref]: http://x",
        "[Smith @smith1999] [ref]\n\n[ref]: http://x",
        "<http://x.org/@smith1999> http://x.org/@smith1999 (https://x.org/a/@smith1999)",
        "me@x.org <me@x.org> mailto:me@smith1999.org a.b@smith1999",
        "[me@x.org] [a@b;]",
        "@handle said, and @Smith1999, (@BBC), @android, @smith99",
        "@handle [see there] and @BBC [x](http://x)",
        "x@smith1999 x/@smith1999",
        "---\ntitle: '[@a]'\n---\nx",
        "[x] [ ] [^1] []",
        "[at @ noon, @]: no",
    ],
)
def test_what_only_looks_like_a_citation(text):
    page = read(text)
    assert page.citations == ()
    assert page.malformed == ()


@pytest.mark.parametrize(
    "text",
    [
        "para\n    [@a]",
        "- x\n\n    [@a]",
        "- x\n    - y\n\n        [@a]",
        "1. x\n\n    [@a]",
        "!!! note\n\n    [@a]",
        "??? note\n    [@a]",
        '=== "Tab"\n\n    [@a]',
        "/// note\n[@a]\n///",
        "[^1]: x\n\n    [@a]",
        "Term\n\n:   [@a]",
        "```\nx\n```\n[@a]",
        "```\nx\n```\n    [@a]",
        "<!-- x --> [@a]",
        "<!-- unclosed\n\n[@a]",
        "`unclosed\n\n[@a]`",
        "`` unclosed ` [@a]",
        "\\`[@a]\\`",
        "\\\\[@a]",
        "a < b [@a] c > d",
        "<div>\n[@a]\n</div>",
        "2020. [@a]",
        "``` not ` a fence [@a]",
        "[text] [@a]",
        "[x](http://x) [@a]",
        "[Note]: this is [@a] prose",
        "\ufeff[@a]",
        "---\n[@a]",
    ],
)
def test_near_misses_of_code_and_links_are_text(text):
    assert [c.citekey for c in read(text).citations] == ["a"]


@pytest.mark.parametrize(
    ("text", "reason", "raw", "keys"),
    [
        ("x [@a and @b] y", "two citekeys without", "[@a and @b]", "a b"),
        ("[@a, @b]", "two citekeys without", "[@a, @b]", "a b"),
        ("[@a;\n@b @c]", "two citekeys without", "[@a; @b @c]", "a b c"),
        ("[@]", "@ without a citekey", "[@]", ""),
        ("[@ a]", "@ without a citekey", "[@ a]", ""),
        ("[-@ a]", "@ without a citekey", "[-@ a]", ""),
        ("[@a; @]", "@ without a citekey", "[@a; @]", "a"),
        ("[@a; p. 3]", "part without a citation", "[@a; p. 3]", "a"),
        ("[see; @a]", "part without a citation", "[see; @a]", "a"),
        ("[@a;]", "semicolon with nothing", "[@a;]", "a"),
        ("[@a;; @b]", "semicolon with nothing", "[@a;; @b]", "a b"),
        ("[@a: p. 3]", "something other than a comma", "[@a: p. 3]", "a"),
        ("[@a., p. 3]", "something other than a comma", "[@a., p. 3]", "a"),
        ("[@a. p. 3]", "something other than a comma", "[@a. p. 3]", "a"),
        ("x [@a", "opening bracket without", "[@a", "a"),
        ("x [@a, p. 3\n\n]", "opening bracket without", "[@a", "a"),
        ("[see @smith1999, p. 3. More", "opening bracket without", "[see @smith1999", "smith1999"),
        ("[@a and [x](http://x)", "opening bracket without", "[@a", "a"),
        ("see @smith1999, p. 3] more", "closing bracket without", "@smith1999, p. 3]", "smith1999"),
        ("[x](y) z @smith1999, p. 3]", "closing bracket without", "@smith1999, p. 3]", "smith1999"),
        ("@smith1999 [p. 3; x]", "part without a citation", "@smith1999 [p. 3; x]", "smith1999"),
    ],
)
def test_malformed_citations_are_noticed(text, reason, raw, keys):
    page = read(text)
    assert page.citations == ()
    (malformed,) = page.malformed
    assert malformed.reason.startswith(reason)
    assert malformed.text == raw
    assert malformed.citekeys == tuple(keys.split())
    assert malformed.location.column == text.split("\n")[0].find(raw.split(" ")[0][:3]) + 1


def test_a_citation_within_a_citation_is_malformed_and_its_frame_is_read():
    page = read("[see @a, who has [@b]]")
    assert [c.citekey for c in page.citations] == ["a"]
    assert [m.text for m in page.malformed] == ["[@b]"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_those_of_the_raw_file(newline, mark):
    text = mark + newline.join(["---", "title: x", "---", "😀é\t[see @a,", "  p. 3; -@b]", "", "> q [@c,", "> para. 7]", ""])
    page = read(text)
    assert [str(c.location) for c in page.citations] == ["docs/a.md:4:9", "docs/a.md:5:10", "docs/a.md:7:6"]
    assert [str(c.locator.location) for c in page.citations if c.locator] == ["docs/a.md:5:3", "docs/a.md:8:3"]
    assert [str(c.location) for c in page.clusters] == ["docs/a.md:4:4", "docs/a.md:7:5"]
    raws = [f"[see @a,{newline}  p. 3; -@b]", f"[@c,{newline}> para. 7]"]
    assert [cluster.raw for cluster in page.clusters] == raws
    assert [text[cluster.span.start : cluster.span.end] for cluster in page.clusters] == raws


def test_the_first_line_does_not_count_its_byte_order_mark():
    page = read("\ufeffx [@a]")
    assert page.citations[0].location.column == 4
    assert page.text[page.clusters[0].span.start] == "["
    assert page.body_start == 1
