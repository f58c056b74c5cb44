"""The names of languages that `langid` may hold: babel's and polyglossia's, and the codes of ISO 639 with their variants."""

from __future__ import annotations

import re

NAMES = frozenset(
    """acadian afrikaans akan albanian american amharic ancientgreek arabic armenian asamblese assamese asturian australian austrian azerbaijani
    bahasa bahasai bahasam bambara basque belarusian bengali bosnian brazil brazilian breton british bulgarian burmese
    canadian canadien catalan chinese coptic croatian czech danish divehi dutch dzongkha english esperanto estonian ewe
    farsi finnish francais french frenchb friulan fulah galician georgian german germanb greek gujarati hausa hawaiian hebrew hindi hungarian
    icelandic igbo indon indonesian interlingua irish italian japanese kannada kashmiri kazakh khmer korean kurdish kurmanji kyrgyz
    lao latin latvian lithuanian lowersorbian lsorbian luxembourgish macedonian magyar malagasy malay malayalam maltese marathi
    meyalu mexican mongolian naustrian ndebele nepali newzealand ngerman nko northernkurdish norsk norwegian nswissgerman nynorsk
    occitan odia oriya pashto persian piedmontese polish polutonikogreek portuges portuguese punjabi romanian romansh russian
    samin sanskrit scottish serbian serbianc sindhi sinhala sinhalese slovak slovene slovenian somali sorani sotho spanish swahili swedish
    swissgerman syriac tajik tamil tatar telugu thai tibetan tigrinya turkish turkmen tswana ukenglish ukrainian uppersorbian urdu
    usenglish usorbian uyghur uzbek vietnamese welsh xhosa yiddish yoruba zulu""".split()
)
CODES = frozenset(
    """aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi
    fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky
    la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw
    sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
    zu ckb kmr prs pbu pus fas ara eng deu fra rus tgk uzb urd grc lat""".split()
)
_TAG = re.compile(r"([a-z]{2,3})((?:-[A-Za-z0-9]{2,8}){0,4})", re.ASCII)


def known(value: str) -> bool:
    """Whether the value is a language's name as babel has it, or a language tag as BCP 47 has it."""
    tag = _TAG.fullmatch(value[:50])
    return value in NAMES or bool(tag) and tag[1] in CODES
