"""Where the book’s sources are kept for everybody to change: the forge, and the addresses there for a line and for a report.

Nothing here is asked of the web. An address that is not understood gives None, and the book then offers no way there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from apparatus.model import Location

BRANCH = "main"  # what is published; a proposal of change starts from it
FORM = "1-factual-correction.yml"  # in .github/ISSUE_TEMPLATE; its field for the place has the id "place"
SERVER, REPOSITORY = "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"  # set where workflows run

_NAME = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE)
_SHELL = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!/)(.+)")  # git@host:owner/name.git


@dataclass(frozen=True)
class Forge:
    """What addresses look like on a forge, below that of the repository: ``{path}``, ``{line}``, ``{title}`` and ``{place}`` are put in."""

    edit: str
    report: str


# Where it is documented: GitHub, “Syntax for issue forms” and “Creating an issue from a URL query” (docs.github.com); GitLab,
# “Create issues” (docs.gitlab.com); Forgejo, “Issue and Pull Request Templates” (forgejo.org/docs): a title and a text, no fields.
GITHUB = Forge(f"edit/{BRANCH}/{{path}}#L{{line}}", f"issues/new?template={FORM}&place={{place}}")
GITLAB = Forge(f"-/edit/{BRANCH}/{{path}}#L{{line}}", "-/issues/new?issue[title]={title}&issue[description]={place}")
FORGEJO = Forge(f"_edit/{BRANCH}/{{path}}", "issues/new?title={title}&body={place}")
KNOWN = {"github.com": GITHUB, "gitlab.com": GITLAB, "codeberg.org": FORGEJO}  # by host


@dataclass(frozen=True)
class Repository:
    """A repository on a forge: its address without a slash at the end, and what kind of forge that is."""

    address: str
    forge: Forge

    def edit(self, location: Location) -> str:
        """The address at which a browser shows a line of a source for changing; without a number for the first line."""
        return f"{self.address}/{self.forge.edit.format(path=quote(location.path), line=location.line)}".removesuffix("#L1")

    def report(self, place: str) -> str:
        """The address of a new report, with the place in the book filled in (``inside/aims/#p3``)."""
        title = quote(f"Correction: {place}", safe="")
        return f"{self.address}/{self.forge.report.format(title=title, place=quote(place, safe=''))}"


def repository(environment: Mapping[str, str], remote: str = "") -> Repository | None:
    """The repository that a workflow names in its environment, else the one at a git remote on a known forge, else None.

    A name or password in the remote is left out: what is returned is published.
    """
    server, name = environment.get(SERVER, "").rstrip("/"), environment.get(REPOSITORY, "")
    if server and name:
        parts = urlsplit(server)
        is_server = parts.scheme in ("https", "http") and not parts.path and _HOST.fullmatch(parts.netloc)
        return Repository(f"{server}/{name}", KNOWN.get(parts.netloc, GITHUB)) if is_server and _is_name(name) else None
    host, name = _parts(remote.strip())
    return Repository(f"https://{host}/{name}", KNOWN[host]) if host in KNOWN and _is_name(name) else None


def _parts(remote: str) -> tuple[str, str]:
    """Host and name of a git remote; both empty where it is a folder or not understood."""
    if shell := _SHELL.fullmatch(remote):
        host, path = shell[1], shell[2]
    else:
        try:
            parts = urlsplit(remote)
        except ValueError:
            return "", ""
        host, path = (parts.hostname or "", parts.path) if parts.scheme in ("https", "http", "ssh", "git") else ("", "")
    return host.lower(), path.strip("/").removesuffix(".git")


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))
