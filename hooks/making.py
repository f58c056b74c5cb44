"""How the book at hand is being made: the commit as git tells it, the tools as they are installed."""

from __future__ import annotations

import importlib.metadata
import platform
import subprocess
from pathlib import Path

from apparatus.receipt import TOOLS, Making


def of(root: Path, address: str = "") -> Making:
    """The making of the book in ``root``; no commit without git, without one made yet, and in a folder within another repository.

    Files that git is told to ignore do not count as changes.
    """
    tools = {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in TOOLS}}
    if _git(root, "rev-parse", "--show-prefix"):
        return Making(tools=tools, address=address)
    commit, _, seconds = _git(root, "log", "-1", "--format=%H %ct").partition(" ")
    if not commit:
        return Making(tools=tools, address=address)
    changed = bool(_git(root, "status", "--porcelain", "--untracked-files=normal"))
    return Making(commit, int(seconds), changed, tools, address)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "--no-optional-locks", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
