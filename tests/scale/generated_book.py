"""A large book made from a seed: chapters of running text, citations and entries, clean under every check."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = (
    "hive comb wax roof town meadow clover linden willow frame skep swarm queen drone honey nectar pollen brood smoke veil "
    "keeper garden orchard street tower winter summer spring autumn river field hedge blossom market square"
).split()


def write(root: Path, chapters: int, citations: int, entries: int, seed: int = 1) -> None:
    """Write docs/, bib/ and the settings below ``root``. Citations are spread evenly; every entry is cited at least once."""
    chance = random.Random(seed)
    keys = [f"{chance.choice(WORDS)}{1900 + number % 120}n{number}" for number in range(entries)]
    cited = [*keys, *(chance.choice(keys) for _ in range(citations - entries))]
    chance.shuffle(cited)
    docs, bib = root / "docs", root / "bib"
    docs.mkdir(parents=True)
    bib.mkdir()
    for number in range(chapters):
        text = _chapter(chance, number, cited[number * len(cited) // chapters : (number + 1) * len(cited) // chapters])
        (docs / f"chapter-{number:04}.md").write_text(text, encoding="utf-8")
    (bib / "scholarship.bib").write_text("\n".join(_entry(chance, key) for key in sorted(keys)), encoding="utf-8")
    pages = "".join(f"  - chapter-{number:04}.md\n" for number in range(chapters))
    (root / "mkdocs.yml").write_text(f"site_name: Bees\nnav:\n{pages}", encoding="utf-8")
    (root / "CITATION.cff").write_text('cff-version: 1.2.0\ndate-released: "2026-11-22"\n', encoding="utf-8")


def _sentence(chance: random.Random, length: int = 14) -> str:
    words = [chance.choice(WORDS)]
    while len(words) < length:
        word = chance.choice(WORDS)
        if word != words[-1]:
            words.append(word)
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _chapter(chance: random.Random, number: int, cited: list[str]) -> str:
    title = f"Chapter {number} of the bees"
    parts = [f"---\ntitle: {title}\ndescription: Of bees, part {number}.\n---\n\n# {title}\n"]
    for place, key in enumerate(cited):
        if place % 4 == 0:
            parts.append(f"\n## Section {place} {{#section-{place}}}\n")
        lines = [_sentence(chance) for _ in range(4)]
        lines.append(f"{_sentence(chance)}[@{key}, p. {chance.randint(1, 200)}]")
        parts.append("\n" + "\n".join(lines) + "\n")
    return "".join(parts)


def _entry(chance: random.Random, key: str) -> str:
    year = "".join(character for character in key if character.isdigit())[:4]
    title = _sentence(chance, 6).rstrip(".") + f" {key[-6:]}"
    return (
        f"@book{{{key},\n  author = {{{chance.choice(WORDS).capitalize()}, {chance.choice(WORDS).capitalize()}}},\n"
        f"  title = {{{{{title}}}}},\n  publisher = {{Meadow Press}},\n  location = {{Newtown}},\n  date = {{{year}}},\n}}\n"
    )
