"""Binds the built site as ``make book`` does, in a folder of the test's own."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def bind(site: Path, folder: Path, mask: int = 0o022, **environment: str) -> Path:
    """A copy of the site in the folder, bound under this umask and environment; returns the folder of its downloads."""
    copy = folder / "site"
    shutil.copytree(site, copy)
    command = [sys.executable, str(ROOT / "hooks/bind.py"), str(copy), "--root", str(ROOT)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | environment, check=False, umask=mask)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "downloads"


@cache
def downloads(site: Path) -> Path:
    """The downloads of the built site, bound once for all tests."""
    folder = site.parent / "bound"
    folder.mkdir()
    return bind(site, folder)
