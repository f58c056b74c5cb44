"""CIT005 locator-not-a-locator: what follows a citekey is meant as a place in the work but is not written as one.

Why: the number is printed without its label or not understood as a place, and nobody can look it up.
Fix: a label and a number, `p. 3`, `para. 12`, or a label and a title in quotation marks, `sec. “Conclusion”`, after a comma.
Source: Citation Style Language 1.0.2, “Locators”; Pandoc User’s Guide, “Citation syntax”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import Extent, extents, is_placeholder, number, pages
from apparatus.grounds.labels import FOREIGN, LAW, LAW_LABELS, NUMBER_WORDS, PARTS, label_of, labelled
from apparatus.model import Citation, Cluster, Diagnostic, Entry, Locator, Location, Monograph

CODE = "CIT005"
NUMBERED = frozenset("p. pp. para. paras. n. nn. l. ll. col. cols. fol. fols. vol. vols. fig. figs. tbl. tbls.".split())
TITLED = frozenset("sec. secs. ch. chs. app. apps. art. arts. annex annexes pt. pts. bk. bks.".split())
Fault = tuple[str, str, str]  # message, fix, severity
_LOOKALIKE = re.compile(r"[lI|]\d+|\d+[lI|Oo]\d*|[Oo]\d+")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s|,|$)", re.IGNORECASE)
_WORD_AND_NUMBER = re.compile(r"([^\W\d_]+)(\.?\s*)(?=\d|[ivxlc]+\b)")
_STARTS_RIGHT = re.compile(r"[\[*†~]?\d|\[?[ivxlcdm]+\]")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for cluster in _clusters(monograph):
        for citation in cluster.citations:
            entry = monograph.by_citekey.get(citation.citekey)
            if citation.locator and citation.locator.value and not is_placeholder(citation.locator):
                fault, place = _locator(citation, citation.locator, entry), citation.locator.location
            elif citation.locator is None:
                fault, place = _words(citation, cluster, entry)
            else:
                continue
            if fault:
                yield Diagnostic(place, CODE, *fault)


def _clusters(monograph: Monograph) -> Iterator[Cluster]:
    for page in monograph.pages:
        yield from page.clusters
    for data in monograph.data.values():
        for datum in data:
            for clusters in datum.clusters.values():
                yield from clusters


def _locator(citation: Citation, locator: Locator, entry: Entry | None) -> Fault | None:
    found, rest = extents(locator)
    value, shown = locator.value, excerpt(locator.text)
    if value.count("“") != value.count("”") or value.count('"') % 2:
        return f"the quotation in '{shown}' is not closed", f"write '{excerpt(_closed(locator))}'", "error"
    if (second := labelled(value)) and locator.label:
        return f"locator '{shown}' has two labels", f"write '{excerpt(second)}'", "error"
    if not found and locator.label in TITLED and not value[0].isdigit():
        return _title(locator)
    if locator.label in NUMBERED and not _STARTS_RIGHT.match(value) and (not found or found[0].quoted):
        fix = f"write '{locator.label} 3' with the number meant, or 'sec. “…”' for a title"
        return f"locator '{shown}' has no number after '{locator.label}'", fix, "error"
    if locator.label in NUMBERED:
        return _misread(found, rest, locator)
    return _bare(found, citation, entry) if not locator.label else None


def _title(locator: Locator) -> Fault | None:
    """A title without quotation marks; a number in words is legible."""
    words = locator.value.split()
    if words[0].casefold().strip(".,") in NUMBER_WORDS or locator.value[0] in "[*‘'«„":
        return None
    fix = f"write '{excerpt(f'{locator.label} “{locator.value}”')}'"
    return f"the title in '{excerpt(locator.text)}' has no quotation marks", fix, "error"


def _misread(found: tuple[Extent, ...], rest: str, locator: Locator) -> Fault | None:
    for extent in found:
        for end in (extent.first, extent.last):
            if _LOOKALIKE.fullmatch(end):
                meant = end.translate(str.maketrans("lI|Oo", "11100"))
                return f"'{end}' in '{excerpt(locator.text)}' has a letter that looks like a digit", f"write '{meant}'", "error"
            if end.isalpha() and len(end) > 1 and number(end) is None:
                return f"'{end}' in '{excerpt(locator.text)}' is no Roman numeral", "correct the number", "error"
    if re.fullmatch(r"\d+ \d+", locator.value):
        fix = f"write '{locator.value.replace(' ', '-')}' or '{locator.value.replace(' ', ', ')}'"
        return f"nothing stands between the numbers of '{excerpt(locator.text)}'", fix, "error"
    return None


def _bare(found: tuple[Extent, ...], citation: Citation, entry: Entry | None) -> Fault | None:
    """A number without label: the year of the work or a day of the month is none of its pages."""
    if not found or found[0].joint or not found[0].first.isdecimal():
        return None
    first = found[0].first
    if len(found) == 1 and len(first) < 3 and _MONTH.match(citation.suffix):
        shown = excerpt(f"{first} {citation.suffix}")
        return f"'{shown}' is a date, not a place in the work", "delete it; the date belongs in the entry", "error"
    if entry and first == (entry["date"] or entry["year"])[:4]:
        bounds = [each for each in pages(entry["pages"][:500]) if each]
        if not any(a <= int(first) <= b for a, b in bounds):
            return f"'{first}' is the year of '{entry.citekey}', not a place in it", "delete the year, and give the page", "error"
    return None


def _words(citation: Citation, cluster: Cluster, entry: Entry | None) -> tuple[Fault | None, Location]:
    """Words where a locator was meant."""
    before = citation.prefix.rstrip(" ,;:")
    if before and (meant := labelled(before)) and meant.count(" ") == before.count(" "):
        fix = f"write '[@{citation.citekey}, {meant}]'"
        return (f"the locator '{excerpt(before)}' stands before the citekey", excerpt(fix), "error"), citation.location
    suffix = citation.suffix
    if not suffix:
        return None, citation.location
    return _suffix(suffix, entry), _place(citation, cluster, suffix)


def _suffix(suffix: str, entry: Entry | None) -> Fault | None:
    shown, bare = excerpt(suffix), suffix.lstrip(" ,;:.|/([-–—").rstrip()
    if suffix[0] in "-–—" and bare[:1].isdigit():
        return f"'{shown}' is not read as a locator", f"write 'p. {excerpt(bare)}', or 'pp.' with both ends of the range", "error"
    if meant := labelled(bare):
        return f"'{shown}' is not read as a locator", f"write ', {excerpt(meant.rstrip(')'))}' right after the citekey", "error"
    if found := _WORD_AND_NUMBER.match(bare):
        label = label_of(found[1], bool(found[2].strip()), bool(found[2]))
        if label and not (entry and entry.kind in LAW and found[1].casefold() in LAW_LABELS):
            rest = bare[found.end() :]
            word = excerpt(found[1] + found[2].rstrip())
            return f"'{word}' in '{shown}' is no label", f"write '{excerpt(f'{label} {rest}')}'", "error"
    first, _, second = bare.casefold().partition(" ")
    if FOREIGN.get(first.rstrip("."), first) in ("p.", "page", "pages", "p", "pp") and second.split(" ")[0] in NUMBER_WORDS:
        return f"the number in '{shown}' is written in words", "write it in figures: 'p. 7'", "warning"
    if bare.strip("“”\"'*_.").casefold() in PARTS:
        title = bare.strip("“”\"'*_.")
        return f"'{shown}' names a part of the work without a label", f"write 'sec. “{title}”'", "warning"
    return None


def _place(citation: Citation, cluster: Cluster, suffix: str) -> Location:
    """Where the suffix begins, if it stands on the line of the citekey."""
    start = citation.location.column - cluster.location.column if citation.location.line == cluster.location.line else -1
    after = start + 1 + len(citation.citekey)
    index = cluster.raw.find(suffix[:40], after) if start >= 0 else -1
    if index < 0 or "\n" in cluster.raw[:index]:
        return citation.location
    return Location(citation.location.path, citation.location.line, cluster.location.column + index)


def _closed(locator: Locator) -> str:
    bare = locator.value.strip("“”\"")
    return f"{locator.label or 'sec.'} “{bare}”"
