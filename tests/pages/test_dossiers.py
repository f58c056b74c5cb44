"""Bibliography and dossiers of a small invented book: places, counts, escapes, links, and what must not be linked."""

import pytest
from apparatus import pages, read
from apparatus.model import Reference, Source
from apparatus.pages import bibliography
from apparatus.records import WorkRecord
from apparatus.read.markdown import page as read_page

BIB = """@book{linden2011roofs,
  author = {Linden, Ada},
  title = {{Roofs}},
  url = {https://example.org/roofs_of_newtown?a=1&b=2},
  urldate = {2020-04-04},
}
@book{hazel2015wax,
  title = {{Wax & Co.}},
  keywords = {consulted},
  note = {Second * printing},
}
@book{nobody1999,
  title = {{Never}},
}
"""
PRIMARY = "@misc{hive2016voice,\n  title = {{Voice}},\n  keywords = {extremist},\n}\n"
CHAPTER = """---
title: Bees in towns
---

# Bees in towns

!!! abstract "Abstract"
    Of bees.

One *is* 1. [one](other.md) `@x` <b>of</b> [two].[@linden2011roofs, p. 3; @linden2011roofs; @hazel2015wax]
Two.[@linden2011roofs, pp. 4-5] Three.[@linden2011roofs, pp. 4-5]

## Wax {#wax}

In 2011 a keeper had 3 hives.[@linden2011roofs]
Said so.[@hive2016voice]
"""
EDITORIAL = "- id: E1\n  title: Roofs & more\n  short: >-\n    Known,[@hazel2015wax, p. 5]\n    twice.[@hazel2015wax]\n"
GLOSSARY = '- term: "Été, long"\n  definition: "Summer."\n  cite: "[@linden2011roofs]"\n'
CONCORDANCE = (
    '- note: 7\n  citekey: linden2011roofs\n  locator: "pp. 4-5"\n  status: ibid\n  printed: "Ibid."\n  mark: lost\n'
    "  where: part/bees.md#wax\n  remark: See E1.\n- note: 8\n  status: lost\n"
)
MONITORING = (
    "author = {{United Nations Security Council}},\n"
    " title = {{Ninth Report of the Analytical Support and Sanctions Monitoring Team Submitted Pursuant to Resolution 1}}"
)
LEDGER = "# Link ledger\nhttps://example.org/roofs_of_newtown?a=1&b=2 2020-04-05 {} {} 404 - -\n"


def references():
    printed = {
        "linden2011roofs": 'Linden, <em>Roofs</em>, <a href="https://example.org/roofs_of_newtown?a=1&amp;b=2">https://example.org/roofs_of_newtown?a=1&amp;b=2</a>.',
        "hazel2015wax": "‘Wax &amp; Co.’.",
        "nobody1999": "‘Never’.",
        "hive2016voice": "‘[Voice]’.",
    }
    titled = {"linden2011roofs": "<em>Roofs</em>", "hazel2015wax": "‘Wax &amp; Co.’", "nobody1999": "‘Never’", "hive2016voice": "‘[Voice]’"}
    return {
        key: Reference(key, "", text.replace(titled[key], f"\ue001{titled[key]}\ue002"), rank)
        for rank, (key, text) in enumerate(printed.items())
    }


def book(status="alive", checked="2020-05-06"):
    nav = "site_name: Bees\nnav:\n  - part/bees.md\n"
    sources = {
        **{"bib/scholarship.bib": BIB, "bib/primary.bib": PRIMARY, "bib/links.lock": LEDGER.format(checked, status), "docs/part/bees.md": CHAPTER},
        **{"data/editorial.yml": EDITORIAL, "data/glossary.yml": GLOSSARY, "data/concordance.yml": CONCORDANCE, "mkdocs.yml": nav},
    }
    return read.monograph([Source(*source) for source in sources.items()])


@pytest.fixture(scope="module")
def rendered():
    records = {"linden2011roofs": WorkRecord("linden2011roofs", {}, "@book{linden2011roofs,\n  a = {b <c>},\n}\n", "TY  - BOOK\r\nER  - \r\n")}
    return pages.rendered(book(), references(), records)


def item(rendered, key):
    return rendered["apparatus/bibliography.md"].partition(f'id="{key}"')[2].partition("</li>")[0]


def dossier(rendered, key):
    return rendered[f"apparatus/works/{key}.md"]


def section(text, anchor):
    return text.partition(f"{{#{anchor}")[2].partition("\n## ")[0].partition("\n\n")[2].strip()


def test_an_item_lists_every_passage_by_locator(rendered):
    shown = item(rendered, "linden2011roofs")
    assert "Cited in ch.\u00a01: [¶\u00a02](../part/bees.md#p2) (once; once p.\u00a03; twice pp.\u00a04–5);\n" in shown
    assert "    [¶\u00a03](../part/bees.md#p3) ·\n    glossary: [Été, long](glossary.md#été-long)\n" in shown
    assert "editorial notes: [E1](editorial-notes.md#e1) (once; once p.\u00a05)\n" in item(rendered, "hazel2015wax")
    assert "Cited nowhere in this book." in item(rendered, "nobody1999")


def test_an_item_tells_of_its_link_and_marks(rendered):
    shown = item(rendered, "linden2011roofs")
    assert "Linden, [<em>Roofs</em>](works/linden2011roofs.md), <https://example.org/roofs_of_newtown?a=1&b=2>." in shown
    assert "*via the article* · link found working on 6 May 2020 · [Wayback Machine](<https://web.archive.org/web/20200404/" in shown
    assert "*consulted*" in item(rendered, "hazel2015wax") and "Second \\* printing." in item(rendered, "hazel2015wax")
    assert "*via the article* · *not linked*" in item(rendered, "hive2016voice") and "://" not in item(rendered, "hive2016voice")


@pytest.mark.parametrize(
    ("status", "said"), [("dead", "link found dead on 6 May 2020"), ("unknown", "without a clear answer"), ("unchecked", "")]
)
def test_a_link_is_spoken_of_only_when_it_was_asked_for(status, said):
    shown = item(pages.rendered(book(status), references(), {}), "linden2011roofs")
    assert said in shown and ("link " in shown.partition("*via")[2].partition("[Wayback")[0]) == bool(said)


def test_a_dossier_says_that_its_link_was_not_tried():
    untried = book("unchecked", checked="-")
    assert "Link not yet tried · [Wayback Machine](<" in dossier(pages.rendered(untried, references(), {}), "linden2011roofs")
    assert "not yet tried" not in dossier(pages.rendered(book(), references(), {}), "linden2011roofs")
    assert "not yet tried" not in dossier(pages.rendered(untried, references(), {}), "hazel2015wax")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["unchecked -"], "The one link of this bibliography has not been tried yet. This book derives its links to the Wayback Machine from the day of access"),
        (["unchecked -"] * 3, "None of the 3 links of this bibliography has been tried yet."),
        (["alive 200"] * 4 + ["unchecked -"], "Of the 5 links of this bibliography 4 led somewhere when last tried and 1 has not been tried yet."),
        (["alive 200", "dead 404", "unknown 503"], "Of the 3 links of this bibliography 1 led somewhere when last tried, 1 led nowhere and 1 gave no clear answer."),
    ],
)
def test_the_bibliography_says_how_its_links_fared(rows, said):
    fields = "  title = {{A}},\n  url = {{https://example.org/{0}}},\n  urldate = {{2020-04-04}},\n"
    entries = "".join(f"@online{{a{n},\n{fields.format(n)}}}\n" for n in range(len(rows)))
    extremist = "@misc{z,\n  url = {https://example.org/z},\n}\n"
    lock = "".join(f"https://example.org/{n} 2020-04-05 2020-05-06 {row} - -\n" for n, row in enumerate([*rows, "dead 404"]))
    sources = [("bib/press.bib", entries), ("bib/primary.bib", extremist), ("bib/links.lock", lock)]
    text = bibliography.render(read.monograph([Source(*source) for source in sources]), {}, {})
    assert f"\n{said}" in text


def test_without_links_the_bibliography_says_nothing_of_them():
    assert "link" not in bibliography.render(read.monograph([]), {}, {})


def test_a_document_named_by_its_symbol_leads_to_where_it_is_given_out():
    number = "@report{a,\n  number = {S/RES/2178 (2014)},\n}\n"
    lock = "https://undocs.org/S/RES/2178(2014) 2020-04-05 - unchecked - - -\n"
    sources = read.monograph([Source("bib/un.bib", number), Source("bib/links.lock", lock)])
    found = pages.rendered(sources, {"a": Reference("a", "", "\ue001‘A’\ue002.", 0)}, {})
    for text in (found["apparatus/bibliography.md"], found["apparatus/works/a.md"]):
        assert "Official document: [undocs.org/S/RES/2178(2014)](<https://undocs.org/S/RES/2178(2014)>)." in text
        assert "<pre>‘A’. https://undocs.org/S/RES/2178(2014).</pre>" in text and "Wayback" not in text
    assert "None" not in found["apparatus/bibliography.md"] and "official document from its symbol" in found["apparatus/bibliography.md"]


@pytest.mark.parametrize(
    ("fields", "title", "name"),
    [
        ("author = {Linden, Ada},\n date = {2018-03}", "<em>Roofs of Newtown: And What Lives There</em>", "Linden, <em>Roofs of Newtown</em> (2018)"),
        ("author = {Linden, Ada and Hazel, Bo},\n year = {2018}", "‘Roofs of Newtown: What’", "Linden and Hazel, ‘Roofs of Newtown: What’ (2018)"),
        ("author = {Ada Linden and others}", "<em>UN: A Book</em>", "Linden and others, <em>UN: A Book</em>"),
        ("author = {A, B and C, D and E, F},\n date = {c. 1990}", "‘G’", "A and others, ‘G’"),
        ("editor = {{Hives and Sons}}", "‘G’", "Hives and Sons, ‘G’"),
        ("organization = {Daily Wax \\& Honey},\n date = {2020}", "‘G’", "Daily Wax &amp; Honey, ‘G’ (2020)"),
        ("date = {2020}", "‘G’", "‘G’ (2020)"),
        ("author = {{United Nations Hive Council}},\n number = {S/2020/53},\n date = {2020}", "‘G’", "UN Hive Council, S/2020/53"),
        (f"{MONITORING},\n number = {{S/2020/53}}", "‘G’", "UN Monitoring Team, S/2020/53"),
    ],
)
def test_a_dossier_is_called_as_readers_call_its_work(fields, title, name):
    sources = read.monograph([Source("bib/un.bib", f"@report{{a,\n {fields},\n}}\n")])
    text = dossier(pages.rendered(sources, {"a": Reference("a", "", f"\ue001{title}\ue002.", 0)}, {}), "a")
    assert f"\n# {name}\n" in text


def test_the_forms_to_copy_are_shown_as_they_are(rendered):
    shown = item(rendered, "linden2011roofs")
    assert "<pre>&#64;book{linden2011roofs,\n  a = {b &lt;c&gt;},\n}</pre>" in shown and "<pre>TY  - BOOK\nER  - </pre>" in shown
    assert "<pre>Linden, Roofs, https://example.org/roofs_of_newtown?a=1&amp;b=2.</pre>" in shown
    assert "<pre>‘Wax &amp; Co.’. Second * printing.</pre>" in item(rendered, "hazel2015wax"), "with the note that the reference has"
    assert item(rendered, "hazel2015wax").count("<pre>") == 1, "without a record there is still the plain text"


def test_a_dossier_quotes_its_sentences_without_their_markup(rendered):
    passages = section(dossier(rendered, "linden2011roofs"), "passages")
    assert "### Chapter 1. Bees in towns {#in-part-bees " in passages
    assert "- [¶\u00a02](../../part/bees.md#p2), p.\u00a03; no locator: One is 1. one @x of \\[two\\]." in passages
    assert "- [¶\u00a03](../../part/bees.md#p3): In 2011 a keeper had 3 hives." in passages
    assert "- [Été, long](../glossary.md#été-long): Summer." in passages
    assert "- [E1](../editorial-notes.md#e1), short form, p.\u00a05; no locator: Known, twice." in dossier(rendered, "hazel2015wax")


def test_a_dossier_counts_what_the_work_is_used_for(rendered):
    use = section(dossier(rendered, "linden2011roofs"), "use")
    assert "This book cites it 6 times: 5 in 1 chapter, 1 in the glossary." in use
    assert "It is the only source of 4 of the 5 sentences of this book that cite it." in use
    assert (
        "Of these 5 sentences of this book, by their wording, 1 gives a date and 2 a number (a sentence may count under several), "
        "and 3 give none of these." in use
    )
    assert "Where it is cited ([each sentence](#passages)):" in use
    bees = "../../part/bees.md"
    assert f"- Chapter 1, [Bees in towns]({bees}): [before the first heading]({bees}#bees-in-towns) (4); [Wax]({bees}#wax) (1)" in use
    assert section(dossier(rendered, "nobody1999"), "use") == "This book does not cite it."


def test_a_dossier_says_how_many_of_its_sentences_the_ledger_counts(rendered):
    """The abstract, the glossary and the editorial notes are no claims of the chapters; nor is the second work of the first sentence."""
    ledger = "([evidence ledger](../evidence.md#single))"
    use = section(dossier(rendered, "linden2011roofs"), "use")
    assert f"4 of these sentences are claims of the chapters, and 3 of those cite nothing else {ledger}." in use
    assert f"One sentence is a claim of the chapters, and it cites other works too {ledger}." in section(dossier(rendered, "hazel2015wax"), "use")
    assert f"One sentence is a claim of the chapters, and it cites nothing else {ledger}." in section(dossier(rendered, "hive2016voice"), "use")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One.[@a; @b] Two.[@a; @b]", "Each sentence has other sources beside it."),
        ("One.[@a] Two.[@a]", "It is the only source of all 2 sentences of this book that cite it."),
        ("One.[@a; @b] Two.[@a]", "It is the only source of 1 of the 2 sentences of this book that cite it."),
        ("One.[@a; @b]", "The sentence has other sources beside it."),
        ("One.[@a; @b] Two.[@a; @b]", "2 of these sentences are claims of the chapters, and each of those cites other works too"),
        ("One.[@a] Two.[@a]", "2 of these sentences are claims of the chapters, and all of those cite nothing else"),
        ("On 3 May 2011 a bee was killed.[@a]", "By its wording it gives a date and tells of violence."),
        ("On 3 May 9 bees died.[@a] In 2011.[@a]", "2 give a date, 1 a number and 1 tells of violence (a sentence may count under several)."),
        ("| Hive | Bees |\n|---|---|\n| Old | 3,000[@a] |", "By its wording it gives a number."),
    ],
)
def test_what_a_dossier_counts(text, said):
    page = f'# A\n\n!!! abstract "Abstract"\n    All.\n\n{text}\n'
    entries = "".join(f"@book{{{key},\n  title = {{{{{key}}}}},\n}}\n" for key in "ab")
    sources = read.monograph([Source("docs/a.md", page), Source("bib/scholarship.bib", entries)])
    found = pages.rendered(sources, {key: Reference(key, "", f"\ue001‘{key}’\ue002.", 0) for key in "ab"}, {})
    assert said in section(dossier(found, "a"), "use")


def test_a_dossier_says_where_it_belongs(rendered):
    after = dossier(rendered, "hive2016voice").partition("\n# ")[2].partition("\n\n")[2]
    assert after.startswith("[Bibliography](../bibliography.md) › [Primary sources of armed groups](../bibliography.md#primary)\n{: .work-place ")
    assert "## Primary sources of armed groups {#primary}" in rendered["apparatus/bibliography.md"]


@pytest.mark.parametrize(("note", "said"), [("The article that this book restructures. No date", 0), ("", 1)])
def test_the_article_is_named_as_such_once(note, said):
    entry = f"@misc{{sage2020,\n  title = {{A}},\n  note = {{{note}}},\n  keywords = {{article}},\n}}\n"
    text = dossier(pages.rendered(read.monograph([Source("bib/press.bib", entry)]), {"sage2020": Reference("sage2020", "", "\ue001‘A’\ue002.", 0)}, {}), "sage2020")
    assert text.count("It is the article that this book restructures.") == said
    assert text.partition("<details")[0].count("article that this book restructures") == 1


def test_a_report_printed_by_the_united_nations_is_said_to_be_whose_it_is():
    entries = "".join(f"@report{{{key},\n {MONITORING},\n number = {{S/2020/{number}}},\n}}\n" for number, key in enumerate("abc"))
    page = '# A\n\n!!! abstract "Abstract"\n    All.\n\nOne.[@a] Two.[@b]\n'
    sources = read.monograph([Source("docs/a.md", page), Source("bib/un.bib", entries)])
    found = pages.rendered(sources, {key: Reference(key, "", "\ue001‘A’\ue002.", 0) for key in "abc"}, {})
    said = "It is a report of the Analytical Support and Sanctions Monitoring Team"
    assert f"{said}; the [evidence ledger](../evidence.md#bodies) lists it under that name." in dossier(found, "a")
    assert f"{said}.\n" in dossier(found, "c"), "no claim cites it"
    assert "| Analytical Support and Sanctions Monitoring Team | 2 |" in found["apparatus/evidence.md"]


def test_a_dossier_names_its_neighbours_and_notes(rendered):
    linden, hazel = dossier(rendered, "linden2011roofs"), dossier(rendered, "hazel2015wax")
    assert "- [‘Wax &amp; Co.’](hazel2015wax.md), in 1 sentence" in section(linden, "beside")
    assert "- [Linden, <em>Roofs</em>](linden2011roofs.md), in 1 sentence" in section(hazel, "beside")
    assert "- [Note 7](../concordance.md#n7): pp. 4–5; “Ibid.”; mark lost; stands in [Bees in towns, “Wax”](../../part/bees.md#wax)" in linden
    assert "- [E1. Roofs &amp; more](../editorial-notes.md#e1): named in the remark on the article’s note 7" in section(linden, "editorial")
    assert "- [E1. Roofs &amp; more](../editorial-notes.md#e1): cites it twice" in section(hazel, "editorial")
    assert section(hazel, "notes") == "No note of the article names it."


def test_a_dossier_has_its_title_plain_and_stands_after_the_chapters_in_search(rendered):
    page, failures = read_page("docs/a.md", dossier(rendered, "hazel2015wax"))
    assert page.title == "‘Wax & Co.’" and page.front_matter["search"] == {"boost": 0.5} and failures == ()
    assert page.headings[0].text == "‘Wax &amp; Co.’"
    assert read_page("docs/a.md", dossier(rendered, "linden2011roofs"))[0].title == "Linden, Roofs"


def test_a_title_cannot_put_markup_into_the_page():
    """The theme prints title and description of a page as they are."""
    title = '‘&lt;img src=x onerror="a()"&gt; **b** [c](javascript:d)’'
    text = dossier(pages.rendered(book(), {"hazel2015wax": Reference("hazel2015wax", "", f"\ue001{title}\ue002.", 0)}, {}), "hazel2015wax")
    page, _ = read_page("docs/a.md", text)
    assert not set('<>"') & set(page.title + page.front_matter["description"])
    assert "<img" not in text and "# ‘&lt;img" in text and "**" not in text[page.body_start :].partition("<details")[0]
    assert not [link for link in page.links if "javascript" in link.target]


def test_works_with_one_title_are_told_apart():
    same = {key: Reference(key, "", "\ue001‘Same’\ue002.", rank) for rank, key in enumerate(references())}
    found = pages.rendered(book(), same, {})
    assert "\n# ‘Same’ (hazel2015wax)\n" in dossier(found, "hazel2015wax")


def test_works_of_any_other_file_are_listed_too():
    sources = [Source("bib/maps.bib", "@misc{map1990,\n  title = {{Map}},\n}\n")]
    text = pages.rendered(read.monograph(sources), {"map1990": Reference("map1990", "", "\ue001‘Map’\ue002.", 0)}, {})
    assert "## Maps {#maps}" in text["apparatus/bibliography.md"] and 'id="map1990"' in text["apparatus/bibliography.md"]


def test_generated_pages_join_the_book(rendered):
    whole = pages.monograph(book(), rendered)
    assert whole.by_name["apparatus/works/hazel2015wax.md"].path == "docs/apparatus/works/hazel2015wax.md"
    assert len(whole.pages) == len(rendered) + 1 and "docs/apparatus/bibliography.md" in whole.files


def test_a_dossier_speaks_of_one_page_in_words():
    entry = "@book{a,\n  title = {{A}},\n}\n"
    sources = read.monograph([Source("docs/b.md", "# B\n\nOne.[@a]\n"), Source("data/glossary.yml", '- term: Bee\n  definition: An insect.\n  cite: "[@a]"\n'), Source("bib/press.bib", entry)])
    text = dossier(pages.rendered(sources, {"a": Reference("a", "", "\ue001‘A’\ue002.", 0)}, {}), "a")
    assert "This book cites it twice: 1 on one other page, 1 in the glossary." in text
    assert "\nEntries that cite it:\n\n- [Bee](" in text
