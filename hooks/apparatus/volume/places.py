"""Where in the sources a place of the bound book comes from: what turns a fault of the binding into a finding with file and line."""

from __future__ import annotations

from apparatus.grounds.numbering import anchor, numbered
from apparatus.grounds.register_pages import identifier
from apparatus.grounds.texts import once
from apparatus.model import Diagnostic, Location, Monograph, Page
from apparatus.volume.faults import Fault

_SETTINGS = "mkdocs.yml"
_BOX = "editorial-"  # what an editorial note is called where it is shown in a chapter


def diagnostic(fault: Fault, monograph: Monograph) -> Diagnostic:
    """The finding for a fault."""
    return Diagnostic(location(fault.division, fault.anchor, monograph), fault.code, fault.message, fault.fix)


def location(division: str, name: str, monograph: Monograph) -> Location:
    """Where an anchor of a division stands: in its page, in ``data/`` or ``bib/`` for what is made from them.

    What is not found is put at the first line of the page, or of the settings for a page that is made.
    """
    page = monograph.by_name.get(division)
    if page is not None:
        places = _places(page)
        return places.get(name) or places.get(name.removeprefix(_BOX).upper()) or Location(page.path, 1, 1)
    if name in monograph.by_citekey:
        return monograph.by_citekey[name].location
    return _records(monograph).get(name) or Location(_SETTINGS, 1, 1)


def _places(page: Page) -> dict[str, Location]:
    """The places of a page by anchor; of an editorial note that is shown on it by the id of the note."""
    found = {item.anchor: item.paragraph.location for item in numbered(page) if item.opens}
    found |= {item.anchor: item.location for item in page.headings}
    found |= {item.name: item.location for item in page.anchors}
    found |= {f"figure-{item.source.strip()}": item.location for item in page.fences}
    return found | {item.note: item.location for item in page.markers}


@once
def _records(monograph: Monograph) -> dict[str, Location]:
    """The records of the registers by every name that a page gives them."""
    found: dict[str, Location] = {}
    for register, data in monograph.data.items():
        for datum in data:
            name = identifier(datum)
            for form in (name, name.lower(), f"{register}-{name}", anchor(str(datum.values.get("term") or "")), f"n{name}"):
                found.setdefault(form, datum.location)
    found.pop("", None)
    return found
