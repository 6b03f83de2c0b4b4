"""The ledger pages: counts by rule, and each capture beside the text that was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from build_scripts.diagnostics import line_of
from build_scripts.edition import in_tree, title_of
from build_scripts.ledger import Entry, Ledger, Target
from build_scripts.model import Witness
from build_scripts.text.characters import is_han
from build_scripts.writers.markdown import attributes, element
from build_scripts.writers.markdown import escape as escape_markdown
from build_scripts.writers.page import front_matter
from build_scripts.writers.wording import rule_meaning, say

FATES = ("kept", "changed", "removed")


def witness_title(witness: Witness, tree: str) -> str:
    """The title of a capture: that of the page, or of its only document."""
    return in_tree(witness.source.titles, tree) or title_of(witness.documents[0], tree)


def ledger_index(ledgers: list[Ledger], tree: str) -> str:
    """Counts of every capture by fate and by rule."""
    tallies = [(ledger.witness, ledger.fates, ledger.rules) for ledger in ledgers]
    heads = [say(key, tree) for key in ("source", "characters", *FATES)]
    rows = [
        [f"[{escape_markdown(witness_title(witness, tree))}]({witness.source.id}.md)", f"{len(witness.raw):,}"]
        + [f"{fates[fate]:,}" for fate in FATES]
        for witness, fates, _ in tallies
    ]
    rules = sorted({rule for _, _, counts in tallies for rule in counts})
    rule_heads = [say("rule", tree), say("meaning", tree), *(witness.source.id for witness, _, _ in tallies)]
    rule_rows = [
        [f"`{rule}`", escape_markdown(rule_meaning(rule, tree)), *(f"{counts[rule]:,}" for _, _, counts in tallies)]
        for rule in rules
    ]
    if len(tallies) > MOST_COLUMNS:
        total = {rule: sum(counts[rule] for _, _, counts in tallies) for rule in rules}
        rule_heads = [say("rule", tree), say("meaning", tree), say("characters", tree)]
        rule_rows = [[f"`{rule}`", escape_markdown(rule_meaning(rule, tree)), f"{total[rule]:,}"] for rule in rules]
    return "\n\n".join([
        front_matter(say("ledger", tree), say("ledger-intro", tree), hide=["navigation"]), f"# {say('ledger', tree)}",
        say("ledger-intro", tree), table(heads, rows, numbers_from=1), f"## {say('by-rule', tree)} {attributes('by-rule')}",
        table(rule_heads, rule_rows, numbers_from=2),
    ]) + "\n"  # fmt: skip


MOST_COLUMNS = 12


def table(heads: list[str], rows: list[list[str]], numbers_from: int = 99) -> str:
    """A Markdown table; columns from `numbers_from` on are set flush right."""
    rule = ["---:" if index >= numbers_from else "---" for index in range(len(heads))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *rows])


def ledger_page(ledger: Ledger, tree: str) -> str:
    """One capture beside its text, row by row, in the order of the capture."""
    witness = ledger.witness
    title = f"{say('ledger', tree)}{': ' if tree == 'en' else '：'}{witness_title(witness, tree)}"
    language = witness.source.language
    rows = "\n".join(_rows(ledger, tree))
    head = "".join(element("th", escape(say(key, tree)), scope="col") for key in ("capture", "cleaned"))
    body = f'<table class="dz-ledger" lang="{language}"><thead><tr lang="{tree}">{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'
    counts = [[f"{len(witness.raw):,}", *(f"{ledger.fates[fate]:,}" for fate in FATES)]]
    return "\n\n".join([
        front_matter(title, hide=["navigation", "toc"]), f"# {escape_markdown(title)}", escape_markdown(say("ledger-legend", tree)),
        table([say("characters", tree), *(say(fate, tree) for fate in FATES)], counts, numbers_from=0),
        *_corrections(witness, tree), body,
    ]) + "\n"  # fmt: skip


def _corrections(witness: Witness, tree: str) -> Iterator[str]:
    corrections = witness.source.corrections
    if not corrections:
        return
    heads = [say(key, tree) for key in ("where", "before", "after", "because", "authority")]
    rows = [[escape_markdown(getattr(each, key)) for key in ("where", "before", "after")]
            + [_reason(getattr(each, key), tree) for key in ("because", "authority")]
            for each in corrections]  # fmt: skip
    yield f"## {say('corrections', tree)} {attributes('corrections')}"
    yield table(heads, rows)


def _reason(words: dict[str, str], tree: str) -> str:
    """The editor's words in the tree's language, in English where they are in no other."""
    said = in_tree(words, tree)
    return escape_markdown(said) if said else element("span", escape_markdown(words.get("en", "")), lang="en")


def _rows(ledger: Ledger, tree: str) -> Iterator[str]:
    """Table rows: runs that went to one place, with what was removed among them, on one row."""
    witness = ledger.witness
    seen: set[str] = set()
    for _, group in groupby(_settled(ledger.entries), key=lambda pair: pair[1]):
        pairs = list(group)
        run = [entry for entry, _ in pairs]
        target = pairs[0][1]
        name = str(target.get("document", "")) if target else ""
        number = line_of(witness.raw, run[0].run.start)
        here = name if name and name not in seen else f"line-{number}"
        attrs = {"id": here} if here not in seen else {}
        seen |= {name, here}
        line = element("span", str(number), class_="dz-line")
        cells = element("td", line + _marked(run, witness)) + element("td", _cleaned(run, target, tree))
        yield element("tr", cells, **attrs)


WHOLE_LINES = ("breadcrumb", "other-headlines", "page-number")


def _settled(items: Sequence[Entry]) -> Iterator[tuple[Entry, Target | None]]:
    """Each entry with the place of its row: a short removal inside or after a text belongs to that text's row."""
    place: Target | None = None
    for entry in items:
        if entry.to is not None:
            place = entry.to
        elif entry.run.rule in WHOLE_LINES:
            place = None
        yield entry, place


def _marked(run: list[Entry], witness: Witness) -> str:
    """The capture with removed and changed runs marked, each naming its rule."""
    out = []
    for entry in run:
        text = escape(witness.raw[entry.run.start : entry.run.end])
        tag = {"kept": "", "changed": "ins", "removed": "del"}[entry.run.fate]
        text = text.replace("\n", "↵\n") if tag else text
        out.append(f'<{tag} title="{entry.run.rule}">{text}</{tag}>' if tag else text)
    return element("pre", "".join(out))


def _cleaned(run: list[Entry], target: Target | None, tree: str) -> str:
    if not target:
        return ""
    text = "".join(entry.run.text for entry in run)
    latin = "note" in target and not any(map(is_han, text))
    language = "en" if latin else str(target.get("language", ""))
    attrs = {"lang": language} if language else {}
    return element("small", escape(_name(target, tree)), lang=tree) + element("p", escape(text), **attrs)


def _name(target: Target, tree: str) -> str:
    if "metadata" in target:
        field = str(target["metadata"])
        return field if field == "translation-title" else say(f"field-{field}", tree)
    block = target.get("block") or f"n{target['note']}"
    return f"{target['document']} {block}" + (f" {target['language']}" if "language" in target else "")
