"""What the theme leaves out of a page and the book puts in: the name of the box for search, which screen readers announce."""

from __future__ import annotations

import re

# Remove when the theme's partials/search.html names the element itself: Material for MkDocs 9.8.1 does not.
_SEARCH = re.compile(r'<div class="md-search"(?![^<>]*\baria-label)(?=[^<>]*\brole="dialog")')


def mended(html: str) -> str:
    """A whole page with a name for the dialog of search; one that has a name stays as it is."""
    return _SEARCH.sub('<div class="md-search" aria-label="Search"', html)
