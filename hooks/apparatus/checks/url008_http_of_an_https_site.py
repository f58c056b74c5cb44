"""URL008 http-of-an-https-site: an address begins with http:// though the same site is cited with https:// elsewhere.

Why: the unsafe form can be changed on the way to the reader, and one site is written in two ways.
Fix: write https://, and look that the page still opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.urls import is_secure, parts, secure_hosts
from apparatus.model import Diagnostic, Monograph

CODE = "URL008"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    found = [(address, parts(address.text)) for address in addresses(monograph) if address.origin == "field"]
    secure = secure_hosts(address.text for address, _ in found)
    for address, split in found:
        if split and address.text[:5].lower() == "http:" and is_secure(split.host, secure):
            message = f"address begins with http://, though {split.host} is reached by https"
            yield Diagnostic(address.place, CODE, message, f"write https://{split.host}…", "warning")
