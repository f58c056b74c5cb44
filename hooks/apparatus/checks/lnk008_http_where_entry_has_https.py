"""LNK008 http-where-entry-has-https: a link begins with http:// though an entry reaches the same site by https://.

Why: the unsafe form can be changed on the way to the reader, and one site is written in two ways.
Fix: write https://.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.urls import is_secure, parts, secure_hosts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK008"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    secure = secure_hosts(address.text for address in addresses(monograph) if address.entry)
    for address in addresses(monograph):
        found = parts(address.text) if address.origin != "field" else None
        if found and address.text[:5].lower() == "http:" and is_secure(found.host, secure):
            message = f"link begins with http://, though {found.host} is reached by https"
            yield Diagnostic(address.place, CODE, message, f"write https://{found.host}…", "warning")
