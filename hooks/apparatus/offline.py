"""The site for reading without a network, as one zip: what mkdocs.offline.yml builds, less what only a web server or a program needs."""

from __future__ import annotations

import html
import re
from pathlib import Path, PurePosixPath

from apparatus.packing import zipped

FOLDER = "iskp-understanding-its-presence"  # what unpacking makes, so that nobody's own folder fills with hundreds of files
START = "index.html"
_DOWNLOADS = frozenset((".bib", ".csv", ".json", ".ris"))  # small, and of use beside the pages; the book's other forms are downloads of their own
_SERVED = frozenset(("404.html", "sitemap.xml", "sitemap.xml.gz"))
_INDEX = "search/search_index.json"  # a page opened from a file reads the script beside it, with the same words
_LANGUAGES = "assets/javascripts/lunr/"  # search in other languages than the book's
_TITLE = re.compile(r"<title>(?:[^<]* - )?([^<]*)</title>")  # of the page, then of the site
_README = f"""{{title}}
The whole book as a website, for reading without a network.

1. Unpack the zip; the pages do not find each other inside it.
2. Open {START} in a web browser.

Search, notes, figures and Verify mode work as they do on the web. No page asks any
computer for anything, unless you follow a link to a source.

The folder "downloads" has the sources for reference managers (BibTeX, RIS, CSL-JSON)
and the registers as tables and records (CSV, JSON). The page About > Data tells of them.
"""


def packed(folder: Path) -> bytes:
    """The zip of a built offline site: its pages and their files in ``FOLDER``, with a README.txt that says what to open.

    A folder without a first page raises ValueError.
    """
    if not (folder / START).is_file():
        raise ValueError(f"{folder} holds no built site")
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    found = {f"{FOLDER}/{name}": path.read_bytes() for name, path in files.items() if _is_read(PurePosixPath(name))}
    title = _TITLE.search((folder / START).read_text(encoding="utf-8"))
    readme = _README.format(title=html.unescape(title[1]) if title else FOLDER)
    return zipped(found | {f"{FOLDER}/README.txt": readme.encode()})


def _is_read(name: PurePosixPath) -> bool:
    """Whether a page opened from a folder, or its reader, has a use for a file of the site."""
    if any(part.startswith(".") for part in name.parts) or name.suffix == ".map":  # maps of scripts are for who mends the scripts
        return False
    if name.parts[0] == "downloads":
        return name.suffix in _DOWNLOADS
    return str(name) not in _SERVED and str(name) != _INDEX and not str(name).startswith(_LANGUAGES)
