"""What an answer from the web means for the link ledger: whether a page is there, whether asking again may help, what its row says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from apparatus.model import LinkRow

LONGEST = 600  # characters of a redirect that is recorded
_GONE = frozenset({404, 410})
_BUSY = frozenset({429, 503})
_PASSING = frozenset({"timeout", "reset", "malformed", "resolver", "unreachable"})


@dataclass(frozen=True)
class Answer:
    """What asking for an address came to: an HTTP code, or 0 and a word for what went wrong instead.

    The words: ``address`` (it cannot be asked for), ``dns`` (no such host), ``loop`` (of redirects), ``malformed`` (no HTTP),
    ``private`` (the host is in a private network, and was not asked), ``refused`` (the connection), ``reset`` (no answer came),
    ``resolver`` (host names cannot be looked up), ``scheme`` (a redirect away from the web), ``timeout``, ``tls`` (no valid
    certificate), ``too-many-redirects``, ``unreachable``.
    """

    code: int = 0
    fault: str = ""
    redirect: str = ""  # where it led, empty if nowhere else
    wait: float | None = None  # seconds for which the server asks to be left alone


def status(answer: Answer) -> str:
    """``alive``, ``dead`` or ``unknown``. Only 404, 410 and a host that does not exist are a death: a refusal may be aimed at programs."""
    if 200 <= answer.code < 300:
        return "alive"
    return "dead" if answer.code in _GONE or answer.fault == "dns" else "unknown"


def wants_get(answer: Answer) -> bool:
    """Whether GET may be answered where HEAD was not: many servers refuse HEAD, drop it, or answer it wrongly."""
    return answer.code >= 400 and answer.code not in _BUSY or answer.fault in ("timeout", "reset", "malformed")


def is_passing(answer: Answer) -> bool:
    """Whether the trouble may be over in a moment."""
    return answer.code == 429 or answer.code >= 500 and answer.code != 501 or answer.fault in _PASSING


def proves_network(answer: Answer) -> bool:
    """Whether some server was reached: without one such answer, all failures may be those of one's own network."""
    return answer.code > 0


def checked(row: LinkRow, answer: Answer, day: str) -> LinkRow:
    """The row after an answer on a day; address, first seen and archived copy stay."""
    redirect = answer.redirect
    if len(redirect) > LONGEST:
        redirect = redirect.partition("?")[0]
    redirect = redirect if len(redirect) <= LONGEST else ""
    return replace(row, last_checked=day, status=status(answer), detail=str(answer.code or answer.fault), redirect=redirect)
