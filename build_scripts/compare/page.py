"""What has changed for readers, as a page that needs no other file and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby

from build_scripts.compare.changes import ReaderChange
from build_scripts.compare.listing import NOTHING
from build_scripts.seed.history.differences import Presence, differing
from build_scripts.writers.web.elements import element

KINDS = ("added", "gone", "changed")
TITLE = "What changes for readers"
STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 "Noto Serif CJK SC", serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
table { border-collapse: collapse; } th, td { padding: .2rem 1.2rem .2rem 0; text-align: start; font-weight: 400; }
dl { margin: 0; } dt { margin-top: 1rem; font: .8rem/1.5 sans-serif; } dd { margin: 0; overflow-wrap: anywhere; }
ins { text-decoration: underline; text-underline-offset: .2em; font-weight: 700; } del { opacity: .65; }
"""


def page_of(changes: Mapping[str, Sequence[ReaderChange]], revision: str) -> str:
    """The page, whole; `revision` is what the edition was compared with, as it was named."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    head = "".join(
        [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{TITLE}</title><style>{STYLE}</style>",
        ]
    )
    body = "\n".join([element("h1", TITLE), element("p", f"since {element('code', escape(revision))}"), *_body(changes)])
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def _body(changes: Mapping[str, Sequence[ReaderChange]]) -> Iterator[str]:
    if not changes:
        yield element("p", NOTHING)
        return
    yield _counts(changes)
    for number, (head, found) in enumerate(changes.items(), 1):
        yield element("h2", escape(head), id=f"s{number}")
        for document, of_document in groupby(found, _document):
            yield element("h3", escape(document)) if document else ""
            yield element("dl", "".join(map(_entry, of_document)))


def _counts(changes: Mapping[str, Sequence[ReaderChange]]) -> str:
    """How many of each sort, leading to them."""
    rows = [element("tr", "<td></td>" + "".join(element("th", kind, scope="col") for kind in KINDS))]
    for number, (head, found) in enumerate(changes.items(), 1):
        counts = Counter(change.kind for change in found)
        cells = "".join(element("td", str(counts[kind] or "")) for kind in KINDS)
        rows.append(element("tr", element("th", element("a", escape(head), href=f"#s{number}"), scope="row") + cells))
    return element("table", "".join(rows))


def _document(change: ReaderChange) -> str:
    """The document that a place is in; empty for what has another sort of name."""
    return change.name.partition("#")[0] if "#" in change.name else ""


def _entry(change: ReaderChange) -> str:
    before, after = change.before, change.after
    if before is not None and after is not None:
        words = "".join(map(_piece, differing(before, after)))
    else:
        words = element("ins", escape(after)) if after is not None else element("del", escape(before or ""))
    return element("dt", f"{change.kind} {element('code', escape(change.name))}") + element("dd", element("bdi", words))


def _piece(piece: tuple[Presence, str]) -> str:
    part, words = piece
    return escape(words) if part is Presence.KEPT else element("ins" if part is Presence.NEW else "del", escape(words))
