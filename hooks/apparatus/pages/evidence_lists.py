"""Works and claims as the evidence ledger names them: short, each linked to its page or its paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from apparatus.evidence import ages
from apparatus.evidence.bodies import hands
from apparatus.evidence.claims import Claim
from apparatus.grounds.extremism import is_extremist
from apparatus.model import Monograph, Reference
from apparatus.pages.passage_lists import relative
from apparatus.pages.work_heads import plain, words
from apparatus.references import title as title_of

FOLDER = "apparatus"
SHORTEST, LONGEST = 12, 60  # characters of a title in a list


def name(citekey: str, monograph: Monograph, references: Mapping[str, Reference], short: bool = False) -> str:
    """A work in plain text: who made it, its title before the colon, its year. Documents with a symbol have it for a title.

    ``short`` leaves the author out. A work that could not be rendered is named by its citekey.
    """
    entry, printed = monograph.by_citekey[citekey], references.get(citekey)
    symbol = entry["number"] if entry["number"].startswith(("S/", "A/")) else ""
    title = symbol or (_cut(plain(title_of(printed))) if printed else citekey)
    time, who = ages.published(entry), hands(entry)
    dated = f"{title} ({time.year})" if time and str(time.year) not in title else title
    return dated if short or not who else f"{who}, {dated}"


def inline(text: str) -> str:
    """Plain text as Markdown that shows it as it is, in the cell of a table too; no sign in it is taken for a citation."""
    return words(text).replace("|", "&#124;").replace("@", "&#64;")


def _cut(title: str) -> str:
    """A title before its colon where that says enough, and not too long; its quotation marks are kept."""
    opening, bare, closing = "", title, ""
    if title.startswith("‘") and title.endswith("’"):
        opening, bare, closing = "‘", title[1:-1], "’"
    head = bare.partition(": ")[0]
    bare = head if len(head) >= SHORTEST else bare
    if len(bare) > LONGEST:
        bare = f"{bare[:LONGEST].rpartition(' ')[0]} …"
    bare += "]" * max(bare.count("[") - bare.count("]"), 0)
    closing = "’" * bool(bare.count(" ‘") > bare.count("’ ") + bare.endswith("’")) + closing  # a quotation within, cut short
    return f"{opening}{bare}{closing}"


def work(citekey: str, monograph: Monograph, references: Mapping[str, Reference], short: bool = False) -> str:
    """A work as a link to its page."""
    text = inline(name(citekey, monograph, references, short))
    return f"[{text}](works/{citekey}.md)" if citekey in references else text


def place(claim: Claim, folder: str, chapter: bool = False) -> str:
    """A link to the paragraph of a claim: ``¶ 4``, or with its chapter ``ch. 2, ¶ 4``."""
    number = f"¶\u00a0{claim.sentence.paragraph.number}"
    text = f"ch.\u00a0{claim.chapter.number}, {number}" if chapter else number
    return f"[{text}]({relative(claim.sentence.target, folder)})"


def places(claims: Iterable[Claim], folder: str) -> str:
    """Links to the paragraphs of claims of one chapter, each once, with their number where it holds several: ``¶ 4 (2 claims), ¶ 7``."""
    counts = Counter(place(claim, folder) for claim in claims)
    return ", ".join(f"{link} ({number}\u00a0claims)" if number > 1 else link for link, number in counts.items())


def items(claims: Iterable[Claim], monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """A list of claims in full: place, words, the extremist works and what stands beside them."""
    lines = []
    for claim in claims:
        extreme = [key for key in claim.works if is_extremist(monograph.by_citekey[key])]
        beside = [key for key in claim.works if key not in extreme]
        named = "; ".join(work(key, monograph, references) for key in extreme)
        also = f"; beside it {'; '.join(work(key, monograph, references) for key in beside)}" if beside else "; nothing beside it"
        lines.append(f"- {place(claim, FOLDER, chapter=True)}: {inline(claim.sentence.words)}<br>*Source:* {named}{also}.\n")
    return "".join(lines)
