"""Which parameters of a web address only tell where the reader came from, for the check that names them and the fix that drops them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMES = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh srsltid mc_cid mc_eid _hsenc _hsmi __hstc __hssc "
    "__hsfp hsctatracking vero_id vero_conv mkt_tok oly_enc_id oly_anon_id wickedid _openstat ref_src ref_url __twitter_impression "
    "cmp cmpid ocid smid smtyp ncid icid mbid xtor guccounter guce_referrer guce_referrer_sig soc_src soc_trk tsrc ito trk trkcampaign "
    "lipi li_fat_id _ga _gl wt_mc wt.mc_id s_cid sc_cid s_kwcid elqtrackid sharetype fb_action_ids fb_action_types fb_comment_id fb_ref "
    "fb_source action_object_map action_ref_map action_type_map echobox dicbo ns_fee ns_linkname ns_campaign ns_source "
    "ns_mchannel hss_channel amp outputtype __tn__ __cft__ mibextid rdt_cid epik usqp amp_js_v amp_gsa spm scm _branch_match_id "
    "cmp_id fromemail dm_i trackingid referrer_id spref "
    "pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid at_medium at_campaign at_format at_creation".split()
)
_PREFIXES = ("utm_", "itm_", "mtm_", "matomo_", "hsa_", "hmb_", "pf_rd_", "__cft__", "at_custom", "at_ptr", "at_link", "at_bbc")
_ONLY_WITH = {"amp": ("", "1", "true"), "outputtype": ("amp",)}
_OF_HOST = {
    "twitter.com": {"s", "t", "cxt"}, "x.com": {"s", "t", "cxt"}, "youtube.com": {"si", "feature", "pp", "ab_channel"},
    "youtu.be": {"si", "feature"}, "linkedin.com": {"refid", "trackingid"},
    "spotify.com": {"si"}, "google.com": {"ved", "ei", "usg", "sca_esv", "gs_lcp", "sourceid"}, "nytimes.com": {"unlocked_article_code"},
    "bbc.com": {"pinned_post_type"}, "forbes.com": {"sh"}, "reddit.com": {"share_id", "rdt"},
}  # fmt: skip
_PAGES = frozenset({"cmp", "trk", "spm", "scm"})  # with a number they name a page, not a way to it
_ITEM = re.compile(r"[^&]+")


def tracking(host: str, text: str) -> Iterator[tuple[str, int]]:
    """The tracking parameters in a query or fragment, with their offsets."""
    domain = ".".join(host.split(".")[-2:])
    for item in _ITEM.finditer(text):
        name, sign, value = item[0].removeprefix("amp;").partition("=")
        lower, shift = name.lower(), len(item[0]) - len(item[0].removeprefix("amp;"))
        allowed = _ONLY_WITH.get(lower)
        if allowed is not None and value.lower() not in allowed:
            continue
        known = lower in _NAMES or lower.startswith(_PREFIXES) or lower in _OF_HOST.get(domain, ())
        if known and (sign or lower == "amp") and not (lower in _PAGES and value.isdigit()):
            yield name, item.start() + shift
