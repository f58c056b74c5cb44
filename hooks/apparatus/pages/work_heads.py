"""A work as index pages print it: its reference, what became of its link, its marks, the forms to copy."""

from __future__ import annotations

import html
import re
from datetime import date

from apparatus.evidence import work_links
from apparatus.evidence.support import ARTICLE
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.un_symbols import official
from apparatus.model import Entry, Monograph, Reference
from apparatus.records import WorkRecord
from apparatus.references import linked, markdown_safe, title, without_marks

_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'<a href="(https?://[^"<>\s]*)">([^<>]*)</a>')
UNSEARCHED = "data-search-exclude=true"  # search finds a sentence where it stands, and a work by its title and its reference
_STATES = {
    "alive": "link found working on {}",
    "dead": "link found dead on {}",
    "unknown": "link asked for on {} without a clear answer",
}


def reference(entry: Entry, printed: Reference, target: str) -> str:
    """The bibliography's form of a work, its title leading to ``target``, with what the entry adds; Markdown on one line."""
    text = linked(_ADDRESS.sub(lambda m: f"<{html.unescape(m[1])}>" if m[1] == m[2] else m[0], printed.bibliography), target)
    document = work_links.document(entry)
    return " ".join([text, *filter(None, [words(note(entry))]), *([f"Official document: {document}."] if document else [])])


def note(entry: Entry) -> str:
    """The entry's note as a sentence, plain text; empty if it has none."""
    said = " ".join(entry["note"].replace("{", "").replace("}", "").split())
    return said if not said or said.endswith(".") else f"{said}."


def heading(printed: Reference) -> str:
    """The title of a work as the style prints it, in quotation marks or emphasis, as Markdown."""
    return markdown_safe(title(printed))


def plain(fragment: str) -> str:
    """A piece of HTML as plain text on one line."""
    return " ".join(html.unescape(_TAG.sub("", fragment)).split())


def words(text: str) -> str:
    """Plain text as Markdown that shows it as it is, wherever it stands within a line."""
    return markdown_safe(html.escape(text, quote=False))


def states(entry: Entry, monograph: Monograph) -> list[str]:
    """Markdown of what there is to say of its link: when it was last found working or dead, and where a copy may be."""
    row = work_links.row(entry, monograph)
    said = [_STATES[row.status].format(_day(row.last_checked))] if row and row.status in _STATES and row.last_checked else []
    return said + [copy for copy in [work_links.copy(entry)] if copy]


def is_untried(entry: Entry, monograph: Monograph) -> bool:
    """Whether the work has a link that was never tried, as far as the ledger knows."""
    row = work_links.row(entry, monograph)
    return bool(row and not row.last_checked)


def _day(written: str) -> str:
    """``22 November 2026`` for ``2026-11-22``; as written if it is no such date."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B %Y}"


def marks(entry: Entry) -> list[str]:
    """How the work came into the book, in a word or two, and whether it is left without link by policy."""
    if ARTICLE in entry.keywords:
        return ["the article"]
    found = ["via the article"]
    if "consulted" in entry.keywords:
        found = ["consulted"]
    elif "consulted-in-part" in entry.keywords:
        found = ["via the article; consulted in part"]
    return found + (["not linked"] if is_extremist(entry) else [])


def copies(entry: Entry, printed: Reference, record: WorkRecord | None) -> str:
    """A box with the work in BibTeX, in RIS and in plain text, complete without script; search passes over it."""
    parts = [plain(without_marks(printed.bibliography)), note(entry), official(entry) and f"{official(entry)}."]
    forms = {"Plain text": " ".join(filter(None, parts))}
    if record:
        forms = {"BibTeX": record.bibtex, "RIS": record.ris} | forms
    boxes = "".join(f"<figure><figcaption>{name}</figcaption>\n<pre>{_verbatim(text)}</pre></figure>\n" for name, text in forms.items())
    return f'<details class="cite" data-search-exclude="true"><summary>Cite</summary>\n{boxes}</details>\n'


def _verbatim(text: str) -> str:
    """Text for an element that shows it as it is; the sign ``@`` is written out, or it would be read as that of a citation."""
    return html.escape(text.replace("\r\n", "\n").strip("\n"), quote=False).replace("@", "&#64;")
