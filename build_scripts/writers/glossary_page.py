"""The glossary: each term in every script and region, its English, and where it is used."""

from __future__ import annotations

from collections import Counter
from html import escape as escape_html

from build_scripts.edition import Edition, title_of, url_of
from build_scripts.glossary import Term, read_terms, uses
from build_scripts.writers.markdown import element, escape, mark_han
from build_scripts.writers.page import front_matter
from build_scripts.writers.wording import say

FORMS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


def glossary_page(edition: Edition, tree: str) -> str:
    """Every term that the texts use, in the order of the glossary."""
    heads = [*(say(f"language-{code}", tree) for code in FORMS), say("language-en", tree), say("used-in", tree)]
    rows = "".join(row for term in read_terms() if (row := _row(term, edition, tree)))
    head = element("thead", element("tr", "".join(element("th", escape_html(each), scope="col") for each in heads)))
    return "\n\n".join([
        front_matter(say("glossary", tree), say("glossary-intro", tree), hide=["toc"]), f"# {escape(say('glossary', tree))}",
        escape(say("glossary-intro", tree)),
        element("div", element("table", head + element("tbody", rows)), class_="dz-wide dz-glossary"),
    ]) + "\n"  # fmt: skip


def _row(term: Term, edition: Edition, tree: str) -> str:
    """One term; a region without wording of its own has an empty cell. Empty where no text uses the term."""
    found = list(uses(term, edition.documents))
    if not found:
        return ""
    cells = [element("td", escape_html(term.forms.get(code, "")), lang=code) for code in FORMS]
    also = "".join(f"<br>{element('small', mark_han(escape_html(f'{other} ({why})'), 'zh-Hans'))}" for other, why in term.also.items())
    cells.append(element("td", escape_html(term.english) + also, lang="en"))
    first = {document.id: block.id for document, block in reversed(found)}
    counts = Counter(document.id for document, _ in found)
    links = [
        element("li", element("a", escape_html(title_of(each, tree)), href=f"../../{url_of(each)}#{first[each.id]}") + f" {counts[each.id]}")
        for each in edition.documents if each.id in counts
    ]  # fmt: skip
    where = element("summary", str(sum(counts.values()))) + element("ul", "".join(links))
    return element("tr", "".join(cells) + element("td", element("details", where)))
