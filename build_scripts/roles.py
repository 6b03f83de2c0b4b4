"""The roles that a line of a capture can play, one vocabulary for every reader, every story and every editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is to its document. Editors write these words under `structure` in `source.yaml`."""

    # What the capture says about the document.
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADLINE = "headline"
    AUTHOR = "author"
    BYLINE = "byline"
    EDITOR = "editor"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    PLACE = "place"
    DATELINE = "dateline"
    CREDIT = "credit"
    # What stands above a story of a newspaper, and its text as a whole.
    KICKER = "kicker"
    DECK = "deck"
    BODY = "body"
    ITEMS = "items"
    # The text.
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    HEADING = "heading"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CONTINUED = "continued"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    TABLE = "table"
    CAPTION = "caption"
    STATEMENT = "statement"
    TRANSLATION = "translation"
    # Notes.
    NOTE = "note"
    CALL = "call"
    NOT_A_CALL = "not-a-call"
    # What does not belong to the text.
    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    BREADCRUMB = "breadcrumb"
    OTHER_HEADLINES = "other-headlines"
    FURNITURE = "furniture"
    BLANK = "blank"


# A reader gives these out; an editor has no need to.
OF_READERS = (Role.BLANK, Role.TRANSLATION)
# Facts that words inside a line can be, and marks that can stand there.
INSIDE_A_LINE = (
    *(Role.TITLE, Role.SUBTITLE, Role.AUTHOR, Role.BYLINE, Role.EDITOR, Role.PUBLISHED, Role.PUBLISHER, Role.PLACE),
    *(Role.DATELINE, Role.CREDIT, Role.CALL, Role.NOT_A_CALL, Role.PAGE_NUMBER, Role.RUNNING_HEAD, Role.FURNITURE),
)
NUMBERED = (Role.HEADING, Role.NOTE, Role.CALL)  # with a level; with a number


@dataclass(frozen=True, slots=True)
class Given:
    """A role that an editor gives, to raw lines or to words inside one; exactly one way of naming them is used.

    `first` to `last` are raw lines from 1, both included, and open where 0; `pattern` is a regular expression that is
    searched in each line; `opening` is how one line begins; `words` stand once in the capture, inside a line. `number` is
    the level of a heading, from 1, or the number of a note as it is printed, on it or on its call.
    `key` tells where in `source.yaml` it was given.
    """

    role: Role
    key: str
    first: int = 0
    last: int = 0
    pattern: str = ""
    opening: str = ""
    words: str = ""
    number: int = 0
