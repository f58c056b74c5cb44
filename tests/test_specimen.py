"""The specimen is a whole book: every kind of node, every link leads to a place, every note has its mark."""

import re

import pytest
from apparatus.evidence.support import SUPPORTS
from apparatus.volume.nodes import BLOCKS, INLINES, Anchor, Claim, Definitions, Division, Inside, Mark, OnSite, Outside, Paragraph, walk
from lxml import etree
from specimen import VOLUME

NODES = list(walk(VOLUME))


def anchors(division: Division) -> list[str]:
    own = [node.anchor for node in walk(division.blocks) if getattr(node, "anchor", "") and not isinstance(node, Inside)]
    own += [node.name for node in walk(division.blocks) if isinstance(node, Anchor)]
    return own + [item[0] for node in walk(division.blocks) if isinstance(node, Definitions) for item in node.items]


@pytest.mark.parametrize("kind", [*BLOCKS, *INLINES, Inside, Outside, OnSite], ids=lambda kind: kind.__name__)
def test_every_kind_of_node_is_there(kind):
    assert any(isinstance(node, kind) for node in NODES)


def test_every_support_is_there():
    assert {node.support for node in NODES if isinstance(node, Claim)} == set(SUPPORTS)


@pytest.mark.parametrize("division", VOLUME.divisions, ids=lambda division: division.name)
def test_numbers_notes_and_anchors_fit(division):
    marks = [node for node in walk(division.blocks) if isinstance(node, Mark)]
    assert [note.number for note in division.notes] == list(range(1, len(division.notes) + 1))
    assert sorted(mark.number for mark in marks if not mark.again) == [note.number for note in division.notes]
    numbers = [node.number for node in walk(division.blocks) if isinstance(node, (Anchor, Paragraph)) and node.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(anchors(division)) == len(set(anchors(division)))


def test_links_lead_to_places():
    places = {(division.name, anchor) for division in VOLUME.divisions for anchor in ["", *anchors(division)]}
    assert [node for node in NODES if isinstance(node, Inside) and (node.division, node.anchor) not in places] == []


def test_drawings_are_plain_svg():
    drawings = [node for node in NODES if hasattr(node, "svg")]
    assert len({node.name for node in drawings}) == len(drawings) == 3
    for text in [text for node in drawings for text in (node.svg, node.dark)]:
        assert etree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
        assert not re.search(r"var\(|<script|foreignObject|\{", text)
