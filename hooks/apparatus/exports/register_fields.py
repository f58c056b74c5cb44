"""The dictionary of the registers' documents: what each name in their records says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.grounds.register_schemas import REGISTERS
from apparatus.grounds.schemas import SCHEMAS, Shape

TARGETS: dict[str, Mapping[str, str]] = {  # the fields that hold ids, by register and path: the records they are the ids of
    "people": {"facts.group": "groups", "facts.place": "places"},
    "groups": {"parent": "groups", "relations.to": "groups", "facts.group": "groups", "facts.place": "places"},
    "places": {"in": "places", "country": "places", "facts.group": "groups", "facts.place": "places"},
    "events": {
        **{"place": "places", "people": "people", "groups": "groups", "after": "events"},
        **{"claimed.by": "groups", "blamed.on": "groups"},
    },
    "leadership": {"person": "people", "place": "places", "after.place": "places", "together_with": "leadership"},
    "structure": {"from": "bodies", "to": "bodies"},
    "estimates": {"group": "groups", "place": "places", "event": "events"},
    "operations": {"place": "places", "by": "groups", "against": "groups"},
    "glossary": {},
}
_SAID: dict[str, str] = {  # by path, else by the last part of it, else by ``register.path`` where one register means something else
    "abbr": "The abbreviation.",
    "after": "What befell the holder after the time in office.",
    "events.after": "The event that it is said to have followed.",
    "against": "The groups at which the operation was aimed.",
    "as_of": "The date or span for which the figure holds, in EDTF.",
    "at": "At which time: the formation, or the year.",
    "blamed": "Who is blamed for the event, and by whose word; blame is not a finding.",
    "by": "Whose word or figure it is.",
    "operations.by": "The groups that led the operation.",
    "claimed.by": "The group that claimed the event.",
    "casualties": "How many were killed, wounded, missing, surrendered, captured or escaped; accounts that differ stand side by side.",
    "certainty": "`reported`: said by somebody, not established; `disputed`: sources contradict; `inferred`: concluded; else as stated.",
    "cite": "The citation as written, in pandoc’s syntax.",
    "citations": "The citations in it: citekey, words before, locator, words after.",
    "names": "The words by which the chapters speak of it, … for any words between.",
    "short": "Of the variants those that prose may use by themselves.",
    "source": "The works cited, in short, with locators.",
    "claimed": "Who claimed the event; an empty list: nobody; no list: the book says nothing of a claim.",
    "country": "The country in which it lies.",
    "date": "When it was, in EDTF.",
    "date_text": "When it was, as the book prints it, where that says less than the date or something else.",
    "definition": "What the term means.",
    "disputed": "Other values of a field, each with its own source.",
    "does": "What the body did.",
    "drawn": "Whether the figure shows it; it does unless this is false.",
    "editor": "True where only the editors add it: the article does not have it.",
    "end": "How the time in office ended.",
    "end_cite": "The citation for the end.",
    "end_citations": "The citations in it: citekey, words before, locator, words after.",
    "end_source": "The works cited for the end, in short, with locators.",
    "end_date": "When it ended, in EDTF.",
    "end_date_text": "When it ended, as the book prints it, where that says less than the date or something else.",
    "end_text": "How it ended, in the book’s own words.",
    "event": "The event that the figure belongs to.",
    "expansion": "What the abbreviation stands for.",
    "facts": "What is stated of it, each with its citation.",
    "fate": "What befell the holder.",
    "field": "The field that has another value.",
    "figures": "The figures that draw it.",
    "from": "When it began, in EDTF.",
    "structure.from": "The body at which the line begins.",
    "from_cite": "The citation for the beginning.",
    "from_citations": "The citations in it: citekey, words before, locator, words after.",
    "from_source": "The works cited for the beginning, in short, with locators.",
    "from_label": "A phrase for the line of a figure.",
    "from_text": "How it began, in the book’s own words.",
    "group": "The group that it concerns.",
    "groups": "The groups concerned, in whatever part.",
    "id": "Identifier of the record, unique in its register.",
    "in": "The place that holds it, as far as the book says.",
    "kind": "What kind it is.",
    "label": "A short phrase for a figure.",
    "level": "How the group was there: `base`, `present`, `contested`, `attack` only, or `none` (stated to be cleared or absent).",
    "licence": "The licence of the record, by its SPDX identifier.",
    "line": "What the line says of the two bodies.",
    "main": "True for the main events, which the overview figure shows.",
    "max": "At most so many.",
    "mentioned": "False where the book says nothing of the place: it is here for its square on the map.",
    "min": "At least so many.",
    "name": "The preferred name.",
    "named": "False where the name is a description.",
    "named_in_passing": "True where the book names it only in passing.",
    "note": "The editorial notes that concern it.",
    "number": "The place in the succession; joint holders share it.",
    "of": "Of whom, or of what.",
    "office": "The office.",
    "on": "The group that is blamed.",
    "outcome": "What came of it.",
    "parent": "The group that it belongs to.",
    "people": "The people concerned, in whatever part; this says nothing of guilt.",
    "person": "The holder; absent where the article gives no name.",
    "place": "The place that it concerns.",
    "place_cite": "The citation for the place.",
    "place_citations": "The citations in it: citekey, words before, locator, words after.",
    "place_source": "The works cited for the place, in short, with locators.",
    "place_text": "The place in words, where no one place is stated.",
    "precision": "How exact the date is.",
    "presence": "Statements that place the Islamic State Khorasan Province there at a time.",
    "relations": "How the group stands to others, read “this group, type, that group”.",
    "role": "The title of a role.",
    "see": "The section that tells it: the page in the sources of the book, with anchor.",
    "section": "The section that tells it, by its path below the address of the site.",
    "stated_by": "Whose word it is, where the book attributes it.",
    "style": "How the body stands to the organisation.",
    "summary": "What it is, in a sentence.",
    "term": "The term.",
    "terms": "The number as the book prints it.",
    "text": "The statement, in the book’s own words.",
    "tile": "Column and row of its square on the map of tiles, from 1, east and south; no border is implied.",
    "title": "A short title.",
    "to": "When it ended, in EDTF.",
    "relations.to": "The other group.",
    "structure.to": "The body at which the line ends.",
    "to_text": "How it ended, in the book’s own words.",
    "together_with": "The times in office of those who held it jointly.",
    "type": "What the relation is.",
    "unit": "What is counted.",
    "unnamed": "True where the sources leave the person without a name: the name is a description.",
    "until": "When it ended, in EDTF.",
    "value": "The number, as stated.",
    "disputed.value": "The other value; a date in EDTF, an id, a number or words.",
    "variants": "Other names and spellings.",
    "what": "What befell them.",
    "where": "Where it was, in words, if several places or none of those in the register of places fit.",
}  # fmt: skip


def dictionary(register: str) -> list[dict[str, str]]:
    """Every name that a record of the register may have, by dotted path in order of the alphabet, with what it says."""
    shapes = REGISTERS.get(register) or SCHEMAS[register]
    paths = sorted({"licence", *_paths(register, "", shapes)})
    return [{"name": path, "description": _description(register, path)} for path in paths]


def _paths(register: str, stem: str, shapes: Mapping[str, Shape]) -> Iterator[str]:
    for name, shape in shapes.items():
        path = f"{stem}{name}"
        yield path
        yield from _paths(register, f"{path}.", shape.fields)
        yield from added(register, path, shape.kind == "texts")


def added(register: str, path: str, several: bool) -> tuple[str, ...]:
    """What a record in a document has beside a field of the source: names of what an id stands for, works, the path of a section."""
    stem = path.removesuffix("cite")
    if stem != path and (not stem or stem[-1] in "._"):
        return f"{stem}citations", f"{stem}source"
    if path == "see" or path.endswith(".see"):
        return (f"{path.removesuffix('see')}section",)
    if path in TARGETS[register]:
        return (f"{path}_names" if several else f"{path}_name",)
    return ()


def _description(register: str, path: str) -> str:
    last = path.rpartition(".")[2]
    for name in (f"{register}.{path}", path, last):
        if name in _SAID:
            return _SAID[name]
    if last.endswith("_names"):
        return f"The names of those in `{last.removesuffix('_names')}`, in the same order."
    return f"The name of what `{last.removesuffix('_name')}` holds the id of." if last.endswith("_name") else ""
