"""What is understood of what is typed, of names, dates and text, of files and pages; and that no input ends in a fault."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from apparatus import read, records
from apparatus.model import Monograph, Source
from apparatus.sources import bib_entries, citekeys, cleaning, csl_items, dating, entry_text, given, people, proposal, ris_records
from apparatus.sources import settled, shelving, tex, web_page
from apparatus.sources.description import OTHERS, Creator, Description
from hypothesis import HealthCheck, given as for_all, settings
from hypothesis import strategies as any_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("typed", "way", "value"),
    [
        ("10.1080/09546553.2019.1657097", "doi", "10.1080/09546553.2019.1657097"),
        ("  DOI:10.1080/ABC ", "doi", "10.1080/abc"),
        ("doi 10.1080/abc.", "doi", "10.1080/abc"),
        ("<https://doi.org/10.1002/(SICI)1097-4679?x=1>", "doi", "10.1002/(sici)1097-4679"),
        ("ISBN 0-306-40615-2", "isbn", "9780306406157"),
        ("080442957X", "isbn", "9780804429573"),
        ("978 1 84904 964 1", "isbn", "9781849049641"),
        ("S/2020/53", "symbol", "S/2020/53"),
        ("s/res/2178 (2014)", "symbol", "S/RES/2178 (2014)"),
        ("https://undocs.org/S/2020/53", "symbol", "S/2020/53"),
        ("https://example.org/a?b=1&c='2'", "url", "https://example.org/a?b=1&c='2'"),
        ("www.example.org/a", "url", "https://www.example.org/a"),
        ("my papers/a.RIS", "file", "my papers/a.RIS"),
        ("https://example.org/a.json", "url", "https://example.org/a.json"),
        ("-", "paste", "-"),
    ],
)
def test_what_is_typed(typed, way, value):
    assert given.read(typed) == given.Given(way, value)


@pytest.mark.parametrize("typed", ["", "Jadoon 2018", "9781849049642", "123", "10.1080", "ftp://x.org/y", "javascript:alert(1)",
    "a.pdf", "[]"])
def test_what_is_typed_and_is_nothing(typed):
    with pytest.raises(given.Unclear):
        given.read(typed)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020-04-15T10:00:00+02:00", "2020-04-15"), ("2018/12/03/", "2018-12-03"), ("2018/12", "2018-12"), ("20200415", "2020-04-15"),
        ("April 15, 2020", "2020-04-15"), ("15 Apr 2020 10:30", "2020-04-15"), ("Wednesday, 15th April 2020", "2020-04-15"),
        ("March 2012", "2012-03"),
        ("2012", "2012"), (2012, "2012"), ("2019-13-45", ""), ("2019-02-30", "2019-02"), ("03/04/2020", ""), ("soon", ""), ("", ""),
        (None, ""),
        (True, ""), ("2020-01/2020-03", "2020-01/2020-03"), ("0000-00-00", ""), ("²⁰²⁰", ""),
    ],
)  # fmt: skip
def test_dates(written, date):
    assert dating.date(written) == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Fahim Abed", "Abed, Fahim"),
        ("Rezaul H. Laskar, Neeraj Chauhan", "Laskar, Rezaul H. and Chauhan, Neeraj"),
        ("A. Lee, Jo Smith and Dr. Ada Oak", "Lee, A. and Smith, Jo and Oak, Ada"),
        ("Martin Luther King, Jr.", "King, Jr., Martin Luther"),
        ("Ada van der Hazel", "van der Hazel, Ada"),
        ("United Nations Office on Drugs and Crime", "{United Nations Office on Drugs and Crime}"),
        ("Zainab", "Zainab"),
        ("Web Desk; Staff Reporter; admin", "Desk, Web"),
        ("https://example.org/author/x", ""),
        ("Ada Oak et al.", "Oak, Ada and others"),
        ("et al.", ""),
        ("x" * 10_000, ""),
    ],
)
def test_bylines(line, names):
    assert people.field(people.byline(line)) == names


def test_lists_cut_short_say_so():
    assert people.listed([Creator("Oak", "A."), Creator("al.", "et")]) == (Creator("Oak", "A."), OTHERS)
    assert len(people.listed(Creator(f"N{number}") for number in range(1000))) == people.MOST + 1


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("A &amp;amp; B", "A & B"),
        ("<i>Bees</i>&#8217;\n\t wax\u00ad", "Bees’ wax"),
        ("a<script>alert(1)</script>b &lt;b&gt;c", "ab c"),
        ("x \u202eevil\u202c \u200bzero \x00\x1b[31m \ud800 \ue000", "x evil zero [31m"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("e\u0301", "é"),
        ("y" * 601, ""),
        (["list"], ""),
        (7, "7"),
    ],
)
def test_text_is_cleaned(raw, text):
    assert cleaning.line(raw) == text


@pytest.mark.parametrize(
    ("raw", "outlet", "title"),
    [
        ("Bees’ \"wax\" isn't 'gold'", "", "Bees’ “wax” isn’t ‘gold’"),
        ("Hives vanish - BBC News", "BBC News", "Hives vanish"),
        ("Hives vanish | The Comb", "Comb", "Hives vanish"),
        ("BBC News", "BBC News", "BBC News"),
        ("A study of hives.", "", "A study of hives"),
        ("Hives and Co.", "", "Hives and Co."),
        ("What now?", "", "What now?"),
    ],
)
def test_titles(raw, outlet, title):
    assert cleaning.title(raw, outlet) == title


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r'{\"U}ber {G}{\"o}del', "Über Gödel"), (r"\'{e}t\'e \c{c}a \v{s} \o \ss", "été ça š øß"), (r"{\'\i}", "í"), (r"A \& B \%",
        "A & B %"),
        (r"1--9 --- ``q''", "1–9 — “q”"), (r"\emph{Bees} and~wax", "Bees and wax"), (r"\H{o}", "ő"), ("", ""),
    ],
)  # fmt: skip
def test_tex(written, plain):
    assert tex.plain(written) == plain


@pytest.mark.parametrize(
    ("body", "short"),
    [("Dawn", "dawn"), ("The Hindustan Times", "hindustantimes"), ("Institute for the Study of War", "isw"), ("bdnews24.com", "bdnews"),
     ("FDD’s Long War Journal", "flwj"), ("Русская служба", "")],
)  # fmt: skip
def test_short_names_of_bodies(body, short):
    assert citekeys.short(body) == short


@pytest.fixture(scope="module")
def monograph():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def written(monograph):
    return records.works(monograph.entries, ROOT / ".cache")


READERS = {
    "csl": lambda record: csl_items.descriptions(json.dumps(dict(record.csl))),
    "ris": lambda record: ris_records.descriptions(record.ris),
    "bib": lambda record: bib_entries.descriptions("x.bib", record.bibtex)[0],
}
# What a format has no place for, or keeps in another form; all else comes back as the book has it.
LOST = {
    "csl": {"keywords", "langid", "organization"},
    "ris": {"keywords", "langid", "organization", "note", "type"},
    "bib": {"keywords", "organization"},
}


@pytest.mark.parametrize("form", READERS)
def test_what_the_book_hands_out_comes_back_as_the_same_entry(monograph, written, form):
    """Every work of the real book, through each form of its downloads: what differs is what the form cannot say."""
    different = {}
    for entry in monograph.entries:
        (work,) = READERS[form](written[entry.citekey])
        kind = Path(entry.location.path).stem
        if kind == "primary":
            continue
        mine = {name: value for name, value in entry_text.fields(work, kind) if value}
        theirs = {field.name: field.value for field in entry.fields}
        if changed := {name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)} - LOST[form]:
            different[entry.citekey] = changed
    known = {"zahid2018pakistani": {"publisher"}, "dod2017leader": {"author"}, "rehman2013pakistani": {"author"},
        "reuters2020bangladeshi": {"author"}}
    assert {key: names for key, names in different.items() if names - known.get(key, set())} == {}


def test_keys_of_the_real_book_are_mostly_found_again(monograph, written):
    """The name and the year of a key follow a rule; its word is chosen by people, and found again for two works in five."""
    stems = keys = 0
    for entry in monograph.entries:
        (work,) = READERS["bib"](written[entry.citekey])
        rest = replace(monograph, entries=tuple(other for other in monograph.entries if other is not entry))
        key = citekeys.proposed(work, Path(entry.location.path).stem, rest)
        assert key not in rest.by_citekey
        keys += key == entry.citekey
        stems += key.rstrip("abcdefghijklmnopqrstuvwxyz") == entry.citekey.rstrip("abcdefghijklmnopqrstuvwxyz") or key == entry.citekey
    assert stems > len(monograph.entries) * 0.6 and keys > len(monograph.entries) * 0.3


def test_a_key_that_is_taken_gives_way_to_the_next_word_and_then_to_a_number():
    work = Description(form="book", authors=(Creator("Oak", "A."),), title="Wax and combs", date="2019")
    book, keys = Monograph(), []
    for _ in range(4):
        entry = read.monograph([Source("bib/scholarship.bib", proposal(work, book, "scholarship", "").text)]).entries[0]
        keys.append(entry.citekey)
        book = replace(book, entries=(*book.entries, entry))
    assert keys == ["oak2019combs", "oak2019wax", "oak2019and", "oak2019combs2"]


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (Description(url="https://www.state.gov/x"), "government"),
        (Description(url="https://home.mod.gov.uk/x"), "government"),
        (Description(url="https://news.un.org/x"), "un"),
        (Description(number="S/2020/53"), "un"),
        (Description(form="article", shelf="scholarship"), "scholarship"),
        (Description(url="https://www.reuters.com/x", body="Reuters"), "press"),
        (Description(url="https://www.bellingcat.com/x"), "scholarship"),
        (Description(url="https://twitter.com/somebody/status/1"), ""),
        (Description(url="https://example.org/x"), ""),
        (Description(keywords=("extremist",), shelf="press"), "primary"),
    ],
)
def test_shelves_of_the_real_book(monograph, work, kind):
    assert shelving.shelf(work, monograph).kind == kind


def test_an_archived_page_is_the_page_and_its_copy_is_kept(monograph):
    copy = "https://web.archive.org/web/20200101000000/http://www.reuters.com/x"
    work = settled(Description(url=copy), monograph)
    assert (work.url, work.copy) == ("https://www.reuters.com/x", copy)  # the book has https of this site
    assert settled(Description(url="http://keeps.example.org/x"), monograph).url == "http://keeps.example.org/x"


TEXT = any_of.text(max_size=60) | any_of.sampled_from(
    ['}, url = {x}', '"', "{{", "\\", "%", "@x{", "\r\n", "A, B, C and D", "\u202e", " and ", "10.1/x"]
)
JSON = any_of.recursive(
    any_of.none() | any_of.booleans() | any_of.integers() | any_of.floats(allow_nan=False) | TEXT,
    lambda inner: any_of.lists(inner, max_size=4) | any_of.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
CSL_NAMES = "type title author editor issued DOI ISBN ISSN URL page container-title relation accessed event".split()
CSL = any_of.dictionaries(any_of.sampled_from(CSL_NAMES), JSON)
LD_NAMES = "@type @id @graph headline name author publisher datePublished isPartOf identifier isbn url".split()
LD = any_of.dictionaries(any_of.sampled_from(LD_NAMES), JSON)
BIB_NAMES = "title author editor year month date pages url doi isbn publisher journal note type".split()


def well_formed(work):
    """The entry of a description: one record that can be read, with the fields that were written and no others."""
    key, wanted = "oak2019wax", {name for name, value in entry_text.fields(work, "press") if value}
    book = read.monograph([Source("bib/press.bib", entry_text.text(work, key, "press"))])
    assert [(f.code, f.message) for f in book.failures] == []
    assert [entry.citekey for entry in book.entries] == [key]
    assert {field.name for field in book.entries[0].fields} == wanted
    assert book.entries[0].raw.count("\n") == len(wanted) + 1


SLOW = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@SLOW
@for_all(CSL)
def test_any_item_becomes_a_well_formed_entry(item):
    well_formed(csl_items.description(item))
    csl_items.descriptions(json.dumps([item, 1, None]))


@SLOW
@for_all(any_of.lists(LD, max_size=3), any_of.binary(max_size=200))
def test_any_page_becomes_a_well_formed_entry(things, noise):
    script = json.dumps([{"@type": "Article"} | thing for thing in things])
    content = f"<title>x</title><script type='application/ld+json'>{script}</script>".encode() + noise
    well_formed(web_page.description(content, "", "https://example.org/a"))


@SLOW
@for_all(any_of.lists(any_of.tuples(any_of.sampled_from("TY TI AU A2 T2 PY DA SP EP SN UR DO M3 N1 ER".split()), TEXT), max_size=12))
def test_any_ris_becomes_well_formed_entries(lines):
    for work in ris_records.descriptions("TY  - JOUR\n" + "\n".join(f"{tag}  - {value}" for tag, value in lines)):
        well_formed(work)


@SLOW
@for_all(any_of.dictionaries(any_of.sampled_from(BIB_NAMES), TEXT))
def test_any_bib_becomes_well_formed_entries(values):
    text = "@article{x,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items()) + "}\n"
    for work in bib_entries.descriptions("x.bib", text)[0]:
        well_formed(work)
