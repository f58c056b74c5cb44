"""URL023 library-proxy: an address goes through the proxy of one library.

Why: it opens only for members of that library.
Fix: give the publisher's address, or better the DOI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL023"
_PROXY = re.compile(r"(?:^|[.-])(?:ezproxy|libproxy|lib-?proxy|proxy\d*\.lib|proxy\.library|idm\.oclc\.org|remotexs|webvpn)(?=[.\d-]|$)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        if found and _PROXY.search(found.host):
            message = f"host '{shown(found.host)}' is the proxy of a library"
            yield Diagnostic(address.place, CODE, message, "give the publisher's address or the DOI")
