"""The register of leadership: each holder's time in an office, with beginning, end, other accounts and what came after."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES
from apparatus.model import Monograph
from apparatus.pages.register_events import FIELDS
from apparatus.pages.register_parts import Desk, matter, printed_words, section
from apparatus.pages.work_heads import words
from apparatus.registers import Statement, Tenure, registers

KIND = "leadership"
INDEX = INDEXES[KIND]
ENDS = {"in office": "in office when the article was written"}
OFFICES = {
    "emir": "Emir of ISKP",
    "jowzjan-recruitment-chief": "Chief of recruitment in Jowzjan",
    "jowzjan-operational-commander": "Operational commander in Jowzjan",
    "iskp-deputy-leader": "Deputy leader of ISKP",
    "iskp-head-in-kunar": "Head of ISKP in Kunar",
    "leader-of-the-central-asian-contingent": "Leader of the Central Asian contingent",
    "iskp-head-of-logistics": "Head of logistics of ISKP",
    "iskp-head-of-information-technology-and-communications": "Head of information technology and communications of ISKP",
    "special-representative-of-is-central": "Special representative of IS-Central",
    "ispp-leader": "Leader of ISPP",
    "ttp-leader": "Leader of the TTP",
    "kasaragod-module-leader": "Leader of the Kasaragod module",
    "aqi-leader": "Leader of al-Qaeda in Iraq",
    "is-caliph": "Caliph of the Islamic State",
    "kunar-emirate-head": "Head of the Islamic Emirate of Kunar",
}
_FIELDS = {**FIELDS, "end": "End", "end_date": "Date of the end", "number": "Place in the order", "person": "Name", "office": "Office"}
INTRODUCTION = """
Offices, and who held them, in the article’s numbering.
Beginning and end stand as the sources give them; what is not stated is left open.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the page by its path below ``docs/``: the offices in the order of the register; nothing without it."""
    tenures, desk = registers(monograph).leadership, Desk(monograph, "register")
    if not tenures:
        return {}
    offices: dict[str, list[Tenure]] = {}
    for tenure in tenures.values():
        offices.setdefault(tenure.office, []).append(tenure)
    head = matter("Leadership", "Who held which office, from when to when, and how it ended, each date with its source.", 1)
    texts = {office: "".join(_tenure(tenure, desk) for tenure in held).lstrip() for office, held in offices.items()}
    parts = [section(_office(office), f"office-{office}", text) for office, text in texts.items()]
    return {INDEX: f"{head}{INTRODUCTION}{''.join(parts)}"}


def _office(office: str) -> str:
    """What an office is called; one that is not in the list by its id in words."""
    return words(OFFICES.get(office, office[:1].upper() + office[1:].replace("-", " ")))


def _tenure(tenure: Tenure, desk: Desk) -> str:
    person = desk.registers.people.get(tenure.person)
    name = tenure.name or (person.name if person else "Not named")
    lines = [f"- Person: {desk.link('people', tenure.person)}\n"] if person else []
    lines += [desk.item(tenure.stated)] if tenure.stated else []
    lines += _moment("Beginning", tenure.begun, desk)
    end = ENDS.get(tenure.end, tenure.end)
    lines += _moment(f"End, {words(end)}" if end else "End", tenure.ended, desk)
    if tenure.place or tenure.place_text.casefold() not in ("", "not stated"):
        place = desk.link("places", tenure.place) if tenure.place else words(tenure.place_text)
        lines.append(f"- Place of the end: {place}.{tenure.place_cite}\n")
    if tenure.after:
        place = f", {desk.link('places', tenure.after.place)}" if tenure.after.place else ""
        lines.append(f"- Afterwards {words(tenure.after.kind)}, {printed_words(tenure.after.when)}{place}.{tenure.after.cite}\n")
    if tenure.together_with:
        lines.append(f"- Together with: {desk.links(KIND, tenure.together_with)}\n")
    lines += [desk.dispute(other, _FIELDS, "Another account") for other in tenure.disputed]
    remark = desk.remark(Statement(tenure.location, certainty=tenure.certainty, notes=tenure.notes, see=tenure.see))
    lines += [f"- On this record: {remark.removeprefix(' (').removesuffix(')')}\n"] if remark else []
    number = f"{tenure.number}. " if tenure.number else ""
    return section(f"{number}{words(name)}", tenure.id, "".join(lines), level=3)


def _moment(lead: str, stated: Statement | None, desk: Desk) -> list[str]:
    """Beginning or end of a time in office; nothing where neither date nor words are given."""
    if stated is None or not (stated.when or stated.text.casefold() not in ("", "not stated.")):
        return []
    when = printed_words(stated.when)
    said = f"{words(stated.text)}{stated.cite}{desk.remark(stated)}"
    return [f"- {lead}{f', {when}' if when else ''}{': ' if stated.text else ''}{said}\n"]
