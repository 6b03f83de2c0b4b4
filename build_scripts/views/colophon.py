"""What stands at the foot of whatever leaves the site: which edition and version this is, and where its text is from."""

from __future__ import annotations

from build_scripts.edition.version import Version
from build_scripts.text.dates import show_date
from build_scripts.views.document import ShownDocument
from build_scripts.views.provenance import is_known, provenance
from build_scripts.views.tree import Tree
from build_scripts.views.wording import say


def version_words(version: Version, tree: str) -> str:
    """The version by its name, with the day on which a text last changed where that is known."""
    name = say("version", tree).format(version.name)
    return say("version-of", tree).format(name, show_date(version.date, tree)) if version.date else name


def edition_line(tree: Tree) -> str:
    """The edition and its version in one line."""
    return f"{tree.say('site')} · {version_words(tree.edition.version, tree.code)}"


def colophon(tree: Tree, document: ShownDocument | None = None) -> tuple[str, ...]:
    """Lines for the foot of a document, or of the whole edition: edition, version, address; whence the text; rights."""
    address = tree.address(document.url if document else "")
    colon = "：" if tree.is_chinese else ": "
    source = document.document.source if document else None
    facts = provenance(source, tree.code) if source and is_known(source) else ()
    told = ("；" if tree.is_chinese else "; ").join(f"{each.label}{colon}{each.values[0]}" for each in facts)
    lines = (edition_line(tree), address, told, tree.say("rights-text"))
    return tuple(line for line in lines if line)
