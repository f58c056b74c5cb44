"""Where the book's repository is published, as the environment or git tells it; None where neither does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from apparatus.grounds.forges import Repository, repository


def of(root: Path, environment: Mapping[str, str] = os.environ) -> Repository | None:
    """The repository of the book in ``root``. The environment of a workflow goes before git's remote ``origin``."""
    return repository(environment, _remote(root))


def _remote(root: Path) -> str:
    """The address that the folder was cloned from; empty without git or remote, and in a folder within another repository."""
    within = _git(root, "rev-parse", "--show-prefix")
    return "" if within else _git(root, "config", "--local", "--get", "remote.origin.url")


def _git(root: Path, *arguments: str) -> str:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
