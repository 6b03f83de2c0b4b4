"""What a document is called by who speaks in it: in lists of witnesses, and in the line below its title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.edition.names import Name
from build_scripts.model import Document, Field
from build_scripts.passes.facts import settle_facts
from build_scripts.traced import capture
from build_scripts.views.naming import short_name
from tests.links.making import document

NAMES = (Name(("海洋日报",), ("The Sea Daily",)),)


def by(*authors: str, publisher: str = "", given: dict[str, str] | None = None) -> Document:
    """A text whose capture states these authors and this publisher."""
    made = document("made", "一段。", title="谈海", given=given)
    fields = [*made.fields, *(Field("author", capture(name)) for name in authors)]
    fields += [Field("publisher", capture(publisher))] if publisher else []
    return settle_facts(replace(made, fields=tuple(fields)))


@pytest.mark.parametrize(
    ("made", "chinese", "english"),
    [
        (by("王国维"), "王国维", "王国维"),
        (by("王国维", "李明"), "王国维、李明", "王国维 and 李明"),
        (by("王国维", "李明", "赵云", publisher="海洋日报"), "王国维等", "王国维 and others"),
        (by(publisher="海洋日报"), "海洋日报", "The Sea Daily"),
        (by(given={"author": "海洋日报"}), "[海洋日报]", "[The Sea Daily]"),
        (by(), "", ""),
    ],
)
def test_by_authors_else_by_publisher(made: Document, chinese: str, english: str) -> None:
    assert (short_name(made, "zh-Hans", NAMES), short_name(made, "en", NAMES)) == (chinese, english)


def test_the_record_goes_before_what_the_capture_states() -> None:
    made = by("王国维")
    called = replace(made, source=replace(made.source, shorts={"zh-Hans": "《海洋日报》评论", "en": "Sea Daily comment"}))
    assert short_name(called, "zh-Hans", NAMES) == "《海洋日报》评论"
    assert short_name(called, "en", NAMES) == "Sea Daily comment"
