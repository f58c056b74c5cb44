"""Reads the data of a bar chart from a ``bars`` fence: settings as ``name: value``, then one row a line, cells parted by ``|``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apparatus.drawing.mermaid import Fault
from apparatus.drawing.palette import CHARTS, SUPPORTS

SETTINGS = {  # what each setting is for; the first two are required
    "title": "what the chart shows, in a few words",
    "description": "what it says, for a reader who cannot see it",
    "series": "the parts of each bar, as in `Workers | Drones`",
    "colours": f"one for each series, of {', '.join(CHARTS)}",
    "scale": "`count`: lengths compare; `share`: each bar is a whole, labelled in per cent",
    "of": "the number that is the whole, if totals are to be given as per cent of it too",
    "unit": "what is counted, in the plural",
}
SCALES = ("count", "share")
MOST_ROWS, MOST_SERIES, LONGEST, LONGEST_UNIT, LARGEST = 200, 6, 200, 20, 10**9
_SETTING = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_NUMBER = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True)
class Bar:
    """One row: its label and the value of each series, none of them negative."""

    label: str
    values: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.values)


@dataclass(frozen=True)
class Chart:
    """A bar chart. ``series`` and ``colours`` are as long as the values of each bar; a single series may have no name."""

    title: str
    description: str
    series: tuple[str, ...]
    colours: tuple[str, ...]
    bars: tuple[Bar, ...]
    scale: str = "count"
    whole: float = 0.0  # what 100 per cent is; 0 where totals have no per cent
    unit: str = ""


def read(source: str) -> tuple[Chart | None, tuple[Fault, ...]]:
    """The chart of a fence, or None and everything that is wrong with it, in order of place."""
    settings: dict[str, tuple[int, str]] = {}
    rows: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", source), start=1):
        setting = _SETTING.fullmatch(line)
        if not line.strip() or line.lstrip().startswith("%%"):
            continue
        if setting and (setting[1] in SETTINGS or "|" not in line):
            faults += _setting(number, setting[1], setting[2], settings)
        else:
            rows.append((number, cells(line)))
    series = tuple(cells(settings["series"][1])) if "series" in settings else ("",)
    faults += _missing(settings) + _colours(settings, series) + _rows(rows, len(series))
    faults += [] if faults else _whole(settings, rows)
    if faults:
        return None, tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
    return _chart(settings, series, rows), ()


def cells(line: str) -> list[str]:
    """The cells of a row, trimmed; ``\\|`` is a bar in a label."""
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line)]


def _setting(number: int, name: str, value: str, settings: dict[str, tuple[int, str]]) -> list[Fault]:
    if name not in SETTINGS:
        return [Fault(number, 1, f"no setting '{name[:40]}'; there are {', '.join(SETTINGS)}")]
    if name in settings:
        return [Fault(number, 1, f"'{name}' is set a second time")]
    settings[name] = (number, value)
    if not value:
        return [Fault(number, 1, f"'{name}' is empty")]
    if name == "scale" and value not in SCALES:
        return [Fault(number, 1, f"no scale '{value[:40]}'; there are {' and '.join(SCALES)}")]
    if name == "unit" and len(value) > LONGEST_UNIT:
        return [Fault(number, 1, f"the unit is longer than {LONGEST_UNIT} characters")]
    if name == "of" and not (_NUMBER.fullmatch(value) and 0 < float(value) <= LARGEST):
        return [Fault(number, 1, f"'{value[:40]}' is no number above zero")]
    return []


def _missing(settings: dict[str, tuple[int, str]]) -> list[Fault]:
    return [Fault(1, 1, f"no line `{name}: …`, {SETTINGS[name]}") for name in ("title", "description") if name not in settings]


def _colours(settings: dict[str, tuple[int, str]], series: tuple[str, ...]) -> list[Fault]:
    number = settings["series"][0] if "series" in settings else 1
    faults = []
    if len(series) > MOST_SERIES:
        faults.append(Fault(number, 1, f"{len(series)} series; a chart can show {MOST_SERIES}"))
    if "series" in settings and (not all(series) or len(set(series)) < len(series)):
        faults.append(Fault(number, 1, "each series needs a name of its own"))
    if "colours" in settings:
        number, value = settings["colours"]
        named = cells(value)
        faults += [Fault(number, 1, f"no colour '{name[:40]}'; there are {', '.join(CHARTS)}") for name in named if name not in CHARTS]
        if len(named) != len(series):
            faults.append(Fault(number, 1, f"{len(named)} colours for {len(series)} series"))
    return faults


def _rows(rows: list[tuple[int, list[str]]], series: int) -> list[Fault]:
    if not rows:
        return [Fault(1, 1, "no row with a value, as in `Hives | 12`")]
    faults = [Fault(rows[MOST_ROWS][0], 1, f"more than {MOST_ROWS} rows")] if len(rows) > MOST_ROWS else []
    for number, (label, *values) in rows:
        if not label or len(label) > LONGEST:
            faults.append(Fault(number, 1, f"a row needs a label of at most {LONGEST} characters"))
        if len(values) != series:
            faults.append(Fault(number, 1, f"{len(values)} value{'s' * (len(values) != 1)} for {series} series"))
        for value in values:
            if not _NUMBER.fullmatch(value) or float(value) > LARGEST:
                faults.append(Fault(number, 1, f"'{value[:40]}' is no number as it is wanted here: digits, perhaps with a decimal point"))
    return faults


def _whole(settings: dict[str, tuple[int, str]], rows: list[tuple[int, list[str]]]) -> list[Fault]:
    """Per cent of a whole that is smaller than its part."""
    if "of" not in settings:
        return []
    whole = float(settings["of"][1])
    return [
        Fault(number, 1, f"the row adds up to more than {settings['of'][1]}")
        for number, (_, *values) in rows
        if sum(map(float, values)) > whole
    ]


def _chart(settings: dict[str, tuple[int, str]], series: tuple[str, ...], rows: list[tuple[int, list[str]]]) -> Chart:
    value = {name: text for name, (_, text) in settings.items()}
    colours = tuple(cells(value["colours"])) if "colours" in value else _default(len(series))
    bars = tuple(Bar(label, tuple(map(float, values))) for _, (label, *values) in rows)
    whole = float(value.get("of", 0))
    return Chart(value["title"], value["description"], series, colours, bars, value.get("scale", "count"), whole, value.get("unit", ""))


def _default(series: int) -> tuple[str, ...]:
    """The colours of a chart that names none."""
    return ("plain", *SUPPORTS)[:series]
