"""The names of languages as entries have them, from the codes that pages and services give."""

from __future__ import annotations

from apparatus.grounds.languages import NAMES

_OF_CODE = {
    "ar": "arabic", "ara": "arabic", "bn": "bengali", "de": "ngerman", "deu": "ngerman", "ger": "ngerman", "dv": "divehi",
    "en": "english", "eng": "english", "es": "spanish", "spa": "spanish", "fa": "persian", "fas": "persian", "per": "persian",
    "fr": "french", "fra": "french", "fre": "french", "hi": "hindi", "id": "indonesian", "it": "italian", "ita": "italian",
    "ml": "malayalam", "nl": "dutch", "pa": "punjabi", "prs": "persian", "ps": "pashto", "pt": "portuguese", "ru": "russian",
    "rus": "russian", "sv": "swedish", "ta": "tamil", "tg": "tajik", "tgk": "tajik", "tr": "turkish", "ur": "urdu", "uz": "uzbek",
    "zh": "chinese",
}  # fmt: skip


def babel(value: object) -> str:
    """``english`` for ``en``, ``en-GB``, ``en_US`` or ``English``; empty for what is not known."""
    text = value.strip().lower().replace("_", "-") if isinstance(value, str) else ""
    return _OF_CODE.get(text.partition("-")[0]) or (text if text in NAMES else "")
