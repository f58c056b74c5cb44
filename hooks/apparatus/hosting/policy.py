"""The headers a host is to send: which scripts may run (Content-Security-Policy, by their hashes), and what else browsers should know.

Two forms of the same: ``headers.conf``, which nginx includes, and ``_headers``, which several hosts of static sites read.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

NGINX, STATIC = "headers.conf", "_headers"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)
_SOURCE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_RUNS = frozenset(("", "module", "text/javascript", "application/javascript"))  # other types are data, which nothing runs

# One line a directive. Styles: diagrams bring theirs along, in elements and attributes, which cannot reach another host from here.
_FIXED = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)
_OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # whoever follows a link to a source need not tell it what was being read
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def hashes(pages: Iterable[str]) -> tuple[str, ...]:
    """The scripts that stand in the pages, each as ``'sha256-…'`` (Content Security Policy Level 3), sorted; of none nothing."""
    found = set()
    for page in pages:
        for attributes, body in _SCRIPT.findall(page):
            kind = _TYPE.search(attributes)
            if not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUNS:
                normal = body.replace("\r\n", "\n").replace("\r", "\n").encode()  # as the parser of HTML hands it over
                found.add(f"'sha256-{base64.b64encode(hashlib.sha256(normal).digest()).decode()}'")
    return tuple(sorted(found))


def headers(scripts: Iterable[str]) -> dict[str, str]:
    """The headers of every answer, by name, for pages with these inline scripts."""
    allowed = " ".join(("script-src 'self'", *scripts))
    return {"Content-Security-Policy": "; ".join((_FIXED[0], allowed, *_FIXED[1:])), **_OTHERS}


def nginx(values: dict[str, str]) -> str:
    """The headers as directives of nginx, sent with errors too. A location with directives of its own has to include them again."""
    lines = (f'add_header {name} "{value}" always;\n' for name, value in values.items())
    return f"# Written by hooks/publish.py from the pages published with it.\n{''.join(lines)}"


def static(values: dict[str, str]) -> str:
    """The headers in the form of ``_headers``; previews are not to be kept by search engines."""
    lines = "".join(f"  {name}: {value}\n" for name, value in values.items())
    return f"/*\n{lines}/preview/*\n  X-Robots-Tag: noindex\n"
