"""The pages that are not documents: home, sections, the newspaper page, about."""

from __future__ import annotations

from build_scripts.diagnostics import rule_table
from build_scripts.edition import SECTIONS, Edition, in_tree, published, shown, shown_language, stated, title_of, url_of
from build_scripts.model import Document, Kind, Witness
from build_scripts.names import english_name
from build_scripts.text.dates import show_date
from build_scripts.writers.downloads import Format, edition_downloads, file_of
from build_scripts.writers.ledger_page import table, witness_title
from build_scripts.writers.line_map import line_map_svg, story_table
from build_scripts.writers.markdown import attributes, element, escape
from build_scripts.writers.network import Network
from build_scripts.writers.page import front_matter
from build_scripts.writers.wording import rule_meaning, say


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(key: str, tree: str) -> str:
    """A heading of level 2; its id is the same in every tree, so that a switch of language stays there."""
    return f"## {say(key, tree)} {attributes(key)}"


def _link(document: Document, tree: str, base: str = "") -> str:
    return f"[{escape(title_of(document, tree))}]({base}{url_of(document).rstrip('/')}.md)"


def _when(document: Document, tree: str) -> str:
    edtf = published(document)
    date = show_date(edtf, tree) if edtf else say("undated", tree)
    return f"&#91;{date}&#93;" if edtf and not document.field("published") else date


def home(edition: Edition, tree: str) -> str:
    """What this is, where to start, the documents in order of time."""
    speeches, commentaries = edition.of_kind(Kind.SPEECH), edition.of_kind(Kind.COMMENTARY)
    noted = max(commentaries, key=lambda each: len(each.notes), default=None)
    gap = " " if tree == "en" else ""
    start = [f"1. {escape(say('start-speech', tree))}{gap}{_link(speeches[0], tree)}"] if speeches else []
    start += [f"1. {escape(say('start-commentary', tree))}{gap}{_link(noted, tree)}"] if noted else []
    start += [f"1. {escape(say('start-about', tree))}{gap}[{say('about', tree)}](about/index.md)"]
    button = f"[{say('start-here', tree)}]({url_of(speeches[0]).rstrip('/')}.md){{: .md-button .dz-start }}" if speeches else ""
    name = say("site", tree) + (f" {element('span', say('site', 'zh-Hans'), lang='zh-Hans')}" if tree == "en" else "")
    return _page(
        front_matter(say("home", tree), say("tagline", tree), hide=["navigation", "toc"],
                     downloads_title=say("downloads-whole", tree), downloads=edition_downloads(tree)),
        f"# {name}", f"{say('tagline', tree)}\n{attributes('', ('dz-tagline',))}", button,
        _heading("what-this-is", tree), say("what-this-is-text", tree),
        _heading("where-to-start", tree), "\n".join(start),
        _heading("in-order-of-time", tree), _timeline(edition.documents, tree),
    )  # fmt: skip


def _timeline(documents: tuple[Document, ...] | list[Document], tree: str, base: str = "") -> str:
    rows = []
    for document in documents:
        said = in_tree(document.descriptions, tree)
        about = f"<br>{element('span', escape(said), class_='dz-description')}" if said else ""
        kind = say(f"kind-{document.kind}", tree)
        mark = element("span", kind, class_="dz-speech") if document.kind is Kind.SPEECH else kind
        rows.append([_when(document, tree), _link(document, tree, base) + about, mark])
    heads = [say(key, tree) for key in ("date", "document", "kind")]
    return f'<div class="dz-timeline" markdown="1">\n\n{table(heads, rows)}\n\n</div>'


def section(edition: Edition, kind: Kind, tree: str) -> str:
    """The documents of one kind."""
    name = SECTIONS[kind]
    pages = [f"- [{escape(witness_title(each, tree))}]({each.source.id}.md)" for each in _newspapers(edition, kind)]
    whole = [_heading("page-whole", tree), "\n".join(pages)] if pages else []
    return _page(
        front_matter(say(name, tree), say(f"{name}-intro", tree), collection=True), f"# {say(name, tree)}",
        f"{say(f'{name}-intro', tree)}", _timeline(edition.of_kind(kind), tree, "../"), *whole,
    )  # fmt: skip


def _newspapers(edition: Edition, kind: Kind) -> list[Witness]:
    return [each for each in edition.witnesses if each.source.stories and each.source.kind is kind]


def newspaper(witness: Witness, network: Network, tree: str) -> str:
    """A newspaper page as a whole: its line map and the way to its stories."""
    title = witness_title(witness, tree)
    said = in_tree(witness.source.descriptions, tree)
    capture = f"[{escape(say('capture-beside', tree))}](../about/ledger/{witness.source.id}.md)"
    return _page(
        front_matter(title, said), f"# {escape(title)}", said and f"{escape(said)}\n{attributes('', ('dz-description',))}",
        f"{capture}\n{attributes('', ('dz-status',))}", say("page-whole-text", tree),
        element("div", story_table(witness, network, tree) + line_map_svg(witness, network, tree), class_="dz-page-map"),
    )  # fmt: skip


def about(edition: Edition, tree: str) -> str:
    """The method, the rules, the data."""
    rules = [[f"`{rule}`", escape(rule_meaning(rule, tree))] for rule in rule_table()["edits"]]
    files = ["corpus.json", "links.json", "alignment.json"]
    files += [f"documents/{document.id}.json" for document in edition.documents]
    files += [f"ledger/{witness.source.id}.json" for witness in edition.witnesses]
    files += ["works-cited.json", *(f"citations/{document.id}.json" for document in edition.documents)]
    schemas = [f"schema/{name}.json" for name in ("corpus", "document", "links", "alignment", "ledger", "citations")]
    texts = [file_of(name, tree, Format.TEI) for name in ("edition", *(document.id for document in edition.documents))]
    return _page(
        front_matter(say("about", tree), say("about-intro", tree)), f"# {say('about', tree)}", say("about-intro", tree),
        f"- [{say('ledger', tree)}](ledger/index.md)\n- [{say('glossary', tree)}](glossary.md)\n- [{say('sources', tree)}](sources.md)",
        _heading("method", tree), say("method-text", tree).strip(),
        _heading("rules-heading", tree), table([say("rule", tree), say("meaning", tree)], rules),
        _heading("data-heading", tree), say("data-text", tree), _files([f"data/{name}" for name in files + schemas]),
        say("tei-text", tree), _files(texts),
    )  # fmt: skip


def _files(paths: list[str]) -> str:
    """Links to files, by their paths under site/."""
    listed = "".join(element("li", element("a", path, href=f"../../{path}")) for path in paths)
    return element("ul", listed, class_="dz-files")


def sources(edition: Edition, tree: str) -> str:
    """Every capture: where it comes from, its hash, whose the text is."""
    heads = [say(key, tree) for key in ("capture", "field-publisher", "field-author")] + ["SHA-256"]
    rows = [
        [f"[{escape(witness_title(witness, tree))}](ledger/{witness.source.id}.md)",
         _stated(witness, "publisher", tree) or say("publisher-not-stated", tree), _stated(witness, "author", tree),
         f"`{witness.source.sha256[:16]}…`"]
        for witness in edition.witnesses
    ]  # fmt: skip
    return _page(
        front_matter(say("sources", tree)), f"# {say('sources', tree)}", say("rights-text", tree), table(heads, rows)
    )


def _stated(witness: Witness, name: str, tree: str) -> str:
    """A fact of the capture; in square brackets where an editor inferred it."""
    document, own = witness.documents[0], witness.source.language
    value = stated(document, name)
    if not value:
        return ""
    english = english_name(value) if tree == "en" else ""
    text = element("span", escape(shown(value, own, tree)), lang=shown_language(own, tree)) + (f" ({escape(english)})" if english else "")
    return text if document.field(name) else f"&#91;{text}&#93;"
