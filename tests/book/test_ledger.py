"""The numbers of the evidence ledger counted again by another route: by lines of the raw sources, with none of the book's readers.

The chapters are written one sentence a line, so that a line with a bracketed citation is a claim with a note.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from apparatus import pages, read, records, references

ROOT = Path(__file__).parents[2]
NAVIGATION = re.findall(r"^ +- (?:[^:\n]+: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
STRENGTH = ("scholarship", "official", "press", "primary", "author", "none")
FILES = {"scholarship": "scholarship", "un": "official", "government": "official", "press": "press", "primary": "primary"}
NO_PROSE = re.compile(r"\A---\n.*?\n---\n|^```.*?^```$|^///.*?^///$|^!!![^\n]*\n(?:\n*    [^\n]*\n)*|^#[^\n]*$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
NO_NOTE_BUT_NEEDS_ONE = re.compile(r"(?:He|She)\b|[^\d]*\d")
HEAD_OF_TABLE = re.compile(r"^\|.*\n(?=\|[ :|-]+\n)|^\|[ :|-]+$", re.MULTILINE)
DATE = re.compile(r"(?:(January|February|March|April|May|June|July|August|September|October|November|December) )?(?<![\d,/$-])\b((?:1[5-9]|20)\d\d)(s|[–/-]\d{2,4}|)\b(?! ?%|,\d)")
MONTHS = "January February March April May June July August September October November December".split()


def texts():
    for name in NAVIGATION:
        path = ROOT / "docs" / name
        if path.is_file() and '!!! abstract "Abstract"' in (text := path.read_text(encoding="utf-8")):
            yield name, text


def lines(text):
    """The lines that are claims: their text and the citekeys in them, each once."""
    body = HEAD_OF_TABLE.sub("", NO_PROSE.sub("", text.partition("{#rests-on}")[0].rpartition("\n")[0]))
    for line in filter(str.strip, body.split("\n")):
        keys = dict.fromkeys(key for block in BLOCK.findall(line) for key in re.findall(r"@([\w:.-]*\w)", block))
        bare = BLOCK.sub("", line)
        if keys or NO_NOTE_BUT_NEEDS_ONE.match(bare):
            yield bare, tuple(keys)


def field(entry, name):
    found = re.search(rf"^ *{name} *= *\{{(.*)\}},?$", entry, re.MULTILINE)
    return found[1].strip("{}") if found else ""


ENTRIES = {
    key: (path.stem, entry)
    for path in sorted((ROOT / "bib").glob("*.bib"))
    for key, entry in re.findall(r"^@\w+\{([^,\s]+),(.*?)^\}", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
}
ARTICLE = next(key for key, (_, entry) in ENTRIES.items() if "article" in re.split(r",\s*", field(entry, "keywords")))
CLAIMS = {name: list(lines(text)) for name, text in texts()}
ALL = [claim for claims in CLAIMS.values() for claim in claims]


def kind(keys):
    found = {"author" if key == ARTICLE else FILES[ENTRIES[key][0]] for key in keys} or {"none"}
    return min(found, key=STRENGTH.index)


def cited(claims):
    """Works other than the article: how many claims cite each, and how many nothing else."""
    counts = Counter(key for _, keys in claims for key in keys if key != ARTICLE)
    return {key: (number, sum(keys == (key,) for _, keys in claims)) for key, number in counts.items()}


@pytest.fixture(scope="module")
def ledger():
    book = read.book(ROOT)
    printed, _ = references.references(book.entries, ROOT / "bib/house.csl", ROOT / ".cache")
    return pages.rendered(book, printed, records.works(book.entries, ROOT / ".cache"))["apparatus/evidence.md"]


def section(ledger, anchor):
    found = re.search(rf"^(#+) [^\n]*\{{#{re.escape(anchor)}\}}$(.*?)(?=^#|\Z)", ledger, re.DOTALL | re.MULTILINE)
    return found[2]


def rows(text):
    """The rows of all tables as lists of cells: links by target, numbers without per cent, emphasis off."""
    for line in re.findall(r"^\|(.*)\|$", text, re.MULTILINE):
        if not re.fullmatch(r"[ :|-]+", line):
            cells = (re.sub(r"\[[^\[\]]*\]\(([^()]*)\)", r"\1", cell.replace("\\[", "").replace("\\]", "")) for cell in line.split(" | "))
            yield [re.sub(r" \(<?\d+ %\)$", "", cell.strip(" *")) for cell in cells]


def slug(name):
    return "#" + name.removesuffix(".md").replace("/", "-")


def test_the_sources_are_one_sentence_a_line():
    """What this test rests on: no stop within a line but before a bracket that ends it, or within quotation marks."""
    assert len(CLAIMS) == 16 and len(ALL) > 400
    for line, _ in ALL:
        if not line.startswith("|"):
            assert not re.search(r"[a-z]{3}\. [A-Z]", re.sub(r"“[^”]*”|\bvol\. |\bMr\. ", "", line)), line


def test_kinds_of_every_chapter_and_of_the_book(ledger):
    shown = {row[0]: row[1:] for row in rows(section(ledger, "kinds"))}
    for name, claims in [*CLAIMS.items(), ("evidence.md", ALL)]:
        kinds = Counter(kind(keys) for _, keys in claims)
        assert shown[slug(name)] == [str(len(claims)), *(str(kinds[name]) for name in STRENGTH)], name
    assert len(shown) == len(CLAIMS) + 2


def test_the_chart_has_the_numbers_of_its_table(ledger):
    text = section(ledger, "kinds")
    bars = [line.split(" | ")[1:] for line in text[text.index("```bars") : text.rindex("```")].split("\n") if re.match(r"(Whole book|\d+\. .*) \| \d", line)]
    table = [row[2:] for row in rows(text)][1:]
    assert [*table[-1:], *table[:-1]] == bars


def test_per_cent_are_right(ledger):
    for anchor in ("kinds", "single"):
        for line in re.findall(r"^\|.*\d.*\|$", section(ledger, anchor), re.MULTILINE):
            cells = line.strip("| ").split(" | ")
            for number, share in re.findall(r"(\d+) \((<?\d+) %\)", " ".join(cells[2:])):
                exact = 100 * int(number) / int(cells[1])
                assert share == "<1" if exact < 0.5 else abs(int(share) - exact) <= 0.5


def test_single_works(ledger):
    shown = {row[0]: row[1:] for row in rows(section(ledger, "single"))}
    for name, claims in [*CLAIMS.items(), ("evidence.md", ALL)]:
        one = [keys for _, keys in claims if len(keys) == 1]
        own = sum(keys == (ARTICLE,) for keys in one)
        assert shown[slug(name)] == [str(len(claims)), str(len(one)), str(own), str(len(one) - own)], name


def test_author_alone(ledger):
    shown = {row[0]: row[1:] for row in rows(section(ledger, "author"))}
    for name, claims in CLAIMS.items():
        own = sum(keys == (ARTICLE,) for _, keys in claims)
        assert shown[slug(name)] == [str(own), str(len(claims) - own)], name


def test_works_cited_most(ledger):
    listed = [row for row in rows(section(ledger, "leaning")) if row[0].startswith("works/")]
    check_works(listed, ALL)
    for row in rows(section(ledger, "leaning")):
        if row[0].startswith("#"):
            name = next(name for name in CLAIMS if slug(name) == row[0])
            counts = cited(CLAIMS[name])
            top = min(counts, key=lambda key: (-counts[key][0], key))
            assert row[1:4] == [str(len(CLAIMS[name])), f"works/{top}.md", str(counts[top][0])]


@pytest.mark.parametrize("name", CLAIMS)
def test_works_and_places_of_a_chapter(ledger, name):
    text = section(ledger, slug(name)[1:])
    check_works([row for row in rows(text) if row[0].startswith("works/")], CLAIMS[name])
    one = Counter(keys[0] for _, keys in CLAIMS[name] if len(keys) == 1)
    box = text.partition("??? ")[2]
    for line in re.findall(r"^    - (.*)$", box, re.MULTILINE):
        work = re.match(r"\[.*?\]\(works/([^()]*)\.md\): ", line)
        places = re.findall(r"\[¶\u00a0\d+\]\([^()#]*#p\d+\)(?: ×(\d+))?", line)
        number = sum(int(times or 1) for times in places)
        if line.startswith("No note"):
            assert number == sum(not keys for _, keys in CLAIMS[name])
        else:
            assert number == one.pop(work[1] if work else ARTICLE)
    assert not one, "every claim on one work is listed"


def check_works(listed, claims):
    counts = cited(claims)
    best = sorted(counts, key=lambda key: (-counts[key][0], key))[:5]
    assert [row[0] for row in listed] == [f"works/{key}.md" for key in best]
    for row, key in zip(listed, best, strict=True):
        assert (int(row[1]), int(row[3])) == counts[key]
        assert row[2] == f"{round(100 * counts[key][0] / len(claims) + 1e-9)} %"


def test_the_first_lines(ledger):
    numbers = list(map(int, re.findall(r"(?<![/\d])\b\d+\b(?! %|/)", re.sub(r"\]\([^()]*\)|S/\d+/\d+", "", section(ledger, "evidence")))))
    counts = cited(ALL)
    top = max(counts.values())
    one, own = sum(len(keys) == 1 for _, keys in ALL), sum(keys == (ARTICLE,) for _, keys in ALL)
    extremist = sum(any(ENTRIES[key][0] == "primary" for key in keys) for _, keys in ALL)
    kinds = Counter(kind(keys) for _, keys in ALL)
    assert numbers[:2] == [len(ALL), len(CLAIMS)]
    assert numbers[2:] == [own, len(ALL) - own, *top, one, own, one - own, extremist, *(kinds[name] for name in STRENGTH)]


def test_passages_on_extremist_material(ledger):
    text = section(ledger, "primary")
    expected = [(name, sorted(keys)) for name, claims in CLAIMS.items() for _, keys in claims if any(ENTRIES[key][0] == "primary" for key in keys)]
    shown = []
    for item in re.findall(r"^- (.*)$", text, re.MULTILINE):
        shown.append((re.search(r"\]\(\.\./([^()#]*)#p\d+\): ", item)[1], sorted(re.findall(r"\(works/([^()]*)\.md\)", item))))
    assert shown == expected
    assert f"{len(expected)} of {len(ALL)} claims" in text


def hand(key):
    entry = ENTRIES[key][1]
    if team := re.search(r"Report of the (.*?) Submitted", field(entry, "title")):
        return team[1]
    return re.split(r" and (?=[A-Z][\w’-]+, )", field(entry, "author"))[0] or field(entry, "organization")


def test_works_of_one_hand(ledger):
    works = {}
    for key in cited(ALL):
        works.setdefault(hand(key), set()).add(key)
    expected = {}
    for name, keys in works.items():
        if len(keys) > 1 and name:
            expected[frozenset(f"works/{key}.md" for key in keys)] = (len(keys), sum(bool(keys & set(found)) for _, found in ALL))
    shown = {frozenset(row[4].split("; ")): (int(row[1]), int(row[2])) for row in rows(section(ledger, "bodies")) if row[1].isdigit()}
    assert shown == expected


def span(words):
    """The latest date in a line as (year, month); the month 0 where none stands before the year."""
    found = []
    for month, year, rest in DATE.findall(re.sub(r"\]\([^()]*\)", "]", words)):
        if rest == "s":
            found.append((int(year) + 9, 0))
        elif rest:
            found.append((int(year[: 4 - len(rest) + 1] + rest[1:]), 0))
        else:
            found.append((int(year), MONTHS.index(month) + 1 if month else 0))
    return max(found, default=None)


def test_ages_of_the_sources(ledger):
    buckets, before, claims = Counter(), [], 0
    for name, listed in CLAIMS.items():
        for words, keys in listed:
            latest, others = span(words), [key for key in keys if key != ARTICLE]
            claims += bool(latest and others)
            for key in others if latest else ():
                date = [int(part) for part in field(ENTRIES[key][1], "date").split("-") if part]
                early = bool(date) and (date[0] < latest[0] or (date[0] == latest[0] and len(date) > 1 and 0 < date[1] < latest[1]))
                later = date[0] - latest[0] if date else 0
                buckets["undated" if not date else "before" if early else later if later < 2 else "few" if later < 5 else "many"] += 1
                before += [(name, key)] if early else []
    text = section(ledger, "age")
    assert [int(row[1]) for row in rows(text) if row[1].isdigit()] == [buckets[name] for name in ("before", 0, 1, "few", "many")]
    assert buckets["undated"] == 0 and len(before) > 0
    assert [re.findall(r"\]\(\.\./([^()#]*)#p\d+\)|\(works/([^()]*)\.md\)", item) for item in re.findall(r"^- (.*)$", text, re.MULTILINE)] == [
        [(name, ""), ("", key)] for name, key in before
    ]
    assert f"{claims} [claim" in text and f"{sum(buckets.values())} pairs" in text


def test_each_chapter_shows_its_numbers_in_its_own_words(ledger):
    from apparatus.enrich.support_line import with_support_line

    book = read.book(ROOT)
    for name, claims in CLAIMS.items():
        line = re.search(r"^Of \d+ claims?, .*$", with_support_line(book.by_name[name], book), re.MULTILINE)[0]
        kinds = Counter(kind(keys) for _, keys in claims)
        shown = [int(number) for number in re.findall(r"\b\d+\b", re.sub(r"\]\([^()]*\)", "", line))]
        expected = [len(claims), *(kinds[name] for name in STRENGTH if kinds[name]), sum(len(keys) == 1 for _, keys in claims)]
        assert shown == expected and f"evidence.md{slug(name)})" in line
