"""Short names for the specimen's nodes, and its hand-written drawings."""

from apparatus.volume.nodes import Cell, Drawing, Inline, Inlines, Note, Paragraph, Table, Text

HIVE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120" width="320" height="120" role="img">
<title>Parts of a hive</title>
<rect x="10" y="20" width="120" height="80" rx="6" fill="{paper}" stroke="{ink}" stroke-width="2"/>
<text x="70" y="66" font-family="Source Sans Pro" font-size="16" text-anchor="middle" fill="{ink}">Brood box</text>
<path d="M130 60 H180 M172 54 L182 60 L172 66" fill="none" stroke="{ink}" stroke-width="2"/>
<rect x="182" y="20" width="128" height="80" rx="6" fill="{tint}" stroke="{ink}" stroke-width="2" stroke-dasharray="6 3"/>
<text x="246" y="66" font-family="Source Sans Pro" font-size="16" text-anchor="middle" fill="{ink}">Honey super</text>
</svg>
"""
SWARM = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200" role="img">
<title>A swarm &amp; its way</title>
<circle cx="60" cy="60" r="40" fill="{tint}" stroke="{ink}"/>
<path d="M88 88 Q 140 90 160 160" fill="none" stroke="{ink}" stroke-width="3"/>
<text x="60" y="65" font-family="Source Sans Pro" font-size="14" text-anchor="middle" fill="{ink}">Kālī &lt; swarm</text>
</svg>
"""
CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 96" width="640" height="96" role="img">
<title>Works by kind</title>
<g font-family="Source Sans Pro" font-size="14" fill="{ink}">
<rect x="110" y="16" width="400" height="20" fill="{tint}"/>
<rect x="110" y="56" width="200" height="20" fill="{tint}"/>
<text x="100" y="30" text-anchor="end">Books</text><text x="518" y="31">2</text>
<text x="100" y="70" text-anchor="end">Leaflets</text><text x="318" y="71">1</text>
</g>
</svg>
"""
LIGHT = {"paper": "#ffffff", "ink": "#1a1a1a", "tint": "#f3e2b3"}
DARK = {"paper": "#1e2129", "ink": "#e8e6e1", "tint": "#5a4a1c"}


def drawing(name: str, template: str, title: str, description: str, width: float, height: float) -> Drawing:
    return Drawing(name, template.format(**LIGHT), template.format(**DARK), title, description, width, height)


def line(*pieces: Inline | str) -> Inlines:
    """Inlines; strings stand for Text."""
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def paragraph(*pieces: Inline | str, role: str = "") -> Paragraph:
    """A paragraph without a number."""
    return Paragraph(line(*pieces), role=role)


def numbered(number: int, *pieces: Inline | str) -> Paragraph:
    return Paragraph(line(*pieces), number, f"p{number}")


def note(number: int, *pieces: Inline | str) -> Note:
    return Note(number, line(*pieces))


def cell(*pieces: Inline | str, heading: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A cell of one paragraph; without pieces an empty cell."""
    return Cell((paragraph(*pieces),) if pieces else (), heading, columns, rows)


def table(heads: tuple[str, ...], *rows: tuple[str, ...], columns: tuple[str, ...] = ()) -> Table:
    """A plain table of strings; ``columns`` are the alignments, ``left`` by default."""
    head = (tuple(cell(text, heading=True) for text in heads),)
    return Table(columns or ("left",) * len(heads), head, tuple(tuple(cell(text) if text else cell() for text in row) for row in rows))
