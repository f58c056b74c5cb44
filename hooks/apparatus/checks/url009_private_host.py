"""URL009 private-host: an address leads to the writer's own machine or network.

Why: no reader can open it, and it tells about the inside of somebody's network.
Fix: give the public address of the source.
Source: RFC 6761, RFC 1918, RFC 4193.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import ip, parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL009"
_NAMES = ("localhost", "local", "internal", "intranet", "lan", "corp", "home", "localdomain", "home.arpa", "test", "invalid")
_EXAMPLES = [ipaddress.ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")]


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        if found and private(found.host):
            yield Diagnostic(address.place, CODE, f"host '{shown(found.host)}' is private", "give the public address of the source")


def private(host: str) -> bool:
    """Whether a host can be reached only from within one machine or network; addresses set aside for examples can be by none."""
    if number := ip(host):
        return not number.is_global and not any(number in net for net in _EXAMPLES if net.version == number.version)
    host = host.removesuffix(".")
    return any(host == name or host.endswith(f".{name}") for name in _NAMES)
