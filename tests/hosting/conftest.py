"""A little site as a build leaves it, and a way to publish it."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import publish
import pytest
from apparatus.hosting.editions import digest

HEAD = '<meta charset="utf-8"><link rel="stylesheet" href="{up}style.css">'
PAGE = """<!doctype html>
<html lang="en"><head>{head}</head>
<body dir="ltr"><div data-md-component="announce">
</div><p>{text}</p></body></html>
"""
COMMIT = "5a" * 20


@dataclass
class Built:
    """A built site in a folder, to be changed and published."""

    folder: Path
    texts: dict = field(default_factory=lambda: {"index.html": "Home", "bees/queens/index.html": "Queens"})
    edition: str = "1"
    time: str = "2026-11-22T12:00:00Z"
    address: str | None = "https://example.org/book/"
    others: dict = field(
        default_factory=lambda: {
            "style.css": b"p { color: black }\n",
            "404.html": b"<!doctype html><body>No\n",
            "downloads/b.pdf": b"%PDF\x00\xff",
        }
    )

    def write(self):
        made = dict(self.others)
        for path, text in self.texts.items():
            head = HEAD.format(up="../" * path.count("/"))
            if self.address:
                head += f'<link rel="canonical" href="{self.address}{path.removesuffix("index.html")}">'
            made[path] = PAGE.format(head=head, text=text).encode()
        receipt = {
            **{"edition": self.edition, "date": "2026-11-22", "address": self.address},
            **{
                "commit": {"id": COMMIT, "time": self.time, "changed": False},
                "outputs": {path: digest(data) for path, data in made.items()},
            },
        }
        made["build.json"] = json.dumps(receipt).encode()
        for path, data in made.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)
        return self.folder


@pytest.fixture
def built(tmp_path):
    return Built(tmp_path / "site")


@pytest.fixture
def publishing(built, tmp_path, capsys):
    """A function that writes the site and publishes it into a folder; returns exit code, what was said and the host's folder."""

    def run(*arguments, write=True, **environment):
        site = built.write() if write else built.folder
        host = tmp_path / "srv/host"
        code = publish.main([str(site), str(host), *arguments], environment)
        printed = capsys.readouterr()
        return code, printed.out + printed.err, host

    return run


@pytest.fixture
def files():
    """A function from a folder to its files by path."""

    def read(folder):
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    return read
