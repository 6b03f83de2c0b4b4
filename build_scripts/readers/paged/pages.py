"""What stands around the pages of a print: page numbers and running heads, known by running with the pages.

A line of digits alone says nothing: it is a page number where it goes up from page to page, or where it bears the dress of
one (— 12 —, 第 12 页) and stands where page numbers stand; else it is text. A running head comes again at the same edge of
several pages, or stands beside a page number and bears the name of an issue.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.readers.paged.page_tops import LONGEST_HEAD, length, numbered_head, turned_heads
from build_scripts.readers.paged.spaced_heads import BARE, CLOSE, first_head, spaced_heads
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.roles import Role
from build_scripts.text.characters import HAN, closes_sentence
from build_scripts.text.forms import pattern
from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING

ORNAMENT = r"[-—–―─·•・.\s*~～|｜/▪■●◆]*"
DRESSED = re.compile(
    rf"{ORNAMENT}(?:第\s*(\d{{1,4}})\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{{1,4}}\s*[页頁])?|[Pp](?:age|AGE)\.?\s*(\d{{1,4}})(?:\s*(?:of|/)\s*\d{{1,4}})?|"
    rf"[-—–―─·•・~～|｜▪■●◆]\s*(\d{{1,4}})\s*{ORNAMENT}|(\d{{1,4}})\s*[-—–―─·•・~～|｜▪■●◆]{ORNAMENT}|(\d{{1,4}})\s*/\s*\d{{1,4}}){ORNAMENT}"
)
VOLUME_AND_ISSUE = rf"第[{COUNTING}]{{1,3}}卷第[{COUNTING}]{{1,3}}期"  # in Chinese figures
ISSUE = re.compile(
    rf"{VOLUME_AND_ISSUE}|"
    r"(?:19|20)\d\d\s*年?\s*[.．,，]?\s*第\s*\d+\s*[期卷号號]|第\s*\d+\s*卷|Vol\.?\s*\d+|No\.?\s*\d+|总第\s*\d+\s*期|"
    + any_word("articles", "journals")
)
SOLE_ISSUE = re.compile(r"[\w·（）() ]{2,20}(?:19|20)\d\d\s*年\s*第\s*\d+\s*[期卷]")
NOTES = pattern("notes-heading")
TOP = 6  # lines that may be the head of the article itself
SET_APART, TWO_DIGITS = re.compile(r"(?<=\d) (?=\d)"), re.compile(r"\d\d")  # digits one by one, as an OCR layer has them
EDGE = 3  # lines at the edge of a page among which its head and number stand
AUTHOR_LABEL = (
    rf"{any_word('articles', 'author_labels', spaced=True)}\s*[:：]\s*|{any_word('articles', 'author_strokes')}\s*[/／]\s*"
)
AUTHOR_LINE = re.compile(rf"(?:[■●◆□◎◇]\s*|{AUTHOR_LABEL})?([{HAN}]\s?[{HAN}]{{1,3}})(?:[\s,，、*＊\d].*)?")
PUBLISHER = any_word("citations", "publishing")
NO_HEAD = re.compile(
    rf"[。！？!?；;]|[，,、：:（(《“]$|年版|\d\s*[页頁]|{PUBLISHER}|^[”’」』）)》〉】］\]，,、：:]|https?:|\.\s*$"
)
OPENS_NOTE = re.compile(r"[\[［〔(（]\s*\d{1,3}\s*[\]］〕)）]|[①-⑳*＊†‡※]")  # what a note begins with, and no head
FEWEST_LETTERS = 3
MOST_PAGES = 6  # from one head to its next


@dataclass(frozen=True, slots=True)
class Edge:
    """A line that stands around a page: its role, and whether its place alone tells it."""

    number: int
    role: Role
    doubtful: bool = False


def find_edges(lines: Sequence[Line]) -> list[Edge]:
    """The page numbers and running heads among the lines that are not blank."""
    printed = [line for line in lines if not line.blank]
    breaks = _page_breaks(printed, {line.number for line in lines if line.blank and "\f" in line.text.text})
    numbers = _page_numbers(printed, breaks)
    heads = _numbered_heads(printed)
    known = {edge.number for edge in [*numbers, *heads]}
    turned = turned_heads(printed, breaks, {edge.number for edge in numbers})
    heads += [Edge(printed[at].number, Role.RUNNING_HEAD) for at in sorted(turned) if printed[at].number not in known]
    known |= {edge.number for edge in heads}
    spaced = {at: doubtful for at, doubtful in spaced_heads(printed).items() if printed[at].number not in known}
    edges = [*numbers, *heads, *(_spaced(printed[at], doubtful) for at, doubtful in spaced.items())]
    edges += _running_heads(printed, breaks, {edge.number for edge in edges})
    headed = {edge.number for edge in edges if edge.role is Role.RUNNING_HEAD}
    again = first_head(printed, [at for at, line in enumerate(printed) if line.number in headed])
    return [*edges, *([Edge(printed[0].number, Role.RUNNING_HEAD)] if again else [])]


def _spaced(line: Line, doubtful: bool) -> Edge:
    """What counts the pages by white: a page number, or a head with one."""
    role = Role.PAGE_NUMBER if BARE.fullmatch(line.words) else Role.RUNNING_HEAD
    return Edge(line.number, role, doubtful and not ISSUE.search(line.words))


def lone_numbers(lines: Sequence[Line], edges: Sequence[Edge]) -> list[int]:
    """The raw lines that are a number and nothing else and were not taken for page numbers."""
    known = {edge.number for edge in edges}
    return [line.number for line in lines if BARE.fullmatch(line.words) and line.number not in known]


def _page_breaks(printed: Sequence[Line], blank: Collection[int]) -> list[int]:
    """Indices of the lines that begin a page by a form feed, the first line left out; `blank` are the numbers of the blank raw
    lines that hold one.
    """
    found = []
    for index, line in enumerate(printed):
        turned = index and any(number in blank for number in range(printed[index - 1].number + 1, line.number))
        if (
            turned
            or (index and "\f" in line.text.text[: len(line.text.text) - len(line.text.text.lstrip()) + 1])
            or (index and "\f" in printed[index - 1].text.text.rstrip(" \n\r")[-1:])
        ):
            found.append(index)
    return found


def _number_of(words: str) -> tuple[int, bool] | None:
    """The number that a line is, and whether it is dressed as a page number; its digits may be set apart."""
    words = words if TWO_DIGITS.search(words) else SET_APART.sub("", words)
    if BARE.fullmatch(words):
        return int(words), False
    match = DRESSED.fullmatch(words)
    return (int(next(group for group in match.groups() if group)), True) if match else None


def _page_numbers(printed: Sequence[Line], breaks: Sequence[int]) -> list[Edge]:
    found = [(index, *number) for index, line in enumerate(printed) if (number := _number_of(line.words))]
    at_edge = {index for index, _, _ in found if _is_at_edge(index, printed, breaks)}
    chained = _chain(found, at_edge)
    edges = []
    for index, _, dressed in found:
        if index in chained or (dressed and _may_stand(printed, index)):
            doubtful = not dressed and len(chained) == 2 and not at_edge & chained
            edges.append(Edge(printed[index].number, Role.PAGE_NUMBER, doubtful))
        elif index in at_edge and len(found) == 1 and len(printed) > EDGE:
            edges.append(Edge(printed[index].number, Role.PAGE_NUMBER, doubtful=True))
    return edges


def _may_stand(printed: Sequence[Line], index: int) -> bool:
    """Whether a line dressed as a page number is not the end of a sentence (……年版，| 第128页) that a line end has cut off."""
    return not index or printed[index - 1].words[-1] not in "，,、：:；;（(《"


def _is_at_edge(index: int, printed: Sequence[Line], breaks: Sequence[int]) -> bool:
    """Whether a line is among the first or last of its page, or the last above a list of notes."""
    if index == len(printed) - 1 or NOTES.fullmatch(printed[index + 1].words):
        return True
    return any(0 <= index - start < EDGE or 0 < start - index <= EDGE for start in breaks)


def _chain(found: Sequence[tuple[int, int, bool]], at_edge: set[int]) -> set[int]:
    """Indices of numbers that go up by one over lines that lie apart, `at_edge` of pages or not: the longest such run, where it
    has two or more.
    """
    best: dict[int, tuple[int, int]] = {}  # by place in `found`: length of the run that ends there, and where it came from
    last_with: dict[int, list[int]] = defaultdict(list)
    for place, (index, number, _) in enumerate(found):
        before = [
            other
            for other in last_with[number - 1]
            if index - found[other][0] >= (2 if best[other][0] > 1 or {index, found[other][0]} <= at_edge else CLOSE)
        ]
        come = max(before, key=lambda other: best[other][0], default=-1)
        best[place] = (best[come][0] + 1, come) if come >= 0 else (1, -1)
        last_with[number].append(place)
    place = max(best, key=lambda place: best[place][0], default=-1)
    chosen: list[int] = []
    while place >= 0:
        chosen.append(found[place][0])
        place = best[place][1]
    return set(chosen) if len(chosen) > 1 else set()


def _key(words: str) -> str:
    """What stays the same of a running head from page to page: its words without numbers and spaces."""
    return re.sub(r"\s+", "", re.sub(r"\d+", "#", words)).strip("#-—–·•|｜/")


def _numbered_heads(printed: Sequence[Line]) -> list[Edge]:
    """Running heads that share their line with a page number: the same words, with a number that goes up."""
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(printed):
        head = numbered_head(line.words)
        # On the other side of the number the words stand in another order.
        key = "".join(sorted(_key(unicodedata.normalize("NFKC", head[0])))) if head else ""
        if head and len(key) > 1:
            seen[key].append((index, head[1]))
    found = []
    for places in seen.values():
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]
        if steps and all(lines >= CLOSE and 0 < pages <= MOST_PAGES for lines, pages in steps):
            found += [Edge(printed[index].number, Role.RUNNING_HEAD) for index, _ in places]
    return found


def _running_heads(printed: Sequence[Line], breaks: Sequence[int], numbers: set[int]) -> list[Edge]:
    """Lines at the edges of pages that come again, or that name an issue beside a page number."""
    beside = _beside_edges(printed, breaks, numbers)
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(printed):
        words = line.words
        if line.number not in numbers and _may_be_head(words):
            places[_key(words)].append(index)
    author = _author(printed)
    found = []
    for indices in places.values():
        at_edges = [index for index in indices if index in beside]
        if len(at_edges) > 1 or _comes_again(printed, indices, numbers, author):
            kept = at_edges or indices
            # A short line may stand twice in a text; two alike that nothing else tells for heads are told.
            doubtful = len(kept) == 2 and not at_edges and not _names_issue_or_author(printed[kept[0]].words, author)
            found += [Edge(printed[index].number, Role.RUNNING_HEAD, doubtful) for index in kept]
            continue
        for index in indices:
            words = printed[index].words
            named = _names_issue_or_author(words, author)
            torn = _breaks_in(printed, index, numbers, needs_edge=index in at_edges)
            torn = torn and (named or "，" not in words)  # a short line with a comma is the end of something
            sure = named or torn if index in at_edges else named and index > TOP and torn
            if (sure or _is_authors(words, author) or SOLE_ISSUE.fullmatch(words)) and TOP < index < len(printed) - 1:
                doubtful = not (named and (torn or index in at_edges))
                found.append(Edge(printed[index].number, Role.RUNNING_HEAD, doubtful))
    return found


def _names_issue_or_author(words: str, author: str) -> bool:
    return bool(ISSUE.search(words) or (author and author in re.sub(r"\s", "", words)))


def _is_authors(words: str, author: str) -> bool:
    """Whether a line is the author's name, a colon and a few words, as heads of left-hand pages are."""
    return bool(author and re.match(rf"{re.escape(author)}\s*[:：]\s*[^《“]{{2,}}$", words))


def _may_be_head(words: str) -> bool:
    """Whether a line can be a running head: a few words, not a sentence or the end of one, nor the end of a citation."""
    letters = len(re.sub(r"[\W\d_]", "", words))
    looks = letters >= FEWEST_LETTERS and length(words) <= LONGEST_HEAD and not NO_HEAD.search(words)
    return looks and not kind_of_number(words) and not OPENS_NOTE.match(words)


def _comes_again(printed: Sequence[Line], indices: Sequence[int], numbers: set[int], author: str) -> bool:
    """Whether a line that comes again, far apart, names an issue or the author, or stands in the middle of sentences."""
    apart = len(indices) > 1 and all(after - before >= CLOSE for before, after in pairwise(indices))
    if not apart:
        return False
    torn = sum(_breaks_in(printed, index, numbers, needs_edge=False) for index in indices)
    steps = [after - before for before, after in pairwise(indices)]
    regular = len(indices) > 2 and max(steps) <= 2 * min(steps) + CLOSE
    named = _names_issue_or_author(printed[indices[0]].words, author)
    return named or (torn * 2 >= len(indices) and torn > 0) or (regular and torn > 0)


def _author(printed: Sequence[Line]) -> str:
    """The first author's name, from the first lines; empty where none is seen."""
    for line in printed[:EDGE]:
        match = AUTHOR_LINE.fullmatch(line.words)
        if match:
            return re.sub(r"\s", "", match[1])
    return ""


def _breaks_in(printed: Sequence[Line], index: int, numbers: set[int], needs_edge: bool = True) -> bool:
    """Whether a short line beside a page number stands in the middle of a sentence that goes on from page to page."""
    above, below = index, index
    while above > 0 and (above == index or printed[above].number in numbers):
        above -= 1
    while below < len(printed) - 1 and (below == index or printed[below].number in numbers):
        below += 1
    beside = not needs_edge or above < index - 1 or below > index + 1
    before, after = printed[above], printed[below]
    full = max(before.width, after.width)
    return beside and not closes_sentence(before.words) and printed[index].width < full * 0.8 and before.width > full * 0.8


def _beside_edges(printed: Sequence[Line], breaks: Sequence[int], numbers: set[int]) -> set[int]:
    """Indices of lines at the edge of a page: beside a form feed, or beside a page number that is one."""
    edges = set()
    for start in breaks:
        edges |= {index for index in range(start - 2, start + 2) if 0 <= index < len(printed)}
    for index, line in enumerate(printed):
        if line.number in numbers:
            edges |= {near for near in (index - 1, index + 1) if 0 <= near < len(printed)}
    edges |= {near + step for near in list(edges) for step in (-1, 1) if near + step in edges}
    return {index for index in edges if printed[index].number not in numbers}
