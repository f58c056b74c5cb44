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
CELL = re.compile(r"((?:\\\||\[[^\[\]]*\]|[^|])*)\|")
HEAD_OF_TABLE = re.compile(r"^\|.*\n(?=\|[ :|-]+\n)|^\|[ :|-]+$", re.MULTILINE)
DATE = re.compile(r"(?:(January|February|March|April|May|June|July|August|September|October|November|December) )?(?<![\d,/$-])\b((?:1[5-9]|20)\d\d)(s|[–/-]\d{2,4}|)\b(?! ?%|,\d)")
MONTHS = "January February March April May June July August September October November December".split()


def texts():
    for name in NAVIGATION:
        path = ROOT / "docs" / name
        if path.is_file() and '!!! abstract "Abstract"' in (text := path.read_text(encoding="utf-8")):
            yield name, text


def units(line):
    """A line, or of a row of a table each cell with a citation, after the row's first cell; of a row with none the whole."""
    if not line.startswith("|"):
        return [line]
    first, *others = CELL.findall(line[1:])
    noted = [first] * bool(BLOCK.search(first))
    return noted + [f"{BLOCK.sub('', first)}: {cell}" for cell in others if BLOCK.search(cell)] or [line]


def lines(text):
    """The lines and cells that are claims: their text and the citekeys in them, each once."""
    body = HEAD_OF_TABLE.sub("", NO_PROSE.sub("", text.partition("{#rests-on}")[0].rpartition("\n")[0]))
    for line in (unit for line in filter(str.strip, body.split("\n")) for unit in units(line)):
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
    for line in re.findall(r"^ *\|(.*)\|$", text, re.MULTILINE):
        if not re.fullmatch(r"[ :|-]+", line):
            cells = (re.sub(r"\[[^\[\]]*\]\(([^()]*)\)", r"\1", cell.replace("\\[", "").replace("\\]", "")) for cell in line.split(" | "))
            yield [re.sub(r"\u00a0\(<?\d+\u00a0%\)$", "", cell.strip(" *")) for cell in cells]


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
        found = re.findall(r"^ *\|.*\d.*\|$", section(ledger, anchor), re.MULTILINE)
        assert len(found) == len(CLAIMS) + 1
        for line in found:
            cells = line.strip("| ").split(" | ")
            assert not re.search(r"\d (?:\(|%)", line), "no line breaks within a number"
            for number, share in re.findall(r"(\d+)\u00a0\((<?\d+)\u00a0%\)", " ".join(cells[2:])):
                exact = 100 * int(number) / int(cells[1])
                assert share == "<1" if exact < 0.5 else abs(int(share) - exact) <= 0.5


def test_single_works(ledger):
    shown = {row[0]: row[1:] for row in rows(section(ledger, "single"))}
    for name, claims in [*CLAIMS.items(), ("evidence.md", ALL)]:
        one = [keys for _, keys in claims if len(keys) == 1]
        own = sum(keys == (ARTICLE,) for keys in one)
        assert shown[slug(name)] == [str(len(claims)), str(len(one)), str(own), str(len(one) - own)], name


def test_author_alone(ledger):
    own = sum(keys == (ARTICLE,) for _, keys in ALL)
    assert section(ledger, "author").strip().startswith(f"{own} of {len(ALL)} claims") and not list(rows(section(ledger, "author")))


def most(claims):
    """The works that most of the claims cite, all that are equal, and in how many."""
    counts = cited(claims)
    number = max(claims_ for claims_, _ in counts.values())
    return sorted(key for key in counts if counts[key][0] == number), number


def test_works_cited_most(ledger):
    listed = [row for row in rows(section(ledger, "leaning")) if row[0].startswith("works/")]
    check_works(listed, ALL)
    shown, kinds = {row[0]: row[1:] for row in rows(section(ledger, "leaning")) if row[0].startswith("#")}, set()
    for name, claims in CLAIMS.items():
        top, number = most(claims)
        if number == 1:
            expected = ["none in more than one claim", "–"]
        elif len(top) > 3:
            expected = [f"{len(top)} works", f"{number} each"]
        else:
            links = [f"works/{key}.md" for key in top]
            expected = [", ".join(links[:-1]) + " and " * (len(top) > 1) + links[-1], f"{number} each" if len(top) > 1 else str(number)]
        kinds.add((number == 1, len(top) > 1))
        assert shown[slug(name)][:3] == [str(len(claims)), *expected], name
    assert len(shown) == len(CLAIMS) and kinds >= {(False, False), (False, True)}, "with ties and without"


@pytest.mark.parametrize("name", CLAIMS)
def test_the_works_a_chapter_cites_most_are_named_all_or_none(ledger, name):
    top, number = most(CLAIMS[name])
    said = re.search(r"^(?:Cited most|No work besides).*$", section(ledger, slug(name)[1:]), re.MULTILINE)[0]
    if number == 1:
        assert said == "No work besides the article is cited in more than one claim."
    else:
        assert re.findall(r"works/(\w+)\.md", said) == (top if len(top) < 4 else [])
        assert f"{number} of {len(CLAIMS[name])} claims" in said and said.endswith(" each." if len(top) > 1 else ").")


@pytest.mark.parametrize("name", CLAIMS)
def test_works_and_places_of_a_chapter(ledger, name):
    text = section(ledger, slug(name)[1:])
    check_works([row for row in rows(text) if row[0].startswith("works/")], CLAIMS[name])
    one = Counter(keys[0] for _, keys in CLAIMS[name] if len(keys) == 1)
    box = text.partition("??? ")[2]
    for line in re.findall(r"^    - (.*)$", box, re.MULTILINE):
        work = re.match(r"\[.*?\]\(works/([^()]*)\.md\): ", line)
        places = re.findall(r"\[¶\u00a0\d+\]\([^()#]*#p\d+\)(?: \((\d+)\u00a0claims\))?", line)
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
        assert row[2] == f"{round(100 * counts[key][0] / len(claims) + 1e-9)}\u00a0%"


def test_the_first_lines(ledger):
    numbers = list(map(int, re.findall(r"(?<![/\d])\b\d+\b(?!\u00a0%|/)", re.sub(r"\]\([^()]*\)|S/\d+/\d+", "", section(ledger, "evidence")))))
    counts = cited(ALL)
    top = max(counts.values())
    one, own = sum(len(keys) == 1 for _, keys in ALL), sum(keys == (ARTICLE,) for _, keys in ALL)
    extremist = sum(any(ENTRIES[key][0] == "primary" for key in keys) for _, keys in ALL)
    kinds = Counter(kind(keys) for _, keys in ALL)
    assert numbers[:2] == [len(ALL), len(CLAIMS)]
    assert numbers[2:] == [own, len(ALL) - own, *top, one, own, one - own, extremist, *(kinds[name] for name in STRENGTH if kinds[name])]


def test_passages_on_extremist_material(ledger):
    text = section(ledger, "primary")
    expected = [(name, sorted(keys)) for name, claims in CLAIMS.items() for _, keys in claims if any(ENTRIES[key][0] == "primary" for key in keys)]
    shown = []
    for item in re.findall(r"^- (.*)$", text, re.MULTILINE):
        shown.append((re.search(r"\]\(\.\./([^()#]*)#p\d+\): ", item)[1], sorted(re.findall(r"\(works/([^()]*)\.md\)", item))))
    assert shown == expected
    alone = sum(kind(keys) == "primary" for _, keys in ALL)
    assert f"{len(expected)} of {len(ALL)} claims" in text
    assert f"for {'all' if alone == len(expected) else alone} of them it is the strongest source" in text


def hand(key):
    entry = ENTRIES[key][1]
    if team := re.search(r"Report of the (.*?) Submitted", field(entry, "title")):
        return team[1]
    return re.split(r" and (?=[A-Z][\w’-]+, )", field(entry, "author"))[0] or field(entry, "organization")


def outlet(key):
    entry = ENTRIES[key][1]
    return next((found for name in ("organization", "institution", "publisher", "journaltitle", "booktitle") if (found := field(entry, name))), "")


def together(named):
    """By the works that have a name in common: how many they are, and how many claims cite any of them."""
    works = {}
    for key in cited(ALL):
        works.setdefault(named(key), set()).add(key)
    return {
        frozenset(f"works/{key}.md" for key in keys): (len(keys), sum(bool(keys & set(found)) for _, found in ALL))
        for name, keys in works.items() if len(keys) > 1 and name
    }  # fmt: skip


def test_works_of_one_hand_and_of_one_outlet(ledger):
    hands, outlets = together(hand), together(outlet)
    parted = section(ledger, "bodies").split("| Publisher or outlet |")
    shown = [{frozenset(row[4].split("; ")): (int(row[1]), int(row[2])) for row in rows(part) if row[1].isdigit()} for part in parted]
    assert shown == [hands, {works: counts for works, counts in outlets.items() if works not in hands}]
    sentinel = next(works for works in shown[1] if "works/bell2016first.md" in works)
    assert sentinel == {f"works/{key}.md" for key in ("bell2016first", "jadoon2018allied", "jadoon2019taking", "jadoon2020broken")}


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
    assert f"{claims} [claim" in text and f"{sum(buckets.values())} times in all" in text


def test_each_chapter_shows_its_numbers_in_its_own_words(ledger):
    from apparatus.enrich.support_line import with_support_line

    book = read.book(ROOT)
    for name, claims in CLAIMS.items():
        line = re.search(r"^Of \d+ claims?, .*$", with_support_line(book.by_name[name], book), re.MULTILINE)[0]
        kinds = Counter(kind(keys) for _, keys in claims)
        shown = [int(number) for number in re.findall(r"\b\d+\b", re.sub(r"\]\([^()]*\)", "", line))]
        expected = [len(claims), *(kinds[name] for name in STRENGTH if kinds[name]), sum(len(keys) == 1 for _, keys in claims)]
        assert shown == expected and f"evidence.md{slug(name)})" in line
