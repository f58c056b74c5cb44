"""What the stand-in for the web has to show: invented works, on a harmless subject."""

import json


def page(title="", head="", lang="en"):
    return f"<!doctype html><html lang='{lang}'><head><title>{title}</title>{head}</head><body><h1>x</h1></body></html>"


def meta(**values):
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def ld(*things):
    scripts = [json.dumps(thing).replace("</", "<\\/") for thing in things]
    return "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Keeper's hives &amp; swarms vanish overnight | Daily Comb",
    "datePublished": "2019-05-04T10:00:00+02:00",
    "author": [{"@type": "Person", "name": "By Maya Linden"}, {"@type": "Person", "name": "Staff Reporter"}],
    "publisher": {"@type": "Organization", "name": "Daily Comb"},
}
GRAPH = {
    "@graph": [
        {"@type": "WebSite", "@id": "/#site", "name": "Hive Institute"},
        {"@type": "Article", "headline": "Why bees dance", "datePublished": "2020-02-03", "author": {"@id": "/#p"},
            "publisher": {"@id": "/#o"}},
        {"@type": "Person", "@id": "/#p", "name": "Ada van der Hazel"},
        {"@type": "Organization", "@id": "/#o", "name": "Institute for the Study of Hives"},
    ]
}
HIGHWIRE = "".join(
    f'<meta name="citation_{name}" content="{value}">'
    for name, value in [
        ("title", "Dances of the honey bee"), ("author", "Linden, Maya"), ("author", "Hazel, B."), ("journal_title", "Journal of Hives"),
        ("publication_date", "2018/12/03"), ("volume", "11"), ("issue", "2"), ("firstpage", "9"), ("lastpage", "21"), ("language", "en"),
    ]
)  # fmt: skip
PAGES = {
    "/news": page("Hives vanish | Daily Comb", ld(NEWS) + meta(og__site_name="Daily Comb", og__title="Hives vanish"))
    .replace("</head>", '<link rel="canonical" href="/news/2019/hives?utm_source=feed&amp;id=7"></head>'),
    "/graph": page("x", ld(GRAPH)),
    "/journal": page("Dances | Journal", HIGHWIRE),
    "/names-a-doi": page("x", meta(og__title="Wax and roofs of old") + '<meta name="citation_doi" content="10.5555/wax">'),
    "/names-another-doi": page("x", meta(og__title="A piece of news") + '<meta name="citation_doi" content="10.5555/wax">'),
    "/title-only": page("Comb &amp; Honey"),
    "/wall": page("Just a moment..."),
    "/nothing": "",
    "/": page("Daily Comb"),
    "/hostile": page(
        "x",
        ld({"@type": "NewsArticle", "headline": "A\u202e }, url = {javascript:alert(1)} \\input{x}\n\x00<script>alert(1)</script> % end",
            "author": {"name": "Evil}, note = {x\\"}, "datePublished": "2019-13-45", "publisher": {"name": "Daily\u200b \ud800Comb"},
            "url": "javascript:alert(1)"}),
    ),  # fmt: skip
    "/huge": page("", ld({"@type": "NewsArticle", "headline": "y" * 1_000_000, "publisher": {"name": "Daily Comb"}})),
    "/deep": page("Deep", f'<script type="application/ld+json">{"[" * 100_000}</script>' + "<div>" * 50_000),
    "/propaganda": page("x", ld(NEWS)).replace("</head>", '<link rel="canonical" href="http://nashir.example.org:PORT/x"></head>'),
}
DOIS = {
    "10.5555/wax": {
        "type": "journal-article", "title": "Wax and roofs of old: 5% of <i>all</i> hives", "DOI": "10.5555/WAX",
        "container-title": ["Journal of Hives"],
        "author": [{"family": "Hazel", "given": "Béla"}, {"name": "Society of Keepers and Growers"}], "volume": "3", "issue": "2",
        "page": "1-9",
        "published-print": {"date-parts": [[2015, 4]]}, "published-online": {"date-parts": [[2014, 12, 1]]}, 
        "ISSN": ["0954-6553", "1556-1836"],
        "publisher": "Meadow Press", "URL": "http://dx.doi.org/10.5555/wax", "language": "en",
        "relation": {"has-preprint": [{"id-type": "doi", "id": "10.5555/draft"}]},
    },
    "10.5555/chapter": {
        "type": "chapter", "title": "Drones", "container-title": "All Castes", "author": [{"family": "Oak", "given": "C."}],
        "editor": [{"family": "Linden", "given": "A."}], "publisher": "Meadow Press", "publisher-place": "Newtown", "page": "31–40",
        "issued": {"date-parts": [["2011"]]}, "ISBN": ["http://id.crossref.org/isbn/9780306406157"],
    },
}  # fmt: skip
BOOKS = {
    "9780306406157": {
        "title": "Queens", "subtitle": "A life of bees", "authors": [{"name": "Dr. Maya Linden"}],
        "publishers": [{"name": "Hurst and Co."}],
        "publish_places": [{"name": "London"}], "publish_date": "March 2012",
    },
}  # fmt: skip
