"""The documents for programs: true to their schemas, complete, the same each time, whole whatever the words."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from apparatus import read
from apparatus.exports import chapter, document, graph
from apparatus.grounds import links
from apparatus.grounds.extremism import is_extremist
from apparatus.model import Source
from apparatus.records import works
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SCHEMAS = {name: json.loads((DOCS / f"schemas/{name}-1.json").read_text(encoding="utf-8")) for name in ("graph", "chapter")}
HOSTILE = 'He said “</script><!--” & "\\\\" \\* \u2028 \u2029 \U0001f41d \u202bעברית\u202c \x7f &amp; ]]> \'{{x}}\' ende'

ENTRY = "@{}{{{},\n  title = {{{{Roofs}}}},\n  url = {{https://example.org/x}},\n  urldate = {{2020-01-01}},\n}}\n"


def documents(monograph):
    """Every document by its path."""
    return {**graph.files(monograph, works(monograph.entries)), **chapter.files(monograph)}


def invented(*sources):
    """The invented book with its second page made a chapter, and further sources."""
    site = ROOT / "tests/site"
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*") if path.is_file()}
    name = "docs/hives.md"
    found[name] = found[name].replace("# Kinds of hives\n", '# Kinds of hives\n\n!!! abstract "Abstract"\n    In short.\n', 1)
    found |= {source.path: source.text for source in sources}
    return read.monograph([Source(path, text) for path, text in sorted(found.items())])


def faults(path, text):
    schema = SCHEMAS["graph" if path == graph.PATH else "chapter"]
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{path}: {list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(json.loads(text))]


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def found(book):
    return documents(book)


@pytest.fixture(scope="module")
def whole(found):
    return json.loads(found[graph.PATH])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_describes_every_name(name):
    Draft202012Validator.check_schema(SCHEMAS[name], format_checker=Draft202012Validator.FORMAT_CHECKER)
    described, pending = 0, [SCHEMAS[name]]
    while pending:
        part = pending.pop()
        for key, value in part.get("properties", {}).items():
            target = SCHEMAS[name]["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else value
            assert target.get("title") and target.get("description", "").endswith("."), key
            described += 1
        if "properties" in part and part["title"] != "CSL-JSON":  # that form has a schema of its own
            assert part["additionalProperties"] is False and part["required"] == list(part["properties"])
        pending += [value for value in part.values() if isinstance(value, dict)]
        pending += [value for values in part.values() if isinstance(values, list) for value in values if isinstance(value, dict)]
    assert described > 30


def test_what_both_schemas_define_is_the_same():
    assert SCHEMAS["graph"]["$defs"] == SCHEMAS["chapter"]["$defs"]


def test_every_document_of_the_book_follows_its_schema(found):
    assert len(found) == 17
    assert [fault for path, text in found.items() for fault in faults(path, text)] == []


def test_the_documents_of_the_invented_book_follow_their_schemas():
    found = documents(invented())
    assert list(found) == ["graph.json", "hives.json"]
    assert [fault for path, text in found.items() for fault in faults(path, text)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"edition": "2026-11-22"', '"edition": "2026-11-31"'),
        ('"url": "https://', '"url": "https://a b/'),
        ('"supports": ["', '"supports": ["rumour", "'),
        ('"version": "1.', '"version": "2.'),
        ('"suffix": ""', '"suffix": "", "further": 1'),
        ('"locator": null', '"locators": null'),
    ],
)
def test_a_schema_tells_what_is_wrong(found, old, new):
    text = found[graph.PATH]
    assert old in text and len(faults(graph.PATH, text.replace(old, new, 1))) > 0


def test_each_document_names_its_schema_by_where_it_stands(found):
    for path, text in found.items():
        target = (Path("/") / path).parent.joinpath(json.loads(text)["$schema"])
        assert (DOCS / target.resolve().relative_to("/")).is_file()


def strings(value):
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def cited(text):
    """Citekey and locator of each citation in the brackets of a text, with nothing but patterns."""
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    for bracket in re.findall(r"(?<!\\)\[[^\[\]]*@[^\[\]]*\]", text):
        for part in bracket[1:-1].split(";"):
            key, _, locator = part.partition("@")[2].partition(",")
            yield key.strip(), " ".join(locator.split())


def test_every_citation_of_the_sources_stands_in_exactly_one_passage(whole):
    wanted = Counter()
    for path in DOCS.rglob("*.md"):
        wanted.update((path.relative_to(DOCS).as_posix(), *each) for each in cited(path.read_text(encoding="utf-8")))
    for path in (ROOT / "data").glob("*.yml"):
        for text in strings(yaml.safe_load(path.read_text(encoding="utf-8"))):
            wanted.update((path.stem, *each) for each in cited(text))
    given = Counter(
        (passage["page"] or passage["origin"], citation["citekey"], citation["locator"]["text"] if citation["locator"] else "")
        for passage in whole["passages"]
        for citation in passage["citations"]
    )
    assert given == wanted and wanted.total() > 1300


def test_identifiers_are_unique_and_references_lead_somewhere(book, found, whole):
    passages = {passage["id"]: passage for passage in whole["passages"]}
    keys, chapters = [work["citekey"] for work in whole["works"]], {each["number"]: each for each in whole["chapters"]}
    notes, anchors = [note["number"] for note in whole["article_notes"]], links.anchors(book)
    assert len(passages) == len(whole["passages"]) and keys == sorted(set(keys)) and notes == list(range(1, 71))
    for passage in passages.values():
        page, _, anchor = passage["target"].partition("#")
        assert not anchor or anchor in anchors[page]
        assert passage["chapter"] is None or chapters[passage["chapter"]]["page"] == passage["page"] == page
        assert passage["section"] is None or passage["section"] in anchors[page]
        assert {c["citekey"] for c in passage["citations"]} <= set(keys)
        assert {number for c in passage["citations"] for number in c["article_notes"]} <= set(notes)
    assert {each["data"] for each in chapters.values()} == set(found) - {graph.PATH}
    assert {note["citekey"] for note in whole["article_notes"]} - {None} <= set(keys)


def test_sentences_of_a_chapter_are_the_passages_of_the_graph(found, whole):
    passages = {p["id"]: (p["words"], p["citations"], p["supports"]) for p in whole["passages"] if p["chapter"]}
    for path, text in found.items():
        for paragraph in json.loads(text)["paragraphs"] if path != graph.PATH else ():
            for sentence in paragraph["sentences"]:
                known = passages.pop(sentence["id"], None)
                assert known == ((sentence["text"], sentence["citations"], sentence["supports"]) if sentence["citations"] else None)
    assert passages == {}


def test_extremist_material_has_no_address(book, found, whole):
    barred = {entry.citekey for entry in book.entries if is_extremist(entry)}
    works_ = [work for work in whole["works"] if work["citekey"] in barred]
    assert len(works_) >= 4
    for work in works_:
        assert work["url"] is work["archive"] is work["link"] is None and "http" not in json.dumps(work)
        assert not {"URL", "DOI", "archive"} & set(work["csl"])


def test_an_address_in_an_extremist_entry_does_not_come_through():
    entry = ENTRY.format("misc", "group2020")
    row = Source("bib/links.lock", "https://example.org/x 2020-01-01 2021-02-03 alive 200 - -\n")
    text = graph.render(*_with_works(invented(Source("bib/primary.bib", entry), row)))
    assert '"group2020"' in text and "example.org" not in text and "alive" not in text


def _with_works(monograph):
    return monograph, works(monograph.entries)


def test_the_state_of_a_link_comes_from_the_ledger():
    entry = ENTRY.format("online", "town2020")
    row = "https://example.org/x 2020-01-01 {} - -\n"
    for said, state in (
        ("2021-02-03 dead 404", {"status": "dead", "checked": "2021-02-03", "detail": "404"}),
        ("- unchecked -", None),
    ):
        monograph = invented(Source("bib/press.bib", entry), Source("bib/links.lock", row.format(said)))
        work = next(w for w in json.loads(graph.render(*_with_works(monograph)))["works"] if w["citekey"] == "town2020")
        assert work["link"] == state and work["url"] == "https://example.org/x" and work["archive"].endswith("/https://example.org/x")


def test_the_same_sources_give_the_same_bytes(found):
    assert documents(read.book(ROOT)) == found
    for text in found.values():
        assert text.endswith("\n}\n") and "\r" not in text and text.encode("utf-8")


def test_the_order_of_names_does_not_depend_on_who_wrote_a_record(book, found):
    def turned(value):
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    records = {key: replace(record, csl=turned(record.csl)) for key, record in works(book.entries).items()}
    assert graph.render(book, records) == found[graph.PATH]


def test_pages_come_in_the_order_of_the_book(book, whole):
    pages = list(dict.fromkeys(passage["page"] for passage in whole["passages"] if passage["page"]))
    assert pages == [entry.target for entry in book.navigation if entry.target in pages]


def test_hostile_words_come_back_whole():
    page = f"---\ntitle: 'T </script>'\n---\n\n# T\n\n!!! abstract\n    In short.\n\n{HOSTILE}.[see @hazel2015wax, p. 3, on <wax>]\n"
    found = documents(invented(Source("docs/hives.md", page)))
    text = found["hives.json"]
    assert faults("hives.json", text) == [] and faults(graph.PATH, found[graph.PATH]) == []
    sentence = json.loads(text)["paragraphs"][-1]["sentences"][-1]
    said = json.loads(text)["paragraphs"][-1]["text"]
    for sign in ("\U0001f41d", "עברית", "&", "“", "\x7f", "]]>", "'{{x}}'"):
        assert sign in said
    citation = sentence["citations"][-1]
    assert (citation["prefix"], citation["locator"]["value"], citation["suffix"].strip(", ")) == ("see", "3", "on <wax>")


@pytest.mark.parametrize("words", ["</script>", "\u2028\u2029", "\U0001f41d", "\ud800", '"\\', "\x00\x1f\x7f", "e\u0301"])
def test_any_string_round_trips(words):
    text = document.text({"a": words, "b": [{"c": words}], "d": []})
    assert json.loads(text.encode("utf-8")) == {"a": words, "b": [{"c": words}], "d": []}


def test_data_still_being_written_is_no_reason_to_stop():
    concordance = "- note: seven\n  citekey: 2020\n  locator: 2020-01-01\n  where: {a: b}\n- {}\n"
    editorial = "- id: E1\n  weight: heavy\n  kind: 3\n- id: E1\n- weight: 1\n"
    glossary = "- term: 2020-01-01\n  cite: '[@hazel2015wax]'\n- term: ''\n  cite: '[@hazel2015wax]'\n- cite: '[@nobody1999]'\n"
    glossary += "- term: Twice\n  cite: '[@hazel2015wax]'\n" * 2
    sources = [Source(f"data/{n}.yml", t) for n, t in (("concordance", concordance), ("editorial", editorial), ("glossary", glossary))]
    found = documents(invented(*sources, Source("CITATION.cff", "title: [\n")))
    ids = [passage["id"] for passage in json.loads(found[graph.PATH])["passages"] if passage["origin"] == "glossary"]
    assert ids == ["glossary#2020-01-01.cite.1", "glossary#n2.cite.1", "glossary#n3.cite.1", "glossary#n4.cite.1", "glossary#n5.cite.1"]


def test_the_book_is_named_by_its_title_and_edition():
    cff = Source("CITATION.cff", 'title: "Bees"\ndate-released: "2020-02-29"\n')
    named = json.loads(chapter.files(invented(cff))["hives.json"])["book"]
    assert (named["title"], named["edition"], named["article"]) == ("Bees", date(2020, 2, 29).isoformat(), None)
    assert json.loads(chapter.files(invented(Source("mkdocs.yml", "site_name: Hives\n")))["hives.json"])["book"]["title"] == "Hives"


def test_a_chapter_does_not_take_the_place_of_the_graph():
    page = '# T\n\n!!! abstract "Abstract"\n    In short.\n'
    assert set(documents(invented(Source("docs/graph.md", page)))) == {"graph.json", "graph-2.json", "hives.json"}


def test_the_example_on_the_page_about_data_runs(found, tmp_path, monkeypatch, capsys):
    (tmp_path / "graph.json").write_text(found[graph.PATH], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "about/data.md").read_text(encoding="utf-8")
    code = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    exec(compile(code[0], "data.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == 5
    example = json.loads(re.search(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1])
    passage = next(p for p in json.loads(found[graph.PATH])["passages"] if p["id"] == example["id"])
    assert all(passage[name] == value for name, value in example.items() if name != "citations")
    assert all(passage["citations"][0][name] == value for name, value in example["citations"][0].items())
