"""What can be seen of the lines of a page, as names that a grammar weighs; no line is judged here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from build_scripts.readers.parts import furniture
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.name_shapes import is_person, is_publisher
from build_scripts.readers.parts.numbering import heading_number, kind_of_number
from build_scripts.readers.parts.particulars import holds_particulars
from build_scripts.readers.parts.stamps import DAY, RELATIVE
from build_scripts.text.characters import bare, closes_sentence, is_mostly_han, width
from build_scripts.text.lexicon import any_of, any_word, lexicon, words
from build_scripts.text.scripts import simplified

LONG, VERY_LONG, TITLE, SHORT, TINY = 45.0, 90.0, 9.0, 7.0, 4.0  # ems
PROSE = 30.0  # ems of a sentence that no menu holds
NEAR, ZONE = 3, 8  # lines on either side
FEWEST_LETTERS = 5
FEWEST_LISTED = 3  # numbered lines without text between them
BEFORE_NAMES = "■●◆□▪○ \u3000"  # bullets that papers set before an author
CLOSERS = "”’」』）)》\"'"
EXCLAMATIONS = "?!？！…"
# A star or a hyphen is a bullet only before a space: *星* and --8<-- are words.
BULLET = re.compile(r"^(?:[•●·■◆▪○★☆※✦➢►](?!\d)|[*-](?=[ \t\u3000]))(?=.\s*\S)")
CAPTION_MARK = re.compile(r"^[▲▼△▽◀▶↑↓←→]")
SALUTATION = re.compile(rf"^{any_word('page', 'salutations')}[^。]{{0,60}}[：:,，！!]$")
DATED = re.compile(rf"^(?:{DAY}|\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)[ \u3000:：，,—]*\S")
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
IN_BRACKETS = re.compile(r"^[（(【\[〔].{1,60}[）)】\]〕]$")
DASH = re.compile(r"^(?:—|－－|──)")
# The head of a part, set in 【】 as broadcasters do.
LENTICULAR = re.compile(r"^【[^】]{2,30}】$")
FIGURE = re.compile(rf"^{any_word('articles', 'figures')} ?\d{{1,3}}(?:[-.．]\d{{1,2}})?[ \u3000:：.．]")
END_MARK = re.compile(rf"^[（(【\[]?(?:[-—–=·*]+\s*)?{any_word('page', 'endings')}(?:\s*[-—–=·*]+)?[）)】\]]?$", re.IGNORECASE)

OPENINGS = {
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
# The end of a caption that names who took the picture.
CREDITED = re.compile(
    rf"(?:{any_word('page', 'made', 'taken_from')}|图源.{{0,8}}|Photo)[^。，\w]{{0,2}}\w{{0,6}}[）)\]。]{{0,2}}$"
)


def observe(lines: Sequence[Line], language: str) -> list[list[str]]:
    """For each line that is not blank the names of what is seen of it and around it, in a fixed order."""
    texts = [_printed(line) for line in lines]
    evidence = [list(_own(line, language)) for line in lines]
    around = _around(texts, evidence)
    return [seen + beside for seen, beside in zip(evidence, around, strict=True)]


def _own(line: Line, language: str) -> Iterator[str]:
    text = _printed(line)
    if not text:
        yield "icon"
        return
    plain = simplified(text)
    wide = width(text)
    yield from _ending(text)
    stops = closes_sentence(text) and text.rstrip(CLOSERS)[-1:] not in EXCLAMATIONS
    if wide > LONG or not stops:
        yield "very-long" if wide > VERY_LONG else "long" if wide > LONG else "title-length" if wide >= TITLE else "brief"
    if wide <= TINY and not stops:
        yield "tiny"
    if line.shows_indent:
        yield "indented"
    if particulars := holds_particulars(text):
        yield f"facts-{particulars}"
    if any(map(str.isalpha, text)):
        yield "home" if is_mostly_han(text) == language.startswith("zh") else "foreign"
    yield from _furniture(text)
    yield from _opening(text, plain, wide)
    yield from _picture(plain, wide)


def _printed(line: Line) -> str:
    """The words of a line without the icons that fonts draw for characters of private use."""
    return bare(PRIVATE.sub("", line.words))


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
        "many-links": furniture.is_many_links,
        "site-words": furniture.holds_site_words,
        "neighbour": furniture.is_neighbour,
        "appeal": furniture.is_appeal,
        "rights": furniture.is_rights,
        "disclaimer": furniture.is_disclaimer,
        "list-head": furniture.opens_list,
        "comment": furniture.is_comment,
        "listed": furniture.is_listed,
        "rule": furniture.is_rule,
    }
    yield from (name for name, check in checks.items() if check(text))
    if text.isdigit() and len(text) <= 3:
        yield "number-alone"
    elif furniture.is_count(text):
        yield "count"
    if RELATIVE.match(simplified(text)):
        yield "moments-ago"
    if ADDRESS.match(text):
        yield "address"


def _opening(text: str, plain: str, wide: float) -> Iterator[str]:
    if heading_number(text):
        yield "numbered"
    if is_person(text.lstrip(BEFORE_NAMES)):
        yield "person"
    elif wide <= CREDIT / 2 and is_publisher(text, apart=False):
        yield "publisher-alone"
    yield from (name for name, pattern in {**OPENINGS, **_labels()}.items() if pattern.match(plain))


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    lists = lexicon("page")
    found = {"other-title": "other_titles", "standfirst-label": "standfirsts", "tags": "tags"}
    ending = {"tags": r"[】\])）]?\s*(?:[：:】\]]|[>》]{1,2}|[ \u3000])"}
    usual = r"[】\])）]?\s*[：:】\]为]"
    return {
        name: re.compile(rf"^[（(【\[]?(?:{any_of(words(lists[listed]))}){ending.get(name, usual)}")
        for name, listed in found.items()
    }


def _picture(plain: str, wide: float) -> Iterator[str]:
    """A caption or the credit of a picture."""
    captions, credits = _pictures()
    if CAPTION_MARK.match(plain):
        yield "caption-mark"
    inner = plain.strip("（()）[]【】 ")
    if (captions.match(inner) and wide <= LONG * 2) or (FIGURE.match(plain) and not closes_sentence(plain)):
        yield "caption-words"
    if wide <= CREDIT and (credits.match(inner) or CREDITED.search(plain)):
        yield "credit-words"
    elif wide <= LONG * 1.5 and CREDITED.search(plain):
        yield "captioned"


@cache
def _pictures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    captions, credits = any_word("page", "captions", "beside"), any_word("page", "credits", "made", "taken_from")
    return re.compile(rf"^{captions}"), re.compile(rf"^{credits}(?:\s*[：:/|]\s*\S|$)")


def _around(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[list[str]]:
    """What stands near each line: prose, particulars, the same words again."""
    widest = max((width(text) for text, seen in zip(texts, evidence, strict=True) if "stops" in seen), default=0.0)
    least = min(PROSE, widest / 2)  # in a capture of short sentences these are its prose
    prose = [
        width(text) > least and ("stops" in seen or "，" in text or "very-long" in seen)
        for text, seen in zip(texts, evidence, strict=True)
    ]
    told = [is_prose or "stops" in seen for is_prose, seen in zip(prose, evidence, strict=True)]
    above = list(accumulate(told, initial=0))
    letters = ["".join(filter(str.isalnum, text)) for text in texts]
    count = Counter(letters)
    pairs = {pair for text, is_prose in zip(letters, prose, strict=True) if is_prose for pair in _pairs(text)}
    return [
        [
            *_beside(evidence, prose, index),
            *_listing(texts, index),
            *_zone(told, above, index),
            *_again(letters, count, index),
            *(() if prose[index] else _wording(letters[index], pairs)),
        ]
        for index in range(len(texts))
    ]


def _beside(evidence: Sequence[Sequence[str]], prose: Sequence[bool], index: int) -> Iterator[str]:
    """What the lines next to it are."""
    facts = [any(name.startswith("facts-") for name in seen) for seen in evidence[max(0, index - NEAR) : index + NEAR + 1]]
    here = min(index, NEAR)
    if not index:
        yield "first"
    if index + 1 < len(prose) and prose[index + 1]:
        yield "before-prose"
    if (
        0 < index < len(evidence) - 1
        and not _is_sentence(evidence[index])
        and _is_sentence(evidence[index - 1])
        and _is_sentence(evidence[index + 1])
    ):
        yield "between-sentences"
    if any(facts[here + 1 :]):
        yield "before-facts"
    if any(facts[here + 1 : here + 2]):
        yield "facts-next"
    if any(facts[:here]):
        yield "after-facts"
    if index and "crumb" in evidence[index - 1]:
        yield "after-crumb"


def _listing(texts: Sequence[str], index: int) -> Iterator[str]:
    """Whether a line is one of several with numbers and no text below any: announced, parted by semicolons, or many."""
    kind = kind_of_number(texts[index])
    if not kind:
        return
    first = index
    while first and kind_of_number(texts[first - 1]) == kind:
        first -= 1
    last = index
    while last + 1 < len(texts) and kind_of_number(texts[last + 1]) == kind:
        last += 1
    announced = first > 0 and texts[first - 1].endswith(("：", ":"))
    parted = sum(text[-1] in "；;及和" for text in texts[first : last + 1])
    if last > first and (announced or parted * 2 >= last - first + 1 or last - first + 1 >= FEWEST_LISTED):
        yield "in-a-list"


def _is_sentence(seen: Sequence[str]) -> bool:
    return "stops" in seen or "exclaims" in seen


def _zone(told: Sequence[bool], above: Sequence[int], index: int) -> Iterator[str]:
    """How much prose stands around it, and whether any stands above or below; `above` counts it."""
    low, high = max(0, index - ZONE), min(len(told), index + ZONE + 1)
    share = (above[high] - above[low]) / (high - low)
    if share >= 0.4:
        yield "among-prose"
    elif share <= 0.12:
        yield "among-links"
    if above[index]:
        yield "below-prose"
    if above[-1] == above[index + 1] and not told[index]:
        yield "below-all-prose"


def _again(letters: Sequence[str], count: Counter[str], index: int) -> Iterator[str]:
    """Whether its words stand elsewhere in the capture, or in a line not far above."""
    text = letters[index]
    if len(text) < FEWEST_LETTERS:
        return
    if count[text] > 1:
        yield "repeated"
    near = letters[max(0, index - ZONE) : index]
    if text in near:
        yield "repeats-above"
    elif any(len(text) < len(other) and text in other for other in near):
        yield "within-another"


def _wording(text: str, pairs: set[str]) -> Iterator[str]:
    """Whether the text talks of what the line says."""
    if len(text) >= FEWEST_LETTERS:
        share = _share(text, pairs)
        yield from ("words-of-prose",) if share >= 0.5 else ("some-words-of-prose",) if share >= 0.3 else ()


def _pairs(text: str) -> Iterator[str]:
    yield from (text[at : at + 2] for at in range(len(text) - 1))


def _share(text: str, pairs: set[str]) -> float:
    """The share of a text's pairs of letters that the prose of the capture has."""
    of_line = list(_pairs(text))
    return sum(pair in pairs for pair in of_line) / len(of_line) if of_line else 0.0
