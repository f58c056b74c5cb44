"""URL022 session-in-address: an address holds the mark of one visit, a key or a signature.

Why: it works for one reader and for hours only, or gives away a key.
Fix: remove the parameter, or give the address under which the page stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL022"
_SESSION = re.compile(
    r"(?<=[?&;#/])(jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id|sessid|access_token"
    r"|auth_token|api_?key|x-amz-\w[\w-]*|x-goog-signature|awsaccesskeyid|googleaccessid)=",
    re.IGNORECASE,
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        if found := _SESSION.search(address.text):
            message = f"address holds '{shown(found[1])}', the mark of one visit or a key"
            yield Diagnostic(address.at(found.start()), CODE, message, "remove it, or give the lasting address")
