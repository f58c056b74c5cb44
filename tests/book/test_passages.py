"""For every work, what bibliography and dossier list equals a fresh search of the sources, with none of the book's own readers."""

import html
import posixpath
import re
from collections import Counter
from pathlib import Path

import pytest
from apparatus import pages, read, records, references

ROOT = Path(__file__).parents[2]
BRACKET = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
CITATION = re.compile(r"-?@([\w:.-]*\w)(?:,\s*(.*))?", re.DOTALL)
NO_PROSE = re.compile(r"\A---\n.*?\n---\n|^```.*?^```|<!--.*?-->|`[^`\n]*`|^[ ]*#[ ].*?$", re.DOTALL | re.MULTILINE)
HOMES = {"editorial": ("editorial-notes", "id"), "glossary": ("glossary", "term")}  # others: the registers, the field id
PASSING = re.compile(r"^  (?:named_in_passing: true|mentioned: false)\b", re.MULTILINE)  # who shares a page
LINK = r"\[[^\[\]]*\]\(([^()\s]*)\)"
TIMES = r"once|twice|\d+ times"
GROUP = re.compile(rf"{LINK}(?:, {LINK})*(?: \(([^()]*)\))?")
ITEM = re.compile(rf"^- {LINK}(?: \(({TIMES})\))?(?:, (short form|the article|the problem|the record|this edition))?(?:, ([^\n]*?))?: ([^\n]*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def rendered():
    book = read.book(ROOT)
    printed, _ = references.references(book.entries, ROOT / "bib/house.csl", ROOT / ".cache")
    return pages.rendered(book, printed, records.works(book.entries, ROOT / ".cache"))


@pytest.fixture(scope="module")
def searched():
    """By citekey, how often each place cites it with each locator: a page, or a record of editorial notes or glossary."""
    found: dict[str, Counter] = {}

    def search(text: str, place: str) -> None:
        for bracket in BRACKET.finditer(text):
            for part in bracket[1].split(";"):
                citation = CITATION.search(part)
                locator = re.sub(r"(?<=\d)-(?=\d)", "–", " ".join((citation[2] or "").split()))
                found.setdefault(citation[1], Counter())[place, locator] += 1

    for path in sorted((ROOT / "docs").rglob("*.md")):
        search(NO_PROSE.sub(" ", path.read_text(encoding="utf-8")), path.relative_to(ROOT / "docs").as_posix())
    for path in sorted((ROOT / "data").glob("*.yml")):
        page, field = HOMES.get(path.stem, ("", "id"))
        text = NO_PROSE.sub(" ", path.read_text(encoding="utf-8"))
        for record in re.split(rf"^- (?={field}:)", text, flags=re.MULTILINE)[1:]:
            term = re.match(rf'{field}: *"?([^"\n]*)', record)[1]
            anchor = re.sub(r"[\W_]+", "-", term.lower()).strip("-")
            search(record, f"apparatus/{page}.md#{anchor}" if page else home(path.stem, anchor, record))
    return found


def home(register, name, record):
    """Where a record of a register stands: on its own page, or as a section; a figure on the page that shows it."""
    if register == "figures":
        pages = {path: re.findall(r"^```figure\n(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE) for path in (ROOT / "docs").rglob("*.md")}
        found = {path.relative_to(ROOT / "docs").as_posix(): names for path, names in pages.items()}
        found |= {"apparatus/timeline.md#figure-timeline": ["timeline"]}
        return next((page for page, names in found.items() if any(name.startswith(figure) for figure in names)), "")
    own = register in ("people", "groups", "places", "events") and not PASSING.search(record)
    if register == "places":
        own = own and ("\n  presence:" in record or record.partition("\n  facts:")[2].count("\n    - ") > 1)
    index = {"structure": "organisation"}.get(register, register)
    return f"register/{register}/{name}.md" if own else f"register/{index}.md#{name}"


def plain(text):
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]])", r"\1", text)).replace("\u00a0", " ")


def place(target, folder):
    """Of a page of the book its path; of a record, which stands on a page made at build, also its anchor."""
    whole = posixpath.normpath(posixpath.join(folder, target))
    page = whole.partition("#")[0]
    return page if (ROOT / "docs" / page).is_file() else whole


def number(times):
    return {"": 1, "once": 1, "twice": 2}.get(times) or int(times.split()[0])


def ways(how):
    """What stands in brackets after places, ``p. 3``, ``p. 3, twice``, ``twice; once p. 1``: each locator with its number."""
    for part in how.split("; "):
        first, last = re.fullmatch(rf"({TIMES})(?: (.*))?", part), re.fullmatch(rf"(.*), ({TIMES})", part)
        if first:
            yield first[2] or "", number(first[1])
        else:
            yield (last[1], number(last[2])) if last else (part, 1)


def of_bibliography(text):
    """By citekey, the places that its item lists."""
    found = {}
    for item in re.split(r'<li class="work" id="', text)[1:]:
        key, _, rest = item.partition('"')
        counts = found[key] = Counter()
        shown = re.split(r'<details class="cite"|\{: \.work-passages', rest.partition("Cited in ")[2])[0]
        for group in GROUP.finditer(shown.partition("#passages):")[2] or shown):
            for target in re.findall(LINK, group[0]):
                for locator, times in ways(plain(group.groups()[-1] or "")):
                    counts[place(target, "apparatus"), locator] += times
    return found


def of_dossier(text):
    """The places that a dossier lists, and what it quotes from each."""
    listed = text.partition("\n## Passages {#passages")[2].partition("\n## ")[0]
    counts, quoted = Counter(), []
    for target, times, _, marks, words in ITEM.findall(listed):
        where = place(target, "apparatus/works")
        quoted.append((where, plain(words)))
        for mark in plain(marks).split("; "):
            counts[where, "" if mark == "no locator" else mark] += number(times)
    return counts, quoted


def test_the_search_finds_the_citations_of_the_book(searched):
    assert sum(counts.total() for counts in searched.values()) > 1_300 and len(searched) > 150


def test_the_bibliography_lists_every_passage(rendered, searched):
    assert of_bibliography(rendered["apparatus/bibliography.md"]) == searched


def test_every_work_has_a_dossier_that_lists_every_passage(rendered, searched):
    dossiers = {name: text for name, text in rendered.items() if name.startswith("apparatus/works/")}
    assert {posixpath.basename(name).removesuffix(".md"): of_dossier(text)[0] for name, text in dossiers.items()} == searched


def test_a_dossier_quotes_what_stands_there(rendered):
    """Each quoted sentence, by its first words, is found in the source of the place it is said to be in."""
    sources = {path.relative_to(ROOT / "docs").as_posix(): path for path in (ROOT / "docs").rglob("*.md")}
    sources |= {f"register/{path.stem}": path for path in (ROOT / "data").glob("*.yml")}
    sources |= {"apparatus/editorial-notes.md": ROOT / "data/editorial.yml", "apparatus/glossary.md": ROOT / "data/glossary.yml"}
    marks = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\]\([^()]*\)")
    letters = {name: re.sub(r"\W+", "", marks.sub("", path.read_text(encoding="utf-8"))) for name, path in sources.items()}
    for name, text in rendered.items():
        for where, words in of_dossier(text)[1] if name.startswith("apparatus/works/") else ():
            tries = [re.sub(r"\W+", "", text)[:40] for text in (words, words.partition(": ")[2])]  # the second: of a cell below its row’s first
            source = where.partition("#")[0]
            if source.startswith("register/"):  # the record stands in the data file of its register
                source = re.sub(r"register/(\w+).*", lambda m: f"register/{'structure' if m[1] == 'organisation' else m[1]}", source)
            texts = letters.get(source, "") + letters["register/figures"]
            assert any(beginning and beginning in texts for beginning in tries), f"{name}: {words}"


PLACES = (r"\[¶\u00a05\]\(\.\./borders", r"\[E2\]\(")


@pytest.mark.parametrize(
    "dropped",
    [*(rf"{start}[^)]*\)(?: \([^()]*\))?(?:, |;\n +)?" for start in PLACES), r" \(twice\)", r"; once p\.\u00a0\d+"],
)
def test_a_dropped_passage_is_noticed(rendered, searched, dropped):
    text, count = re.subn(dropped, "", rendered["apparatus/bibliography.md"], count=1)
    assert count and of_bibliography(text) != searched


def test_a_passage_dropped_from_a_dossier_is_noticed(rendered, searched):
    text = rendered["apparatus/works/unsc2020s53.md"]
    item = ITEM.search(text, text.index("{#passages"))
    assert of_dossier(text)[0] == searched["unsc2020s53"] != of_dossier(text.replace(item[0], ""))[0]
