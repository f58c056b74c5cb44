"""The shape of each register in ``data/``: people, groups, places, events, leadership, structure, estimates, operations."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.grounds.schemas import CITATION, SECTION, Shape

_ID = Shape(required=True, form=r"[a-z0-9]+(?:-[a-z0-9]+)*", example="aslam-farooqi")
_REFERENCE = Shape(form=_ID.form, example=_ID.example)
_NAME = Shape(required=True)
_DATE = Shape(form=r"[0-9X~?%./-]+", example='"2020-04-04"')
_CITE = Shape(form=CITATION, example='"[@smith1999, p. 3]"')
_CITED = Shape(required=True, form=CITATION, example=_CITE.example)
_SEE = Shape(form=SECTION, example="fighters/india.md#delhi")
_NOTE = Shape("texts")
_TRUTH = Shape("truth")
_CERTAINTY = Shape(choices=("reported", "disputed", "inferred"))
_TEXT = Shape()
_TEXTS = Shape("texts")
_NUMBER = Shape("number")

STATEMENT = {
    **{"text": Shape(required=True), "cite": _CITED, "certainty": _CERTAINTY, "stated_by": _TEXT, "note": _NOTE},
    **{"editor": _TRUTH, "see": _SEE, "date_text": _TEXT, "label": _TEXT, "figures": _TEXTS},
}
_WHEN = {"from": _DATE, "to": _DATE, "date": _DATE}
_KINDS = ("role", "origin", "affiliation", "fate", "alias", "accusation", "act", "statement", "judgement")
FACT = {**STATEMENT, **_WHEN, "kind": Shape(choices=_KINDS), "role": _TEXT, "group": _REFERENCE, "place": _REFERENCE}
RELATIONS = (
    *("parent", "branch", "splinter", "predecessor", "precedent", "recruits-from", "might-recruit-from", "pledged", "supports"),
    *("ally", "cooperates"),
    *("rival", "clashes", "not-aligned", "no-direct-link", "contact", "agreement", "propaganda", "meant-to-gather", "alleged-link"),
    "supervises",
)
RELATION = {
    **STATEMENT,
    **{"to": Shape(required=True, form=_ID.form, example=_ID.example), "type": Shape(required=True, choices=RELATIONS)},
    **{"from": _DATE, "until": _DATE},
}
LEVELS = ("base", "present", "attack", "contested", "none")
PRESENCE = {**STATEMENT, "from": Shape(required=True, form=_DATE.form, example=_DATE.example), "to": _DATE, "level": Shape(required=True, choices=LEVELS)}
_TOLLS = ("killed", "wounded", "missing", "surrendered", "captured", "escaped")
TOLL = {
    **STATEMENT,
    "text": _TEXT,
    **{"what": Shape(required=True, choices=_TOLLS), "of": _TEXT, "min": _NUMBER, "max": _NUMBER, "terms": _TEXTS},
}
BLAME = {**STATEMENT, "text": _TEXT, "on": _REFERENCE, "by": _TEXT}
CLAIM = {**STATEMENT, "text": _TEXT, "by": _REFERENCE}
DISPUTE = {**STATEMENT, "field": Shape(required=True), "value": Shape("scalar")}
_SUMMARY = {**STATEMENT}
_RECORD = {"id": _ID, "editor": _TRUTH, "named_in_passing": _TRUTH}

REGISTERS: dict[str, Mapping[str, Shape]] = {
    "people": {
        **_RECORD,
        **{"name": _NAME, "variants": _TEXTS, "short": _TEXTS, "unnamed": _TRUTH, "facts": Shape("records", required=True, fields=FACT)},
        "kind": Shape(required=True, choices=("member", "leader", "suspect", "official", "scholar", "historical", "victim")),
    },
    "groups": {
        **_RECORD,
        **{"name": _NAME, "abbr": _TEXT, "variants": _TEXTS, "short": _TEXTS, "parent": _REFERENCE},
        "kind": Shape(
            required=True,
            choices=("armed group", "branch", "state body", "international body", "party", "media", "research body", "tribe"),
        ),
        "summary": Shape("record", required=True, fields=_SUMMARY),
        "relations": Shape("records", fields=RELATION),
        "facts": Shape("records", fields={**FACT, "kind": _TEXT}),
    },
    "places": {
        **_RECORD,
        **{"name": _NAME, "variants": _TEXTS, "short": _TEXTS, "in": _REFERENCE, "country": _REFERENCE, "tile": Shape("tile"), "mentioned": _TRUTH},
        "kind": Shape(required=True, choices=("province", "district", "valley", "village", "city", "agency", "region", "country", "site")),
        "presence": Shape("records", fields=PRESENCE),
        "facts": Shape("records", fields={**FACT, "kind": _TEXT}),
    },
    "events": {
        **STATEMENT,
        **_RECORD,
        **{"title": _NAME, "date": Shape(required=True, form=_DATE.form, example=_DATE.example), "place": _REFERENCE, "where": _TEXT},
        "precision": Shape(required=True, choices=("day", "month", "season", "year", "range", "phrase")),
        "kind": Shape(
            required=True,
            choices=(
                *("attack", "arrest", "death", "surrender", "operation", "declaration", "agreement", "publication", "appointment"),
                *("movement", "background", "other"),
            ),
        ),
        **{"people": _TEXTS, "groups": _TEXTS, "main": _TRUTH, "after": _REFERENCE, "names": _TEXTS},
        "casualties": Shape("records", fields=TOLL),
        "claimed": Shape("records", fields=CLAIM),
        "blamed": Shape("records", fields=BLAME),
        "disputed": Shape("records", fields=DISPUTE),
    },
    "leadership": {
        **_RECORD,
        **{"office": Shape(required=True, form=_ID.form, example="emir"), "number": _NUMBER, "person": _REFERENCE, "name": _TEXT, "label": _TEXT},
        **{"from": _DATE, "from_text": _TEXT, "from_cite": _CITE, "from_label": _TEXT, "to": _DATE, "to_text": _TEXT},
        "end": Shape(
            required=True, choices=("killed", "died", "arrested", "captured", "replaced", "surrendered", "in office", "not stated")
        ),
        **{"end_date": _DATE, "end_date_text": _TEXT, "end_text": _TEXT, "end_cite": _CITE},
        **{"place": _REFERENCE, "place_text": _TEXT, "place_cite": _CITE},
        "after": Shape("record", fields={"fate": _TEXT, "place": _REFERENCE, "date": _DATE, "cite": _CITED}),
        **{"text": _TEXT, "cite": _CITE, "together_with": _TEXTS, "note": _NOTE, "certainty": _CERTAINTY, "see": _SEE},
        "disputed": Shape("records", fields=DISPUTE),
    },
    "structure": {
        "id": _ID,
        "kind": Shape(required=True, choices=("body", "line")),
        "at": Shape(required=True, choices=("formation", "2020")),
        **{"name": _TEXT, "label": _TEXT, "does": _TEXT, "drawn": _TRUTH, "from": _REFERENCE, "to": _REFERENCE},
        "style": Shape(choices=("body", "outside", "current", "unknown", "ally")),
        "line": Shape(choices=("leads", "supervises", "parallel", "alongside", "oversees", "contact", "loosened")),
        **{"cite": _CITED, "certainty": _CERTAINTY, "note": _NOTE, "see": _SEE},
    },
    "estimates": {
        **STATEMENT,
        **_RECORD,
        **{"of": Shape(required=True), "group": _REFERENCE, "place": _REFERENCE, "unit": _TEXT, "by": _TEXT, "event": _REFERENCE},
        **{"value": _NUMBER, "min": _NUMBER, "max": _NUMBER, "terms": _TEXTS},
        "as_of": Shape(required=True, form=_DATE.form, example=_DATE.example),
    },
    "operations": {
        **STATEMENT,
        **_RECORD,
        **{"name": _NAME, "variants": _TEXTS, "from": _DATE, "to": _DATE, "place": _REFERENCE, "where": _TEXT, "named": _TRUTH},
        **{"by": _TEXTS, "against": _TEXTS, "outcome": Shape("record", fields=_SUMMARY), "disputed": Shape("records", fields=DISPUTE)},
    },
}

