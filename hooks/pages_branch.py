"""The branch that a forge serves as a website: fetched, renewed and pushed as one commit without a past.

A token stands in the environment alone: git asks a helper for it, which reads it there; no command line, file or setting holds it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

BRANCH = "refs/heads/gh-pages"
ATTEMPTS = 5
TOKEN, SERVER = "GITHUB_TOKEN", "GITHUB_SERVER_URL"
_HELPER = '!f() { test "$1" = get && printf "username=x-access-token\\npassword=%s\\n" "$GITHUB_TOKEN"; }; f'
_OF_A_CHECKOUT = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"))  # git sets them for what its hooks start
_AUTHOR = {"GIT_AUTHOR_NAME": "Publishing", "GIT_AUTHOR_EMAIL": "publishing@book.invalid"}


class Failure(Exception):
    """Git could not do it; the message is what it said."""


@dataclass(frozen=True)
class Branch:
    """The branch in a repository (its address or folder), as the environment lets git reach it."""

    remote: str
    environment: Mapping[str, str]

    def renew(self, renew: Callable[[Path], None], message: str, seconds: int) -> str:
        """Hands the folder of the branch to ``renew`` and pushes what that leaves there; says so in a sentence.

        Whoever pushes at the same time is not overwritten: then all of it is done again on what they pushed, at most ``ATTEMPTS`` times.
        """
        with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
            store = Path(folder, "store.git")
            self._git("init", "--quiet", "--bare", str(store))
            for attempt in range(ATTEMPTS):
                tip, host = self._tip(), Path(folder, f"host-{attempt}")
                self._unpack(store, tip, host)
                renew(host)
                tree = self._tree(store, host)
                if tip and tree == self._in(store, "rev-parse", f"{tip}^{{tree}}"):
                    return "Nothing has changed; nothing was pushed."
                commit = self._commit(store, tree, message, seconds)
                refused = self._push(store, commit, tip)
                if not refused:
                    return f"Pushed {commit[:12]} to {BRANCH.rpartition('/')[2]}."
                if self._tip() == tip:
                    raise Failure(refused)
        raise Failure(f"others pushed to the branch {ATTEMPTS} times meanwhile. Fix: start it once more")

    def _tip(self) -> str:
        """The commit of the branch; empty if there is no such branch yet."""
        return self._git("ls-remote", self.remote, BRANCH).partition("\t")[0].strip()

    def _unpack(self, store: Path, tip: str, host: Path) -> None:
        host.mkdir()
        if tip:
            self._in(store, "fetch", "--quiet", "--depth=1", "--no-tags", self.remote, tip)
            self._in(store, "read-tree", tip)
            self._in(store, f"--work-tree={host}", "checkout-index", "--all", "--force", folder=host)

    def _tree(self, store: Path, host: Path) -> str:
        self._in(store, "read-tree", "--empty")
        self._in(store, f"--work-tree={host}", "add", "--all", "--force", "--", ".", folder=host)
        return self._in(store, "write-tree")

    def _commit(self, store: Path, tree: str, message: str, seconds: int) -> str:
        when = {"GIT_AUTHOR_DATE": f"@{seconds} +0000", "GIT_COMMITTER_DATE": f"@{seconds} +0000"}
        who = {name.replace("AUTHOR", "COMMITTER"): value for name, value in _AUTHOR.items()} | _AUTHOR
        return self._git(f"--git-dir={store}", "commit-tree", tree, "-m", message, extra=who | when)

    def _push(self, store: Path, commit: str, tip: str) -> str:
        """What git said when it was refused; empty if it was taken."""
        try:
            self._in(store, "push", "--quiet", f"--force-with-lease={BRANCH}:{tip}", self.remote, f"{commit}:{BRANCH}")
        except Failure as failure:
            return str(failure)
        return ""

    def _in(self, store: Path, *arguments: str, folder: Path | None = None) -> str:
        # No name of a file is anything but a name, no link is made, no end of line is turned.
        settings = ("-c", "core.symlinks=false", "-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "core.fileMode=false")
        return self._git(*settings, f"--git-dir={store}", *arguments, folder=folder)

    def _git(self, *arguments: str, folder: Path | None = None, extra: Mapping[str, str] | None = None) -> str:
        environment = {name: value for name, value in self.environment.items() if name not in _OF_A_CHECKOUT} | dict(extra or {})
        command = ["git", *self._asking(), *arguments]
        try:
            done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)
        except FileNotFoundError as missing:
            raise Failure("git is not installed. Fix: install it, or publish into a folder") from missing
        if done.returncode:
            raise Failure(done.stderr.decode(errors="replace").strip() or f"git {arguments[0]} failed")
        return done.stdout.decode(errors="replace").strip()

    def _asking(self) -> tuple[str, ...]:
        """Where there is a token, the forge it belongs to gets it and no other host; no helper that would keep it is asked."""
        if not self.environment.get(TOKEN):
            return ()
        asked = f"credential.{self.environment.get(SERVER, '').rstrip('/') or 'https://github.com'}.helper"
        return ("-c", f"{asked}=", "-c", f"{asked}={_HELPER}", "-c", "http.followRedirects=false", "-c", "core.askPass=true")


def remote(root: Path, address: str, environment: Mapping[str, str] = os.environ) -> str:
    """Where to push: the repository of the workflow at ``address``, else the one that the folder was cloned from; empty if neither."""
    if address:
        return f"{address}.git"
    done = subprocess.run(
        ["git", "-C", str(root), "config", "--get", "remote.origin.url"], capture_output=True, text=True, env=dict(environment), check=False
    )
    return done.stdout.strip()
