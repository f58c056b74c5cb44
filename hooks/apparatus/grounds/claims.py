"""What in a sentence is a statement that needs a source: a number, a date, violence, a named person's act, an attribution.

Sentences about the book itself, questions, and fragments without a verb state nothing of the kind.
"""

from __future__ import annotations

import re

from apparatus.grounds.prose import BLANK

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|millions?|dozens?|scores|half a dozen"
    r"|several|many)"
)
_COUNTED = (
    r"(?:people|persons|men|women|children|civilians|fighters|militants|soldiers|troops|policemen|prisoners|inmates|members|"
    r"commanders|leaders|attackers|recruits|families|villages|districts|provinces|attacks|bombs|bombers|emirs|kilometres|miles|"
    r"deaths|dead|victims|casualties|wounded|years|months|weeks|days|hours|dollars|per cent|percent)"
)
_VIOLENT = (
    r"(?:killed|wounded|injured|murdered|massacred|executed|beheaded|assassinated|kidnapped|abducted|arrested|captured"
    r"|detained|"
    r"bombed|died|surrendered|deported|extradited|sentenced|convicted|indicted|raided|attacked)"
)
_ACT = (
    r"(?:led|leads|founded|joined|pledged|swore|announced|declared|ordered|commanded|replaced|succeeded|became|defected"
    r"|fled|fought|"
    r"met|gave|took|launched|established|appointed|married|trained|recruited|travelled|moved|formed|claimed|denied|admitted|"
    r"confessed|resigned|returned|arrived|left|served|headed|ran|won|lost|signed|visited|supported|opposed|"
    r"rejected|condemned|proclaimed|published|released|planned|organised|financed|funded|sold|bought|built|kept|"
    r"was|were|is|had|has|would|could|did|does|may|might|stepped|broke|threatened|promised|invited|sent|brought|began"
    r"|started|ended)"
)
_SAYS = (
    r"(?:argues?|argued|says?|said|writes?|wrote|reports?|reported|claims?|claimed|states?|stated|notes?|noted|judges?|judged|"
    r"estimates?|estimated|thinks?|thought|believes?|believed|holds?|held|finds?|found|concludes?|concluded|observes?|observed|"
    r"suggests?|suggested|describes?|described|warns?|warned|maintains?|maintained|contends?|contended|counts?|counted|"
    r"told|tells|calls?|called|names?|named|points? to|pointed to|infers?|inferred|adds?|added|allows?|allowed"
    r"|supposes?|supposed|presumes?|"
    r"presumed|identifies|identified|designates?|designated|recogni[sz]es|recogni[sz]ed|predicts?|predicted|ascribes?"
    r"|ascribed|attributes?|attributed|expects?|expected|doubts?|doubted|sees|saw|considers?|"
    r"considered|asserts?|asserted|alleges?|alleged|insists?|insisted|explains?|explained|points? out|pointed out"
    r"|recalls?|recalled)"
)
_NO_NAME = (
    r"(?:It|They|We|You|I|This|That|These|Those|There|Here|Some|None|Each|Both|One|All|Others?|Who|What|Which"
    r"|Nobody|Everybody|Then|And|But|No)"
)
_PARTICLE = r"(?:al|ul|ur|bin|ibn|abu|von|van|de|der|el)"
_NAME = rf"(?:[A-Z][\w’]+(?:-[\w’]+)*)(?:[ \n]+(?:{_PARTICLE}[ -])?(?:[A-Z][\w’.]*(?:-[\w’]+)*)){{1,6}}"
_OFFICIALS = (
    r"(?:officials?|police|ministry|government|spokes\w+|analysts?|observers|media|authorities|military|army|witnesses"
    r"|residents|"
    r"intelligence|prosecutors?|investigators?|experts?|scholars|critics|sources)"
)
_PATTERNS = (
    ("a date", re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,4}}\b|(?<![\w.,/-])(?:1[0-9]"
        rf"|20)\d\d(?:s|[–-]\d\d(?:\d\d)?)?(?![\w/]|[.,]\d)"
                        r"|\b(?:[a-z]+|\d+)(?:th|st|nd|rd)[ -]century\b")),
    ("a number", re.compile(r"(?<![\w./#§-])[$€£]?\d+(?:[.,]\d+)*(?:\s?%|(?=[\s\x01\x02.,;:!?)’”–-]|\Z))(?!\.\d)")),
    ("a number", re.compile(rf"\b{_NUMBER_WORD}\s+(?:of the\s+|of its\s+"
        rf"|or more\s+)?(?:[\w-]+\s+){{0,2}}{_COUNTED}\b", re.IGNORECASE)),
    ("an act of violence", re.compile(rf"\b{_VIOLENT}\b")),
    ("an attribution", re.compile(
        rf"\b[Aa]ccording to\b|\b(?:reportedly|allegedly|purportedly)\b|\b(?:is|are|was|were) (?:said|reported|believed"
        rf"|alleged|thought|estimated|known) to\b"
        rf"|\bit (?:is|was) (?:reported|claimed|alleged|believed|estimated)\b"
        rf"|(?<!or )(?<!or al-)\b(?!{_NO_NAME}\b)[A-Z][\w’]+(?:-[\w’]+)*\s+(?:has |had |also |then )?{_SAYS}\b"
        rf"|^[*_“(]*(?:[A-Z]\w+\s+)?{_OFFICIALS}\s+(?:has |have |had )?(?:said|claimed|stated|reported|announced|told"
        rf"|denied|estimated|confirmed)\b"
        rf"|\b{_OFFICIALS}\s+(?:said|claimed|stated|reported|announced|told|denied|confirmed)\b"
        rf"|^[*_“(]*(?:He|She)\s+(?:also |then |further )?{_SAYS}\b|[,;:—–] (?:he|she) (?:also |then )?{_SAYS}\b"
        rf"|\b(?:[Ii]n|[Bb]y|[Oo]n) (?:[A-Z]\w+’s?|his|her|their) (?:view|opinion|judgement|reading|words|account|count"
        rf"|estimate|figures)\b"
        rf"|\b(?:seems?|seemed|suggests?|appears?|appeared) to [A-Z]\w+\b|[,;] for [A-Z]\w+,")),
    ("a person’s act", re.compile(r"^[*_“(]*(?:He|She)\b")),
    ("a person’s act", re.compile(rf"{_NAME},?\s+(?:[^.;:,]{{0,40}},\s+)?(?:who\s+)?(?:also\s+|then\s+|later\s+|once\s+"
        rf"|first\s+)?{_ACT}\b")),
    ("a quotation", re.compile(r"“(?:[^\s“”]+\s+){4,80}[^\s“”]+”")),
)  # fmt: skip
_SELF = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Oo]ur) (?:digital |present |following |last |next |first )?"
    r"(?:books?|editions?|monograph|chapters?|appendix|appendices|editors?|editorial notes?|bibliography|concordance"
    r"|glossary|timeline)\b(?! of (?!contents))"
    r"|\b(?:[Tt]his|[Tt]hese) (?:sections?|pages?|figures?|tables?|diagrams?|maps?|introduction|conclusion|notes?|index"
    r"|website|site)\b"
    r"|\b[Tt]he (?:sections?|pages?|figures?|tables?|diagrams?|maps?|notes?|rows?|columns?) (?:above|below|on|gives?"
    r"|shows?|lists?|gathers?|picks|compares?)\b"
    r"|\b(?:article|book|chapter|edition|concordance|bibliography|monograph)’s (?:\d+ )?(?:own )?(?:foot|end)?(?:notes?"
    r"|text|pages?|sections?|title|numbering)\b"
    r"|\b(?:text of|marks? of|numbering of) (?:the )?notes?\b"
)
_LICENCE = re.compile(r"\b(?:[A-Z]\w*|BY(?:-\w+)*|CC0?)\s\d+\.\d+(?:\.\d+)*(?=[\s,.;:)]|\Z)(?!\s+(?:million|billion|per"
    r"|percent|kilo|hectares|miles|km|times|points|people)|\s*%)|\bv(?:ersion )?\d+(?:\.\d+)*\b")
_REFERENCE = re.compile(
    r"(?<![\w-])(?:[Cc]hapters?|[Ss]ections?|[Ff]igures?|[Ff]igs?\.|[Tt]ables?|[Nn]otes?|[Nn]n?\.|[Pp]arts?"
    r"|[Qq]uestions?|[Ss]teps?|[Pp]ages?|pp?\.|"
    r"[Pp]aragraphs?|paras?\.|[Aa]rticles?|[Ii]tems?|[Rr]esolutions?|[Nn]os?\.|[Vv]ol(?:ume"
    r"|\.))\s\d+(?:[-–]\d+)?(?:(?:,| and| or| to)\s\d+(?:[-–]\d+)?)*"
    r"|\b[A-Z][\w’]*-\d+\b|\b[A-Z]+/\S*\d+|\bE\d{1,4}\b"
)
_OWN_COUNT = re.compile(r"\b\d+ (?:[\w-]+ ){0,2}(?:chapters|notes|pages|figures|tables|entries|sections|citations"
    r"|appendices|diagrams)\b")
_SHORT_QUOTE = re.compile(r"“(?:[^\s”]+\s+){0,3}[^\s”]+”|‘[^’\n]{0,40}’|(?<![\w*])\*(?!\*)[^*\n]+\*(?![\w*])"
    r"|(?<![\w_])_[^_\n]+_(?![\w_])")
_VERB = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|has|have|had|does|did|will|would|can|could|may|might|must|shall|should)\b|\b{_ACT}\b"
    rf"|\b{_SAYS}\b|\b\w{{2,}}ed\b|\b(?:fell|rose|grew|went|came|stood|cost|put|set|drew|bore|shot|struck|hit|made"
    rf"|spent|spread|"
    r"shrank|sank|remains?|lives?|stands?|lies|numbers?|totals?|exceeds?|hosts?|controls?|operates?|includes?|shows?"
    r"|yields?|needs?|gives?|takes?|makes?|uses?|have|"
    r"reach(?:es)?|produces?|kills?|attacks?|moves?|runs?|keeps?|loses?|wins?|grows?|falls?|rises?|becomes?|contains?"
    r"|covers?|causes?|leads?|"
    r"employs?|receives?|carr(?:y|ies)|fl(?:y|ies)|begins?|ends?|starts?|works?|serves?|comes?|goes|go|dies|die|fights?"
    r"|trains?|recruits?|"
    r"provides?|supports?|joins?|plays?|pays?|earns?|sells?|buys?|owns?|claims?|exists?|occurs?|happens?|means?"
    r"|requires?|consists?)\b"
)
_GENERAL = re.compile(r"(?:What|Where|Whether|Whoever|When|If|Suspects?|Statements)\b")


def reason(sentence: str) -> str:
    """What makes a sentence of blanked prose a statement that needs a source, in words; empty if nothing does."""
    words, skipped = _judged(sentence)
    skipped |= set() if _VERB.search(words) else {"a date", "a number"}  # names, titles, captions
    return next((name for name, pattern in _PATTERNS if name not in skipped and pattern.search(words)), "")


def reasons(sentence: str) -> tuple[str, ...]:
    """Every kind that ``reason`` knows, each once, in its order; in a fragment too. The figures of a date are no number here."""
    words, skipped = _judged(sentence)
    found = []
    for name, pattern in _PATTERNS:
        if name not in (*skipped, *found) and pattern.search(words):
            found.append(name)
        words = _blank(pattern, words) if name == "a date" else words
    return tuple(found)


def _judged(sentence: str) -> tuple[str, set[str]]:
    """The sentence without what states nothing, of a question all of it; and what is not to be looked for."""
    if sentence.rstrip("”’)*_ \n").endswith("?"):
        return "", set()
    words = _blank(_SHORT_QUOTE, sentence) if not _SHORT_QUOTE.fullmatch(sentence.strip()) else sentence
    words = ";".join(BLANK * len(clause) if _SELF.search(clause) else clause for clause in words.split(";"))
    for pattern in (_LICENCE, _REFERENCE, _OWN_COUNT):
        words = _blank(pattern, words)
    return words, {"an attribution"} if _GENERAL.match(words) else set()


def is_figure(cell: str) -> bool:
    """Whether a table's row gives a number or a date."""
    words = _blank(_REFERENCE, _blank(_SHORT_QUOTE, cell))
    return any(pattern.search(words) for _, pattern in _PATTERNS[:2])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: BLANK * len(match[0]), text)
