"""URL010 shortened-address: an address is that of a shortening service.

Why: it hides where it leads, and dies with the service.
Fix: open it and give the address at which it arrives.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL010"
_HOSTS = frozenset(
    "bit.ly bitly.com tinyurl.com t.co goo.gl app.goo.gl ow.ly is.gd v.gd buff.ly adf.ly bl.ink rebrand.ly cutt.ly shorturl.at rb.gy t.ly "
    "tiny.cc lnkd.in dlvr.it ift.tt fb.me trib.al j.mp po.st su.pr cli.gs tr.im snipurl.com snip.ly mcaf.ee nyti.ms wapo.st bbc.in reut.rs "
    "econ.st cnn.it yhoo.it amzn.to u.to qr.ae soo.gd s2r.co clck.ru bc.vc x.co db.tt zpr.io spoti.fi apple.co flip.it share.google "
    "on.wsj.com on.ft.com gu.com shorte.st bit.do short.io tinyurl.co urlz.fr lc.cx n9.cl t2m.io l.ead.me vk.cc shorturl.com x.gd "
    "surl.li aje.io f24.my p.dw.com dawn.live hubs.ly hubs.la mailchi.mp eepurl.com".split()
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        if found and found.path.strip("/") and (found.host.removeprefix("www.") in _HOSTS or found.host.endswith(".app.goo.gl")):
            message = f"address is shortened by {shown(found.host)}"
            yield Diagnostic(address.place, CODE, message, "open it and give the address at which it arrives")
