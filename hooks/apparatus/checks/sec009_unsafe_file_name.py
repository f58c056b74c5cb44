"""SEC009 unsafe-file-name: a file in docs/ has a name that another system reads as a path, a device or an option.

Why: pages, downloads and the packed book take their names from it; `..\\evil.md` unpacks outside its folder on Windows, `con.md` not at all.
Fix: name the file with letters, digits, hyphens, underscores and single stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Location, Monograph

CODE = "SEC009"
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|;$`\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]|^[-~ ]|[. ]$|\.\.")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # Microsoft, "Naming Files, Paths, and Namespaces"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for path in monograph.files:
        for part in path.split("/"):
            if _UNSAFE.search(part) or _DEVICES.fullmatch(part):
                message = f"the name '{shown(part)}' is not safe on every system"
                yield Diagnostic(Location(path), CODE, message, "use letters, digits, hyphens, underscores and single stops")
                break
