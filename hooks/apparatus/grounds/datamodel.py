"""The biblatex data model: the types of entries, the fields, and other names that programs accept for them.

After the manual of biblatex 3.20, sections 2.1 and 2.2, and its file ``blx-dm.def``. What an entry must have stands in the check
of missing fields; which field is odd on which type, in that of misplaced ones.
"""

from __future__ import annotations

import re

from apparatus.grounds.nearest import Nearest

TYPES = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary customa customb customc customd custome customf
    dataset image inbook incollection inproceedings inreference jurisdiction legal legislation letter manual misc movie music
    mvbook mvcollection mvproceedings mvreference online patent performance periodical proceedings reference report review set
    software standard suppbook suppcollection suppperiodical thesis unpublished video xdata""".split()
)
TYPE_ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
# What contributors write who do not know the types' names.
TYPE_HINTS = {
    **dict.fromkeys("web webpage website site internet blog blogpost post url link tweet socialmedia electronicsource".split(), "online"),
    **dict.fromkeys("newspaper news newsarticle magazine journal journalarticle articlejournal paper".split(), "article"),
    **dict.fromkeys("chapter bookchapter bookpart bookincollection section".split(), "incollection"),
    **dict.fromkeys("techrep technicalreport workingpaper whitepaper document governmentreport".split(), "report"),
    **dict.fromkeys("dissertation diploma bachelorsthesis bachelorthesis masterthesis phd".split(), "thesis"),
    **dict.fromkeys("law statute treaty bill act".split(), "legislation"),
    **dict.fromkeys("case courtcase decision judgment judgement".split(), "jurisdiction"),
    **dict.fromkeys("monograph ebook".split(), "book"),
    **dict.fromkeys("presentation talk interview speech statement other general generic".split(), "misc"),
    **dict.fromkeys("encyclopedia encyclopaedia dictionary encyclopediaarticle dictionaryentry".split(), "inreference"),
    **dict.fromkeys("film dvd".split(), "movie"),
    "podcast": "audio",
    "broadcast": "video",
    "data": "dataset",
    "conferencepaper": "inproceedings",
    "manuscript": "unpublished",
}
_DATES = ("", "event", "orig", "url")
_DATE_FIELDS = {f"{kind}{part}" for kind in _DATES for part in "date year month day endyear endmonth endday".split()}
FIELDS = (
    frozenset(
        """abstract addendum afterword annotation annotator author authortype bookauthor bookpagination booksubtitle booktitle
    booktitleaddon chapter commentator crossref doi edition editor editora editoratype editorb editorbtype editorc editorctype
    editortype eid entryset entrysubtype eprint eprintclass eprinttype eventtitle eventtitleaddon execute file foreword gender
    holder howpublished ids indexsorttitle indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle
    issuetitle issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon keywords label langid langidopts language
    library lista listb listc listd liste listf location mainsubtitle maintitle maintitleaddon namea nameaddon nameatype nameb
    namebtype namec namectype note number options organization origlanguage origlocation origpublisher origtitle pages pagetotal
    pagination part presort publisher pubstate related relatedoptions relatedstring relatedtype reprinttitle series shortauthor
    shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear
    subtitle title titleaddon translator type url usera userb userc userd usere userf venue verba verbb verbc version volume
    volumes xdata xref""".split()
    )
    | _DATE_FIELDS
)
FIELD_ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
# What this house adds: the copy of a page in an archive, where it is another than the date of access leads to.
OWN = frozenset({"archivedate", "archiveurl"})
# What reference managers and databases write for themselves: no part of the data model, and no fault of a contributor.
FOREIGN = frozenset(
    """acmid added-at adsnote adsurl articleno arxivid bibsource biburl citationkey comment comments copyright creationdate
    crossrefonly date-added date-modified groups issue_date isi lccn mendeley-groups mendeley-tags modificationdate mrclass
    mrnumber mrreviewer numpages owner pii pmcid pmid printed priority qualityassured rank ranking rating read readstatus
    relevance researcherid-numbers search timestamp unique-id zbl zblnumber zotero-key""".split()
)
_FOREIGN = re.compile(r"(?:bdsk|jabref|mendeley|zotero|opt|x)[-_].*", re.DOTALL)
_ANNOTATION = re.compile(r"\+an(?::.*)?\Z", re.DOTALL)  # biblatex manual, 3.7: author+an = {1=highlight}
# What contributors write who do not know the fields' names.
FIELD_HINTS = {
    **dict.fromkeys("accessed accessdate access-date access_date access date-accessed lastaccessed lastchecked lastvisited visited "
                    "visitedon retrieved urlaccessdate url-date url_date urlaccessed urldateaccessed dateaccessed".split(), "urldate"),
    **dict.fromkeys("link uri web href address-url weblink webaddress website-url website webpage homepage".split(), "url"),
    **dict.fromkeys("city place publisherplace publisher-place pubplace town".split(), "location"),
    **dict.fromkeys("newspaper magazine periodical container-title containertitle journalname journal-title".split(), "journaltitle"),
    **dict.fromkeys("pubdate publicationdate published publisheddate issued dateofpublication".split(), "date"),
    **dict.fromkeys("page pp pagerange page-range pgs pag".split(), "pages"),
    **dict.fromkeys("tag tags keyword".split(), "keywords"),
    **dict.fromkeys("notes remark remarks".split(), "note"),
    **dict.fromkeys("lang languages".split(), "langid"),
    **dict.fromkeys("university college institute".split(), "institution"),
    **dict.fromkeys("organisation organisations organizations agency outlet sitename site-name site website-title".split(), "organization"),
    **dict.fromkeys("authors writer writers by".split(), "author"),
    **dict.fromkeys("editors ed eds edited-by".split(), "editor"),
    **dict.fromkeys("translators trans".split(), "translator"),
    **dict.fromkeys("no num nr numero".split(), "number"),
    "vol": "volume",
    "heading": "title",
    "headline": "title",
    "book-title": "booktitle",
    "book": "booktitle",
    "sub-title": "subtitle",
    "summary": "abstract",
    "numberofpages": "pagetotal",
    "isbn13": "isbn",
    "isbn-13": "isbn",
    "isbn10": "isbn",
    "isbn-10": "isbn",
    "genre": "type",
    "status": "pubstate",
    "cross-ref": "crossref",
}
_types = Nearest(TYPES | set(TYPE_ALIASES))
_fields = Nearest(FIELDS | OWN | set(FIELD_ALIASES))


def type_of(kind: str) -> str:
    """The type by its own name: ``phdthesis`` is ``thesis``; unknown ones as they are."""
    return TYPE_ALIASES.get(kind, kind)


def type_meant(kind: str) -> str:
    """The type that an unknown one was probably meant to be, or the empty string."""
    return TYPE_HINTS.get(kind.replace("-", "").replace("_", "")) or _types.of(kind)


def is_field(name: str) -> bool:
    """Whether the data model, its other names, this house or a reference manager knows the field."""
    name = _ANNOTATION.sub("", name)
    return name in FIELDS or name in FIELD_ALIASES or name in OWN or name in FOREIGN or bool(_FOREIGN.fullmatch(name))


def field_meant(name: str) -> str:
    """The field that an unknown one was probably meant to be, or the empty string."""
    near = FIELD_HINTS.get(name) or _fields.of(name) or _fields.of(name.replace("-", "").replace("_", "").replace(" ", ""))
    return FIELD_ALIASES.get(near, near)
