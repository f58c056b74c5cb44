"""The number of a chapter above its title, since notes and indexes say “ch. 3”."""

from __future__ import annotations

from apparatus.evidence.chapters import Chapter

_END = "</h1>"


def with_number(html: str, chapter: Chapter) -> str:
    """The page's HTML with ``Chapter 3`` for its title: no part of the heading, the contents or the search index.

    It follows the heading, for text before it would be a section of its own to the search; the style puts it above. A page
    without a heading gets none.
    """
    heading, end, rest = html.partition(_END)
    return f'{heading}{end}\n<p class="chapter-number" data-search-exclude>Chapter {chapter.number}</p>{rest}' if end else html
