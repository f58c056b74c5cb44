"""Which type of entry, and which kind of source, the names mean that services, reference managers and pages have for works."""

from __future__ import annotations

from apparatus.records.ris import TYPES

# CSL's types and Crossref's own, by type of entry.
OF_CSL = {
    **dict.fromkeys(("article-journal", "journal-article", "review", "peer-review"), ("article", "scholarship")),
    **dict.fromkeys(("article-newspaper", "article-magazine", "post-weblog", "webpage", "post"), ("online", "")),
    **dict.fromkeys(("book", "monograph", "edited-book", "reference-book", "book-set"), ("book", "scholarship")),
    **dict.fromkeys(("chapter", "book-chapter", "book-section", "book-part"), ("incollection", "scholarship")),
    **dict.fromkeys(("paper-conference", "proceedings-article"), ("inproceedings", "scholarship")),
    **dict.fromkeys(("thesis", "dissertation"), ("thesis", "scholarship")),
    **dict.fromkeys(("report", "report-series", "standard"), ("report", "")),
    **dict.fromkeys(("entry-encyclopedia", "entry-dictionary", "reference-entry"), ("inreference", "scholarship")),
    **dict.fromkeys(("bill", "legislation", "regulation", "treaty"), ("legislation", "")),
    "article": ("misc", "scholarship"),  # a preprint
    "posted-content": ("misc", "scholarship"),
    "dataset": ("dataset", "scholarship"),
    "legal_case": ("jurisdiction", ""),
    "motion_picture": ("video", ""),
    "broadcast": ("video", "press"),
}
OF_CSL["article-newspaper"] = OF_CSL["article-magazine"] = ("online", "press")
# RIS's types: those that the book itself writes, read backwards, and the others that databases use.
OF_RIS = {tag: name for name, tag in reversed(TYPES.items())} | {
    "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter", "CPAPER": "paper-conference", "ELEC": "webpage", "ICOMM": "webpage",
    "JFULL": "article-journal", "INPR": "article-journal", "ABST": "article-journal", "GOVDOC": "report", "UNPB": "manuscript",
}  # fmt: skip
# schema.org's types, from the one that says most to those that say least.
OF_SCHEMA = {
    **dict.fromkeys("ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle".split(), ("online", "press")),
    **dict.fromkeys("ReviewNewsArticle NewsArticle LiveBlogPosting".split(), ("online", "press")),
    "ScholarlyArticle": ("article", "scholarship"),
    "MedicalScholarlyArticle": ("article", "scholarship"),
    "Thesis": ("thesis", "scholarship"),
    "Chapter": ("incollection", "scholarship"),
    "Book": ("book", "scholarship"),
    "Report": ("report", ""),
    "TechArticle": ("online", ""),
    "BlogPosting": ("online", ""),
    "SocialMediaPosting": ("online", ""),
    "Article": ("online", ""),
    "CreativeWork": ("online", ""),
    "WebPage": ("online", ""),
}


def of_csl(name: str, in_periodical: bool) -> tuple[str, str]:
    """Type of entry and kind of source of CSL's type; a newspaper or magazine that is named makes its piece an article."""
    form, shelf = OF_CSL.get(name, ("misc", ""))
    return ("article" if name in ("article-newspaper", "article-magazine") and in_periodical else form), shelf
