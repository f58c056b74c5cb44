"""Mermaid to SVG with merman: the same picture as Mermaid's own, drawn without a browser, in the site's colours and font."""

from __future__ import annotations

import atexit
import hashlib
import html
import json
import re
from dataclasses import dataclass
from functools import lru_cache

from apparatus.drawing.palette import COLOURS, class_definitions, themed

_MARK = {name: colour.mark for name, colour in COLOURS.items()}
_ACCESSIBLE = re.compile(r"^\s*acc(Title|Descr)\s*:\s*(.+?)\s*$", re.MULTILINE)
_ACCESSIBLE_BLOCK = re.compile(r"accDescr\s*\{([^}]*)\}")
# What no drawing of ours holds. merman drops it already; this stays as the second lock.
# A rule for a tooltip that no drawing has; its class makes mermaid2 read the whole page anew.
_TOOLTIP = re.compile(r"#[\w-]+ div\.mermaidTooltip\{[^{}]*\}")
_ACTIVE = re.compile(r"<(script|foreignObject|iframe)\b|\son[a-z]+\s*=|href\s*=\s*[\"'](?!#)", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """Why a source cannot be drawn, and where in it: line and column from 1."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Drawing:
    """An inline SVG in CSS custom properties, its accessible title and description, its natural width in pixels."""

    svg: str
    title: str
    description: str
    width: float


def accessible(source: str) -> tuple[str, str]:
    """``accTitle`` and ``accDescr`` of a Mermaid source; empty where it has none."""
    found = dict(_ACCESSIBLE.findall(source))
    if block := _ACCESSIBLE_BLOCK.search(source):
        found["Descr"] = " ".join(block[1].split())
    return found.get("Title", ""), found.get("Descr", "")


def faults(source: str) -> tuple[Fault, ...]:
    """What is wrong with a Mermaid source, in order of place; nothing when it can be drawn."""
    analysis = json.loads(_engine().analyze_json(source, None))
    found = []
    for finding in analysis["diagnostics"]:
        if finding["severity"] == "error":
            span = finding.get("span") or {}
            found.append(Fault(span.get("line", 1), span.get("column", 1), " ".join(finding["message"].split())))
    return tuple(sorted(found, key=lambda fault: (fault.line, fault.column)))


def draw(source: str) -> Drawing | Fault:
    """The picture of a Mermaid source, or the first thing that is wrong with it. The same source gives the same bytes."""
    if wrong := faults(source):
        return wrong[0]
    import merman

    name = "diagram-" + hashlib.sha256(source.encode()).hexdigest()[:8]
    options = {"version": 2, "site_config": _configuration(), "svg": {"pipeline": "resvg-safe", "diagram_id": name}}
    try:
        svg = _engine().render_svg(source + class_definitions(source), json.dumps(options))
    except merman.MermanError as error:
        return Fault(1, 1, getattr(error, "message", "") or "the diagram cannot be drawn")
    svg = _TOOLTIP.sub("", svg)
    if active := _ACTIVE.search(svg):
        return Fault(1, 1, f"the drawing would hold active content ({active[0].strip()})")
    title, description = accessible(source)
    box = re.search(r'viewBox="[-\d.e]+ [-\d.e]+ ([\d.e]+) ', svg)
    return Drawing(themed(_described(svg, name, title, description)), title, description, float(box[1]) if box else 0.0)


def _described(svg: str, name: str, title: str, description: str) -> str:
    """Role and title for every kind of diagram; Mermaid itself leaves them out of timelines."""
    svg = svg.replace('role="graphics-document document"', 'role="img"', 1)
    if "<title" in svg or not title:
        return svg
    head = f'<title id="{name}-title">{html.escape(title)}</title><desc id="{name}-desc">{html.escape(description)}</desc>'
    svg = re.sub(r"(<svg\b[^>]*)>", lambda m: f"{m[1]}>{head}", svg, count=1)
    labels = f'<svg aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
    if 'role="img"' not in svg[: svg.index(">")]:
        labels += 'role="img" '
    return svg.replace("<svg ", labels, 1)


@lru_cache(maxsize=1)
def _engine():
    import merman

    from apparatus.drawing.measure import Measurer

    atexit.register(_engine.cache_clear)  # or merman is torn down before its engine, with a message on the terminal
    return merman.MermanEngine(None, merman.MermanEngineServices().with_text_measurer(Measurer()))


@lru_cache(maxsize=1)
def _configuration() -> dict[str, object]:
    from apparatus.drawing.measure import FAMILY

    text, line, border, label = _MARK["text"], _MARK["line"], _MARK["border"], _MARK["label"]
    variables = {"fontFamily": f"{FAMILY}, sans-serif", "fontSize": "15px", "background": label}
    variables |= dict.fromkeys(("primaryColor", "mainBkg"), _MARK["node"])
    variables |= dict.fromkeys(("primaryTextColor", "nodeTextColor", "titleColor", "textColor"), text)
    variables |= dict.fromkeys(("primaryBorderColor", "nodeBorder"), border)
    variables |= dict.fromkeys(("lineColor", "defaultLinkColor", "arrowheadColor", "transitionColor"), line)
    variables |= {"clusterBkg": _MARK["group"], "clusterBorder": _MARK["groupborder"], "edgeLabelBackground": label}
    for number in range(12):
        variables[f"cScale{number}"] = _MARK[f"scale{number % 4}"]
        variables[f"cScaleLabel{number}"] = text
        variables |= {f"cScaleInv{number}": border, f"cScalePeer{number}": border}
    flowchart = {"htmlLabels": True, "curve": "basis", "wrappingWidth": 230}
    style = {"theme": "base", "look": "classic", "layout": "dagre", "htmlLabels": True, "flowchart": flowchart}
    return style | {"fontFamily": f"{FAMILY}, sans-serif", "themeVariables": variables}
