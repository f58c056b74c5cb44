"""Addresses by value: what each URL check finds in a field, where, and the look-alikes that none may touch."""

import importlib
from pathlib import Path

import apparatus.checks
import pytest
from apparatus import read
from apparatus.model import Source

CHECKS = [
    importlib.import_module(f"apparatus.checks.{path.stem}")
    for path in sorted(Path(apparatus.checks.__file__).parent.glob("url[0-9]*.py"))
]
BEGIN = "@online{key,\n  url = {"


def found(value, more=""):
    """Codes and columns in the line of the address; -1 for the field itself."""
    sources = [Source("bib/press.bib", f"{BEGIN}{value}}},\n}}\n{more}")]
    monograph = read.monograph(sources)
    shift = len("  url = {") + 1
    findings = sorted({finding for check in CHECKS for finding in check.check(monograph)})
    return [(finding.code, finding.location.column - shift if finding.location.column > 3 else -1) for finding in findings]


GOOD = """
https://example.org/
https://www.dawn.com/news/1400655/us-air-strikes-kill-is-commander-in-afghanistan
http://afghanistantimes.af/300-children-under-daesh-training-in-jawzjan/
https://en.wikipedia.org/wiki/Islamic_State_(disambiguation)
https://en.wikipedia.org/wiki/Soviet–Afghan_War
https://en.wikipedia.org/wiki/Martin_Luther_King_Jr.
https://www.example.org/a_(b)_(c)
https://doi.org/10.1016/S0140-6736(20)30183-5
https://[2001:db8::1]:8080/page
http://[2606:4700:4700::1111]/
http://93.184.216.34/report.pdf
http://192.0.2.7/x
https://bücher.example/straße?ä=ö
https://xn--bcher-kva.example/
https://пример.рф/страница
https://موقع.وزارة-الاتصالات.مصر/صفحة
https://example.org/%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9
https://example.org/report.pdf#page=3
https://example.org/a?b[]=1&c=d%20e
https://example.org:8443/x
https://web.archive.org/web/20200101000000/https://example.org/page
https://web.archive.org/web/2020*/http://example.org
https://webarchive.archive.unhcr.org/20230518204811mp_/https://www.refworld.org/publisher,THE_JF,,,5b728d67a,0.html
https://media.defense.gov/2018/Dec/07/2002070074/-1/-1/1/FY2018_LIG_OCO_OFS%20SEPT2018.PDF
https://unama.unmissions.org/sites/default/files/unama_protection_-_3rd_quarter.pdf
https://www.devdiscourse.com/article/1212075-to-hold-first-session---al-jazeera-tv
https://medium.com/@writer/a-post-123
https://youtu.be/dQw4w9WgX-
https://www.youtube.com/watch?v=dQw4w9WgXc-
https://twitter.com/US4AfghanPeace/status/1261061323162517504
https://example.org/?s=20&t=5
https://example.org/search?source=un&ref=12&campaign=spring&lang=en&id=7
https://example.org/page?cmp=4711
https://example.org/utm_source/fbclid
https://zeenews.india.com/world/x-2298321.html/amp
https://m.rediff.com/amp/news/report/20160711.htm
https://github.com/a/b/compare/v1...v2
https://my_site.blogspot.com/2012/01/x.html
https://undocs.org/S/2020/415
https://hdl.handle.net/1887/12345
https://example.org/~user/x;y=1,2
https://example.org/a|b^c
https://bit.ly
https://local.example.org/internal/localhost
https://www.homelandsecurity.test.example.org/
https://proxy-server.example.org/ezproxy.html
https://example.org/Yahoo!
https://example.org/a?to=https%253A%252F%252Fexample.net
https://example.org/100%25
https://ελλάδα.example/
https://東京abc.example/
https://www.bbc.co.uk/news/world-asia-53059022
HTTPS://EXAMPLE.ORG/A
""".split()


@pytest.mark.parametrize("value", GOOD)
def test_legal_addresses_are_left_alone(value):
    assert found(value) == []


BAD = [
    ("www.example.org/page", "URL001", -1),
    ("example.org", "URL001", -1),
    ("//example.org/x", "URL001", -1),
    ("http//example.org/x", "URL001", -1),
    ("http:/example.org/x", "URL001", -1),
    ("https:example.org", "URL001", -1),
    ("https:///example.org", "URL001", -1),
    ("http:://example.org", "URL001", -1),
    ("htps://example.org", "URL001", 0),
    ("htttp://example.org", "URL001", 0),
    ("ttps://example.org", "URL001", 0),
    ("hxxps://example.org", "URL001", 0),
    ("https://", "URL001", -1),
    ("https://example", "URL001", -1),
    ("https://example..org/", "URL001", -1),
    ("https://-example.org/", "URL001", -1),
    ("https://example,org/", "URL001", -1),
    ("https://www.example.con/", "URL001", -1),
    ("https://www.nytimescom/2020/", "URL001", -1),
    ("https://example.org:port/", "URL001", -1),
    ("https://example.org:99999/", "URL001", -1),
    ("https://300.1.2.3/", "URL001", -1),
    ("https://[2001:db8::1/", "URL001", -1),
    ("https://https://example.org/", "URL001", -1),
    ("https://example.org/100%/x", "URL001", 23),
    ("https://example.org/a\\_b", "URL001", 21),
    ("\\url{https://example.org/}", "URL001", -1),
    ("https://example.org/?a=1&amp;b=2", "URL001", 24),
    ("https://example.org/<b>x", "URL001", 20),
    ("https://example.org/a…", "URL001", 21),
    ("https://www.nytimes.com/…/x", "URL001", 24),
    ("10.1000/182", "URL001", -1),
    ("https://example.org/a b", "URL002", 21),
    ("https://exa mple.org/", "URL002", 11),
    ("https://example.org/a\tb", "URL002", 21),
    ("https://example.org/a\u00a0b", "URL002", 21),
    ("https://example.org/afghan- istan", "URL003", 26),
    ("https://example.org/islamic-state-in-", "URL003", 36),
    ("https://example.org/afghan-%20istan", "URL003", 26),
    ("https://example.org/?utm_source=x", "URL004", 21),
    ("https://example.org/?a=1&fbclid=IwAR", "URL004", 25),
    ("https://example.org/?GCLID=1", "URL004", 21),
    ("https://example.org/x?CMP=share_btn_tw", "URL004", 22),
    ("https://example.org/x?amp=1", "URL004", 22),
    ("https://example.org/x?amp", "URL004", 22),
    ("https://example.org/x#utm_medium=rss", "URL004", 22),
    ("https://twitter.com/a/status/1?s=20", "URL004", 31),
    ("https://example.org/?ref_src=twsrc%5Etfw", "URL004", 21),
    ("https://example.org/#:~:text=a%20b", "URL005", 20),
    ("https://example.org/a#:~:text=b", "URL005", 21),
    ("https://example.org/x#part:~:text=a", "URL005", 26),
    ("https://user:secret@example.org/", "URL006", 8),
    ("https://user@example.org/", "URL006", 8),
    ("ftp://example.org/x", "URL007", -1),
    ("doi:10.1000/182", "URL007", -1),
    ("urn:nbn:de:101:1-2019", "URL007", -1),
    ("mailto:a@example.org", "URL007", -1),
    ("http://doi.org/10.1000/182", "URL008", -1),
    ("http://localhost/x", "URL009", -1),
    ("http://127.0.0.1:8000/", "URL009", -1),
    ("http://192.168.1.5/x", "URL009", -1),
    ("http://10.0.0.1/", "URL009", -1),
    ("http://[::1]/", "URL009", -1),
    ("http://2130706433/", "URL009", -1),
    ("http://0x7f000001/", "URL009", -1),
    ("http://nas.local/x", "URL009", -1),
    ("https://intranet.corp/x", "URL009", -1),
    ("https://bit.ly/3abc", "URL010", -1),
    ("https://t.co/abc", "URL010", -1),
    ("http://www.tinyurl.com/abc", "URL010", -1),
    ("https://example.org/x.", "URL011", 21),
    ("https://example.org/x,", "URL011", 21),
    ("https://example.org/x)", "URL011", 21),
    ("https://example.org/x>", "URL011", 21),
    ("https://example.org/x”", "URL011", 21),
    ("https://example.org/a; https://example.org/b", "URL020", 23),
    ("https://example.org/a https://example.org/b", "URL020", 22),
    ("https://example.org/ahttps://example.org/a", "URL020", 21),
    ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org", "URL021", -1),
    ("https://www-example-org.cdn.ampproject.org/c/s/x", "URL021", -1),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org", "URL021", -1),
    ("https://example.org/x;jsessionid=1A2B", "URL022", 22),
    ("https://example.org/?PHPSESSID=abc", "URL022", 21),
    ("https://www.google.com/search?q=hives", "URL021", -1),
    ("https://www.d\u0430wn.com/news", "URL024", -1),
    ("https://xn--dwn-7cd.com/news", "URL024", -1),
    ("https://example.org/bees%2520in%2520towns", "URL025", 24),
    ("https://www-jstor-org.ezproxy.lib.example.edu/stable/1", "URL023", -1),
]


@pytest.mark.parametrize(("value", "code", "column"), BAD)
def test_each_fault_is_found_once_in_its_place(value, code, column):
    assert found(value) == [(code, column)]


def test_http_is_a_fault_only_where_the_site_is_cited_with_https():
    other = "@online{other, url = {https://www.site.example.org/a}}"
    assert found("http://site.example.org/b", other) == [("URL008", -1)]
    assert found("http://else.example.org/b", other) == []


STRANGE = ["", " ", "%", "{", "https", "://", "http://[", "http://]", "https://\x00", "http://²/", "http://x:²/"]
LONG = ["a" * 50_000, "https://" + "a." * 20_000, "-" * 50_000, "https://x/" + "a-" * 20_000, "https://x/?" + "utm_a=&" * 5_000]


@pytest.mark.parametrize("value", STRANGE + LONG, ids=range(len(STRANGE + LONG)))
def test_nothing_ends_in_a_traceback(value):
    found(value)
