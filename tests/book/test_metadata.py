"""What is told of the book to archives, reference managers and readers comes from CITATION.cff, and is valid for who reads it."""

import json
from pathlib import Path

import pytest
import yaml
from apparatus import checks, fixes, read
from apparatus.grounds import metadata
from apparatus.model import Source

ROOT = Path(__file__).parents[2]
CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def citation():
    """CITATION.cff as a second program reads it."""
    from cffconvert import Citation

    return Citation(CITATION)


def test_the_citation_file_is_valid(citation):
    citation.validate()


@pytest.mark.parametrize("slip", ["date-released: yesterday", "license: CC-BY", "authors: me", "colour: blue"])
def test_a_slip_in_it_is_seen(citation, slip):
    name = slip.partition(":")[0]
    kept = {key: value for key, value in yaml.safe_load(CITATION).items() if key != name}
    with pytest.raises(Exception, match="."):
        type(citation)(f"{yaml.safe_dump(kept)}{slip}\n").validate()


def test_archives_are_told_the_same(citation):
    theirs, ours = json.loads(citation.as_zenodo()), json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    assert {"title", "creators", "version", "publication_date", "license"} <= set(theirs)
    assert {name: ours.get(name) for name in theirs if name != "description"} == {n: v for n, v in theirs.items() if n != "description"}


def test_it_is_what_fix_writes(book):
    assert (ROOT / ".zenodo.json").read_text(encoding="utf-8") == metadata.zenodo_text(metadata.of(book))


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("CITATION.cff", 'version: "1"', 'version: "2"', {".zenodo.json", "README.md", "docs/index.md"}),
        ("CITATION.cff", '"2026-11-22"', '"2027-11-22"', {".zenodo.json", "README.md", "docs/index.md"}),
        ("CITATION.cff", "CC-BY-4.0", "CC0-1.0", {".zenodo.json"}),
        ("docs/index.md", "first edition", "second edition", {"docs/index.md"}),
        ("docs/about/edition.md", "(CC BY 4.0)", "(CC BY-SA 4.0)", {"docs/about/edition.md"}),
        ("mkdocs.yml", "its fighters and leaders", "its fighters", {"mkdocs.yml"}),
        (".zenodo.json", "dataset", "software", {".zenodo.json"}),
    ],
)
def test_each_place_is_held_to_it(book, path, old, new, told):
    assert any(old in source.text for source in book.sources if source.path == path)
    sources = [Source(s.path, s.text.replace(old, new)) if s.path == path else s for s in book.sources]
    changed = read.monograph(sources, files=book.files)
    found = [finding for finding in checks.run(changed) if finding.code == "DAT019"]
    assert told <= {finding.location.path for finding in found}
    texts = fixes.mended(changed, fixes.edits(changed, found))
    assert (".zenodo.json" in told) == (".zenodo.json" in texts)
    if texts:
        assert texts[".zenodo.json"] == metadata.zenodo_text(metadata.of(changed))
