"""Names that keep their capital in any title: countries, peoples and places, days. Left out is what may be a common word."""

from __future__ import annotations

NAMES = frozenset(
    """Afghanistan Afghan Afghans Albania Algeria Algerian Angola Arab Arabia Arabian Arabic Arabs Argentina Armenia Asia Asian
    Australia Australian Austria Azerbaijan Bahrain Bangladesh Bangladeshi Belarus Belgian Belgium Bhutan Bosnia Brazil Britain British
    Bulgaria Cambodia Cameroon Canada Canadian Chechen Chechnya Chile China Chinese Colombia Congo Croatia Cuba Cyprus Denmark
    Egypt Egyptian England Eritrea Estonia Ethiopia Europe European Finland France Gaza Georgia German Germany Ghana Greece
    Hungary Iceland India Indian Indians Indonesia Indonesian Iran Iranian Iraq Iraqi Ireland Irish Israel Israeli Italian Italy
    Japan Japanese Jordan Kashmir Kazakh Kazakhstan Kenya Kerala Korea Kosovo Kurdish Kurdistan Kurds Kuwait Kyrgyz Kyrgyzstan Latvia
    Lebanon Libya Libyan Lithuania Macedonia Malaysia Maldives Maldivian Mali Malta Mexico Moldova Mongolia Morocco Mozambique Myanmar
    Nepal Netherlands Niger Nigeria Nigerian Norway Oman Pakistan Pakistani Pakistanis Palestine Palestinian Persia Persian Philippines
    Poland Portugal Punjab Qatar Romania Russia Russian Rwanda Saudi Scotland Senegal Serbia Sinai Singapore Somali Somalia Spain
    Spanish Sudan Sweden Switzerland Syria Syrian Taiwan Tajik Tajikistan Tanzania Thailand Tunisia Turkey Turkish Turkmenistan Uganda
    Uighur Ukraine Ukrainian Uyghur Uzbek Uzbekistan Vietnam Wales Yemen Zambia Zimbabwe
    Africa African America American Americans Asiatic Balochistan Baluchistan Caucasus Hindu Hindus Islam Islamic Islamist Jihadi Koran
    Muslim Muslims Quran Salafi Shia Shiite Sikh Sikhs Sunni Christian Christians Jewish Jews Taliban Taleban Daesh Deobandi Wahhabi
    Qaeda Qaida Haqqani Baghdadi Khorasan Khurasan Pashtun Baloch Talib
    Baghdad Beijing Berlin Bonn Brussels Cairo Damascus Delhi Dhaka Doha Dubai Dushanbe Geneva Ghazni Hague Helmand Herat Islamabad
    Jalalabad Jawzjan Jowzjan Kabul Kandahar Karachi Kunar Kunduz Lahore London Mosul Moscow Mumbai Nangarhar Nuristan Paris Peshawar
    Quetta Raqqa Rome Srinagar Stockholm Tashkent Tehran Tokyo Vienna Washington Waziristan Zabul
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July September October November December
    Himalaya Indus Oxus Durand""".split()
)
