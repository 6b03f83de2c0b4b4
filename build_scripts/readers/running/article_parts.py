"""The parts of an article around its text: labels, particulars, the abstract above it and the statements below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.paged.page_tops import WHITE
from build_scripts.readers.paged.pages import AUTHOR_LABEL, VOLUME_AND_ISSUE
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import is_named, kind_of_number
from build_scripts.readers.running.columns import INDENT, NAMED_CALL
from build_scripts.readers.running.geometry import Geometry
from build_scripts.text.characters import HAN, closes_sentence, ends_statement
from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING

LABEL_END = r"[^\S\n\r\f\v\x85\u2028\u2029]*[\]］】〕)）:：]+\s*"  # on the line of the label: what opens the next is text
OPEN = r"^\s*[\[［【〔(（]?\s*"
AUTHOR = re.compile(rf"^\s*(?:[■●◆□▪○◎◇]\s*|{AUTHOR_LABEL}|By\s+(?=[A-Z]))(?=\S)")
ABSTRACT = re.compile(
    rf"{OPEN}(?:{any_word('articles', 'abstract', spaced=True)}(?:{LABEL_END}|[ \u3000]+(?=\S)|\s*\n\s*|$)|Abstract[.—–-]+\s*)"
)
KEYWORDS = re.compile(
    rf"{OPEN}{any_word('articles', 'keywords', spaced=True)}(?:{LABEL_END}|[ \u3000]+(?=\S)|[—–-]+\s*|\s*\n\s*|$)"
)
LABEL = any_word("articles", "editors", "authors", "funding", "received", "writers")
STATEMENT = re.compile(
    rf"^\s*[*＊]?\s*(?:[（(［\[〔【]?\s*{LABEL}\s*[:：]|{any_word('articles', 'statements')}|"
    rf"[（(]\s*{any_word('articles', 'origins')}|[^。©]*©\s*(?:19|20)\d\d)"
)
SAYS = (("says-author", AUTHOR), ("says-abstract", ABSTRACT), ("says-keywords", KEYWORDS), ("says-statement", STATEMENT))
# What the numbers in a picture stand for, on the line below its caption.
LEGEND_NUMBER = r"\d{1,2}(?:[、,，~～—-]\d{1,2})*[.．、]"
LEGEND = re.compile(rf"{LEGEND_NUMBER}\s?\S.*?[ \u3000;；，]\s*{LEGEND_NUMBER}\s?\S")
INSTITUTION = any_word("articles", "institutions")
IMPRINT = re.compile(
    rf"{any_word('articles', 'imprint', 'received')}|doi\s*[:：]|CN\s?\d\d-|"
    r"(?:19|20)\d\d\s*年?\s*第\s*\d+\s*[期卷号號]|第\s*\d+\s*卷|(?i:vol)\.\s*\d+|(?i:\bno)\.\s*\d.*\b(?:19|20)\d\d|"
    r"^(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?: {2,}|\u3000|\s*[，,]\s*[页頁]|$)|"
    r"[页頁]\s*\d+\s*[-–—~～]\s*\d+$|pp\.\s*\d+\s*[-–—]\s*\d+|"
    rf"》?第[{COUNTING}]{{1,4}}[期卷辑輯](?:[ \u3000]|$)|"
    rf"{VOLUME_AND_ISSUE}|"
    rf"^(?:{any_word('articles', 'columns')}|·[^·]{{2,12}}·)|{INSTITUTION}[^。]*(?:\d{{5,6}}|[)）]|$)"
)
# The name of a serial with a year, or pages behind a year, as an article says where it stands.
SERIAL = re.compile(
    rf"(?i:{any_word('articles', 'serials')})\s.*\b(?:1[6-9]|20)\d\d\b|"
    r"[A-Z].*\((?:1[6-9]|20)\d\d\)\s*[,:]?\s*(?:pp?\.?\s*)?\d+\s*[-–—]\s*\d+\.?$"
)
# What stands on the cover of a standard (GB/T 1.1): its classes, its number and the letters of who issues it.
OF_STANDARD = re.compile(
    r"ICS\s?\d\d(?:\.\d+)*|[A-Z]\s?\d\d|(?:[A-Z]{2,4}|DB\d\d(?:\d\d)?)(?:/[TZ])?(?:\s?[\d.]+\s?[—–-]\s?(?:19|20)\d\d)?"
)
# What an index of journals says of an article, as a label.
OF_IMPRINT = re.compile(rf"{OPEN}{any_word('articles', 'imprint', spaced=True)}(?:{LABEL_END}|[ \u3000])")
BODY = re.compile(rf"[{HAN}]{{2,24}}{any_word('articles', 'bodies')}")
COUNTED = re.compile(r"\d")
STOP_INSIDE = re.compile(r"[。！？!?](?![”’」』）)》]*$)")
HAN_LETTER = re.compile(f"[{HAN}]")
KEYWORD_LINES = 8
NEAR = 4  # lines that show how wide those of an abstract and of the text below it are
LONGEST_ABSTRACT = 40  # lines
AUTHOR_TOP = 6
OVER = 3  # lines, a heading of two among them
TOP = 12  # lines that may stand above the abstract or the text
CALL_AT_END = re.compile(
    rf"(?:{NAMED_CALL}|[［\[〔(（]\d{{1,3}}(?:[,，\-–—]\d{{1,3}})*[］\]〕)）]|[①-⑳]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*＊†‡※]+)$"
)
BRACKETS = dict(zip("（(﹝〔[［【", "）)﹞〕]］】", strict=True))
LONGEST_STATEMENT = 40  # lines
SHORTEST_STATEMENT = 6  # characters


def names_issue(words: str, index: int) -> bool:
    """Whether a line above the text names the journal and issue, or where the authors work; or is the first of the capture and
    sets a number apart at its beginning or end by white, as the head of a first page does.

    >>> names_issue("某某学报　2024年第3期", 1), names_issue("第 2 期      史 地 丛 谈", 0), names_issue("论      某事", 0)
    (True, True, False)
    >>> names_issue("Trans. Sea Club, xxxi (1958), 141-5", 0), names_issue("Trans. Sea Club and its Members", 0)
    (True, False)
    """
    cells = WHITE.split(words) if not index else []
    serial = index < 2 and SERIAL.match(words)
    return bool(serial or IMPRINT.search(words)) or (
        len(cells) > 1 and any(COUNTED.search(cell) for cell in (cells[0], cells[-1]))
    )


def is_closed(words: str) -> bool:
    return closes_sentence(CALL_AT_END.sub("", words)) or closes_sentence(words)


def first_of_text(words: Sequence[str], wide: Sequence[bool], shown: bool = False) -> int:
    """The index of the first line that is certainly not above the text: behind a label, with a number, or a sentence; or the
    first below the author that says nothing of the article and stands over a line as `wide` as the text. `shown`: type shows
    the end of the title.
    """
    top = words[:TOP]
    labelled = any(ABSTRACT.match(line) or KEYWORDS.match(line) for line in top)
    least = max((at + 1 for at, line in enumerate(top[:AUTHOR_TOP]) if AUTHOR.match(line) or names_persons(line)), default=0)
    for index, line in enumerate(top):
        opens = ABSTRACT.match(line) or KEYWORDS.match(line)
        if opens or (index >= max(least, 1) and (kind_of_number(line) or is_named(line))):
            return index
        if index < max(least, 1) or names_issue(line, index):
            continue
        if least and not labelled and line[0] not in BRACKETS and any(wide[index : index + OVER]):
            return index
        if STOP_INSIDE.search(line) or ends_statement(line):
            if index == least or STOP_INSIDE.search(line):
                return index
            return max(least, 1) if least or shown else _opens(wide, index)
    return min(max(TOP, least), len(words))


def _opens(wide: Sequence[bool], index: int) -> int:
    """The first of the lines as wide as the text right above the one that ends a sentence, where no author shows how far the
    top goes.
    """
    while index > 1 and wide[index - 1]:
        index -= 1
    return index


def front_in_other_language(words: Sequence[str]) -> set[int]:
    """The lines between the keywords and a second abstract, in another script than these: title and authors once more."""
    found: set[int] = set()
    for start in [at for at, line in enumerate(words) if KEYWORDS.match(line)]:
        han = bool(HAN_LETTER.search(words[start]))
        for at in range(start + 1, min(start + TOP, len(words))):
            if ABSTRACT.match(words[at]):
                found.update(range(start + 1, at))
            if ABSTRACT.match(words[at]) or KEYWORDS.match(words[at]) or bool(HAN_LETTER.search(words[at])) is han:
                break
    return found


def lines_of_standard(above: Sequence[str]) -> set[int]:
    """The indices of the lines above a text that the cover of a standard has beside its name, two at least."""
    found = {at for at, words in enumerate(above) if OF_STANDARD.fullmatch(words)}
    return found if len(found) > 1 else set()


def lines_of_abstract(lines: Sequence[Line], geometry: Geometry, gaps_tell: bool) -> set[int]:
    """The lines with which an abstract goes on below its label: up to the next label, object, indent, gap or heading."""
    found: set[int] = set()
    for start in [at for at, line in enumerate(lines) if ABSTRACT.match(line.words)]:
        widest = max(geometry.widths[start : start + NEAR])
        for at in range(start + 1, min(start + LONGEST_ABSTRACT, len(lines))):
            words, before = lines[at].words, lines[at - 1].words
            alone = at == start + 1 and is_closed(before)
            stands_in = geometry.indents_vary and geometry.indented[at] and (alone or not geometry.indented[start + 1])
            below_label = at == start + 1 and bool(ABSTRACT.fullmatch(before))
            shown = not below_label and (stands_in or (gaps_tell and geometry.gap[at]))
            labelled = KEYWORDS.match(words) or ABSTRACT.match(words) or (kind_of_number(words) and is_closed(before))
            closed = is_closed(before) and geometry.widths[at - 1] < widest - INDENT
            if shown or labelled or closed or (lines[at].starts_object and not geometry.indents_vary):
                break
            widest = max(widest, geometry.widths[at])
            found.add(at)
    return found


def first_below(words: Sequence[str], text: int) -> int:
    """The index of the first of the statements with which a text ends: bracketed paragraphs, or named ones."""
    end = len(words)
    while end > text:
        first = max(end - LONGEST_STATEMENT, text)
        starts = (at for at in range(end - 1, first - 1, -1) if not at or _closes_anything(words[at - 1]))
        start = next((at for at in starts if _is_statement(words, at, end)), None)
        if start is None:
            break
        end = start
    return end


def _is_statement(words: Sequence[str], start: int, end: int) -> bool:
    if STATEMENT.match(words[start]):
        return True
    opens = words[start][0] in BRACKETS and sum(map(len, words[start:end])) > SHORTEST_STATEMENT
    return opens and _closes_at(words, start) == end - 1


def _closes_anything(words: str) -> bool:
    return is_closed(words) or words[-1] in BRACKETS.values() or bool(STATEMENT.match(words))


def _closes_at(words: Sequence[str], start: int) -> int | None:
    """The line at whose end the bracket closes with which a line opens; None where it closes inside a line or nowhere."""
    opening, closing = words[start][0], BRACKETS[words[start][0]]
    depth = 0
    for index in range(start, min(start + LONGEST_STATEMENT, len(words))):
        for at, char in enumerate(words[index]):
            depth += (char == opening) - (char == closing)
            if not depth:
                return index if at == len(words[index]) - 1 else None
    return None


def inside_brackets(words: Sequence[str], below: int) -> dict[int, bool]:
    """Lines of statements in brackets, at the top or below the text: False for the first of each, True for the others."""
    found: dict[int, bool] = {}
    for index in [*range(min(TOP, len(words))), *range(below, len(words))]:
        if index in found or words[index][0] not in BRACKETS or ABSTRACT.match(words[index]) or KEYWORDS.match(words[index]):
            continue
        end = _closes_at(words, index)
        if end is not None:
            found |= {at: at > index for at in range(index, end + 1)}
    return found


def far_from_keywords(words: Sequence[str]) -> set[int]:
    """The indices of lines above which, in as many lines as keywords take, no label of keywords stands.

    >>> sorted(far_from_keywords(["关键词：渡口", "钟", *["桥"] * KEYWORD_LINES]))
    [0, 9]
    """
    labels = [at for at, line in enumerate(words) if KEYWORDS.match(line)]
    near = {at for label in labels for at in range(label + 1, label + 1 + KEYWORD_LINES)}
    return set(range(len(words))) - near
