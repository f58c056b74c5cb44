"""The colours of diagrams in both colour schemes, and the roles a box can have. Meaning is never in the colour alone."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Colour:
    """One colour: what Mermaid is told (unique, so that it can be found again), and what readers see, light and dark."""

    mark: str
    light: str
    dark: str


COLOURS = {
    "text": Colour("#11222e", "#1f2a33", "#e6e3dc"),
    "line": Colour("#45525e", "#4d5963", "#aeb6bd"),
    "node": Colour("#f1f4f8", "#f6f4ef", "#2c3036"),
    "border": Colour("#5a6b7b", "#77726a", "#9a958c"),
    "group": Colour("#fafbfc", "#fbfaf7", "#24272c"),
    "groupborder": Colour("#a9b4bf", "#c9c4ba", "#56585c"),
    "label": Colour("#fefefe", "#ffffff", "#1e2126"),
    "scale0": Colour("#c7d7ea", "#dde7f2", "#2b3d52"),
    "scale1": Colour("#d3e4cd", "#e2edde", "#2e4430"),
    "scale2": Colour("#ecdcc9", "#f2e7d8", "#4b3d2a"),
    "scale3": Colour("#e3d3e6", "#ebe1ee", "#43334a"),
}


@dataclass(frozen=True)
class Role:
    """What ``class a killed`` gives a box: fill and stroke, and a stroke pattern that shows without colour too."""

    fill: Colour
    stroke: Colour
    pattern: str


ROLES = {
    "killed": Role(Colour("#f7e301", "#f8e4df", "#4a2620"), Colour("#a33a01", "#a33a2a", "#e08a7b"), "stroke-width:2px"),
    "arrested": Role(
        Colour("#fbee02", "#fbeed8", "#463618"), Colour("#9a6a02", "#8f6210", "#dcb25e"), "stroke-width:2px,stroke-dasharray:7 3"
    ),
    "replaced": Role(
        Colour("#eced03", "#eceef0", "#33383d"), Colour("#6b7603", "#5f6a74", "#a9b3bb"), "stroke-width:1.5px,stroke-dasharray:2 2"
    ),
    "current": Role(Colour("#dfee04", "#e0efe3", "#23402c"), Colour("#2f7d04", "#2a7144", "#7cc795"), "stroke-width:3px"),
    "unknown": Role(
        Colour("#fdfd05", "#ffffff", "#1e2126"), Colour("#6c7705", "#66707a", "#a3adb5"), "stroke-width:1.5px,stroke-dasharray:1 4"
    ),
    "ally": Role(Colour("#dfe906", "#e0eaf6", "#22364e"), Colour("#2f5f06", "#2f5f9e", "#84b1ea"), "stroke-width:1.5px"),
    "rival": Role(
        Colour("#f5e107", "#f7e4ec", "#482636"), Colour("#993307", "#93305a", "#e58fb3"), "stroke-width:1.5px,stroke-dasharray:9 3"
    ),
    "body": Role(Colour("#ece608", "#eee8f4", "#372c47"), Colour("#6a4c08", "#654890", "#b79be0"), "stroke-width:1.5px"),
    "outside": Role(
        Colour("#fcfc09", "#ffffff", "#1e2126"), Colour("#8a8f09", "#6f7479", "#a0a5aa"), "stroke-width:1px,stroke-dasharray:4 4"
    ),
}


@dataclass(frozen=True)
class Hue:
    """A colour that says what supports a statement: the fill, on which text stands, and the line, which stands on the page."""

    fill: tuple[str, str]  # light, dark
    line: tuple[str, str]


SUPPORTS = {  # on the site ``--support-press`` and ``--support-press-line``; charts and the marks in the text share them
    "scholarly": Hue(("#dcebf7", "#17324a"), ("#1f5f99", "#8cbdea")),
    "official": Hue(("#dff0e0", "#18371f"), ("#2a7040", "#8bcc9d")),
    "press": Hue(("#fbeccb", "#40300f"), ("#855600", "#e3b75e")),
    "primary": Hue(("#f9dfdc", "#4a211e"), ("#a3302a", "#f0a69f")),
    "author": Hue(("#ebe3f5", "#342a4a"), ("#6a4a9c", "#c1abea")),
    "none": Hue(("#f1f1ef", "#2a2e32"), ("#5c666f", "#a7adb2")),
}
CHARTS = SUPPORTS | {"plain": Hue(("#dde7eb", "#263840"), ("#35606f", "#8fb3c2"))}  # plain says nothing: for numbers of any kind


def _named() -> dict[str, Colour]:
    named = dict(COLOURS)
    for name, role in ROLES.items():
        named[f"{name}-fill"] = role.fill
        named[f"{name}-stroke"] = role.stroke
    return named


NAMED = _named()
# A chart is drawn narrow, so that its letters stay legible on a phone; on a desk it must not grow beyond them.
_CHART = """.diagram.chart { background: none; }
.diagram.chart > svg { max-width: 25rem; margin-inline: 0; }
@media print {
.diagram.chart > svg { max-width: 9cm; }
}
"""


def class_definitions(source: str) -> str:
    """Mermaid ``classDef`` lines for the roles that a flowchart uses; nothing for other kinds of diagram."""
    if not re.search(r"(?m)^\s*(flowchart|graph)\b", source):
        return ""
    used = [name for name in ROLES if re.search(rf"(:::|\bclass\s[^\n]*\s){name}\b", source)]
    return "".join(
        f"\nclassDef {name} fill:{ROLES[name].fill.mark},stroke:{ROLES[name].stroke.mark},"
        f"color:{COLOURS['text'].mark},{ROLES[name].pattern}"
        for name in used
    )


def themed(svg: str) -> str:
    """The marks replaced by CSS custom properties, with the light colour to fall back on."""
    names = {colour.mark: (name, colour) for name, colour in NAMED.items()}
    return _MARK.sub(lambda m: f"var(--diagram-{names[m[0].lower()][0]}, {names[m[0].lower()][1].light})", svg)


def coloured(svg: str, dark: bool) -> str:
    """A drawing of the site with literal colours in the place of custom properties, for readers that know none."""

    def literal(found: re.Match[str]) -> str:
        kind, name, light = found.groups()
        if not dark:
            return light
        if kind == "diagram":
            return NAMED[name].dark
        hue = CHARTS[name.removesuffix("-line")]
        return (hue.line if name.endswith("-line") else hue.fill)[1]

    return _PROPERTY.sub(literal, svg)


def stylesheet() -> str:
    """CSS that gives each custom property its colour in the light and in the dark scheme of the site."""
    light = "".join(f"  --diagram-{name}: {colour.light};\n" for name, colour in NAMED.items())
    dark = "".join(f"  --diagram-{name}: {colour.dark};\n" for name, colour in NAMED.items())
    for name, hue in CHARTS.items():
        light += f"  --support-{name}: {hue.fill[0]};\n  --support-{name}-line: {hue.line[0]};\n"
        dark += f"  --support-{name}: {hue.fill[1]};\n  --support-{name}-line: {hue.line[1]};\n"
    return f':root {{\n{light}}}\n@media screen {{\n[data-md-color-scheme="slate"] {{\n{dark}}}\n}}\n{_CHART}'


_MARK = re.compile("|".join(re.escape(colour.mark) for colour in NAMED.values()), re.IGNORECASE)
_PROPERTY = re.compile(r"var\(--(diagram|support)-([\w-]+), (#[0-9a-f]{6})\)")
