"""What can be seen of the lines of a page, as names that a grammar weighs; no line is judged here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.particulars.name_shapes import is_person, is_publisher
from build_scripts.readers.particulars.no_facts import is_no_fact
from build_scripts.readers.particulars.stamps import DAY, DAY_ALONE, RELATIVE, TIME_ALONE
from build_scripts.readers.parts.captions import is_caption, is_placed
from build_scripts.readers.parts.gaps import below_gaps
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import document_parts, heading_number, is_annex
from build_scripts.readers.parts.things import is_label_of_thing
from build_scripts.readers.site import counts, furniture, menus, notices, pointers, rights
from build_scripts.readers.together.surroundings import surroundings
from build_scripts.text.characters import HAN, bare, closes_sentence, is_mostly_han, width
from build_scripts.text.lexicon import any_spread, any_word, lexicon, words
from build_scripts.text.scripts import simplified
from build_scripts.text.spacing import is_set_apart

LONG, VERY_LONG, TITLE, SHORT, TINY = 45.0, 90.0, 9.0, 7.0, 4.0  # ems
BEFORE_NAMES = "◎⊙■●◆□▪○ \u3000"  # bullets that papers set before an author
CLOSERS = "”’」』）)》\"'"
CALLS_BEHIND_STOP = re.compile(r"(?<=[。！？”])(?:[\[［〔]\^?\d{1,3}[\]］〕]|[\u2460-\u2473])+$")  # calls of notes
EXCLAMATIONS = "?!？！…"
# A star or a hyphen is a bullet only before a space: *星* and --8<-- are words; a number alone may be called or rated so.
BULLET = re.compile(rf"^(?:[•●·■◆▪○◦★☆※✦➢►](?!\d+(?![\d{HAN}]))|[*-](?=[ \t\u3000]))(?=.\s*\S)")
CAPTION_MARK = re.compile(r"^[▲▼△▽◀▶↑↓←→]")
SALUTATION = re.compile(
    rf"^(?:{any_word('page', 'salutations')}[^。]{{0,60}}[：:,，！!]|{any_word('page', 'addressed')}[^，。]{{2,40}}[：:])$"
)
DATED = re.compile(rf"^(?:{DAY}|\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)[ \u3000:：，,—]*\S")
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
IN_BRACKETS = re.compile(r"^[（(【\[〔].{1,60}[）)】\]〕]$")
DASH = re.compile(r"^(?:—|－－|──)")
SITE_NAME = re.compile(rf"\S{any_word('page', 'site_ends')}$")
# The number of a text in a series, where a site prints no more: Season 2, Episode 4; 总第12期.
UNIT = any_word("page", "serial_units")
SERIAL = re.compile(
    rf"^(?:(?:(?:[A-Z][a-z]+ ){{0,3}}{any_word('page', 'serials')}\s?#?\d{{1,4}}|S\d{{1,2}}\s?E\d{{1,3}}|#\d{{1,4}})"
    r"[,，:：|·•\s]*)+$"
    rf"|^(?:总|本年)?第\s?\d{{1,5}}\s?{UNIT}(?:[（(]总第?\s?\d{{1,5}}\s?{UNIT}[）)])?$",
    re.IGNORECASE,
)
# The head of a part, set in 【】 as broadcasters do.
LENTICULAR = re.compile(r"^【[^】]{2,30}】$")
END_MARK = re.compile(rf"^[（(【\[]?(?:[-—–=·*]+\s*)?{any_word('page', 'endings')}(?:\s*[-—–=·*]+)?[）)】\]]?$", re.IGNORECASE)

DRAWN_END = re.compile(rf"^[-—–=·*]+\s*{any_word('page', 'endings')}\s*[-—–=·*]+$", re.IGNORECASE)  # - END -

OPENINGS = {
    "drawn-end": DRAWN_END,
    "bullet": BULLET,
    "dash": DASH,
    "salutation": SALUTATION,
    "dated": DATED,
    "in-brackets": IN_BRACKETS,
    "end-mark": END_MARK,
    "lenticular": LENTICULAR,
}
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
CREDIT = 18.0  # ems
INNER_STOP = re.compile(r"[。！？]")
SHOWN = re.compile(rf"[{HAN}”》]{{3,}}\s?[（(\[][^（(\[]*$|[，。]")  # what a picture shows, before the brackets of its credit
# The end of a caption that names who took the picture.
CREDITED = re.compile(
    rf"(?:{any_word('page', 'made', 'taken_from')}|{any_word('page', 'given')}(?=[）)])|图源.{{0,8}}|Photo|"
    r"[\[(（](?i:Photo|Picture|Image)s?\b[^\])）]{0,40}"
    r"|(?:Photo(?:graph(?:y)?)?|Picture|Image|Illustration|Video)s?(?: by|(?: credit)?:) ?[A-Z][^.:。]{2,40}"
    rf"|(?<![。！？!?”])[（(]{any_word('page', 'origins')}[：:][^）)。，]{{2,16}}(?=[）)])"
    r"|\b[A-Z]{3,}/(?:[A-Z][\w.'’-]+ ?){1,4}"
    r"|\((?:[A-Z][\w.'’-]+ ?){2,4}/ ?[A-Z][^()]{2,40}(?=\)))"
    r"[^。，\w]{0,2}\w{0,6}[）)\]。]{0,2}$"
)


def observe(lines: Sequence[Line], language: str) -> list[list[str]]:
    """For each line that is not blank the names of what is seen of it and around it, in a fixed order."""
    texts = [_printed(line) for line in lines]
    evidence = [list(_own(line, language)) for line in lines]
    around = surroundings(texts, evidence)
    document = document_parts(texts)
    white = below_gaps(lines, evidence)
    return [
        [
            *_above_prose(seen, beside),
            *beside,
            *white[at],
            *([document[at]] if at in document else []),
            *_behind(texts[max(0, at - 1) : at]),
        ]
        for at, (seen, beside) in enumerate(zip(evidence, around, strict=True))
    ]


def _above_prose(seen: Sequence[str], beside: Sequence[str]) -> list[str]:
    """What is seen of a line: the number in a series tells only above a text, below its first sentence it heads a part."""
    return [name for name in seen if name != "serial" or "below-prose" not in beside]


def _behind(before: Sequence[str]) -> Iterator[str]:
    if any(map(is_annex, before)):
        yield "after-an-annex"


def _own(line: Line, language: str) -> Iterator[str]:
    text = _printed(line)
    if not text or text in words(lexicon("page")["placeholders"]):
        yield "icon"
        return
    plain = simplified(text)
    wide = width(text)
    text = CALLS_BEHIND_STOP.sub("", text)
    yield from _ending(text)
    stops = closes_sentence(text) and text.rstrip(CLOSERS)[-1:] not in EXCLAMATIONS
    if wide > LONG or not stops:
        yield "very-long" if wide > VERY_LONG else "long" if wide > LONG else "title-length" if wide >= TITLE else "brief"
    if is_set_apart(line.words):
        yield "set-apart"
    elif wide <= TINY and not stops:
        yield "tiny"
    if line.shows_indent:
        yield "indented"
    if particulars := holds_particulars(text):
        yield f"facts-{particulars}"
    elif is_no_fact(text):
        yield "no-fact"
    if TIME_ALONE.fullmatch(plain):
        yield "time-alone"
    if any(map(str.isalpha, text)):
        yield "home" if is_mostly_han(text) == language.startswith("zh") else "foreign"
    yield from _furniture(text)
    yield from _opening(text, plain, wide)
    yield from _picture(plain, wide)


def _printed(line: Line) -> str:
    """The words of a line without the icons that fonts draw for characters of private use, and not set apart."""
    text = bare(PRIVATE.sub("", line.words))
    return re.sub(r"\s+", "", text) if is_set_apart(text) else text


def _ending(text: str) -> Iterator[str]:
    if closes_sentence(text):
        yield "exclaims" if text.rstrip(CLOSERS)[-1:] in EXCLAMATIONS else "stops"
    elif text[-1] in "：:":
        yield "colon-end"
    elif text[-1] in "，,、；;":
        yield "comma-end"
    elif text.count("，") >= 2:
        yield "clauses"


def _furniture(text: str) -> Iterator[str]:
    checks = {
        "crumb": furniture.is_breadcrumb,
        "channel": furniture.is_channel,
        "buttons": furniture.is_buttons,
        "mostly-buttons": furniture.is_mostly_buttons,
        "many-links": menus.is_menu,
        "site-words": menus.holds_site_words,
        "neighbour": furniture.is_neighbour,
        "appeal": lambda text: furniture.is_appeal(text) or pointers.is_asked_in_brackets(text),
        "arrowed": pointers.is_arrowed,
        "loud-appeal": furniture.is_loud_appeal,
        "platform-disclaimer": rights.is_platform_disclaimer,
        "rights": rights.is_rights,
        "rights-twice": rights.names_rights_twice,
        "file": pointers.is_file,
        "own-rights": pointers.is_own_rights,
        "pointer": pointers.is_pointer,
        "disclaimer": rights.is_disclaimer,
        "list-head": furniture.opens_list,
        "comment": furniture.is_comment,
        "listed": furniture.is_listed,
        "rule": furniture.is_rule,
        "notice": notices.is_notice,
    }
    yield from (name for name, check in checks.items() if check(text))
    if text.isdigit() and len(text) <= 3:
        yield "number-alone"
    elif counts.is_count(text):
        yield "count"
    if RELATIVE.match(simplified(text)):
        yield "moments-ago"
    if ADDRESS.match(text):
        yield "address"


def _opening(text: str, plain: str, wide: float) -> Iterator[str]:
    if heading_number(text) and not DAY_ALONE.match(plain) and not counts.is_count(text):
        yield "numbered"
    if SITE_NAME.search(plain) and wide <= LONG / 3:
        yield "site-name"
    if SERIAL.match(plain) and wide <= LONG / 2:
        yield "serial"
    if is_annex(text):
        yield "annex"
    if is_person(text.lstrip(BEFORE_NAMES)):
        yield "person"
    elif wide <= CREDIT / 2 and is_publisher(text, apart=False) and not furniture.is_channel(text):
        yield "publisher-alone"
    yield from (name for name, pattern in {**OPENINGS, **_labels()}.items() if pattern.match(plain))


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    lists = lexicon("page")
    found = {"other-title": "other_titles", "own-title": "own_titles", "standfirst-label": "standfirsts", "tags": "tags"}
    ending = {"tags": r"[】\])）]?\s*(?:[：:﹕】\]]|[>》]{1,2}|[ \u3000])"}
    usual = r"[】\])）]?\s*[：:】\]为]"
    return {
        name: re.compile(rf"^[（(【\[]?(?:{any_spread(words(lists[listed]))}){ending.get(name, usual)}")
        for name, listed in found.items()
    }


def _picture(plain: str, wide: float) -> Iterator[str]:
    """A caption or the credit of a picture."""
    captions, credits = _pictures()
    if CAPTION_MARK.match(plain):
        yield "caption-mark"
    inner = plain.strip("（()）[]【】 ")
    if (captions.match(inner) and wide <= LONG * 2) or (is_caption(plain) and not closes_sentence(plain)):
        yield "caption-words"
    if wide <= LONG and is_placed(plain):
        yield "placed-person"
    credited = CREDITED.search(plain)
    speaks = credited and INNER_STOP.search(plain[: credited.start()])  # a sentence above the name, on one line with it
    shows = credited and SHOWN.search(plain[: credited.start()])  # what the picture shows, before who took it
    if wide <= CREDIT and not shows and (credits.match(inner) or (credited and not speaks)):
        yield "credit-words"
    elif wide <= LONG * 1.5 and credited:
        yield "captioned"
    elif is_label_of_thing(plain):
        yield "label-of-thing"


@cache
def _pictures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    captions, credits = any_word("page", "captions", "beside"), any_word("page", "credits", "made", "taken_from")
    return re.compile(rf"^{captions}"), re.compile(rf"^{credits}(?:\s*[：:/|]\s*\S|$)")
