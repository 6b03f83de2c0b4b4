"""Lead-ins: who says what follows (习近平总书记强调，…), found by verbs of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.links.fold import simplify

OFFICIAL = "强调|指出|要求|提出|提到|重申|倡议|呼吁|号召|宣布|主张|嘱托|叮嘱|论述"
PERSONAL = "表示|认为|写道|坦言|介绍说|说道|说|称"
BREAK = "，。；：！？…“”‘’「」『』—、\\s"
# The clause up to the verb; a comma may follow, a colon or the words themselves.
LEAD_IN = re.compile(f"(?P<subject>[^{BREAK}]*?)(?P<verb>{OFFICIAL}|{PERSONAL})(?:过|了|道|到|的)?(?P<point>[，：,:]?)")
VERB = re.compile(f"{OFFICIAL}|{PERSONAL}")
# A headline names the speaker and a colon, no verb.
NAME_AND_COLON = re.compile(f"^(?P<subject>[^{BREAK}]{{2,12}})(?P<verb>)(?P<point>[：:])")
STAND_INS = ("他", "她", "总书记", "主席", "总理", "会议", "文章", "讲话")
CREDIT = re.compile(r"^(?:【[^】]*】)?(?:[据據综綜][^。：:，,]{0,20}?[报報][道导導][：:，,])?")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A lead-in at `[start, end)` in code points, with the words before its verb. `end` is where the words begin."""

    start: int
    end: int
    subject: str
    personal: bool


@lru_cache(maxsize=20000)
def lead_ins(text: str) -> tuple[LeadIn, ...]:
    """The lead-ins of a text, in order.

    >>> [(lead.subject, lead.end) for lead in lead_ins("習近平強調，要堅持。他說：「好」")]
    [('习近平', 6), ('他', 13)]
    >>> lead_ins("完整体系提供坚实保障。")
    ()
    """
    plain = simplify(text)
    if not VERB.search(plain) and not {"：", ":"} & set(plain[:14]):
        return ()
    headline = NAME_AND_COLON.match(plain)
    matches = [headline] if headline else []
    matches += [
        match
        for match in LEAD_IN.finditer(plain)
        if match["subject"] or match["point"] or match.start() == 0 or plain[match.start() - 1] in "，；、 "
    ]
    return tuple(
        LeadIn(match.start(), match.end(), match["subject"], bool(re.fullmatch(PERSONAL, match["verb"]))) for match in matches
    )


def credit_length(text: str) -> int:
    """Length in code points of the paper's label and the credit to an agency that open a story.

    >>> credit_length("【大公報訊】據新華社報道：西安"), credit_length("据统计，全国")
    (13, 0)
    """
    match = CREDIT.match(text)
    return match.end() if match else 0


def speakers(texts: tuple[str, ...]) -> frozenset[str]:
    """The names that stand before the verbs of saying of a document, at the head of a clause.

    >>> sorted(speakers(("習近平強調，要堅持。", "他指出，好。")))
    ['习近平']
    """
    subjects = {lead.subject for text in texts for lead in lead_ins(text)}
    return frozenset(name for name in subjects if 2 <= len(name) <= 4 and name not in STAND_INS)
