"""Settings, data and style: YAML that runs or never ends, files from the network, a style that reads the disk."""

import time

import pytest
from apparatus import references
from apparatus.model import Entry, Field, Location

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
UNTAGGED = "write the value without tag, anchor or alias"
YAML = {
    "mkdocs.yml": {
        "a tag that runs": ("site_name: !!python/object/apply:os.system ['touch pwned']\n", "mkdocs.yml:1:", "SEC008"),
        "a tag that reads the machine": ("site_name: !ENV [HOME, x]\n", "mkdocs.yml:1:", "SEC008"),
        "a bomb of aliases": (BOMB, "mkdocs.yml:", UNTAGGED),
        "entries from the network": ("plugins:\n  bibtex:\n    bib_file: https://example.org/a.bib\n", "mkdocs.yml:3:", "SEC008"),
        "a style from the network": ("plugins:\n  bibtex:\n    csl_file: https://example.org/a.csl\n", "mkdocs.yml:3:", "SEC008"),
        "settings from elsewhere": ("INHERIT: ../../etc/mkdocs.yml\n", "mkdocs.yml:1:", "SEC008"),
        "a hook from elsewhere": ("hooks: [../hook.py]\n", "mkdocs.yml:1:", "SEC008"),
        "a hook among the pages": ("hooks: [docs/assets/hook.py]\n", "mkdocs.yml:1:", "SEC008"),
        "hidden files published": ("exclude_docs: |\n  !.git*\n", "mkdocs.yml:2:", "SEC008"),
        "any file inserted": ("markdown_extensions: [pymdownx.snippets]\n", "mkdocs.yml:1:", "SEC008"),
        "any file inserted, in escapes": ('markdown_extensions: ["pymdownx.\\x73nippets"]\n', "mkdocs.yml:1:", "SEC008"),
        "a hook in braces": ('{site_name: A, "hoo\\x6bs": [../hook.py]}\n', "mkdocs.yml:1:", "SEC008"),
        "entries from the network, in braces": ("plugins: [bibtex: {bib_file: 'https://example.org/a.bib'}]\n", "mkdocs.yml:1:", "SEC008"),
        "a counter of readers": ("extra:\n  analytics:\n    provider: google\n", "mkdocs.yml:2:", "SEC020"),
    },
    "data/glossary.yml": {
        "a tag that runs": ("- term: !!python/object/apply:os.system ['touch pwned']\n", "data/glossary.yml:1:", UNTAGGED),
        "a bomb of aliases": ("- " + BOMB.replace("\n", "\n  ").strip() + "\n", "data/glossary.yml:", UNTAGGED),
        "nests without end": ("- " * 100_000, "data/glossary.yml:1:", "READ00"),
    },
    "CITATION.cff": {
        "a tag that runs": ("title: !!python/object/apply:os.system ['touch pwned']\n", "CITATION.cff:1:", UNTAGGED),
        "a bomb of aliases": (BOMB, "CITATION.cff:", UNTAGGED),
    },
    "bib/waivers.yml": {"a bomb of aliases": ("- " + BOMB.replace("\n", "\n  ").strip() + "\n", "bib/waivers.yml:", UNTAGGED)},
    "docs/index.md": {
        "a tag in the front matter": ("---\ntitle: !!python/object/apply:os.system ['touch pwned']\n---\n\n# A\n", "docs/index.md:", UNTAGGED),
        "a bomb in the front matter": (f"---\n{BOMB}---\n\n# A\n", "docs/index.md:", UNTAGGED),
    },
}


@pytest.mark.parametrize(("name", "way"), [(name, way) for name in YAML for way in YAML[name]])
def test_hostile_yaml_is_refused_in_its_place_and_at_once(site, lines, tmp_path, monkeypatch, name, way):
    text, place, said = YAML[name][way]
    root = site()
    (root / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    start = time.monotonic()
    assert any(line.startswith(place) and said in line for line in lines(root))
    assert time.monotonic() - start < 10 and not (tmp_path / "pwned").exists()


STYLE = """<?xml version="1.0" encoding="utf-8"?>
{}
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>A</title><id>a</id></info>
<citation><layout suffix="&a;"><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>
"""
PLACE = Location("bib/a.bib")
WORK = Entry("book", "a2000", (Field("title", "{Wax}", PLACE, PLACE), Field("date", "2000", PLACE, PLACE)), PLACE)
LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + '<!ENTITY a "&a9;">'


@pytest.mark.parametrize("kind", ["file", "web", "bomb"])
def test_a_style_reads_nothing_and_ends(tmp_path, monkeypatch, kind):
    """The style goes to pandoc, which knows no entities but its own: it fails, or prints none of them, and in time."""
    secret = tmp_path / "secret"
    secret.write_text("pwned", "utf-8")
    declared = {"file": f'<!ENTITY a SYSTEM "file://{secret}">', "web": '<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "bomb": LAUGHS}[kind]
    style = tmp_path / "house.csl"
    style.write_text(STYLE.format(f"<!DOCTYPE style [{declared}]>"), "utf-8")
    monkeypatch.setattr("apparatus.pandoc.SECONDS", 20)
    found, failures = references.references([WORK], style)
    printed = "".join(f"{one.note}{one.bibliography}" for one in found.values())
    assert "pwned" not in printed and len(printed) < 10_000
    assert failures == () or [failure.code for failure in failures] == ["REF001"]
