"""The first mention of a record in a chapter leads to it; everything else stays as it was written."""

from apparatus import read
from apparatus.enrich.mentions import with_mentions
from apparatus.model import Source

PEOPLE = """
- id: ada-linden
  name: Ada Linden
  variants: [Linden]
  kind: leader
  facts: [{kind: role, role: First keeper, text: "She keeps \\"bees\\" & <roofs> in *Elm*.", cite: "[@x]"}]
- id: bo-hazel
  name: Bo Hazel
  named_in_passing: true
  kind: scholar
  facts: []
- id: cora
  name: Cora Sage
  kind: suspect
  facts: [{kind: role, role: Chief, text: Never.}, {kind: accusation, text: "The Elm names her; no trial is stated.", certainty: reported}]
"""
PLACES = "- {id: elm, name: Elm, kind: city, in: oak}\n- {id: oak, name: Oak, kind: province}\n"
ABSTRACT = '!!! abstract "Abstract"\n\n    Of Ada Linden and Elm.\n\n'
ELM = '[Elm](../register/places.md#elm "City in Oak."){.mention}'
ADA = '[Linden](../register/people/ada-linden.md "She keeps &quot;bees&quot; &amp; &lt;roofs&gt; in \\*Elm\\*."){.mention}'


def chapter(body, others=("# B\n\n" + ABSTRACT + "None.\n", "# C\n\n" + ABSTRACT + "None.\n")):
    pages = [Source("docs/part/a.md", f"# A\n\n{ABSTRACT}{body}")] + [Source(f"docs/part/{n}.md", text) for n, text in zip("bc", others, strict=True)]
    monograph = read.monograph((*pages, Source("data/people.yml", PEOPLE), Source("data/places.yml", PLACES)))
    return monograph, lambda name="a": with_mentions(monograph.by_name[f"part/{name}.md"], monograph).split("Elm.\n\n", 1)[-1]


def linked(body):
    return chapter(body)[1]()


def test_the_first_mention_in_running_text_is_linked_once():
    assert linked("Linden’s Elm. Linden of Elm.\n") == f"{ADA}’s {ELM}. Linden of Elm.\n"


def test_not_in_headings_links_quotations_citations_code_tables_and_captions():
    body = (
        "## Elm {#elm}\n\nSee [Elm](b.md#elm), “in Elm”,[@elm2011, sec. “Elm”] `Elm`, <b title='Elm'>x</b>.\n\n| Elm |\n| --- |\n| Elm |\n\n"
        "/// table-caption\nElm.\n///\n\n> Elm.\n\n- of Elm\n"
    )
    assert linked(body) == body.replace("- of Elm", f"- of {ELM}")


def test_who_is_named_in_passing_and_pages_that_are_no_chapters_have_no_links():
    assert linked("Bo Hazel.\n") == "Bo Hazel.\n"
    monograph = read.monograph((Source("docs/index.md", "# I\n\nElm.\n"), Source("data/places.yml", PLACES)))
    assert with_mentions(monograph.by_name["index.md"], monograph) == "# I\n\nElm.\n"


def test_a_suspect_is_shown_with_the_accusation_and_nothing_else():
    assert linked("Of Cora Sage.\n").count('"The Elm names her; no trial is stated (reported)."') == 1


def test_what_most_chapters_name_is_linked_in_the_first_only():
    _, text = chapter("Elm.\n", ("# B\n\n" + ABSTRACT + "Of Elm.\n", "# C\n\n" + ABSTRACT + "None.\n"))
    assert ELM in text() and "mention" not in text("b")
