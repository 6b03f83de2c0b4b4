"""Where no author was read: who the text or a line beside its title may name as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_scripts.model import Document, Doubt, Field
from build_scripts.readers.particulars.loose_words import ORIGINAL
from build_scripts.readers.particulars.name_shapes import LATIN_NAME, is_person
from build_scripts.readers.roles.compose import DEFAULT, REMOVED, Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

REPORTER = re.compile(
    rf"[（(〔［【][^）)〕］】]{{0,8}}?{any_word('page', 'reporters')}[:：\s]*(?P<name>[^）)〕］】摄攝]{{2,24}})[）)〕］】]"
)
IN_BRACKETS = re.compile(r"[（(](?P<name>[^（()）]{2,6})[）)][。.]?$")
HEAD, NEAR_END = 40, 3  # characters of a line, and lines at either end of the text, where a reporter is named
BESIDE = 3  # lines above the title in which a name may be the author's
POST = re.compile(r"\s(?:staff|(?:[Ss]taff )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Cc]ontributor)s?)$")
COMMA = re.compile(r"[A-Z][\w.’'-]*(?: [\w.’'-]+){1,4},\s+(?!and\b|&)[A-Z][\w.’'-]*(?: (?!and\b|&)[\w.’'-]+){0,5}")
OFFICE = re.compile(rf"[^，。：:]{{0,30}}{any_word('page', 'offices')}[ \u3000]+(?P<name>\S{{2,4}})")  # and who holds it
LONG_SENTENCE = 45.0  # ems of one with which a text begins, and no summary
LONGEST_NAME = 5.0  # ems of a name at the end of a text; an authority's is longer
LATIN = re.compile(rf"(?:(?:By|Words by|Text by) )?{LATIN_NAME}(?:(?:,| and| &) [A-Z][\w'’. -]+)?")
# What shows that a line is the site's, whatever name it looks like.
OF_SITE = frozenset(
    ("channel", "buttons", "mostly-buttons", "many-links", "crumb", "site-words", "list-head", "appeal", "tags", "count")
    + ("publisher-alone", "rights", "repeated", "in-frame", "hidden")
)


def posts_behind_names(fields: Iterable[Field], raw: str) -> Iterator[Doubt]:
    """A doubt where one comma and no “and” parts the author of a print: a second name, or a post, stands behind it."""
    for item in fields:
        words = item.text.text.strip()
        if item.name == "author" and COMMA.fullmatch(words):
            line = raw.count("\n", 0, item.text.start) + 1
            hint = "write “author: {value: …, because: …}” with the name alone if it does"
            yield Doubt(line, "doubtful-fact", f"the author “{words}” may hold more than a name", hint)


def of_authors(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """A doubt where the name of an author ends in a post (staff), and one where no author was read and somebody is named: a
    reporter in the text, a name beside the title or in brackets at the end, a short line at the end that a line above repeats.
    """
    if "author" in document.source.inferences:
        return
    posts = [
        item.text.text.strip() for item in document.fields if item.name == "author" and POST.search(item.text.text.strip())
    ]
    if posts:
        first = labelled[0][0].number if labelled else 1
        hint = "write “author: {value: …, because: …}” with the name alone"
        yield Doubt(first, "doubtful-fact", f"the author “{posts[0]}” may hold more than a name", hint)
    if any(item.name == "author" for item in document.fields):
        return
    # Other names (who reviewed, who designed) answer every way but the word that stands before the author alone.
    others = any(item.name == "byline" for item in document.fields)
    ways = (_original, _latin_beside) if others else (_reporter, _beside_title, _original, _signed, _bracketed)
    found = next((each for way in ways if (each := way(labelled))), None)
    if found:
        line, name, sentence = found
        hint = f"write “structure: {{author: {{words: {name}}}}}”, or “author: {{value: …, because: …}}”"
        yield Doubt(line, "doubtful-fact", f"no author was read, and {sentence}", hint)


def _reporter(labelled: Labelled) -> tuple[int, str, str] | None:
    """The reporter whom brackets at either end of the text name."""
    kept = [line for line, each in labelled if each.role not in REMOVED and each.role not in DEFAULT]
    for line in [*kept[:NEAR_END], *kept[-NEAR_END:]]:
        match = REPORTER.search(line.words[:HEAD]) or REPORTER.search(line.words[-HEAD:])
        if match:
            return line.number, match["name"].strip(), f"the text names “{match[0]}”"
    return None


def _beside_title(labelled: Labelled) -> tuple[int, str, str] | None:
    """A line that is a name and nothing else, between the title and the first sentence or right above the title; the name of
    a site of one writer.
    """
    title = next((at for at, (_, each) in enumerate(labelled) if each.role is Role.TITLE), -1)
    texts = [at for at, (line, each) in enumerate(labelled) if at > title and _is_text(line.words, each)]
    long = [at for at in texts if width(labelled[at][0].words) > LONG_SENTENCE]  # names stand below a summary of one line too
    first = next(iter(long or texts), 0)
    for at in range(max(0, title - BESIDE), first):
        line, each = labelled[at]
        if each.given or each.role in DEFAULT or each.role is Role.TITLE:
            continue
        below = at > title and LATIN.fullmatch(line.words)
        named = (is_person(line.words) or below) and not OF_SITE & each.seen
        match = OFFICE.fullmatch(line.words) if at > title else None
        if match and is_person(match["name"]):
            return line.number, match["name"], f"raw line {line.number}, below the title, may name one"
        if named or re.search(any_word("page", "site_ends"), simplified(line.words)):
            return line.number, line.words, f"raw line {line.number}, beside the title, may name one"
    return None


def _latin_beside(labelled: Labelled) -> tuple[int, str, str] | None:
    """A name in Latin letters beside the title, or one behind an office: other names at the foot do not answer it."""
    found = _beside_title(labelled)
    return found if found and LATIN.fullmatch(found[1]) else None


def _original(labelled: Labelled) -> tuple[int, str, str] | None:
    """Who stands behind the word for what is first published here, on a line above the text that was read as no fact."""
    for line, each in labelled:
        if _is_text(line.words, each):
            return None
        match = ORIGINAL.match(simplified(line.words))
        apart = match and (each.role in REMOVED or match["gap"])
        if match and apart and each.role is not Role.TITLE and each.role not in DEFAULT and not each.given:
            name = line.words[match.start("name") : match.end("name")]
            what = "taken out" if each.role in REMOVED else f"read as {each.role}"
            return line.number, name, f"raw line {line.number}, {what}, may name one"
    return None


def _bracketed(labelled: Labelled) -> tuple[int, str, str] | None:
    """A name alone in brackets behind the last sentence."""
    kept = [(line, each) for line, each in labelled if _is_text(line.words, each) or each.role is Role.PARAGRAPH]
    for line, each in kept[-1:]:
        match = IN_BRACKETS.search(line.words)
        if match and is_person(match["name"]) and not each.given:
            return line.number, match["name"], f"the text ends with “{match[0]}”"
    return None


def _signed(labelled: Labelled) -> tuple[int, str, str] | None:
    """A short line at the very end of the text whose words a line taken out above it has as well."""
    kept = [(line, each) for line, each in labelled if each.role not in REMOVED and each.role not in DEFAULT]
    above = {line.words for line, each in labelled if each.role in REMOVED}
    for line, each in kept[-1:]:
        if not each.given and line.words in above and width(line.words) <= LONGEST_NAME and not closes_sentence(line.words):
            return line.number, line.words, f"raw line {line.number}, at the end of the text, may name one"
    return None


def _is_text(words: str, each: Label) -> bool:
    return each.role not in REMOVED and each.role not in DEFAULT and closes_sentence(words)
