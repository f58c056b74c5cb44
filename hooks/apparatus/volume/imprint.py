"""What the imprint says, from ``CITATION.cff`` and ``mkdocs.yml``: who, which edition, under which licence, how to cite it."""

from __future__ import annotations

from apparatus.grounds import metadata
from apparatus.model import Monograph
from apparatus.read.configuration import SETTINGS
from apparatus.volume.nodes import Imprint


def imprint(monograph: Monograph, revision: str = "", revised: int = 0) -> Imprint:
    """The imprint of the book at a commit; ``revised`` is the commit's time in seconds (Unix time), 0 for the day of the edition."""
    cited, site = metadata.of(monograph), metadata.values(monograph, SETTINGS)
    title, _, subtitle = cited.title.partition(". ")
    licence, _, address = metadata.LICENCES.get(cited.licence, (cited.licence, "", ""))
    return Imprint(
        title=title,
        subtitle=subtitle,
        description=metadata.text(site, "site_description"),
        authors=cited.authors,
        language="en-GB",
        edition=cited.edition,
        date=cited.date,
        licence=licence,
        licence_url=address,
        copyright=metadata.text(site, "copyright"),
        cite_as=cited.cite_as,
        keywords=cited.keywords,
        address=metadata.text(site, "site_url"),
        revision=revision,
        revised=revised,
    )
