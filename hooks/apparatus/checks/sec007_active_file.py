"""SEC007 active-file: docs/ holds a file that runs programs at the reader's, that steers the web server, or that no check can read.

Why: whatever lies in docs/ is published as it is, past every check and without the site's frame; and a host obeys a `CNAME` or
`_redirects` that it finds there.
Fix: write the page in Markdown, in a file that ends in `.md`; save the drawing as plain SVG without scripts; keep the rest out of docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.scripts import script
from apparatus.model import Diagnostic, Location, Monograph

CODE = "SEC007"
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta", ".xml", ".xsl", ".xslt")
_PROGRAMS = (
    ".exe", ".bat", ".cmd", ".com", ".ps1", ".sh", ".php", ".py", ".jar", ".swf", ".wasm", ".vbs", ".scr", ".msi", ".app", ".apk", ".dll",
    ".docm", ".xlsm", ".pptm", ".jse", ".wsf", ".lnk", ".url",
)  # fmt: skip
_SCRIPTS = (".js", ".mjs", ".cjs", ".ts")
_ALLOWED = ("docs/robots.xml", "docs/sitemap.xml")
_UNREAD = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs makes pages of all of these, and only ".md" is read here
_HOSTS = frozenset("cname _headers _redirects _config.yml web.config netlify.toml vercel.json".split())  # by name, in any folder
_ACTIVE = re.compile(r"<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|set|animate)\b|\son[a-z]{3,}\s*=|(?:href\s*=\s*[\"']\s*)(?:javascript|data:text)", re.I)
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[|<\?xml-stylesheet", re.I)
_REMOTE = re.compile(
    r"<(?:[\w-]+:)?(?:image|use|feImage|link)\b[^<>]*?href\s*=\s*[\"']?\s*(?:https?:)?//|url\(\s*[\"']?(?:https?:)?//|@import", re.I
)
_TARGET = re.compile(r"href\s*=\s*([\"'])(.*?)\1", re.I | re.S)
_DRAWING = (
    (_ACTIVE, "the drawing runs a program", "save it without scripts and handlers"),
    (_ENTITIES, "the drawing declares entities or a stylesheet of its own", "save it as plain SVG"),
    (_REMOTE, "the drawing loads something from another host", "put what it shows into the drawing itself"),
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    sources = {source.path: source.text for source in monograph.sources}
    settings, unread = sources.get("mkdocs.yml", ""), {failure.location.path for failure in monograph.failures}
    for path in monograph.files:
        name = path.lower()
        if name in _ALLOWED:
            continue
        if name.endswith(_PAGES):
            yield Diagnostic(Location(path), CODE, "a page in HTML is published unchecked", "write it in Markdown, or keep it out of docs/")
        elif name.endswith(_PROGRAMS) or (name.endswith(_SCRIPTS) and path.removeprefix("docs/") not in settings):
            yield Diagnostic(Location(path), CODE, "a program is published with the book", "keep it out of docs/")
        elif name.rpartition("/")[2] in _HOSTS:
            yield Diagnostic(Location(path), CODE, "a file that the web server obeys is published with the book", "keep it out of docs/")
        elif name.endswith(_UNREAD) and not path.endswith(".md"):
            yield Diagnostic(Location(path), CODE, "a page that no check reads, for its ending", "end its name in '.md'")
        elif name.endswith((".svg", ".svgz")) and path in sources:
            yield from _of_drawing(path, sources[path])
        elif name.endswith((".svg", ".svgz")) and path not in unread and sources:
            yield Diagnostic(Location(path), CODE, "a drawing that no check reads, for its ending", "save it as plain SVG, in a name ending in '.svg'")


def _of_drawing(path: str, text: str) -> Iterator[Diagnostic]:
    """At most one finding a drawing."""
    for pattern, message, fix in _DRAWING:
        if found := pattern.search(text):
            before = text[: found.start()]
            yield Diagnostic(Location(path, before.count("\n") + 1, len(before) - before.rfind("\n")), CODE, message, fix)
            return
    for target in _TARGET.finditer(text):
        if script(target[2], image=True):
            before = text[: target.start()]
            place = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
            yield Diagnostic(place, CODE, "the drawing runs a program", "save it without scripts and handlers")
            return
