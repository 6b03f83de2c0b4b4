"""What stands near each line of a page: prose, particulars, cells, lists, the same words again; names that a grammar weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from build_scripts.readers.particulars.events import book_rows, event_rows
from build_scripts.readers.particulars.stamps import DAY_ALONE
from build_scripts.readers.parts.lines import runs_of_true
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.parts.wording import worded_lines
from build_scripts.readers.site.teasers import teasers
from build_scripts.readers.together.amounts import amounts, beside_amounts, contacts_inside
from build_scripts.readers.together.company import company
from build_scripts.readers.together.entries import entries
from build_scripts.readers.together.halves import halves
from build_scripts.readers.together.headlines import headlines
from build_scripts.readers.together.signatures import signatures
from build_scripts.readers.together.turns import measured_lines, speakers
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

PROSE = 30.0  # ems of a sentence that no menu holds
OF_SITE = frozenset(("platform-disclaimer", "loud-appeal", "notice"))  # sentences of the site, which are no prose of the text
NEAR, ZONE = 3, 8  # lines on either side
FEWEST_LETTERS = 5
FIRST, LONGEST_NAME = 3, 24  # lines among which a site names itself; letters of its name
OF_BUTTONS = frozenset(("buttons", "mostly-buttons", "appeal", "count"))
OF_OTHERS = frozenset(("list-head", "comment", "neighbour", "rights"))
OF_FOOT = frozenset(("rights", "own-rights"))
TOP = 12  # lines among which a document says what it issues
RELEASED = re.compile(rf"^(?:{DAY_ALONE.pattern}\s*(?:{any_word('page', 'issued')}.*)?$|{any_word('page', 'issued')})")
ISSUED = re.compile("《([^《》]{4,40})》")  # whose title stands again above its text
STEPS = re.compile(r"\s*[>›»→/／|｜]\s*")  # between the steps of a path
FEWEST_ROWS = 2  # of a table
FEWEST_LISTED = 3  # numbered lines without text between them
# A point of a recording and what is heard there: 06:40 The second letter.
TIMED = re.compile(r"^[\[(（]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])）]?[ \t\u3000–—-]+\S.{0,60}$")
KEYED = re.compile(r"^[^\s：:。，、《》“”]{2,14}[：:]\s*\S")
ATTACHED = re.compile(rf"^{any_word('page', 'attached')}\s*[:：]\s*\S")  # and the first of what is attached
# The place of a picture among those of a series.
PLACE_AMONG = re.compile(r"^[（(\[]?\d{1,3}\s*/\s*(\d{1,3})[）)\]]?$")
CELL, FEWEST_FIGURES = 12.0, 4  # ems of a cell of a table; quantities that make one
# A number that is no counter of a site: with a decimal, a sign, a unit or a per cent.
QUANTITY = re.compile(r"^[-−–+＋±]?\d{1,3}(?:[,，]?\d{3})*(?:[.．]\d+[%％‰]?|[%％‰])$|^[-−–＋±]\d+$")


def surroundings(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[list[str]]:
    """What stands near each line: prose, particulars, the same words again."""
    widest = max((width(text) for text, seen in zip(texts, evidence, strict=True) if "stops" in seen), default=0.0)
    least = min(PROSE, widest / 2)  # in a capture of short sentences these are its prose
    of_text = [not OF_SITE.intersection(seen) for seen in evidence]
    prose = [
        is_own and width(text) > least and ("stops" in seen or "，" in text or "very-long" in seen)
        for text, seen, is_own in zip(texts, evidence, of_text, strict=True)
    ]
    told = [is_prose or (is_own and "stops" in seen) for is_prose, seen, is_own in zip(prose, evidence, of_text, strict=True)]
    above = list(accumulate(told, initial=0))
    letters = ["".join(filter(str.isalnum, text)) for text in texts]
    count = Counter(letters)
    shown = _shown(texts, evidence)
    named = _issued(texts)
    groups = (
        _of_series(texts),
        company(texts, evidence),
        entries(texts, evidence),
        signatures(texts, evidence),
        halves(letters, above),
    )
    together = [tuple(name for each in of_line for name in each) for of_line in zip(*groups, strict=True)]
    talks = [is_prose or (text[-1:] in "：:" and width(text) > least) for text, is_prose in zip(texts, prose, strict=True)]
    worded = worded_lines(texts, letters, talks, prose)
    return [
        [
            *_beside(evidence, prose, index),
            *(name for name, lines in shown.items() if lines[index]),
            *headlines(texts, evidence, index, worded),
            *_zone(told, above, index),
            *_again(letters, evidence, count, index),
            *_of_site(texts, letters, evidence, index),
            *(("named-above",) if letters[index] in named and index > FIRST else ()),
            *together[index],
            *worded[index],
        ]
        for index in range(len(texts))
    ]


def _shown(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> dict[str, Sequence[bool]]:
    """What lines show together, by the name of it, for each line."""
    listed = amounts(texts)
    return {
        "in-a-list": _listed(texts),
        "speaks": speakers(texts),
        "measured": measured_lines(texts),
        "of-event": list(map(any, zip(event_rows(texts), book_rows(texts), strict=True))),
        "cell": _cells(texts),
        "tabbed": _tabbed(texts),
        "amount": listed,
        "beside-amounts": beside_amounts(texts, listed),
        "contact-inside": contacts_inside(texts, evidence),
        "teaser": teasers(texts),
    }


def _of_site(texts: Sequence[str], letters: Sequence[str], evidence: Sequence[Sequence[str]], index: int) -> Iterator[str]:
    """Whether a line names the site or a section of it, or is the mark with which its release ends."""
    if _is_step(texts, evidence, index):
        yield "section-name"
    if _names_site(letters, evidence, index):
        yield "site-name"
    if _ends_release(texts, evidence, index):
        yield "end-of-release"


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
    if _ends_above_list(evidence, index):
        yield "ends-above-list"
    if any(facts[here + 1 :]):
        yield "before-facts"
    if any(facts[here + 1 : here + 2]):
        yield "facts-next"
    if any(facts[:here]):
        yield "after-facts"
    if index and "crumb" in evidence[index - 1]:
        yield "after-crumb"
    if (
        index
        and "time-alone" in evidence[index - 1]
        and any("crumb" in seen for seen in evidence[max(0, index - 3) : index - 1])
    ):
        yield "below-day-of-path"


def _ends_above_list(evidence: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a sentence stands right above the first line that heads other texts, comments or rights."""
    below = evidence[index + 1 : index + 2]
    return (
        "stops" in evidence[index]
        and not (OF_BUTTONS | OF_SITE).intersection(evidence[index])
        and bool(below and OF_OTHERS.intersection(below[0]))
        and not any(OF_OTHERS.intersection(seen) for seen in evidence[max(0, index - 4 * ZONE) : index + 1])
    )


def _listed(texts: Sequence[str]) -> list[bool]:
    """Which lines are of several with numbers and no text below any: announced, parted by semicolons, or many."""
    found = [False] * len(texts)
    start = 0
    while start < len(texts):
        kind, end, seen = kind_of_number(texts[start]), start + 1, {texts[start]}
        while kind and end < len(texts) and kind_of_number(texts[end]) == kind and texts[end] not in seen:
            seen.add(texts[end])
            end += 1  # the same words again begin another list: contents, and then the first heading
        found[start:end] = [bool(kind) and _is_list(texts, start, end)] * (end - start)
        start = end
    return [one or other for one, other in zip(found, _keyed(texts), strict=True)]


def _keyed(texts: Sequence[str]) -> list[bool]:
    """Which lines are a key and its value each, several below a line that announces them, or a time and what is heard then."""
    found = [False] * len(texts)
    timed = [bool(TIMED.match(text)) and not closes_sentence(text) for text in texts]
    for start, end in runs_of_true(timed):
        found[start:end] = [end - start >= FEWEST_LISTED] * (end - start)
    keyed = [at > 0 and bool(KEYED.match(text)) and not closes_sentence(text) for at, text in enumerate(texts)]
    for start, end in runs_of_true(keyed):
        if end - start >= FEWEST_LISTED and texts[start - 1][-1:] in ("：", ":"):
            found[start:end] = [True] * (end - start)
    return found


def _is_list(texts: Sequence[str], start: int, end: int) -> bool:
    above = texts[start - 1] if start else ""
    attached = bool(ATTACHED.match(simplified(above)))
    parted = sum(text[-1] in "；;及和" for text in texts[start:end])
    several = above.endswith(("：", ":")) or parted * 2 >= end - start or end - start >= FEWEST_LISTED
    return attached or (end - start > 1 and several)


def _is_sentence(seen: Sequence[str]) -> bool:
    return "stops" in seen or "exclaims" in seen


def _cells(texts: Sequence[str]) -> list[bool]:
    """Which lines are the cells of a table that a copy has set below one another: a stretch of short lines without stops, of
    which a good part are quantities.
    """
    short = [width(text) <= CELL and not closes_sentence(text) and bool(text) for text in texts]
    found = [False] * len(texts)
    for start, end in runs_of_true(short):
        figures = [at for at in range(start, end) if QUANTITY.match(texts[at])]
        if len(figures) >= FEWEST_FIGURES and len(figures) * 4 >= end - start:
            first = max(start, figures[0] - len(figures))
            found[first : figures[-1] + 1] = [True] * (figures[-1] + 1 - first)
    return found


def _ends_release(texts: Sequence[str], evidence: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a line is the mark with which a release ends, above the day of its issue."""
    below = texts[index + 1 : index + 2]
    return "end-mark" in evidence[index] and bool(below and RELEASED.match(simplified(below[0])))


def _issued(texts: Sequence[str]) -> set[str]:
    """The letters of the titles that the first lines name."""
    return {"".join(filter(str.isalnum, name)) for text in texts[:TOP] for name in ISSUED.findall(text)}


def _of_series(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Which lines count the pictures of a series, and which stand right below such a line."""
    series = [match[1] if (match := PLACE_AMONG.match(text)) else "" for text in texts]
    of_series = Counter(series)
    counts = [bool(each) and of_series[each] > 1 for each in series]
    below = [False, *counts][: len(counts)]
    return [
        (*(("below-picture-count",) if under else ()), *(("picture-count",) if count else ()))
        for count, under in zip(counts, below, strict=True)
    ]


def _is_step(texts: Sequence[str], evidence: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a short line says again what the last step of the path right above it says: the name of a section."""
    above = index and "crumb" in evidence[index - 1] and "brief" in evidence[index]
    if not above:
        return False
    step, name = STEPS.split(texts[index - 1].rstrip(" >›»/"))[-1].casefold(), texts[index].casefold()
    return step in (name, f"{name}s", f"{name}es")  # Speeches, and then Speech


def _names_site(letters: Sequence[str], evidence: Sequence[Sequence[str]], index: int) -> bool:
    """Whether one of the first lines is a short name that stands again in the rights or the menu at the foot."""
    name = letters[index].casefold()
    if index >= FIRST or not FEWEST_LETTERS - 2 < len(name) <= LONGEST_NAME:
        return False
    foot = range(max(index + 1, len(letters) * 2 // 3), len(letters))
    return any(name in letters[at].casefold() and OF_FOOT.intersection(evidence[at]) for at in foot)


def _tabbed(texts: Sequence[str]) -> list[bool]:
    """Which lines are rows of a table that a copy has set with tabs between its cells: several, and most are full."""
    tabs = [text.count("\t") for text in texts]
    found = [False] * len(texts)
    for start, end in runs_of_true(tabs):
        usual = Counter(tabs[start:end]).most_common(1)[0][1]
        if end - start >= FEWEST_ROWS and usual * 2 >= end - start:
            found[start:end] = [True] * (end - start)
    return found


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


def _again(letters: Sequence[str], evidence: Sequence[Sequence[str]], count: Counter[str], index: int) -> Iterator[str]:
    """Whether its words stand elsewhere in the capture, or in a line not far above that shows to be none of the site's."""
    text = letters[index]
    if len(text) < FEWEST_LETTERS:
        return
    if count[text] > 1:
        yield "repeated"
    above = range(max(0, index - ZONE), index)
    near = [letters[at] for at in above if not OF_BUTTONS.intersection(evidence[at])]
    if text in near:
        yield "repeats-above"
    elif any(len(text) < len(other) and text in other for other in near):
        yield "within-another"
