"""A small invented book of two chapters, for what is counted from notes."""

import pytest
from apparatus import read
from apparatus.model import Source

BIB = {
    "scholarship": "@book{linden2011roofs,\n  author = {Linden, Ada},\n  title = {{Roofs}},\n  date = {2011},\n}\n"
    "@article{linden2015wax,\n  author = {Linden, Ada and Hazel, Bo},\n  title = {{Wax}},\n  date = {2015-04},\n}\n"
    "@book{sage2020hives,\n  author = {Sage, Cora},\n  title = {{Hives}},\n  date = {2020},\n  keywords = {article},\n}\n",
    "un": "@report{council2015bees,\n  author = {{Hive Council}},\n  title = {{Bees}},\n  date = {2015-01-20},\n}\n",
    "government": "@report{ministry2016combs,\n  author = {{Ministry of Combs}},\n  title = {{Combs}},\n  date = {2016},\n}\n",
    "press": "@online{elm2016swarm,\n  title = {{Swarm}},\n  organization = {The Elm},\n  date = {2016-05-03},\n}\n",
    "primary": "@misc{drones2017song,\n  author = {{[Unsigned]}},\n  title = {{Song}},\n  keywords = {extremist},\n}\n",
}
ABSTRACT = '!!! abstract "Abstract"\n\n    In 2011 the hives were three.[@linden2011roofs]\n\n'
ROOFS = f"""# Roofs

{ABSTRACT}## Hives {{#hives}}

Hives stood on roofs in 2012.[@linden2011roofs] Nobody counted them in 2016.[@sage2020hives] They hum.
In 2013 there were 300 hives.

- One swarm flew in April 2015.[@council2015bees; @elm2016swarm, p. 3]
- The drones sang.[@drones2017song]

| Hive | Bees in 2015 |
|---|---:|
| Old | 3,000[@ministry2016combs] |
| New | 40 |
| Empty | none |

/// table-caption
Bees in 2015.[@linden2015wax]
///

!!! editorial "E1"

> The drones “sang for the queen and then they flew away”.[@drones2017song; @sage2020hives]

!!! note "In 2014 a title"
    A box holds bees.[@linden2011roofs; @linden2011roofs, p. 4]

## What this chapter rests on {{#rests-on}}

On two books of 2011 and 2015.[@linden2011roofs; @linden2015wax]

### More of it {{#more}}

And on a third of 2016.[@ministry2016combs]
"""
WAX = f"# Wax\n\n{ABSTRACT}Wax melts.[@sage2020hives] Wax is sold.[@nobody1999] Wax burns.[@linden2015wax; @linden2011roofs]\n"
SETTINGS = "nav:\n  - Home: index.md\n  - wax.md\n  - Part:\n      - parts/roofs.md\n"


@pytest.fixture(scope="session")
def build():
    """A function from texts by path below ``docs/`` to the monograph that they make with the invented works."""

    def built(pages, settings="", **bib):
        sources = [Source(f"docs/{name}", text) for name, text in pages.items()]
        sources += [Source(f"bib/{name}.bib", text) for name, text in (BIB | bib).items()]
        return read.monograph([*sources, *([Source("mkdocs.yml", settings)] if settings else [])])

    return built


@pytest.fixture(scope="session")
def book(build):
    """Chapter 1 is wax.md, chapter 2 parts/roofs.md; index.md is no chapter."""
    return build({"index.md": "# Home\n\nHives stand here.[@linden2011roofs]\n", "parts/roofs.md": ROOFS, "wax.md": WAX}, SETTINGS)
