"""Each entry as the citation style prints it: one batch run of pandoc's citeproc for the whole book, cached by content."""

from __future__ import annotations

import hashlib
import html
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from apparatus.model import Citation, Diagnostic, Entry, Locator, Reference

LOCATOR_MARK = "987654321"  # printed by the style where a locator goes; no entry holds this number
TITLE_START, TITLE_END = "\ue001", "\ue002"  # printed by the style round each title
SECONDS = 60  # a run takes 0.4 s for 90 entries; a style or an entry that loops is cut off here
FORMAT = "2"  # part of the cache key: raise it when the shape of what is cached changes

_NOTE = re.compile(r'<li id="fn\d+">\s*<p>(.*?)\s*<a href="#fnref\d+"[^>]*>.*?</a></p>\s*</li>', re.DOTALL)
_ENTRY = re.compile(r'<div id="ref-([^"]*)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
_SPAN = re.compile(r"</?span\b[^>]*>")  # pandoc's marks of protected capitals; they say nothing in print
_MARKUP = re.compile(r"(<[^>]*>)|([\\`*_{}\[\]])")
_TITLE = re.compile(f"{TITLE_START}(.*?){TITLE_END}")
_RANGE = re.compile(r"(?<=\d)\s?--?\s?(?=\d)")


class StyleFailure(Exception):
    """Pandoc did not render what it was given; the message is its own last line."""


def references(
    entries: Iterable[Entry], style: Path, cache: Path | None = None
) -> tuple[Mapping[str, Reference], tuple[Diagnostic, ...]]:
    """The rendered form of each entry by citekey, and a finding for each entry the style could not render.

    Of entries with the same citekey the first counts. ``style`` is a CSL file; ``cache`` a folder that may not exist yet.
    """
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.citekey, entry)
    chosen = [unique[key] for key in sorted(unique)]
    if not chosen:
        return {}, ()
    name = _digest(style.read_bytes(), *(_bibtex(entry).encode() for entry in chosen))
    kept = cache / f"references-{name}.json" if cache else None
    if kept and kept.is_file():
        return {key: Reference(**value) for key, value in json.loads(kept.read_text("utf-8")).items()}, ()
    rendered, failures = _rendered(chosen, style)
    if kept and not failures:
        kept.parent.mkdir(parents=True, exist_ok=True)
        written = kept.with_suffix(".tmp")
        written.write_text(json.dumps({key: vars(value) for key, value in rendered.items()}, sort_keys=True), "utf-8")
        written.replace(kept)
    return rendered, tuple(failures)


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


def _digest(*parts: bytes) -> str:
    whole = hashlib.sha256(FORMAT.encode())
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:16]


def _bibtex(entry: Entry) -> str:
    """The entry as plain biblatex, macros resolved. Cross-references are left out: pandoc never ends on a loop of them."""
    fields = [f"  {f.name} = {{{f.value}}},\n" for f in entry.fields if f.name not in {"crossref", "xdata", "xref"}]
    return f"@{entry.kind}{{{entry.citekey},\n{''.join(fields)}}}\n"


def _rendered(entries: list[Entry], style: Path) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """All entries in one run; where that fails, halves, so that one bad entry does not take the others with it."""
    try:
        return _run(entries, style), []
    except StyleFailure as failure:
        if len(entries) == 1:
            return _unstyled(entries[0], str(failure))
    middle = len(entries) // 2
    first, first_failures = _rendered(entries[:middle], style)
    second, second_failures = _rendered(entries[middle:], style)
    return first | second, first_failures + second_failures


def _unstyled(entry: Entry, why: str) -> tuple[dict[str, Reference], list[Diagnostic]]:
    text = html.escape(entry["title"].strip("{}") or entry.citekey)
    titled = f"{TITLE_START}{text}{TITLE_END}"
    finding = Diagnostic(
        entry.location,
        "REF001",
        f"the citation style cannot render the entry '{entry.citekey}' ({why})",
        "look for stray TeX commands or unbalanced braces in its fields",
    )
    return {entry.citekey: Reference(entry.citekey, f"{titled}, {LOCATOR_MARK}", f"{titled}.", 0)}, [finding]


def _run(entries: list[Entry], style: Path) -> dict[str, Reference]:
    import pypandoc  # costs 0.1 s, and only a run without cache needs it

    keys = [entry.citekey for entry in entries]
    document = "\n\n".join(f"[@{{{key}}}, p. {LOCATOR_MARK}]" for key in keys) + "\n\n::: {#refs}\n:::\n"
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "works.bib"
        bibliography.write_text("\n".join(_bibtex(entry) for entry in entries), encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=html", "--wrap=none", "--citeproc"]
        command += [f"--bibliography={bibliography}", f"--csl={style}", "--metadata=lang:en-GB"]
        try:
            done = subprocess.run(command, input=document, capture_output=True, encoding="utf-8", timeout=SECONDS)
        except subprocess.TimeoutExpired as late:
            raise StyleFailure(f"no answer within {SECONDS} s") from late
    plain = _SPAN.sub("", done.stdout)
    notes, listed = _NOTE.findall(plain), _ENTRY.findall(plain)
    if done.returncode or len(notes) != len(keys) or len(listed) != len(keys):
        raise StyleFailure((done.stderr.strip().splitlines() or ["nothing came back"])[-1])
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
