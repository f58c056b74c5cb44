"""Slips of the hand: whatever is inserted, deleted or swapped, each reader gives an answer, in order, at places that exist."""

import re

import pytest
from apparatus.read import bibtex, data, markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

PAGE = """---
title: A
---
# Head *x* {#id}

See [see @a2000, p. 3; -@b, pp. 1-2, and] `c` [l](u_(v) "t") [r][R] ![i](j) @smith1999 [p. 3] <b id="x">\\*</b> x[^1]

- item [@c,
  n. 4]

    > quote <!-- no -->

!!! editorial "E7"

    | a | b |
    |---|---|
    | [@d] | `x` |

```mermaid
x
```

[^1]: note
    more
[R]: http://x.org
"""
ENTRIES = """% @comment
@string{un = "United" # { Nations}}
@book{a2000,
  author = {{United Nations}},
  title = "T {x} \\\\&",
  month = jan # un, year = 2000
}
@misc(b, note = {n})
"""
RECORDS = """- id: E1
  text: >-
    Folded [@a2000,
    p. 4]
  list: ['[@b]', "q \\u00e9 [@c]"]
  when: 2020-05-17
- id: |
    x
"""
SIGNS = st.sampled_from([*"[]@{}()<>\"'`*_#|:;,.=-+!?&%~^$/\\ \t\n\r\0aZ0é\u0301\u2028\ufeff😀", "[@", "\n\n", "```", "<!--", "](", "\r\n", "    "])


def slips(text):
    """The text with a few signs inserted, deleted, swapped or doubled."""
    return st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 3), st.integers(1, 9), SIGNS), max_size=5).map(lambda acts: slip(text, acts))


def slip(text, acts):
    for place, act, length, sign in acts:
        if act == 0:
            text = text[:place] + sign + text[place:]
        elif act == 1:
            text = text[:place] + text[place + length :]
        elif act == 2:
            text = text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]
        else:
            text = text[:place] + text[place : place + length] + text[place:]
    return text


def exist(places, text):
    lines = re.split("\r\n|\r|\n", text)
    for place in places:
        assert 1 <= place.line <= len(lines), place
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place


def in_order(items):
    places = [item.location for item in items]
    assert places == sorted(places)
    return places


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(slips(PAGE))
@example("")
@example("\ufeff")
@example("[")
@example("\r")
def test_pages(text):
    page, faults = markdown.page("docs/a.md", text)
    kinds = (page.clusters, page.malformed, page.headings, page.anchors, page.links, page.note_references, page.note_definitions,
             page.fences, page.markers, page.paragraphs, page.missing_references, faults)  # fmt: skip
    for kind in kinds:
        exist(in_order(kind), text)
    exist([c.location for c in page.citations], text)
    exist([c.locator.location for c in page.citations if c.locator], text)
    for cluster in page.clusters:
        assert text[cluster.span.start : cluster.span.end] == cluster.raw
    for before, after in zip(page.clusters, page.clusters[1:]):
        assert before.span.end <= after.span.start
    for before, after in zip(page.code, page.code[1:]):
        assert before.end < after.start
    assert all("\n" not in fault.message + fault.fix for fault in faults)


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(slips(ENTRIES))
@example("@")
@example("@a{")
@example("@a{b,c=")
def test_entries(text):
    entries, faults = bibtex.entries("bib/a.bib", text)
    exist(in_order(faults), text)
    exist(in_order(entries), text)
    for entry in entries:
        exist(in_order(entry.fields), text)
        exist([field.value_location for field in entry.fields], text)
        assert entry.citekey and entry.raw in text
    assert all("\n" not in fault.message + fault.fix for fault in faults)


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(slips(RECORDS))
@example("- ")
@example("- ? ")
def test_records(text):
    records, faults = data.data("data/a.yml", text)
    exist(in_order(faults), text)
    exist(in_order(records), text)
    for record in records:
        exist(record.places.values(), text)
        exist([citation.location for citation in record.citations], text)
        for clusters in record.clusters.values():
            assert all(text[c.span.start : c.span.end] == c.raw for c in clusters)
    assert all("\n" not in fault.message + fault.fix for fault in faults)


@pytest.mark.parametrize("text", [PAGE, ENTRIES, RECORDS], ids=["page", "entries", "records"])
def test_the_samples_are_sound(text):
    reader = {PAGE: markdown.page, ENTRIES: bibtex.entries, RECORDS: data.data}[text]
    found, faults = reader("x", text)
    assert [fault.message for fault in faults] == []
    assert found
