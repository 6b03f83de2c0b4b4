"""A proposal of the stories of a page that nobody has given out yet: what an editor can put into `source.yaml` and correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.readers.newspapers.display import CLOSING, OPENING, Display, is_byline, parts_of_display
from build_scripts.readers.newspapers.sheet import FULL, PICTURE, closes, stands_in, stories_of
from build_scripts.readers.paged.pages import find_edges
from build_scripts.readers.particulars.dateline import REPORT
from build_scripts.readers.parts.boxes import BULLET
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.spans import spans_of, written_together
from build_scripts.text.characters import HAN, closes_sentence
from build_scripts.text.lexicon import any_word

MOST_STORIES = 20
TOP = 2  # lines among which the page says what it is
LONG = 12.0  # ems
LONGEST_SIGNER = 9.0
MOST_CAPTION = 4  # lines
SALUTES, WHITE = re.compile("[^，。：、 \u3000]{3,8}：(?=.)"), re.compile(" {2}|\u3000")
FOLIO = re.compile(rf"[年/.-].*{any_word('times', 'weeks')}")

MASTHEAD = re.compile(rf"[{HAN}](?:[ \u3000]+[{HAN}]){{2,6}}")  # the name of the paper, above its day


@dataclass(frozen=True, slots=True)
class StoryParts:
    """A story: what stands above its text, its lines, and the headings among them."""

    display: Display
    body: tuple[Line, ...]
    headings: tuple[Line, ...] = ()


def propose(name: str, lines: Sequence[Line]) -> str:
    """What to write under `structure`: each story with its parts in ranges of raw lines, and the rest.

    A headline is a few lines that close no sentence, short or of another width than the text, above lines that do. A line that
    reads as text goes with the story above it, never with the rest.
    """
    edges = {edge.number for edge in find_edges(lines)}
    printed = [line for line in lines if not line.blank and line.number not in edges]
    folio = {line.number for line in printed[:TOP] if FOLIO.search(line.words) and not closes_sentence(line.words)}
    if len(printed) > 1 and printed[1].number in folio and MASTHEAD.fullmatch(printed[0].words):
        folio.add(printed[0].number)
    printed = [line for line in printed if line.number not in folio]
    stories = _joined(_with_signers(list(stories_of(printed))[:MOST_STORIES]))
    if not stories:
        return "name each story under “structure”, with its lines: “first-story: {headline: 1, body: 2-40}”"
    told = [f"{name}-{place}: {{{_lines(story)}}}" for place, story in enumerate(stories, 1)]
    known = {line.number for each in stories for line in each.body}
    known |= {line.number for each in stories for parts in each.display.values() for part in parts for line in part}
    rest = [line.number for line in lines if not line.blank and line.number not in known]
    told += [f"furniture: {written_together(spans_of(rest))}"] if rest else []
    may = [line.number for each in stories for line in each.headings]
    unsure = f" (stories may begin at the headings in lines {written_together(spans_of(may))})" if may else ""
    return f"look at it and correct it{unsure}: write under “structure” " + "; ".join(told)


def _with_signers(found: Sequence[tuple[list[Line], list[Line]]]) -> list[tuple[list[Line], list[Line]]]:
    """The stories, with who signs a letter, on a line with white inside, below it and not above the headline of the next."""
    parted: list[tuple[list[Line], list[Line]]] = []
    for display, body in found:
        if parted and SALUTES.match(parted[-1][1][0].words) and len(display) > 1 and _may_sign(display[0]):
            parted[-1][1].append(display[0])
            display = display[1:]
        parted.append((display, body))
    return parted


def _may_sign(line: Line) -> bool:
    return line.width <= LONGEST_SIGNER and bool(WHITE.search(line.words))


def _joined(found: Sequence[tuple[list[Line], list[Line]]]) -> list[StoryParts]:
    """The stories; where some show that they begin one, what stands above a text and shows it not is a heading of its story."""
    parts = [parts_of_display(display) for display, _ in found]
    begins = [_begins(each, body) for each, (_, body) in zip(parts, found, strict=True)]
    stories: list[StoryParts] = []
    for at, (display, body) in enumerate(found):
        above = stories[-1].body[-1] if stories else None
        if not above or begins[at] or not any(begins) or _ends_story(above):
            stories.append(StoryParts(parts[at], tuple(body)))
        else:
            last = stories.pop()
            stories.append(StoryParts(last.display, (*last.body, *display, *body), (*last.headings, display[0])))
    return stories


def _begins(display: Display, body: Sequence[Line]) -> bool:
    """Whether a story shows that it begins: by more than a headline, the place and day of a report, or the bullet of a list."""
    opening = "".join(body[0].words.split()) if body else ""
    more = display["kicker"] or display["deck"] or display["byline"]
    return bool(more or REPORT.match(opening) or BULLET.match(opening) or PICTURE.match(opening))


def _ends_story(line: Line) -> bool:
    """Whether a line ends a story: what stands in brackets, or who signs it."""
    return line.words[0] in OPENING or not closes(line)


def _lines(story: StoryParts) -> str:
    """The parts of a story: who wrote it stands above its text, what is below a picture between its lines."""
    body = story.body
    by = [line.number for line in body[:1] if is_byline(line) and not stands_in(line) and not _is_full(body)]
    captions = [number for at in range(len(body)) for number in _caption(body, at)]
    signed = [body[-1].number] if _is_signed(body) else []
    text = [line.number for line in body if line.number not in {*by, *captions, *signed}]
    above = {role: [_numbers(part) for part in parts] for role, parts in story.display.items()}
    below = {"body": text, "heading": _numbers(story.headings), "caption": captions, "statement": signed}
    told = {role: [span for part in parts for span in spans_of(part)] for role, parts in above.items()}
    told["byline"] += spans_of(by)
    told |= {role: spans_of(numbers) for role, numbers in below.items()}
    return ", ".join(f"{role}: {written_together(spans)}" for role, spans in told.items() if spans)


def _is_signed(body: Sequence[Line]) -> bool:
    """Whether a short line that closes nothing stands below the text, as who signs it or made the page does."""
    if len(body) < 2:
        return False
    above, last = body[-2:]
    if not closes(above) or stands_in(last) or last.width >= FULL * max(each.width for each in body):
        return False
    return not closes_sentence(last.words) and last.words[-1] not in CLOSING


def _caption(body: Sequence[Line], at: int) -> list[int]:
    """The numbers of the lines of a caption that begins with a line of a story, up to the end of its sentence or credit."""
    if not PICTURE.match(body[at].words) or stands_in(body[at]):
        return []
    end = next((end for end in range(at, min(at + MOST_CAPTION, len(body))) if closes(body[end])), at)
    return [line.number for line in body[at : end + 1]]


def _is_full(body: Sequence[Line]) -> bool:
    """Whether the first line of a story is as long as the next, as text is that goes on."""
    return len(body) > 1 and body[0].width >= max(FULL * body[1].width, LONG) and body[0].words[0] not in OPENING


def _numbers(lines: Sequence[Line]) -> list[int]:
    return [line.number for line in lines]
