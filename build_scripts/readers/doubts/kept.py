"""Lines kept as text that are worded like something else: particulars, what a site asks, another headline, a caption."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from build_scripts.model import Doubt
from build_scripts.readers.doubts.one_of_lines import doubt_of_lines
from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.parts.bare_calls import bare_calls
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.site.furniture import is_appeal, is_buttons, opens_list
from build_scripts.readers.site.notices import is_made_line, is_notice
from build_scripts.readers.site.pointers import asks, is_arrowed
from build_scripts.readers.site.rights import is_disclaimer
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.likeness import near
from build_scripts.text.scripts import plain_letters, simplified

TEXT = (Role.PARAGRAPH, Role.HEADING, Role.ITEM, Role.CAPTION)
LONG = 60.0  # ems; of longer lines only the end can be what a site has put there
SENTENCE = 45.0  # ems of a line that is one whatever closes it
FEWEST_SET_IN = 3  # paragraphs that show how a text sets them in
QUESTION = 24.0  # ems of one that may be a heading
END = 30  # characters of it
SENTENCES = (Role.PARAGRAPH, Role.ITEM, Role.VERSE, Role.QUOTATION)
# What shows what such a line is.
EXPLAINED = frozenset(
    ("colon-end", "comma-end", "salutation", "speaks", "end-mark", "own-block", "in-body", "captioned", "caption-words")
    + (
        "caption-tag",
        "in-brackets",
        "dash",
        "bullet",
        "in-a-list",
        "of-event",
        "dated",
        "standfirst-label",
        "exclaims",
        "clauses",
        "signature",
        "signed-day",
    )
)
LISTED = frozenset(("term", "described"))  # of a list of terms and what they are, as pages give their particulars
CLOSES = frozenset(("colon-end", "salutation", "speaks", "end-mark", "own-block", "in-body", "bullet", "in-a-list", "of-event"))
ALIKE = 0.2  # of the characters of two headlines of one text
# What shows by itself which form a line has.
FORMED = (
    "caption-",
    "captioned",
    "credit-words",
    "heading-mark-",
    "all-bold",
    "numbered",
    "lenticular",
    "list-item",
    "table-row",
)
TIMES = frozenset(("facts-time", "dated"))  # beside the article they are particulars
NUMBERS = re.compile(r"[+＋]?\d{1,4}(?:\s*/\s*\d{1,4})?")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://|www\.)[!-~]+")  # alone on its line


def of_kept(labelled: Labelled, called: Collection[int] = ()) -> Iterator[Doubt]:
    """Every doubt of lines that were kept, each kind as one with its ranges; at the code points `called` notes are called."""
    kept = [(line, each) for line, each in labelled if not each.given and each.role in TEXT]
    yield from doubt_of_lines(
        [
            line.number
            for line, each in kept
            if each.role is not Role.CAPTION
            and "of-event" not in each.seen
            and (_is_link(each) or is_worded_otherwise(line.words) or ("out-of-body" in each.seen and TIMES & each.seen))
        ],
        "read as text, and worded like particulars or like what a site asks, or nothing but a link",
        "furniture",
    )
    yield from doubt_of_lines(
        list(_beside_text(labelled)), "above or below all sentences of the text, and none itself", "furniture"
    )
    figures = bare_calls([line for line, _ in kept], called)
    yield from doubt_of_lines(figures, "with figures behind a stop that may call notes", "not-a-call")
    yield from doubt_of_lines(list(_other_headlines(labelled)), "read as the title again, and unlike it", "furniture")


def _beside_text(labelled: Labelled) -> Iterator[int]:
    """Short lines kept between the title and the first sentence, and below the last one, which nothing closes or explains."""
    sentences = [at for at, (line, each) in enumerate(labelled) if each.role in SENTENCES and _is_sentence(line, each)]
    title = next((at for at, (_, each) in enumerate(labelled) if each.role is Role.TITLE), -1)
    if sentences:
        for line, each in [*labelled[title + 1 : sentences[0]], *labelled[sentences[-1] + 1 :]]:
            plain = each.role in (Role.PARAGRAPH, Role.CAPTION) and not EXPLAINED & each.seen
            if not each.given and (plain or (each.role in TEXT and LISTED & each.seen)):
                yield line.number


def _is_sentence(line: Line, each: Label) -> bool:
    return closes_sentence(line.words) or width(line.words) > SENTENCE or each.given


def is_worded_otherwise(text: str) -> bool:
    """Whether a line is worded like particulars or like what a site asks, or a long one ends so.

    >>> is_worded_otherwise("某报记者 王小明"), is_worded_otherwise("扫描下方二维码，查看更多"), is_worded_otherwise("会议今天举行。")
    (True, True, False)
    >>> is_worded_otherwise("A version of this article appears in print on Nov. 16, 2023."), is_worded_otherwise("This article is new.")
    (True, False)
    """  # noqa: E501
    if holds_particulars(text) in ("labelled", "byline") or is_appeal(text) or is_buttons(text) or opens_list(text):
        return True
    if is_notice(text) or is_made_line(text) or (width(text) <= LONG and is_disclaimer(text)):
        return True
    plain = simplified(text)
    shown = plain if width(plain) <= LONG else plain[-END:]
    of_paper = re.search(any_word("page", "own_words"), plain)
    return bool(of_paper or asks(shown) or is_arrowed(plain) or ADDRESS.fullmatch(plain) or _editing().search(plain))


def _is_link(each: Label) -> bool:
    return "link-line" in each.seen


@cache
def _editing() -> re.Pattern[str]:
    return re.compile(rf"[\[［【]{any_word('page', 'editing')}[\]］】]")


def of_unknown_form(labelled: Labelled) -> Iterator[int]:
    """Lines kept as text of which nothing tells the form: a number alone, a short line under a picture, and a short question
    where the text has headings.
    """
    yield from _not_set_in(labelled)
    yield from _above_heading(labelled)
    yield from _bold_sentences(labelled)
    headed = any(each.role is Role.HEADING for _, each in labelled)
    for line, each in labelled:
        if each.role is Role.PARAGRAPH and "captioned" in each.seen and not each.given:
            yield line.number
        if each.given or each.role not in TEXT or any(name.startswith(FORMED) for name in each.seen):
            continue
        asks = each.role is Role.PARAGRAPH and headed and line.words[-1] in "？?" and width(line.words) <= QUESTION
        below = bool({"brief-below-picture", "below-some-pictures", "below-a-gap"} & each.seen)
        below = below or ("below-picture-count" in each.seen and width(line.words) > SENTENCE)
        if NUMBERS.fullmatch(line.words) or below or (asks and line.words[0] not in "“「‘『—"):
            yield line.number


def _bold_sentences(labelled: Labelled) -> Iterator[int]:
    """Short sentences all bold that stand alone among paragraphs that are not: headings may be sentences."""
    bold = [
        line.number
        for line, each in labelled
        if "bold-sentence" in each.seen and each.role is Role.PARAGRAPH and not each.given
    ]
    if len(bold) * 3 <= sum(each.role is Role.PARAGRAPH for _, each in labelled):
        yield from bold


def _above_heading(labelled: Labelled) -> Iterator[int]:
    """Short lines below a sentence that nothing closes or explains, with a heading below: captions stand so."""
    for (before, _), (line, each), (_, following) in zip(labelled, labelled[1:], labelled[2:], strict=False):
        heads = each.role is Role.PARAGRAPH and following.role is Role.HEADING and closes_sentence(before.words)
        told = each.given or CLOSES & each.seen or width(line.words) > QUESTION
        if heads and not told and not closes_sentence(line.words):
            yield line.number


def _not_set_in(labelled: Labelled) -> Iterator[int]:
    """The few short sentences that do not begin with the indent with which the paragraphs of a text do: a copy sets captions
    so, and what is of another hand.
    """
    sentences = [(line, each) for line, each in labelled if each.role is Role.PARAGRAPH and closes_sentence(line.words)]
    out = [(line, each) for line, each in sentences if "indented" not in each.seen]
    if len(sentences) - len(out) >= FEWEST_SET_IN and len(out) * 3 <= len(sentences) - len(out):
        yield from (
            line.number
            for line, each in out
            if not each.given and width(line.words) <= SENTENCE and not {"speaks", "in-brackets"} & each.seen
        )


def _other_headlines(labelled: Labelled) -> Iterator[int]:
    """Lines read as the title again that share little with it."""
    title = "".join(line.words for line, each in labelled if each.role is Role.TITLE)
    again = [line for line, each in labelled if each.role is Role.HEADLINE and not each.given]
    for line in again if title else ():
        if near(plain_letters(title), plain_letters(line.words)) < ALIKE:
            yield line.number
