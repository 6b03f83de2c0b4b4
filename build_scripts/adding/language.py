"""The language, script and region of a text, by its characters and by what its page states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from build_scripts.adding.proposal import Certainty
from build_scripts.decode.decoded import Stated
from build_scripts.text.characters import is_han
from build_scripts.text.conversion import by_phrases

MOST = 20_000  # characters that are looked at
HAN_SHARE = 0.2  # of the letters of a Chinese text
REGIONS = {"cn": "CN", "tw": "TW", "hk": "HK", "mo": "MO", "sg": "SG", "my": "MY"}
SCRIPTS = {"CN": "zh-Hans", "SG": "zh-Hans", "MY": "zh-Hans", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant"}
REGION = re.compile(r"[-_](cn|tw|hk|mo|sg|my)\b", re.IGNORECASE)


def language_of(text: str, stated: Sequence[Stated]) -> tuple[str, Certainty, str]:
    """A BCP 47 code, how sure it is, and the evidence in words."""
    letters = [char for char in text[:MOST] if char.isalpha()]
    han = [char for char in letters if is_han(char)]
    if len(han) < HAN_SHARE * len(letters) or not han:
        return (
            "en",
            Certainty.SURE if letters else Certainty.GUESS,
            f"{len(letters) - len(han)} of {len(letters)} letters are Latin",
        )
    count = Counter(han)
    only_traditional = sum(number for char, number in count.items() if by_phrases(char, "t2s") != char)
    only_simplified = sum(number for char, number in count.items() if by_phrases(char, "s2t") != char)
    script = "zh-Hant" if only_traditional > only_simplified else "zh-Hans"
    counted = f"{only_traditional} characters are Traditional only, {only_simplified} Simplified only"
    for where, region in _regions(stated):
        if SCRIPTS[region] == script:
            return f"{script}-{region}", Certainty.LIKELY, f"{counted}; {where}"
    return script, Certainty.LIKELY, f"{counted}; nothing tells the region"


def _regions(stated: Sequence[Stated]) -> list[tuple[str, str]]:
    """Regions that a page states, each with its place."""
    found = []
    for each in stated:
        match = REGION.search(each.value) if each.name == "language" else None
        if match:
            found.append((f"{each.where} {each.value}", REGIONS[match[1].lower()]))
    for each in stated:
        ending = _host(each.value).rpartition(".")[2] if each.name == "url" else ""
        if ending in REGIONS:
            found.append((f"the address ends in .{ending}", REGIONS[ending]))
    return found


def _host(address: str) -> str:
    """The host of an http or https address, empty where it has none."""
    try:
        return (urlsplit(address).hostname or "") if address.startswith("http") else ""
    except ValueError:  # brackets of an IPv6 address that do not pair
        return ""
