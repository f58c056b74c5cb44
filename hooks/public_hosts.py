"""Keeps the link check out of private networks: every number that a host name stands for is judged before anything is sent to it.

The judgement is made where the connection is opened, on the very number that is connected to, so that a name which changes what
it stands for between look-up and connection gains nothing by it.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection

from aiohttp.abc import AbstractResolver, ResolveResult

_GLOBAL = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out for use on the internet (RFC 4291, section 2.4)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 number behind a translator (RFC 6052)
_SPECIAL = [ipaddress.ip_network(net) for net in ("2001::/23", "2001:db8::/32", "3fff::/20")]  # IANA's registry of special purposes


class Private(Exception):
    """A host stands in a private network, or is none that a stranger could reach."""


def is_public(number: str) -> bool:
    """Whether an IP number belongs to the internet at large: not to this machine, a private network, a link, a group, a reserve.

    A number that carries another (IPv4 mapped, translated or tunnelled in IPv6) is what it carries. Anything that is no number
    in its usual form is not public: 2130706433 is one of the ways to write 127.0.0.1.
    """
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved
    if address.scope_id:
        return False
    carried = address.ipv4_mapped or address.sixtofour
    if address in _TRANSLATED:
        carried = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if carried is not None:
        return is_public(str(carried))
    return address in _GLOBAL and address.is_global and not any(address in net for net in _SPECIAL)


class PublicResolver(AbstractResolver):
    """Looks names up with another resolver, and refuses a name that stands for any number that is not public."""

    def __init__(self, resolver: AbstractResolver, allowed: Collection[str] = ()) -> None:
        self._resolver, self._allowed = resolver, frozenset(allowed)

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        for each in found:
            if not (is_public(each["host"]) or each["host"] in self._allowed):
                raise Private(host)
        return found

    async def close(self) -> None:
        await self._resolver.close()


def opener(allowed: Collection[str] = ()) -> Callable[[tuple], socket.socket]:
    """What opens the socket for a connection: the last gate, also for hosts that are given as a number and never looked up."""

    def opened(info: tuple) -> socket.socket:
        family, kind, protocol, _, (number, *_) = info
        if not (is_public(number) or number in allowed):
            raise Private(number)
        return socket.socket(family, kind, protocol)

    return opened
