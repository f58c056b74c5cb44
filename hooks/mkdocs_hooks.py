"""MkDocs adapter: each event becomes one call of the library. No rule lives here.

The sources are read once per build, at ``on_files``; findings are reported there, all of them, and a build with errors
stops after the report. Under ``serve`` it goes on and shows the trouble in its place on the page.
"""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from apparatus import checks, drawing, exports, fonts, manual, pages, read, receipt, records, references, report  # must stand at the top: see README
from apparatus.enrich import (
    backlinks,
    chapter_numbers,
    diagrams,
    doors,
    downloads,
    editorial,
    figures,
    mentions,
    head,
    inert,
    notes,
    sentences,
    support_line,
    theme,
    tooltips,
    verify,
)
from apparatus.evidence import chapters
from apparatus.grounds.bound_files import RECEIPT
from apparatus.grounds.forges import Repository
from apparatus.hosting import address
from apparatus.model import Monograph, Reference
import making
import repository_address
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

log = logging.getLogger("mkdocs.hooks.apparatus")  # below "mkdocs", or --strict does not count it

GENERATED_STYLES = "assets/stylesheets/diagrams.css"


@dataclass
class Build:
    """What one build knows. Made anew at each ``on_config``; under ``serve`` the module outlives the build."""

    serving: bool = False
    unbound: bool = False  # no PDF, EPUB and so on will be made of this site
    monograph: Monograph = field(default_factory=Monograph)
    references: dict[str, Reference] = field(default_factory=dict)
    records: dict[str, records.WorkRecord] = field(default_factory=dict)
    abbreviations: str = ""
    repository: Repository | None = None  # where the sources may be changed by everybody


build = Build()


class NoteRegistry:
    """What mkdocs-bibtex asks of a registry, answered with the notes of the page in hand.

    The page's text holds ``[@1]``, ``[@2]`` … by then, so that its key is the note's number.
    """

    footnote_format = "{key}"

    def __init__(self):
        self.notes: dict[int, str] = {}

    def validate_citation_blocks(self, blocks) -> None:
        """Nothing to do: the checks have run."""

    def inline_text(self, block) -> str:
        return "".join(f"[^{citation.key}]" for citation in block.citations)

    def reference_text(self, citation) -> str:
        return self.notes[int(citation.key)]


def on_startup(*, command, dirty):
    build.serving = command == "serve"


@event_priority(100)
def _before_plugins(config):
    """Keep mkdocs-bibtex from parsing bib/ itself: a slip in one file would end the build in a traceback."""
    gc.unfreeze()  # under serve: what an earlier build had read
    if not build.serving:  # its address is that of the live site
        config.site_url = _told_address() or config.site_url
    made = making.of(_root(config))
    if made.seconds:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(made.seconds))  # the sitemap is dated by the commit, not by the clock
    plugin = config.plugins["bibtex"]
    plugin.config["bib_dir"] = str(_root(config) / "hooks" / "apparatus" / "enrich")  # a folder without .bib files
    fences = [
        {"name": "mermaid", "class": "diagram", "format": _fence},
        {"name": "bars", "class": "chart", "format": _chart},
        {"name": "ranges", "class": "chart", "format": _ranges},
        {"name": "tiles", "class": "tiles", "format": _tiles},
    ]
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = fences
    return config


@event_priority(-100)
def _after_plugins(config):
    config.plugins["bibtex"].registry = NoteRegistry()
    offline = any(name.rpartition("/")[2] == "offline" for name in config.plugins)
    build.unbound = build.serving or offline
    build.repository = None if offline else repository_address.of(_root(config))  # without a network no door opens
    return config


on_config = CombinedEvent(_before_plugins, _after_plugins)


@event_priority(-100)
def on_files(files, *, config):
    """Read everything, report everything, add the index pages and what the site's styles need."""
    root = _root(config)
    build.monograph = read.book(root)
    build.references, unstyled = references.references(build.monograph.entries, root / "bib/house.csl", root / ".cache")
    _report((*checks.run(build.monograph), *unstyled))
    build.records = records.works(build.monograph.entries, root / ".cache")
    build.abbreviations = tooltips.abbreviations(build.monograph)
    for name, content in pages.rendered(build.monograph, build.references, build.records).items():
        place = InclusionLevel.NOT_IN_NAV if name.startswith(pages.OUTSIDE) else InclusionLevel.UNDEFINED
        files.append(File.generated(config, name, content=content, inclusion=place))
    files.append(File.generated(config, manual.PAGE, content=manual.render()))
    made = {**exports.files(build.monograph, build.records), **exports.documents(build.monograph, build.records, build.references)}
    for name, content in made.items():
        files.append(File.generated(config, name, content=content.encode()))
    for name in _made_later():  # MkDocs is to know what links lead to them
        files.append(File.generated(config, name, content=b""))
    files.append(File.generated(config, GENERATED_STYLES, content=drawing.stylesheet()))
    for name, content in fonts.webfonts(root / ".cache", "".join(source.text for source in build.monograph.sources)).items():
        files.append(File.generated(config, f"assets/fonts/{name}", content=content))
    gc.freeze()  # what was read stays until the build ends: the collector need not walk through it again for every few pages
    return files


@event_priority(100)
def on_page_markdown(markdown, *, page, config, files):
    """Editorial notes and citations become numbered notes before mkdocs-bibtex places them."""
    page.meta.update(inert.plain(page.meta))
    name = page.file.src_uri
    if name.startswith(pages.PLAIN):  # what they quote is plain text, without notes
        return markdown
    page_as_read, _ = read.markdown.page(name, markdown)
    for step in _steps(name):
        text = step(page_as_read, build.monograph)
        if text != page_as_read.text:
            page_as_read, _ = read.markdown.page(name, text)
    numbered = notes.numbered(page_as_read, build.monograph, build.references)
    config.plugins["bibtex"].registry.notes = dict(numbered.notes)
    closing = receipt.section(build.monograph, making.of(_root(config))) if name == receipt.PAGE else ""
    return f"{numbered.text}\n{closing}\n{build.abbreviations}\n"


def _made_later():
    """The files that are made of the finished site, by path below it."""
    return (*downloads.of_site(build.monograph), RECEIPT)


def _steps(name):
    """What a page gains before its notes are numbered. One written by hand has places and mentions, and markers of editorial notes."""
    if name not in build.monograph.by_name:
        return [figures.with_figures]
    return [
        mentions.with_mentions,  # first, for it finds the sentences of the page as it is written
        sentences.marked,
        figures.with_figures,
        editorial.with_editorial_notes,
        downloads.with_downloads,
        support_line.with_support_line,
    ]


def on_env(env, *, config, files):
    """The links are set by now: what will be made of the finished site must not stand in it as an empty file."""
    for name in _made_later():
        files.remove(files.get_file_from_path(name))
    return env


def on_page_content(html, *, page, config, files):
    html = _gated(backlinks.named(notes.unmasked(html)), page.file.src_uri)
    if build.unbound:
        html = downloads.without_links(html, page.url, _made_later(), _site(config))
    if page.file.src_uri == receipt.PAGE:
        html = receipt.for_the_screen(html)
    chapter = chapters.by_name(build.monograph).get(page.file.src_uri)
    if chapter is not None:
        html = chapter_numbers.with_number(verify.with_switch(html, chapter, build.monograph), chapter)
    return doors.with_doors(html, page.file.src_uri, page.url, build.monograph, build.repository, _site(config))


def on_post_page(output, *, page, config):
    chapter = chapters.by_name(build.monograph).get(page.file.src_uri)
    return theme.mended(head.with_files(output, chapter, page.url) if chapter else output)


def on_post_template(output_content, *, template_name, config):
    return theme.mended(output_content) if template_name.endswith(".html") else output_content


def _fence(source, language, css_class, options, md, **kwargs):
    return diagrams.diagram(source)


def _chart(source, language, css_class, options, md, **kwargs):
    return diagrams.chart(source)


def _ranges(source, language, css_class, options, md, **kwargs):
    return diagrams.estimates(source)


def _tiles(source, language, css_class, options, md, **kwargs):
    return diagrams.tile_map(source)


def _gated(html, name):
    """The page as it is, if nothing in it would run; else the end of the build, or under ``serve`` the reason in its place."""
    found = ", ".join(inert.dangers(html))
    if not found:
        return html
    said = f"docs/{name}: this would run in readers' browsers: {found}"
    if not build.serving:
        raise PluginError(f"{said}. Nothing was published.")
    log.warning(said)
    return f"<p>{escape(said)}</p>"


def _report(findings) -> None:
    for finding in findings:
        log.warning(report.line(finding)) if build.serving else log.error(report.line(finding))
    if findings and not build.serving:
        raise PluginError(f"{report.totals(build.monograph, findings)}, each with its place above. Nothing was published.")


def _site(config) -> str:
    """The site's own address with a slash at its end; empty where it is not known, and under ``serve``, where it is this machine's."""
    return "" if build.serving else f"{(config.site_url or '').rstrip('/')}/".removeprefix("/")


def _told_address():
    try:
        return address.of(os.environ)
    except ValueError as error:
        raise PluginError(f"{error}. Nothing was built.") from error


def _root(config) -> Path:
    return Path(config.config_file_path).parent
