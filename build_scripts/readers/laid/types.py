"""What the type and place of each line tell, as the names that the grammars weigh; nothing where the capture does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from build_scripts.readers.faces.bold_lines import bold_heads
from build_scripts.readers.faces.face_heads import heads_by_face
from build_scripts.readers.faces.labelled import labelled_entries
from build_scripts.readers.faces.small_heads import heads_of_small_print
from build_scripts.readers.parts.bullets import opens_point
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.text.characters import closes_sentence, width

LARGER, SMALLER, LARGEST = 1.1, 0.93, 1.25  # shares of the usual size
ALIKE = 0.03
CENTRED = 1.0  # ems by which the white on both sides differs at most
FAR, NARROW = 8.0, 0.6  # ems by which a line stands in that is set at the right side; share of its column that it fills
WHITE = 3.0  # ems on either side of what is centred
SAME = 1.15  # times the usual step, and a line stands no further down than any
CLOSE = 1.3  # times the usual step
WIDER, LEAST = 1.2, 0.5  # times the usual step above what begins; ems of a space between words
TOP = 12  # lines among which the title stands
LONG = 0.75  # of the width of its column, from which on a line may be a full one; code and lists have few
JUSTIFIED = 0.72  # of such lines; the rest are the ends of paragraphs
BROKEN = 2.5  # ems
CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")  # the number of a clause alone, above the term that it defines (GB/T 1.1)
FIRST_WORD = re.compile(r"[!-~]+")
FEWEST = 2  # lines in type of their own, beside the title, by which headings stand out


def observe_types(lines: Sequence[Line]) -> list[list[str]]:
    """What is seen of each line, in order: its size and weight, whether it is centred, whether its type goes on or changes."""
    laid = [line.laid for line in lines]
    largest, top = largest_type(lines)
    again = {at for at, each in enumerate(laid[:TOP]) if each and _comes_again(each, laid[TOP:])}
    display = [bool(each and _is_display(each)) for each in laid]
    justified, bold, small, faces = is_justified(lines), bold_heads(lines), heads_of_small_print(lines), heads_by_face(lines)
    entries = labelled_entries(lines)
    stands_out = sum(display) - (largest >= LARGEST) >= FEWEST
    return [
        [
            *_seen(each, laid[index - 1] if index else None, largest, stands_out, index, index in again),
            *(["after-a-broken-line"] * _is_broken_off(lines[index - 1 : index + 1], justified)),
            *(["apart-below-a-short-line"] * (index > 0 and stands_apart(lines[index - 1], lines[index]))),
            *(["breaks-off"] * _is_broken_off(lines[index : index + 2], justified)),
            *(["bold-and-numbered"] * (index in bold)),
            *(["heads-small-print"] * (index in small)),
            *(["in-a-face-of-its-own"] * (index in faces)),
            *(["opens-an-entry"] * (index in entries)),
            *(["a-larger-one-follows"] * (bool(index < top and each and each.scale < largest - ALIKE and largest >= LARGEST))),
            *_opens(lines[index].words, lines[index - 1].words if index else ""),
        ]
        if each
        else []
        for index, each in enumerate(laid)
    ]


def largest_type(lines: Sequence[Line]) -> tuple[float, int]:
    """The largest share of the usual size among the first lines, and the index of the last line of the first group that has it;
    1 and 0 where none is known.

    The number of a chapter, which stands alone, may be larger than its title.
    """
    found = [(line.laid.scale, at) for at, line in enumerate(lines[:TOP]) if line.laid and not line.words.isdecimal()]
    largest = max((scale for scale, _ in found), default=1.0)
    first = next((at for scale, at in found if scale >= largest - ALIKE), 0)
    alike = takewhile(lambda pair: pair[0] >= largest - ALIKE, ((scale, at) for scale, at in found if at >= first))
    return largest, max((at for _, at in alike), default=0)


def below_largest(lines: Sequence[Line]) -> int:
    """The index of the line below those in the largest type, as titles have it; 0 where none of the first is large."""
    largest, last = largest_type(lines)
    return last + 1 if largest >= LARGEST else 0


def _seen(each: Laid, before: Laid | None, largest: float, stands_out: bool, index: int, again: bool) -> Iterator[str]:
    yield "in-a-table" if each.table else "no-table"
    below = before and before.scale > LARGER and index < TOP and LARGER <= each.scale < before.scale / LARGER
    yield "below-the-title" if below and not again and before and before.scale >= largest - ALIKE else "not-below-the-title"
    if each.scale >= LARGEST and each.scale >= largest - ALIKE and index < TOP:
        yield "largest-type"
    yield from _type(each, stands_out)
    if before:
        yield from _change(before, each)


def _opens(words: str, above: str) -> Iterator[str]:
    """Whether a line opens a point of a list, or a clause with a number like 3.1.2 below a sentence that ends."""
    if opens_point(words, above):
        yield "opens-with-a-bullet"
    elif above and closes_sentence(above) and (kind_of_number(words).startswith("decimal") or CLAUSE.fullmatch(words)):
        yield "opens-a-clause"


def _type(each: Laid, stands_out: bool) -> Iterator[str]:
    """Its size and weight, and whether it is set apart from the text."""
    if each.scale >= LARGER:
        yield "larger-type"
    elif each.scale <= SMALLER:
        yield "smaller-type"
    elif each.heavy:
        yield "heavy-type"
    elif stands_out:
        yield "plain-type"
    if is_centred(each):
        yield "centred"
    elif not _is_display(each) and 0 < each.step < SAME:
        yield "set-as-text"


def _change(before: Laid, each: Laid) -> Iterator[str]:
    """Whether the type of the line before goes on."""
    if not _is_alike(before, each):
        usual = LARGER > each.scale > SMALLER and not each.heavy
        yield "type-returns" if usual and (before.scale <= SMALLER or before.table) else "type-changes"
    elif _is_display(each) and before.column == each.column and each.step < CLOSE:
        yield "type-goes-on"


def is_justified(lines: Sequence[Line]) -> bool:
    """Whether most long lines reach the right side of their columns to the half em, as only justified ones do."""
    long = [line.laid for line in lines if line.laid and line.laid.ems >= LONG * line.laid.full]
    return sum(each.behind <= 0.5 for each in long) > JUSTIFIED * len(long)


def _is_broken_off(pair: Sequence[Line], justified: bool) -> bool:
    """Whether the first of two lines leaves white that the first word of the other would have filled."""
    before, line = (each.laid for each in pair) if len(pair) == 2 else (None, None)
    if not justified or not before or not line or before.column != line.column or before.table or line.table:
        return False
    if before.inset and line.inset:  # lines of one narrower column
        return False
    return before.behind > max(BROKEN, _first_word(pair[1].words) + 1.0) and not is_centred(before)


def stands_apart(above: Line, line: Line) -> bool:
    """Whether a line stands further below one in its type than lines of a paragraph do, and its first word had room on that."""
    one, each = above.laid, line.laid
    if not one or not each or one.table or each.table or one.across or one.inset or is_centred(one):
        return False
    apart = one.column == each.column and each.step > WIDER and _is_alike(one, each)
    return apart and one.behind >= _first_word(line.words) + LEAST


def _first_word(words: str) -> float:
    """The width of a Latin word or a number with which a line begins, in ems; else that of one ideograph."""
    word = FIRST_WORD.match(words)
    return width(word[0]) if word else 1.0


def _is_display(each: Laid) -> bool:
    return each.scale >= LARGER or (each.heavy and each.scale > SMALLER)


def is_centred(each: Laid) -> bool:
    """Whether a line has as much white on its left as on its right, and more than an indent, and others not the very same."""
    return (
        not each.inset
        and each.indent >= WHITE
        and each.behind >= WHITE
        and abs(each.indent - each.behind) <= CENTRED
        and not each.table
    )


def _comes_again(each: Laid, below: Sequence[Laid | None]) -> bool:
    """Whether lines further down are set in the type of one above the text, as the first heading is set like the others."""
    return _is_display(each) and any(other and _is_alike(each, other) for other in below)


def _is_alike(one: Laid, other: Laid) -> bool:
    return abs(one.scale - other.scale) <= ALIKE and one.heavy == other.heavy


def has_small_notes(lines: Sequence[Line], labels: Sequence[int]) -> bool:
    """Whether notes are set smaller than the text, by the lines that bear a label."""
    small = [bool(laid and laid.scale <= SMALLER) for laid in (lines[at].laid for at in labels)]
    return sum(small) * 2 > len(small) if small else False


def small_as_notes(lines: Sequence[Line], labels: Iterable[int]) -> frozenset[int]:
    """The indices of the lines that are set smaller than most text, and no larger than all lines with labels of notes."""
    largest = max((laid.scale for at in labels if (laid := lines[at].laid)), default=1.0) + ALIKE
    return frozenset(at for at, line in enumerate(lines) if is_small(line) and line.laid and line.laid.scale <= largest)


def is_small(line: Line) -> bool:
    """Whether a line is set smaller than most text."""
    return bool(line.laid and line.laid.scale <= SMALLER)


def stands_alike(one: Line, other: Line) -> bool:
    """Whether both of two lines stand in the middle or neither does, as far as the capture knows."""
    return not one.laid or not other.laid or is_centred(one.laid) == is_centred(other.laid)


def is_set_right(line: Line) -> bool:
    """Whether a line is set at the right side, as signatures and their days are."""
    each = line.laid
    if not each or each.table:
        return False
    return each.indent >= FAR and each.behind < each.indent / 2 and each.ems <= NARROW * each.full


def set_like_text(line: Line) -> bool:
    """Whether nothing in the type and place of a line sets it apart from the text, where the capture knows them."""
    return bool(line.laid and not _is_display(line.laid) and not is_centred(line.laid))
