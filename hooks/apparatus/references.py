"""Each entry as the citation style prints it: one batch run of pandoc's citeproc for the whole book, cached by content."""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from apparatus import pandoc
from apparatus.model import Citation, Diagnostic, Entry, Locator, Reference

LOCATOR_MARK = "987654321"  # stands where a locator goes; no entry holds this number
TITLE_START, TITLE_END = "\ue001", "\ue002"  # printed by the style round each title
FORMAT = "3"  # part of the cache key: raise it when the shape of what is cached changes

_NOTE = re.compile(r'<li id="fn\d+">\s*<p>(.*?)\s*<a href="#fnref\d+"[^>]*>.*?</a></p>\s*</li>', re.DOTALL)
_ENTRY = re.compile(r'<div id="ref-([^"]*)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
_SPAN = re.compile(r"</?span\b[^>]*>")  # pandoc's marks of protected capitals; they say nothing in print
_TAG = re.compile(r"<[^>]*>")
_MARKUP = re.compile(r"(<[^>]*>)|([\\`*_{}\[\]])")
_TITLE = re.compile(f"{TITLE_START}(.*?){TITLE_END}")
_LOCATOR = f"p.\u00a0{LOCATOR_MARK}"  # as the style prints it
_RANGE = re.compile(r"(?<=\d)\s?--?\s?(?=\d)")


def references(
    entries: Iterable[Entry], style: Path, cache: Path | None = None
) -> tuple[Mapping[str, Reference], tuple[Diagnostic, ...]]:
    """The rendered form of each entry by citekey, and a finding for each entry the style could not render.

    Of entries with the same citekey the first counts. ``style`` is a CSL file; ``cache`` a folder that may not exist yet.
    """
    chosen = pandoc.chosen(entries)
    if not chosen:
        return {}, ()
    place = pandoc.place(cache, "references", FORMAT, style.read_bytes(), *map(pandoc.biblatex, chosen))
    if kept := pandoc.kept(place):
        return {key: Reference(**value) for key, value in kept.items()}, ()
    rendered, failures = pandoc.in_batches(chosen, lambda entries: _run(entries, style))
    if not failures:
        pandoc.keep(place, {key: vars(value) for key, value in rendered.items()})
    unstyled = {entry.citekey: _unstyled(entry) for entry, _ in failures}
    return rendered | unstyled, tuple(_finding(entry, failure) for entry, failure in failures)


def note_text(reference: Reference, citation: Citation) -> str:
    """The reference as HTML with this citation's own locator, prefix and suffix; no final stop."""
    located = reference.note.replace(LOCATOR_MARK, locator_text(citation.locator))
    if not citation.locator or not citation.locator.value:
        located = reference.note.replace(f", {LOCATOR_MARK}", "").replace(LOCATOR_MARK, "")
    prefix = f"{html.escape(citation.prefix, quote=False)} " if citation.prefix else ""
    suffix = f", {html.escape(citation.suffix.lstrip(', '), quote=False)}" if citation.suffix.strip(", ") else ""
    return f"{prefix}{located.strip()}{suffix}"


def locator_text(locator: Locator | None) -> str:
    """A locator as printed: en dashes in ranges, a no-break space after its label, escaped for HTML."""
    if not locator or not locator.value:
        return ""
    value = _RANGE.sub("–", locator.value)
    return html.escape(f"{locator.label} {value}".strip().replace(". ", ".\u00a0"), quote=False)


def _unstyled(entry: Entry) -> Reference:
    titled = f"{TITLE_START}{html.escape(entry['title'].strip('{}') or entry.citekey)}{TITLE_END}"
    return Reference(entry.citekey, f"{titled}, {LOCATOR_MARK}", f"{titled}.", 0)


def _finding(entry: Entry, failure: pandoc.PandocFailure) -> Diagnostic:
    return Diagnostic(
        entry.location,
        "REF001",
        f"the citation style cannot render the entry '{entry.citekey}' ({failure})",
        "look for stray TeX commands or unbalanced braces in its fields",
    )


def _run(entries: Sequence[Entry], style: Path) -> dict[str, Reference]:
    keys = [entry.citekey for entry in entries]
    document = "\n\n".join(f"[@{{{key}}}, p. {LOCATOR_MARK}]" for key in keys) + "\n\n::: {#refs}\n:::\n"
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "works.bib"
        bibliography.write_text("\n".join(map(pandoc.biblatex, entries)), encoding="utf-8")
        arguments = ["--from=markdown", "--to=html", "--wrap=none", "--citeproc", "--metadata=lang:en-GB"]
        written = pandoc.run([*arguments, f"--bibliography={bibliography}", f"--csl={style}"], document)
    plain = _SPAN.sub("", written)
    notes, listed = _NOTE.findall(plain.replace(_LOCATOR, LOCATOR_MARK)), _ENTRY.findall(plain)
    if len(notes) != len(keys) or len(listed) != len(keys):
        raise pandoc.PandocFailure("an entry was lost")
    order = {html.unescape(key): (rank, text) for rank, (key, text) in enumerate(listed)}
    return {
        key: Reference(key, re.sub(r"\.$", "", note), order[key][1], order[key][0])
        for key, note in zip(keys, notes, strict=True)
    }


def title(reference: Reference) -> str:
    """The work's title as printed, HTML; the whole reference where the style printed none."""
    found = _TITLE.search(reference.bibliography)
    return found[1] if found else without_marks(reference.bibliography)


def linked(fragment: str, target: str) -> str:
    """Markdown of a rendered reference, its title made a link to ``target``; without a title there is no link."""
    text = markdown_safe(fragment)
    return text.replace(TITLE_START, "[", 1).replace(TITLE_END, f"]({target})", 1)


def without_marks(fragment: str) -> str:
    """A rendered reference without the marks round its title."""
    return fragment.replace(TITLE_START, "").replace(TITLE_END, "")


def markdown_safe(fragment: str) -> str:
    """Inline HTML that Markdown passes through unchanged: what it would take for markup is escaped outside tags."""
    return _MARKUP.sub(lambda m: m[1] or "\\" + m[2], fragment)


def plain_text(reference: Reference) -> str:
    """The bibliography form on one line, without markup: what a reader copies into a document of their own."""
    return re.sub(r"\s*\n\s*", " ", html.unescape(_TAG.sub("", without_marks(reference.bibliography)))).strip()
