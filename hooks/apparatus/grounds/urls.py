"""The parts of an address on the web, and what keeps a string from being one (RFC 3986); no network, no list of all domains."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
WEB = frozenset({"http", "https"})
_PARTS = re.compile(r"https?://([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_SLASHES = re.compile(r"https?:(?!//[^/:])", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_HOST_LIKE = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#]|$)")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_FORBIDDEN = re.compile(r"[<>\"`{}\\“”…]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
_NO_DOMAIN = frozenset("con cmo ocm cpm comm vom xom ogr rog orgn orgg nett htm html php pdf asp aspx".split())
_KNOWN = frozenset(
    "doi.org un.org undocs.org digitallibrary.un.org archive.org web.archive.org jstor.org wikipedia.org github.com orcid.org "
    "hdl.handle.net arxiv.org nytimes.com theguardian.com bbc.com bbc.co.uk reuters.com washingtonpost.com twitter.com x.com "
    "youtube.com facebook.com".split()
)
BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


class Parts(NamedTuple):
    """The parts of an address that begins with http:// or https://, each with the offset where it begins."""

    host: str
    port: str
    user: str
    path: str
    query: str
    fragment: str
    after_host: int
    at_query: int
    at_fragment: int


class Fault(NamedTuple):
    """What is wrong with an address: the offset of the character, or -1 for all of it."""

    offset: int
    message: str
    fix: str


def parts(address: str) -> Parts | None:
    """The parts of a web address; None of anything else."""
    match = _PARTS.fullmatch(address)
    if not match:
        return None
    user, sign, rest = match[1].rpartition("@")
    if rest.startswith("["):
        host, closing, port = rest.partition("]")
        host, port = host + closing, port.removeprefix(":")
    else:
        host, _, port = rest.partition(":")
    query, fragment = match[3] or "", match[4] or ""
    return Parts(
        host.lower(), port, user + sign, match[2], query[1:], fragment[1:], match.end(1), match.start(3) + 1, match.start(4) + 1
    )


def fault(address: str) -> Fault | None:
    """Why a string without white space is no address on the web; None if it is one, or one of another scheme."""
    scheme = SCHEME.match(address)
    if not scheme or _HOST_LIKE.match(address) or "." in scheme[1]:
        return _schemeless(address)
    name = scheme[1].lower()
    if name == "localhost":
        return _schemeless(address)
    if name not in WEB:
        return _misspelt(address, name)
    if _SLASHES.match(address) or not (found := parts(address)):
        rest = address[scheme.end() :].lstrip(":/")
        return Fault(-1, "does not go on with two slashes and a host", f"write {name}://{rest[:60]}")
    return _host(found) or _signs(address)


def _schemeless(address: str) -> Fault:
    bare = address.lstrip("/")
    fix = f"write https://{bare[:60]}" if _HOST_LIKE.match(bare) else "write the full address, from https:// on"
    return Fault(-1, "has no scheme", fix)


def _misspelt(address: str, name: str) -> Fault | None:
    rest = address[len(name) + 1 :]
    near = get_close_matches(name, ("https", "http"), n=1, cutoff=0.75) or (["https"] if name in ("hxxp", "hxxps") else [])
    if not near or not rest.startswith("/"):
        return None
    return Fault(0, f"has the misspelt scheme '{name}'", f"write {near[0]}://")


def _host(found: Parts) -> Fault | None:
    host, fix = found.host, "correct the host"
    if not host:
        return Fault(-1, "has no host", "write the full address")
    if found.port and not (found.port.isascii() and found.port.isdigit() and int(found.port[:9]) <= 65535 and len(found.port) < 6):
        return Fault(-1, f"has no valid port: '{found.port[:20]}'", "write a number up to 65535, or none")
    if host.startswith("[") or host.replace(".", "").isdigit():
        return None if ip(host) else Fault(-1, f"has no valid host: '{host[:60]}'", fix)
    labels = host.removesuffix(".").split(".")
    if host == "localhost" or ip(host):
        return None
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or len(host) > 253:
        return Fault(-1, f"has no valid host: '{host[:60]}'", fix)
    last = labels[-1]
    if last in _NO_DOMAIN or len(last) < 2 or last.isdigit() or (len(labels) == 2 and labels[0] == "www" and len(last) > 5):
        return Fault(-1, f"has no top-level domain: '{host[:60]}'", fix)
    return None


def _signs(address: str) -> Fault | None:
    if bad := _PERCENT.search(address):
        return Fault(bad.start(), f"has a broken percent-encoding: '{bad.string[bad.start() : bad.start() + 3]}'", "write '%25' for '%'")
    if bad := _ENTITY.search(address):
        return Fault(bad.start(), f"holds the HTML entity '{bad[0]}'", "write the character itself, '&' for '&amp;'")
    if bad := _FORBIDDEN.search(address.rstrip('>"”}')):
        if bad[0] == "\\":
            return Fault(bad.start(), "holds a backslash", "write the address without TeX commands and escapes")
        if bad[0] == "…":
            return Fault(bad.start(), "is shortened with '…'", "write it in full")
        return Fault(bad.start(), f"holds the character '{bad[0]}'", "percent-encode it, or remove it")
    return None


def ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The number a host stands for, also in the forms that browsers take (2130706433, 0x7f.1); None of a name."""
    try:
        if host.startswith("["):
            return ipaddress.IPv6Address(host[1:].removesuffix("]").partition("%")[0]) if host.endswith("]") else None
        if re.fullmatch(r"\d+|0x[0-9a-f]{1,8}", host):
            return ipaddress.IPv4Address(int(host[:12], 0 if host.startswith("0x") else 10))
        return ipaddress.IPv4Address(host)
    except ValueError:
        return None


def secure_hosts(addresses: Iterable[str]) -> frozenset[str]:
    """The hosts, without www., of the addresses that begin with https."""
    split = (parts(address) for address in addresses if address[:6].lower() == "https:")
    return frozenset(found.host.removeprefix("www.") for found in split if found)


def is_secure(host: str, secure: frozenset[str]) -> bool:
    """Whether a host is one of these, or of those that everybody knows to be reached by https."""
    host = host.removeprefix("www.")
    return host in secure or host in _KNOWN or host.endswith(".wikipedia.org")
