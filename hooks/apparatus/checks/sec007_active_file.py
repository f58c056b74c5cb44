"""SEC007 active-file: docs/ holds a file that runs programs in the reader's browser or on the reader's machine.

Why: whatever lies in docs/ is published as it is, past every check and without the site's frame.
Fix: write the page in Markdown, save the drawing without scripts, and keep programs out of docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.model import Diagnostic, Location, Monograph

CODE = "SEC007"
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta", ".xml", ".xsl", ".xslt")
_PROGRAMS = (
    ".exe", ".bat", ".cmd", ".com", ".ps1", ".sh", ".php", ".py", ".jar", ".swf", ".wasm", ".vbs", ".scr", ".msi", ".app", ".apk", ".dll",
    ".docm", ".xlsm", ".pptm", ".jse", ".wsf", ".lnk", ".url",
)  # fmt: skip
_SCRIPTS = (".js", ".mjs", ".cjs", ".ts")
_ALLOWED = ("docs/robots.xml", "docs/sitemap.xml")
_ACTIVE = re.compile(r"<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|set|animate)\b|\son[a-z]{3,}\s*=|(?:href\s*=\s*[\"']\s*)(?:javascript|data:text)", re.I)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    sources = {source.path: source.text for source in monograph.sources}
    settings = sources.get("mkdocs.yml", "")
    for path in monograph.files:
        name = path.lower()
        if name in _ALLOWED:
            continue
        if name.endswith(_PAGES):
            yield Diagnostic(Location(path), CODE, "a page in HTML is published unchecked", "write it in Markdown, or keep it out of docs/")
        elif name.endswith(_PROGRAMS) or (name.endswith(_SCRIPTS) and path.removeprefix("docs/") not in settings):
            yield Diagnostic(Location(path), CODE, "a program is published with the book", "keep it out of docs/")
        elif name.endswith((".svg", ".svgz")) and (found := _ACTIVE.search(sources.get(path, ""))):
            text = sources[path][: found.start()]
            place = Location(path, text.count("\n") + 1, len(text) - text.rfind("\n"))
            yield Diagnostic(place, CODE, "the drawing runs a program", "save it without scripts and handlers")
