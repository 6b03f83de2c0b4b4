"""What changed for readers with each release: a page for all of them, and one for each that says what came after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from build_scripts.edition.edition import in_tree
from build_scripts.model import BlockType
from build_scripts.seed.releases import Release, ReleaseNote
from build_scripts.text.dates import show_date
from build_scripts.views.tree import Tree
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.page import Page, Piece, prose, whole

FEED = "changes.xml"  # in the folder of each tree
UNANCHORED = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)


def changes_pages(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path, page)`: all releases, the newest first; each release with what has changed since."""
    releases = tree.edition.releases
    title = tree.say("changes")
    pieces: list[Piece] = [whole(heading(1, escape(title))), *prose(tree.say("changes-intro"))]
    if releases:
        pieces += [f'<p class="dz-files"><a href="../../{FEED}">{escape_html(tree.say("changes-feed"))}</a></p>']
        pieces += [piece for release in releases for piece in _release(tree, release, 2, linked=True)]
    else:
        pieces += prose(tree.say("changes-none"))
    yield "about/changes/index.md", Page(title, tree.say("changes-intro"), tuple(pieces))
    for at, release in enumerate(releases):
        yield f"about/changes/{release.version}.md", _page(tree, release, releases[:at])


def release_words(tree: Tree, release: Release) -> str:
    """The name and the day of a release."""
    version = tree.say("version").format(release.version)
    return tree.say("version-of").format(version, show_date(release.date, tree.code))


def change_words(tree: Tree, change: ReleaseNote) -> str:
    """What changed, in the language of the tree, else as the record has it."""
    return in_tree(change.words, tree.code) or change.words.get("en") or next(iter(change.words.values()), "")


def _page(tree: Tree, release: Release, later: Sequence[Release]) -> Page:
    pieces = [*_release(tree, release, 1), whole(heading(2, escape(tree.say("changes-since"))))]
    pieces += [piece for each in later for piece in _release(tree, each, 3, linked=True)]
    pieces += [] if later else prose(tree.say("changes-since-none"))
    return Page(release_words(tree, release), "", tuple(pieces))


def _release(tree: Tree, release: Release, level: int, linked: bool = False) -> Iterator[Piece]:
    words = escape(release_words(tree, release))
    yield whole(heading(level, f"[{words}]({release.version}.md)" if linked else words))
    if release.by:
        yield whole(escape(release.by))
    if release.changes:
        yield whole("\n".join(f"- {_change(tree, change)}" for change in release.changes))


def _change(tree: Tree, change: ReleaseNote) -> str:
    places = escape(tree.say("list-comma")).join(_place(tree, *place) for place in change.places)
    by = f" — {escape(change.by)}" if change.by else ""
    return escape(change_words(tree, change)) + (f" ({places})" if places else "") + by


def _place(tree: Tree, name: str, block: str) -> str:
    """A place as a link; one that the edition no longer has is named alone."""
    document = tree.edition.by_id.get(name)
    if not document:
        return escape(f"{name}#{block}" if block else name)
    anchored = any(each.id == block and each.type not in UNANCHORED for each in document.blocks)
    words = f"{tree.document(name).short}{f' {block}' if block else ''}"
    return f"[{escape(words)}](../../{tree.document(name).kind}/{name}.md{f'#{block}' if anchored else ''})"
