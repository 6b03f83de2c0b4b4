"""Lines of which the next ones tell what they are: a headline above the line below it, and the title of another text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.readers.particulars.name_shapes import LATIN_NAME, is_publisher
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.text.characters import width
from build_scripts.traced import capture

# What shows that a line of the length of a title is another thing.
OTHER = frozenset(
    ("crumb", "channel", "buttons", "mostly-buttons", "many-links", "site-words", "neighbour", "appeal", "rights", "disclaimer")
    + ("list-head", "listed", "no-fact", "other-title", "publisher-alone", "dash", "in-brackets", "comma-end", "colon-end")
    + ("caption-words", "credit-words", "captioned", "tags", "serial")
)
ALONE = frozenset(("brief", "tiny", "home", "foreign"))  # what alone is seen of the name of an account
ENDED = frozenset(("stops", "brief", "tiny"))  # and nothing of this of a title above it
SHORTEST_ACCOUNT, LONGEST_ACCOUNT = 3.5, 8.0  # ems of the name of an account; a shorter one may be a person's
OF_PERSON = re.compile(rf"(?!The |Our |My |A ){LATIN_NAME}")
LONGEST_LATIN = 14.0  # ems of one
SHORT_TITLE = 6.0  # ems of a title that the text talks of


def headlines(
    texts: Sequence[str], evidence: Sequence[Sequence[str]], index: int, worded: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Whether a line and the next stand as a headline and what is printed small below it do: both like titles, right above
    particulars, and neither a thing of the site; and whether a line points elsewhere from inside a text.
    """
    if index + 1 < len(texts) and "pointer" in evidence[index] and {"stops", "exclaims"}.intersection(evidence[index + 1]):
        yield "points-elsewhere"
    for title in (index, index + 2):
        if _is_below_time(texts, evidence, title, worded):
            yield "title-below-time" if title == index else "name-above-time"
    latin = _is_latin_name(texts[index])
    if 0 < index < len(texts) - 1 and (latin or not worded[index]) and _is_account(texts, evidence, index):
        yield "account"
        yield from ("latin-name",) if latin else ()
    for above in (index, index - 1):
        seen = evidence[above : above + 3] if above >= 0 else ()
        if len(seen) == 3 and any(name.startswith("facts-") for name in seen[2]) and _is_like_title(seen[1], seen[0]):
            talked_of = bool(worded[above]) and width(texts[above]) >= SHORT_TITLE
            again = " " in texts[above + 1] and "foreign" in seen[1]  # several words of another language: the title again
            if (talked_of or again or "title-length" in seen[0]) and "foreign" not in seen[0] and not _is_other(seen[0]):
                yield "above-deck" if above == index else "below-headline"


def _is_below_time(
    texts: Sequence[str], evidence: Sequence[Sequence[str]], index: int, worded: Sequence[Sequence[str]]
) -> bool:
    """Whether a line as long as a title, of which the text talks, stands between a time and a sentence, and a short line of
    which it does not stands above the time: the name of a site.
    """
    if index < 2 or index + 1 >= len(texts):
        return False
    name, time, title, text = evidence[index - 2 : index + 2]
    timed = "time-alone" in time and "title-length" in title and {"stops", "long", "very-long"}.intersection(text)
    named = "brief" in name and not worded[index - 2] and "crumb" not in name
    return bool(timed and named and worded[index]) and not _is_other(title)


def _is_account(texts: Sequence[str], evidence: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a short line stands between one as long as titles are and a time beside which no publisher stands."""
    seen, above = evidence[index], evidence[index - 1]
    short = SHORTEST_ACCOUNT <= width(texts[index]) <= LONGEST_ACCOUNT and width(texts[index - 1]) >= 2 * width(texts[index])
    alone = (
        (short or _is_latin_name(texts[index]))
        and bool(ALONE.issuperset(seen))
        and not _is_other(above)
        and not ENDED.intersection(above)
    )
    if not alone or "facts-time" not in evidence[index + 1]:
        return False
    return not any(each.name == "publisher" for each in read_particulars(capture(texts[index + 1])).fields)


def _is_latin_name(text: str) -> bool:
    return width(text) <= LONGEST_LATIN and bool(OF_PERSON.fullmatch(text)) and not is_publisher(text)


def _is_like_title(seen: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a line is of the length of a title and shows to be nothing else; one in another language than that above may
    be short.
    """
    return ("title-length" in seen or ("foreign" in seen and "home" in above)) and not _is_other(seen)


def _is_other(seen: Sequence[str]) -> bool:
    return bool(OTHER.intersection(seen)) or any(name.startswith("facts-") for name in seen)
