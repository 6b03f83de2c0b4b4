"""Lead-ins: who says what follows (某人强调，…), found by verbs of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.links.words.quotations import unquoted
from build_scripts.text.lexicon import any_of, any_word, lexicon, words
from build_scripts.text.names import person_in
from build_scripts.text.simplify import simplify

SAYINGS = lexicon("sayings")
OFFICIAL, PERSONAL = any_of(words(SAYINGS["official"])), any_of(words(SAYINGS["personal"]))
BREAK = "，。；：！？…“”‘’「」『』—、\\s"
# The clause up to the verb; a comma may follow, a colon or the words themselves.
PARTICLE = any_word("sayings", "particles")
LEAD_IN = re.compile(f"(?P<subject>[^{BREAK}]*?)(?P<verb>{OFFICIAL}|{PERSONAL}){PARTICLE}?(?P<point>[，：,:]?)")
VERB = re.compile(f"{OFFICIAL}|{PERSONAL}")
# A headline names the speaker and a colon, no verb.
NAME_AND_COLON = re.compile(f"^(?P<subject>[^{BREAK}]{{2,12}})(?P<verb>)(?P<point>[：:])")
STAND_INS, ENGLISH_STAND_INS = words(SAYINGS["stand-ins"]), words(SAYINGS["english-stand-ins"])
# King said, “…”; he wrote: “…”
ENGLISH = re.compile(
    rf"(?<![\w’'])(?P<subject>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}|{any_of(ENGLISH_STAND_INS)})"
    rf" (?P<verb>{any_of(words(SAYINGS['english']))})(?P<point>[,:]?)(?=\s*[“‘])"
)
FIRST_PERSON = re.compile(rf"(?:{any_of(words(SAYINGS['first-person']))})(?![国國軍军方党黨])")
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

    >>> [(lead.subject, lead.end) for lead in lead_ins("魯迅強調，要堅持。他說：「好」")]
    [('鲁迅', 5), ('他', 12)]
    >>> lead_ins("完整体系提供坚实保障。")
    ()
    >>> [(lead.subject, lead.end) for lead in lead_ins("In 1963 King said, “I have a dream.”")]
    [('King', 18)]
    """
    plain = simplify(text)
    english = tuple(LeadIn(match.start(), match.end(), match["subject"], True) for match in ENGLISH.finditer(plain))
    if english or (not VERB.search(plain) and not {"：", ":"} & set(plain[:14])):
        return english
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

    >>> credit_length("【晚報訊】據通訊社報道：西安"), credit_length("据统计，全国")
    (12, 0)
    """
    match = CREDIT.match(text)
    return match.end() if match else 0


def speakers(texts: tuple[str, ...]) -> frozenset[str]:
    """The persons who stand before the verbs of saying of a document, at the head of a clause.

    >>> sorted(speakers(("魯迅強調，要堅持。", "他指出，好。", "有人说，可以。实践表示，好。")))
    ['鲁迅']
    """
    subjects = {lead.subject for text in texts for lead in lead_ins(text)} - set(STAND_INS)
    return frozenset(name for name in map(person_in, subjects) if name)


def is_first_person(texts: tuple[str, ...]) -> bool:
    """Whether somebody speaks in a text himself: outside quotations it says 我 before it reports any person.

    >>> is_first_person(("我今天要讲的是梦。", "张三说，梦是好的。")), is_first_person(("李四强调，我们要努力。",))
    (True, False)
    """
    whole = unquoted("\n".join(texts))
    match = FIRST_PERSON.search(simplify(whole))
    return match is not None and not speakers((whole[: match.start()],))
