"""What can be seen of each line of an article, as the names that `roles/grammars/article.yaml` weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.laid.captions import SHOWN, captions_of, particulars_of
from build_scripts.readers.laid.types import below_largest, is_set_right, observe_types, stands_alike
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.captions import FIGURE_ALONE, is_caption
from build_scripts.readers.parts.lines import Line, without
from build_scripts.readers.parts.numbering import (
    document_parts,
    is_annex,
    is_named,
    kind_of_number,
    points_of_lists,
    starts_of_lettered_points,
)
from build_scripts.readers.quotations.insets import names_of_insets
from build_scripts.readers.running.article_parts import (
    AUTHOR,
    BODY,
    CALL_AT_END,
    OF_IMPRINT,
    SAYS,
    STOP_INSIDE,
    TOP,
    far_from_keywords,
    first_below,
    first_of_text,
    front_in_other_language,
    inside_brackets,
    is_closed,
    lines_of_abstract,
    lines_of_standard,
    names_issue,
)
from build_scripts.readers.running.columns import (
    INDENT,
    LITTLE,
    fill_of,
    first_word,
    full_widths,
    is_short,
    lines_are_paragraphs,
    lost_indent,
)
from build_scripts.readers.running.foot_statements import statements_at_feet
from build_scripts.readers.running.geometry import Geometry
from build_scripts.readers.running.going_on import PAUSE, gaps_tell
from build_scripts.readers.running.numbered_runs import end_of_run
from build_scripts.readers.running.plain_signs import (
    below_remarks,
    entries_of,
    lead_of,
    legends_of,
    of_plain,
    signs_of,
    without_call,
)
from build_scripts.readers.running.plain_tables import rows_of_tables
from build_scripts.readers.running.speakers import lines_of_speakers
from build_scripts.text.characters import bare, closes_sentence, ends_statement
from build_scripts.text.radicals import unified
from build_scripts.text.spacing import close_letter_spacing

FEWEST_ALONE = 2  # lines that stand in without a gap
WIDE = 0.75  # of a column; no heading is as wide
DATE = re.compile(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
LONGEST_TITLE = 120.0  # ems of a line that may be a title


def observe(lines: Sequence[Line], geometry: Geometry, calls: frozenset[int] = frozenset()) -> list[list[str]]:
    """What is seen of each line, in order; `calls` holds the code points of the capture at which notes are called."""
    return _Observer(lines, geometry, calls).observe()


class _Observer:
    def __init__(self, lines: Sequence[Line], geometry: Geometry, calls: frozenset[int]) -> None:
        self.lines, self.geometry, self.calls = lines, geometry, calls
        shown = [unified(without_call(line, calls)) for line in lines]
        self.words = [without(words, close_letter_spacing(words)) for words in shown]
        self.whole = lines_are_paragraphs(lines)
        self.full = full_widths(lines) if lines else []
        self.gaps_tell = gaps_tell(self.words, geometry)
        begins = [bool(gap) and self.gaps_tell for gap in geometry.gap]
        lead = lost_indent(lines, self.full, begins)
        self.fills = [fill_of(lines, index, self.full[index], lead) for index in range(len(lines))]
        wide = [size >= most * WIDE for size, most in zip(geometry.widths, self.full, strict=True)]
        large = below_largest(lines)
        self.text = below_remarks(self.words, max(first_of_text(self.words, wide, large > 0), large))
        self.below = first_below(self.words, self.text)
        self.document = document_parts(self.words)
        self.abstract = lines_of_abstract(lines, geometry, self.gaps_tell)
        self.speakers = lines_of_speakers(self.words)
        self.inset = names_of_insets(geometry.inset, geometry.widths) | {run[0]: "opens-inset" for run in geometry.deep}
        self.foreign = front_in_other_language(self.words)
        self.far = far_from_keywords(self.words)
        self.rows = rows_of_tables(lines)
        self.legends = legends_of(self.words)
        self.feet = statements_at_feet(lines, geometry)
        self.points = points_of_lists(self.words) | starts_of_lettered_points(self.words) | entries_of(self.words)
        self.indents_alone = self._indents_alone()
        self.of_standard = lines_of_standard(self.words[: self.text])
        self.inside = inside_brackets(self.words, self.below)
        left = [full - size for full, size in zip(self.full, geometry.widths, strict=True)]
        runs = {
            at: end_of_run(self.words, left, self._opens, at) for at, words in enumerate(self.words) if kind_of_number(words)
        }
        self.runs = {at: end for at, end in runs.items() if end is not None}
        self.in_runs = {at for start, end in self.runs.items() for at in range(start + 1, end + 1)}

    def observe(self) -> list[list[str]]:
        types = observe_types(self.lines)
        return [
            [
                *self._place(index),
                *self._says(index),
                *self._wording(index),
                *self._stands(index),
                *self._after(index),
                *(["in-a-table"] if index in self.rows else types[index] or of_plain(self.lines, self.words, index, self.text)),
            ]
            for index in range(len(self.lines))
        ]

    def _place(self, index: int) -> list[str]:
        seen = ["very-top"] if not index else []
        seen.append("above-the-text" if index < self.text else "in-the-text")
        seen += ["statement-at-foot"] * (index in self.feet.first) + ["more-of-statement-at-foot"] * (index in self.feet.more)
        if index in self.feet.above:
            seen.append("below-statements" if self._closed(self.feet.above[index]) else "goes-on-below-statements")
        return [*seen, "below-the-text" if index >= self.below else "not-below"]

    def _says(self, index: int) -> list[str]:
        words = self.words[index]
        seen = [name for name, pattern in SAYS if pattern.match(words)]
        if index in self.inside and not self.inside[index]:
            seen.append("in-brackets")
        elif index in self.inside:
            seen.append("inside-brackets")
        seen += [self.document[index]] if index in self.document else []
        seen += ["of-standard"] * (index in self.of_standard)
        if index < self.text and names_issue(words, index):
            seen.append("imprint-words")
        elif index < TOP and OF_IMPRINT.match(words):
            seen.append("imprint-label")
        if not seen:
            seen += ["says-nothing", *(["addresses"] * (index < self.text and words[-1] in "：:"))]
        body = 0 < index < self.text and BODY.fullmatch(words)
        persons = names_persons(AUTHOR.sub("", words) or words)
        seen.append("names-a-body" if body else "names-persons" if persons else "no-names")
        seen += ["in-the-other-language"] * (index in self.foreign) + ["far-from-keywords"] * (index in self.far)
        seen += ["number-of-a-figure"] * bool(FIGURE_ALONE.fullmatch(words) and is_closed(self.words[index - 1]))
        seen += ["legend"] * (index in self.legends)
        seen += particulars_of(self.lines[index]) if "says-author" not in seen and index < self.text else []
        seen += captions_of(self.lines, index)
        shown = is_caption(words) or seen[-1] in SHOWN
        return [*seen, "caption-words" if shown else "no-caption-words"]

    def _wording(self, index: int) -> list[str]:
        words = self.words[index]
        seen = ["mark-alone"] if CALL_AT_END.fullmatch(words) else []
        if kind_of_number(words):
            seen += ["numbered", "runs-to-a-stop" if self.runs.get(index) is None else "runs-out"]
        if index in self.in_runs:
            seen.append("goes-on-with-heading")
        if is_named(words):
            seen += ["named-heading", *["annex"] * is_annex(words)]
        elif not kind_of_number(words):
            seen.append("plain-words")
        if STOP_INSIDE.search(words):
            seen.append("holds-a-stop")
        seen += signs_of(self.words, index, self.text)
        seen += ["point-of-a-list"] * (index in self.points) + ["date-alone"] * bool(DATE.fullmatch(words))
        seen += ["longer-than-titles"] * (self.lines[index].width > LONGEST_TITLE)
        seen += ["opens-with-call"] * (self.lines[index].offset(lead_of(self.lines[index])) in self.calls)
        seen.append("ends-closed" if self._closed(index) else "ends-open")
        if ends_statement(words):
            seen.append("closes-sentence")
        elif words[-1] in PAUSE:
            seen.append("ends-with-a-pause")
        return seen + ["whole-paragraph"] * self.whole

    def _closed(self, index: int) -> bool:
        """Whether a sentence ends with a line; a mark alone stands behind the line before."""
        words = self.words[index]
        return self._closed(index - 1) if index and CALL_AT_END.fullmatch(words) else is_closed(words)

    def _opens(self, index: int) -> bool:
        """Whether the capture shows that something new begins at a line."""
        geometry = self.geometry
        shown = (geometry.indents_vary and geometry.indented[index]) or (self.gaps_tell and geometry.gap[index])
        return bool(shown) or bool(kind_of_number(self.words[index]))

    def _stands(self, index: int) -> list[str]:
        geometry, words = self.geometry, self.words[index]
        size, full = geometry.widths[index], self.full[index]
        seen = []
        if size >= full - 1.5:
            seen.append("as-wide-as-text")
            seen += ["numbered-and-wide"] * bool(kind_of_number(words))
        elif is_short(size, full):
            seen.append("short")
            seen += self._alone(index)
        if geometry.indents_vary:
            seen.append("indented" if geometry.indented[index] else "not-indented")
        if self.gaps_tell and geometry.gap[index] is not None and not self._is_indented_alone(index):
            seen.append("gap" if geometry.gap[index] else "no-gap")
        if index and self.lines[index].starts_object and not geometry.indents_vary:
            seen.append("new-object")
        laid = self.lines[index].laid
        if is_set_right(self.lines[index]):
            seen.append("set-right")
        seen += ["after-what-is-set-right"] * (index > 0 and is_set_right(self.lines[index - 1]))
        if laid and geometry.indents_vary and geometry.indented[index]:
            seen.append("stands-in")
        if not (self.lines[index].laid and (geometry.indents_vary or self._shows_gaps(index))):
            seen += self.fills[index].names(self._closed(index))
        seen.append("goes-on-with-abstract" if index in self.abstract else "not-of-abstract")
        seen += [self.inset.get(index, "")] * (index in self.inset)
        return seen + ["speaker"] * (index in self.speakers)

    def _indents_alone(self) -> int:
        """How many lines stand in below a sentence that ends and have no gap above them."""
        geometry = self.geometry
        return sum(
            geometry.indents_vary and geometry.indented[at] and geometry.gap[at] is False and self._closed(at - 1)
            for at in range(1, len(self.lines))
        )

    def _is_indented_alone(self, index: int) -> bool:
        geometry = self.geometry
        return self.indents_alone >= FEWEST_ALONE and geometry.indented[index] and not geometry.gap[index]

    def _shows_gaps(self, index: int) -> bool:
        """Whether the print of a capture itself tells here by white whether a paragraph begins."""
        return bool(self.lines[index].laid) and self.gaps_tell and self.geometry.gap[index] is not None

    def _alone(self, index: int) -> list[str]:
        """Whether a short line has the look of a heading without a number: text closed above it, something new below it."""
        words = self.words[index]
        last = index + 1 == len(self.words)
        above = index == 0 or is_closed(self.words[index - 1]) or self._was_short(index)
        above = above or (self.words[index - 1][-1] in "：:" and bool(kind_of_number(words)))
        stops = is_closed(words) or STOP_INSIDE.search(words) or words[-1] in PAUSE
        if stops or last or not above or index < self.text or words.isdigit():
            return []
        if not is_short(self.geometry.widths[index], self.full[index] - 1.0):
            return []  # a first line whose indent is lost may be as wide
        room = self.fills[index].room_as_first
        if room is not None and room < 0 and any(mark in words for mark in PAUSE):
            return []  # a first line on which the long word below had no room
        below = self._opens(index + 1) or self._may_be_first(index + 1)
        return ["stands-alone"] if below and above else ["stands-among"]

    def _may_be_first(self, index: int) -> bool:
        """Whether the width of a line is that of the first of a paragraph, or of its only one."""
        fill = self.fills[index]
        fills = fill.room_as_first is None or fill.room_as_first < 0 or is_closed(self.words[index])
        return fills and fill.too_wide_as_first <= LITTLE

    def _was_short(self, index: int) -> bool:
        """Whether the line before is short and had room for the word with which this one begins."""
        size, full = self.geometry.widths[index - 1], self.full[index - 1]
        return is_short(size, full) and size + first_word(self.words[index]) < full - INDENT

    def _after(self, index: int) -> list[str]:
        """What the line before says of this one."""
        if not index:
            return []
        above = self.words[self.feet.above.get(index, index - 1)]
        before = bare(CALL_AT_END.sub("", above)) or above
        seen = []
        words, short = self.words[index], is_short(self.geometry.widths[index], self.full[index])
        beside = short and stands_alike(self.lines[index - 1], self.lines[index])
        if FIGURE_ALONE.fullmatch(before) and beside and not is_closed(words) and not kind_of_number(words):
            seen.append("below-number-of-a-figure")
        if above[-1] in "：:" and self._was_short(index) and not kind_of_number(words):
            seen.append("below-a-short-colon")
        if closes_sentence(before):
            seen.append("after-a-stop")
        elif before[-1] in PAUSE:
            seen.append("after-a-pause")
        elif not self._was_short(index):
            seen.append("after-open-text")
        if self._was_short(index) and before[-1] not in PAUSE:
            headed = bool(kind_of_number(before)) or is_named(before)
            seen.append("after-a-short-line" if closes_sentence(before) or headed else "after-a-short-open-line")
        if kind_of_number(before) and self._was_short(index) and not closes_sentence(before):
            seen.append("after-a-heading")
        return seen
