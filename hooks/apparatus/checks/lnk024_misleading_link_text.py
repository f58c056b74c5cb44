"""LNK024 misleading-link-text: the text of a link is an address, and the link leads to another site.

Why: the reader is sent elsewhere than the text says, and in print the wrong address is all that is left.
Fix: let both be the same address, or say in words where the link leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK024"
_ADDRESS = re.compile(r"(https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[:/?#]\S*)?", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for found in written(monograph):
        link = found.link
        said, led = _ADDRESS.fullmatch(link.text.strip("`*_")[:2_000]), parts(link.target)
        if link.image or not said or not led or not (said[1] or said[2].lower().startswith("www.")):
            continue
        if _site(said[2].lower()) != _site(led.host):
            message = f"link text says '{shown(said[2])}', the link leads to '{shown(led.host)}'"
            yield Diagnostic(found.location, CODE, message, "let both be the same address")


def _site(host: str) -> str:
    return ".".join(host.removeprefix("www.").split(".")[-2:])
