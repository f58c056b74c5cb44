"""Where the group is stated to have been, year by year: a map of tiles, and every statement as a row of a table."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.drawing.tile_source import LEVELS, MOST_PANELS
from apparatus.figures.cells import NOTHING, date, plain, said
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.grounds import dates
from apparatus.registers import Caption, Place, Presence, Registers

NAME = "presence"
OF_KIND = {"agency": "former tribal districts"}  # what tiles of a kind are called where their country alone would say too much
OPEN = ".."
ELSEWHERE = "Elsewhere"  # tiles without a country, beside others


def render(registers: Registers, caption: Caption) -> Figure:
    """The places that have a tile, by country; the table of the others has what is stated of wider or smaller areas."""
    placed = sorted((place for place in registers.places.values() if place.tile), key=_name)
    others = sorted((place for place in registers.places.values() if not place.tile and place.presence), key=_name)
    years = _years(placed)
    head = ("Place", "When", "Level", "What is stated")
    tables = (
        Table(head, tuple(_rows(placed)), f"{caption.table} {_silent(placed)}".strip()),
        Table(head, tuple(_rows(others)), caption.others),
    )
    drawings = (Drawing(_fence(placed, years, registers, caption), caption.caption, NAME),) if years else ()
    return Figure(NAME, drawings, tables, (("places", "register/places.md"),), ("places",))


def _name(place: Place) -> tuple[str, str]:
    return place.name.casefold(), place.id


def short(place: Place) -> str:
    """The name as a tile has it: without the word for what it is."""
    return place.name.removesuffix(f" {place.kind}")


def _fence(placed: list[Place], years: list[int], registers: Registers, caption: Caption) -> str:
    lines = ["```tiles", f"title: {caption.title}", "switch: Year", f"panels: {' | '.join(map(str, years))}"]
    for number, (name, places) in enumerate(_groups(placed, registers)):
        lines += [f"group: {name or ELSEWHERE}"] if name or number else []
        for place in places:
            marks = (_marks(place, year, years[-1]) for year in years)
            lines.append(" | ".join((_cell(short(place)), _square(place), *marks)))
    return "\n".join([*lines, "```"])


def _groups(placed: list[Place], registers: Registers) -> list[tuple[str, list[Place]]]:
    """The tiles of each country under its name, the country with most of them first."""
    countries: dict[str, list[Place]] = {}
    for place in placed:
        countries.setdefault(place.country, []).append(place)
    groups = []
    for country, places in sorted(countries.items(), key=lambda item: (-len(item[1]), item[0])):
        found, kinds = registers.places.get(country), {place.kind for place in places}
        narrower = OF_KIND.get(kinds.pop(), "") if len(kinds) == 1 else ""
        groups.append((": ".join(part for part in (found.name if found else country, narrower) if part), places))
    return groups


def _square(place: Place) -> str:
    return " ".join(map(str, place.tile or ()))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _marks(place: Place, year: int, last: int) -> str:
    """The levels stated for a year, the strongest first, each with ``?`` where no statement of it is free of doubt."""
    here = [statement for statement in place.presence if year in _span(statement, last)]
    levels = []
    for level in LEVELS:
        of_level = [statement for statement in here if statement.level == level]
        if of_level:
            levels.append(level + "?" * all(statement.certainty for statement in of_level))
    return ", ".join(levels)


def _years(placed: Iterable[Place]) -> list[int]:
    """Every year from the first to the last that is named for a tile, the earliest left out where they are too many."""
    statements = [statement for place in placed for statement in place.presence if statement.level in LEVELS]
    named = {year for statement in statements for year in _span(statement, 0)}
    return list(range(min(named), max(named) + 1))[-MOST_PANELS:] if named else []


def _span(statement: Presence, last: int) -> range:
    """The years of a statement: an open end reaches to the ``last``, an end that is not known no further than the beginning."""
    start = dates.one(statement.when.start)
    end = dates.one(statement.when.end)
    first = start or end
    if first is None:
        return range(0)
    until = last if statement.when.end == OPEN else (end or first).last[0]
    return range(first.first[0], max(until, first.first[0]) + 1)


def _rows(places: Iterable[Place]) -> Iterable[tuple[str, ...]]:
    for place in places:
        for statement in place.presence:
            yield plain(place.name), date(statement.when), _level(statement), said(statement) or NOTHING


def _level(statement: Presence) -> str:
    """The level in words, with its letter on the map."""
    words = LEVELS.get(statement.level, "").partition(":")[0]
    return f"{words} ({statement.level[0].upper()})" if words else plain(statement.level) or NOTHING


def _silent(placed: Iterable[Place]) -> str:
    """One sentence with the places of which nothing is stated."""
    names = [plain(short(place)) for place in placed if not place.presence]
    if not names:
        return ""
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"The book states neither presence nor absence for {listed}."
