"""The notes of a document: each a footnote of Markdown, with the id and language of its texts and the way to what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from build_scripts.edition.edition import url_of
from build_scripts.views.document import ShownDocument, ShownNote, Side
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.further import numbered_notes
from build_scripts.writers.web.document.retired import formerly, notes_formerly
from build_scripts.writers.web.document.texts import elsewhere
from build_scripts.writers.web.elements import element, han_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading, listed, paragraph, running, target
from build_scripts.writers.web.marks import regional_layers
from build_scripts.writers.web.page import Piece, Prose, slot


def notes(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The notes under their heading, in an element like that which Markdown makes for footnotes; before them those that nothing
    calls, which are paragraphs of Markdown: as footnotes of it they would lead back to nothing.
    """
    if any(not note.in_title for note in document.uncalled):
        yield from _uncalled(tree, document)
    called = [note for note in document.notes if note.called or note.in_title]
    if not called:
        return
    yield Prose(heading(2, escape(tree.say("notes")), "notes"), slot(name="notes"))
    yield '<div class="footnote">\n<hr>\n<ol>'
    for note in called:
        yield list(_note(tree, document, note))
    yield "</ol>\n</div>"


def _uncalled(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    yield Prose(heading(2, escape(tree.say("notes-uncalled")), "notes-uncalled"), slot(name="notes-uncalled"))
    yield '<div class="footnote">\n<ol>'
    for note in (note for note in document.uncalled if not note.in_title):
        yield f'<li id="fn:{note.label}" value="{note.number}">'
        for side, version in numbered_notes(document, note.id, note.sides):
            markdown = paragraph(running(side.inlines), side.id, elsewhere(side.language, tree))
            attrs = {"lang": side.language} | ({"class": "dz-note-translated"} if side.translated else {})
            attrs |= {"data-version": version} if version else {}
            yield Prose(markdown, slot(size=len(side.text), name=side.id, attrs=attrs, layers=_layers(tree, document, side)))
        works = [*_works(tree, document, note, footnote=False), *_remark(document, note)]
        if works:
            yield ["<p>", *works, "</p>"]
        yield "</li>"
    yield "</ol>\n</div>"


def _note(tree: Tree, document: ShownDocument, note: ShownNote) -> Iterator[Piece]:
    """A note in its own language and, where it is translated, in the other; the language of the tree stands first."""
    model = document.document
    yield f'<li id="fn:{note.label}">\n<p>{notes_formerly(model, note.id)}{formerly(model, note.id, note.id)}'
    works = list(_works(tree, document, note))
    sides = list(numbered_notes(document, note.id, note.sides))
    for index, (side, version) in enumerate(sides):
        # Markdown puts its way back behind the last paragraph, where a list of attributes would no longer be one.
        last = not works and index == len(sides) - 1
        translated = ' class="dz-note-translated"' if side.translated else ""
        translated += f' data-version="{version}"' if version else ""
        yield f'{" " if index else ""}<span id="{side.id}" lang="{side.language}"{translated}>'
        name, language = ("", "") if last else (side.id, elsewhere(side.language, tree))
        markdown = paragraph(running(side.inlines), name, language)
        place = slot(size=len(side.text), name=name, inner=True, layers=_layers(tree, document, side))
        yield Prose(_footnote(note.label, markdown, first=index == 0), place)
        yield "</span>"
    yield from works
    yield from _remark(document, note)
    back = tree.say("back-to-text").format(note.number)
    link = element("a", "&#8617;", class_="footnote-backref", href=f"#fnref:{note.label}", title=back)
    yield f"&#160;{link}</p>\n</li>"


def _remark(document: ShownDocument, note: ShownNote) -> Iterator[str]:
    """A word on the translation of a note that is stale or not as the whole is."""
    words = document.remark_on(note)
    if words:
        yield " " + element("span", escape_html(words), class_="dz-standing")


def _footnote(label: str, markdown: str, first: bool) -> str:
    """A paragraph as the first of a footnote, or as one more of it."""
    return f"[^{label}]: {listed(markdown, first=False).lstrip()}" if first else listed(markdown, first=False)


def _layers(tree: Tree, document: ShownDocument, side: Side) -> list[Layer]:
    source_language = document.document.source.language
    return (
        list(han_layers(side.text, source_language))
        if side.translated
        else regional_layers(tree.regional_marks(document.id, side.id), tree.code)
    )


def _works(tree: Tree, document: ShownDocument, note: ShownNote, footnote: bool = True) -> Iterator[Piece]:
    """The way from a note to the work that it cites: in the list of works and, where it is one of these texts, here."""
    work = tree.cited_works.get((document.id, note.number))
    if not work:
        return
    page = tree.work_pages[work.id]
    links = [(tree.say("work-link"), f"{page}#{work.id}", f"../{page}index.md#{work.id}")]
    if work.document:
        url = url_of(tree.edition.document(work.document))
        links.append((tree.say("work-here"), url, target(url)))
    markdown = " ".join(f"[{escape(words)}]({to})" for words, _, to in links)
    yield " "
    shown = _footnote(note.label, markdown, first=False) if footnote else markdown
    yield Prose(shown, slot(inner=True, layers=list(_marked(links))))


def _marked(links: Sequence[tuple[str, str, str]]) -> Iterator[Layer]:
    """The links as the page has them, one behind the other with a space between."""
    at = 0
    for words, url, _ in links:
        yield Layer(at, at + len(words), "a", f' href="../../{url}" class="dz-work"')
        at += len(words) + 1
