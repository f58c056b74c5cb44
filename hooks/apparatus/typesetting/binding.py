"""The order in which a book is bound, as Typst source: cover, imprint, contents, parts and chapters, back matter, colophon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from apparatus.typesetting.blocks import Composer
from apparatus.typesetting.lines import Setting
from apparatus.typesetting.measures import Measures
from apparatus.typesetting.places import Places, end_label, places
from apparatus.typesetting.source import array, call, sequence, string
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Imprint, Volume

PARTED = "body"  # the matter whose parts have a page of their own


@dataclass(frozen=True)
class Source:
    """Typst source, and what went wrong in writing it."""

    text: str
    faults: tuple[Fault, ...]


def whole(volume: Volume, measures: Measures, receipt: Mapping[str, str]) -> Source:
    """The source of the whole book."""
    known = places(volume.divisions)
    written = [(division, _set(division, measures, known)) for division in volume.divisions]
    pieces = [call("cover", "meta"), call("imprint", "meta"), call("contents", "meta")]
    before = None
    for division, (body, _) in written:
        pieces += _parts(before, division)
        pieces.append(_division(volume.imprint, division, body, before))
        before = division
    pieces.append(call("colophon", _pairs(receipt), "meta"))
    return _source(volume.imprint, measures, pieces, [setting for _, (_, setting) in written])


def single(volume: Volume, name: str, measures: Measures, receipt: Mapping[str, str]) -> Source:
    """The source of one division as a booklet."""
    division = volume.division(name)
    setting = Setting(division, places([division]), True, volume.imprint.address)
    body = Composer(setting, measures, 1).set(division.blocks)
    head = [string(division.title), string(division.name), string(end_label(division.name)), body]
    pieces = [call("booklet", "meta", *head, _pairs(receipt), number=str(division.number))]
    return _source(volume.imprint, measures, pieces, [setting], division.title)


def _set(division: Division, measures: Measures, known: Places) -> tuple[str, Setting]:
    setting = Setting(division, known)
    return Composer(setting, measures, _level(division)).set(division.blocks), setting


def _level(division: Division) -> int:
    """The level of its heading: below its part, where that has a page."""
    return 2 if division.part and division.matter == PARTED else 1


def _division(imprint: Imprint, division: Division, body: str, before: Division | None) -> str:
    level = _level(division)
    begins = before is not None and before.matter != division.matter
    return call(
        "division",
        string("chapter" if division.matter == PARTED else f"matter{_group(before, division)}"),
        string(division.name),
        string(end_label(division.name)),
        string(imprint.title),
        string(division.title),
        body,
        number=str(division.number),
        level=str(level),
        page_number=string("i" if division.matter == "front" else "1"),
        recto="true" if division.matter == PARTED or begins else "false",
        restart="true" if division.matter == PARTED and begins and level == 1 else "false",
    )


def _group(before: Division | None, division: Division) -> str:
    """What the contents put above the first of a group that has no page of its own."""
    return f"|{division.part}" if division.part and (before is None or before.part != division.part) else ""


def _parts(before: Division | None, division: Division) -> Iterator[str]:
    """The page of the part that begins with this division, if one does."""
    if division.matter != PARTED or not division.part or (before is not None and before.part == division.part):
        return
    begins = before is not None and before.matter != PARTED
    yield call("part", string(division.part), string(f"part:{division.part}"), restart="true" if begins else "false")


def _source(imprint: Imprint, measures: Measures, pieces: list[str], settings: list[Setting], title: str = "") -> Source:
    names = (measures.template, "book.typ", "matter.typ", "house.typ")
    templates = [(files(__package__) / name).read_text(encoding="utf-8") for name in names]
    text = "\n".join([*templates, f"#let meta = {_meta(imprint, title)}", "#show: it => house(meta, it)", f"#{sequence(pieces)}", ""])
    faults = tuple(fault for setting in settings for fault in setting.faults)
    return Source(text, faults)


def _meta(imprint: Imprint, title: str) -> str:
    year, month, day = imprint.date.split("-")
    language, _, region = imprint.language.partition("-")
    full = f"{imprint.title}: {imprint.subtitle}" if imprint.subtitle else imprint.title
    values = {
        "title": string(f"{title}. {imprint.title}" if title else full),
        "name": string(imprint.title),
        "subtitle": string(imprint.subtitle),
        "authors": array(map(string, imprint.authors)),
        "description": string(imprint.description),
        "keywords": array(map(string, imprint.keywords)),
        "date": f"datetime(year:{int(year)},month:{int(month)},day:{int(day)})",
        "lang": string(language),
        "region": string(region) if region else "none",
        "edition": string(imprint.edition),
        "licence": string(imprint.licence),
        "licence-url": string(imprint.licence_url),
        "copyright": string(imprint.copyright),
        "cite-as": string(imprint.cite_as),
        "address": string(imprint.address),
        "revision": string(imprint.revision),
    }
    return "(" + ",".join(f"{key}:{value}" for key, value in values.items()) + ")"


def _pairs(receipt: Mapping[str, str]) -> str:
    return array(array((string(name), string(value))) for name, value in sorted(receipt.items()))
