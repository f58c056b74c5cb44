"""Figure fences on a page: replaced by the figure, or by an error that a reader sees."""

from apparatus import read
from apparatus.enrich.figures import statements, with_figures
from apparatus.model import Source

BODY = "- id: queen\n  kind: body\n  at: formation\n  name: Queen\n  does: Lays.\n  cite: '[@linden2011roofs]'\n"


def shown(text, data=BODY):
    bib = Source("bib/press.bib", "@online{linden2011roofs,\n  title = {{Roofs}},\n}\n")
    book = read.monograph([Source("docs/parts/a.md", text), Source("data/structure.yml", data), bib])
    return with_figures(book.pages[0], book)


def test_a_fence_becomes_drawing_caption_table_and_link_and_the_text_around_it_stays():
    text = shown("# A\n\nBefore.\n\n```figure\norganisation\n```\n\nAfter.\n")
    assert text.startswith("# A\n\nBefore.\n\n```mermaid\n") and text.endswith("}\n\nAfter.\n")
    assert "/// figure-caption | #figure-organisation" in text and "| Queen | Lays.[@linden2011roofs] |" in text
    assert "](../downloads/registers/structure.csv)" in text and "```figure" not in text


def test_several_fences_and_one_within_a_list_keep_their_places():
    text = shown("# A\n\n```figure\norganisation\n```\n\n- Item\n\n    ```figure\n    organisation\n    ```\n\n```python\nfigure\n```\n")
    assert text.count("accTitle") == 2 and "\n    | Queen | Lays." in text and "\n    Data of this figure" in text
    assert text.endswith("```python\nfigure\n```\n")


def test_what_cannot_be_shown_is_an_error_on_the_page():
    text = shown("# A\n\n```figure\n<queens>\n```\n\n```figure\nemirs\n```\n")
    assert "there is no figure &#x27;&lt;queens&gt;&#x27;" in text and "hold nothing for the figure &#x27;emirs&#x27;" in text
    assert text.count('class="diagram diagram--fault"') == 2


def test_in_a_chapter_each_cell_that_cites_is_marked_with_the_support_of_its_own():
    """Name and state of the queen cite nothing, so nothing supports them; on a page without Verify mode nothing is marked."""
    abstract = '!!! abstract "Abstract"\n    All.\n\n'
    text = f"# A\n\n{abstract}- Item\n\n    ```figure\n    organisation\n    ```\n"
    data = BODY + "- id: drone\n  kind: body\n  at: '2020'\n  name: Drone\n  does: Sings.\n  cite: '[@elm2016swarm; @unknown]'\n"
    done = shown(text, data)
    assert '    | Queen | <span class="claim claim--press" data-works="P 1">Lays.[@linden2011roofs]</span> | – |' in done
    assert '    | Drone | – | <span class="claim claim--none">Sings.[@elm2016swarm; @unknown]</span> |' in done
    book = read.monograph([Source("docs/a.md", text), Source("docs/b.md", text.replace(abstract, "")), Source("data/structure.yml", data)])
    assert [s.words for s in statements(book.pages[0], book)] == ["Queen: Lays.", "Drone: Sings."]
    assert list(statements(book.pages[1], book)) == [] and "claim" not in with_figures(book.pages[1], book)


def test_a_page_without_figures_stays_as_it_is():
    assert shown("# A\n\n```text\nfigure\n```\n") == "# A\n\n```text\nfigure\n```\n"
