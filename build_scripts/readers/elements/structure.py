"""What the elements of a saved page say of its lines, as names that the grammar of pages weighs.

The article is found by where prose is dense: each line of prose speaks for the elements around it, less for each step outwards
(the idea of Arc90's Readability, 2009). What stands in navigation, footers, asides and what sites name so is a frame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from build_scripts.decode.decoded import Decoded, PageElement
from build_scripts.readers.elements.form_boxes import form_boxes
from build_scripts.readers.elements.pictured import below_each_picture
from build_scripts.readers.elements.told_titles import stated_authors, stated_titles, told_title
from build_scripts.readers.elements.with_elements import LINKED, Lined, with_elements
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import lexicon, words

PROSE = 20.0  # ems of a line that speaks for an article
MOST = 200.0  # ems that one line speaks with at most
BRACKETED = re.compile(r"[（(][^（()）]+[)）]")
BRIEF = 14.0  # ems of a line under a picture that may be its caption whatever it ends with
STEP = 0.7  # what is left of a line's voice one element further out
NEARLY_ALL = 0.85  # the share of the prose with which something named like a frame is the page
FRAMES = frozenset({"nav", "footer", "aside", "form", "dialog", "button", "select", "option", "menu", "search", "address"})
FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
NAME = re.compile(r"[a-z]+|[A-Z][a-z]*")
HEADED = ("heading-mark-", "named-title")
# Names in Latin letters, one or several, each of two words or more.
AUTHORS = re.compile(
    r"(?:By |by )?(?:[A-Z][\w.’'-]*(?: (?:de|van|von|der|la|[A-Z][\w.’'-]*)){1,4}(?:, (?:and )?| and | & )?){1,6}"
)
OF_AUTHORS = ("author", "creator", "name")  # values of `itemprop` on the names of persons
CONTAINERS = frozenset({"article", "section", "main", "div", "td", "body", "center", "fieldset"})


def seen_of_elements(lines: Sequence[Line], decoded: Decoded) -> dict[int, tuple[str, ...]]:
    """What is seen of each line that is not blank, by its offset in the capture."""
    lined = list(with_elements(lines, decoded))
    page = _page(lined)
    stated = told_title(lined, list(stated_titles(decoded.stated)))
    names = {each.line.text.start: list(_names(each, page)) for each in lined}
    for start in _above_title(lined, stated, names):
        names[start] = [name for name in names[start] if name not in ("in-body", "framed-inside")]
    if not stated and any(each.name == "title" for each in decoded.stated):
        for seen in names.values():
            seen += [] if any(name.startswith(HEADED) for name in seen) else ["unstated"]
    for start, name in _below_pictures(lined, page):
        names[start].append(name)
    for author in stated_authors(lined, decoded.stated, names):  # then what stands beside it is an office or the like
        names = {start: [name for name in each if name != "named-author"] for start, each in names.items()}
        names[author] = [*(name for name in names[author] if name != "link-line"), "named-author"]
    return {start: (*each, stated[start]) if start in stated else tuple(each) for start, each in names.items()}


def _above_title(lined: Sequence[Lined], stated: Mapping[int, str], names: Mapping[int, Sequence[str]]) -> Iterator[int]:
    """The offsets of the lines that the element of the article holds above its title, where no prose stands there: kickers,
    paths, what a site announces.
    """
    starts = [each.line.text.start for each in lined]
    inside = [at for at, start in enumerate(starts) if "in-body" in names[start]]
    first = next((at for at in inside if starts[at] in stated or _is_prose(lined[at])), 0)
    if first and stated.get(starts[first]) == "stated-title":
        yield from starts[:first]


def _below_pictures(lined: Sequence[Lined], page: _Page) -> Iterator[tuple[int, str]]:
    """What is seen of the lines right below the pictures of the article, by their offsets."""
    around = page.frames | page.hidden
    elements = [(each, set(each.element.around()) if each.element else set()) for each in lined]
    article = [each for each, held in elements if page.body in held and around.isdisjoint(held)]
    below = [each.line for each in article if each.after_picture]
    others = [width(each.line.words) for each in article if not each.after_picture]
    name = below_each_picture([width(line.words) for line in below], others)
    yield from ((line.text.start, name) for line in below if name)


@dataclass(frozen=True, slots=True)
class _Page:
    """The element that holds the article, None where no line reads like prose; the elements that are frames, or hidden."""

    body: PageElement | None
    frames: frozenset[PageElement]
    hidden: frozenset[PageElement]


def _page(lined: Sequence[Lined]) -> _Page:
    """The article and what is none of it: what is named like a frame, or hidden until a script shows it, and holds nearly all
    of the prose is the article.
    """
    prose = [(each.element, min(width(each.line.words), MOST)) for each in lined if each.element and _is_prose(each)]
    held: dict[PageElement, float] = defaultdict(float)
    for element, voice in prose:
        for one in element.around():
            held[one] += voice
    most = sum(voice for _, voice in prose) * NEARLY_ALL
    all_elements = {one for each in lined if each.element for one in each.element.around()}
    beside = {one for one in all_elements if not (most and held[one] > most)}
    frames = frozenset(filter(_is_frame, beside)) | form_boxes(lined)
    hidden = frozenset(filter(_is_hidden, beside))
    score: dict[PageElement, float] = defaultdict(float)
    for element, voice in prose:
        if (frames | hidden).isdisjoint(element.around()):
            for one in element.around():
                if one.tag in CONTAINERS:
                    score[one] += voice * (2.0 if one.attributes.get("itemprop") == "articleBody" else 1.0)
                    voice *= STEP
    return _Page(max(score, key=score.__getitem__) if score else None, frames, hidden)


def _is_prose(each: Lined) -> bool:
    text = each.line.words
    return width(text) >= PROSE and each.share("a") < LINKED / 2 and (closes_sentence(text) or "，" in text or ", " in text)


def _is_frame(element: PageElement) -> bool:
    """Whether an element is one that sites put around an article, by its tag, its role or its name."""
    if element.tag in ("body", "html"):
        return False
    return element.tag in FRAMES or element.attributes.get("role", "") in FRAME_ROLES or is_named(element, "frames")


def _is_hidden(element: PageElement) -> bool:
    return "hidden" in element.attributes or bool(HIDDEN.search(element.attributes.get("style", "")))


def is_named(element: PageElement, listed: str) -> bool:
    """Whether one of the words in an element's `class` or `id` is on a list of `elements.yaml`."""
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return any(part.lower() in _listed(listed) for part in NAME.findall(names)) if names.strip() else False


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words(lexicon("elements")[name]))


def _names(each: Lined, page: _Page) -> Iterator[str]:
    element = each.element
    if not element:
        return
    around = list(element.around())
    inside = page.body in around
    if page.body and page.body.tag != "body" and (inside or not _is_beside(element, page)):
        yield "in-body" if inside else "out-of-body"  # of a page without boxes nothing is known by place
    if not page.hidden.isdisjoint(around):
        yield "hidden"
    elif not page.frames.isdisjoint(around):
        yield "in-frame"
        if inside and page.body and page.body.tag != "body":
            yield "framed-inside"
    within = around[: around.index(page.body)] if inside and page.body else around
    yield from _tagged(each, within, inside or not page.body)
    yield from _looks(each, within or around)


def _is_beside(element: PageElement, page: _Page) -> bool:
    """Whether an element is the legend of a picture that stands beside the article, in the box that both share."""
    box = page.body.parent if page.body else None
    return bool(box and box.tag != "body" and element.inside("figcaption") and box in element.around())


def _tagged(each: Lined, within: Sequence[PageElement], inside: bool) -> Iterator[str]:
    """What the tags of a line say that it is; `within` are its elements, of a line inside the article those inside of it."""
    tags = [one.tag for one in within]
    heading = next((tag for tag in tags if re.fullmatch("h[1-6]", tag)), "")
    linked = each.share("a") >= LINKED
    if heading:
        yield f"heading-mark-{heading[1]}"
    elif _is_bold(each) and not closes_sentence(each.line.words):
        yield "all-bold"
    if linked:
        yield "link-line"
    named = each.after_picture and any(is_named(one, "captions") for one in within[:2])
    if "figcaption" in tags or "caption" in tags or named:
        yield "caption-tag"
    elif "blockquote" in tags:
        yield "quote-tag"
    elif "tr" in tags and "\t" in each.line.text.text:
        yield "table-row"
    elif "dt" in tags and inside:
        yield from ("term",) if linked else ("term", "list-item")
    elif ("li" in tags or "dt" in tags) and not linked:
        yield "list-item" if inside else "list-outside"
    elif "dd" in tags and not linked and inside:
        yield "described"


def _names_person(each: Lined) -> bool:
    """Whether part of a line is said to be the name of who wrote: by schema.org’s property, or by the relation of a link."""
    elements = [one for element, _ in each.parts for one in list(element.around())[:2]]
    return any(one.attributes.get("itemprop") in OF_AUTHORS or one.attributes.get("rel") == "author" for one in elements)


def _is_bold(each: Lined) -> bool:
    """Whether all letters of a line are bold, by tag or by style."""
    return all(
        element.inside("b", "strong") or any(BOLD.search(one.attributes.get("style", "")) for one in element.around())
        for element, _ in each.parts
    )


def _looks(each: Lined, around: Sequence[PageElement]) -> Iterator[str]:
    """What stands before a line, how it is set, and what its element is named."""
    near = around[:3]
    if each.share("time") == 1:
        yield "time-tag"
    if each.own_block:
        yield "own-block"
    if each.after_picture:
        yield "after-picture"
        if width(each.line.words) <= BRIEF or BRACKETED.fullmatch(each.line.words):
            yield "brief-below-picture"
    if any(
        one.tag == "center" or one.attributes.get("align") == "center" or CENTRED.search(one.attributes.get("style", ""))
        for one in near
    ):
        yield "centred"
    if any(is_named(one, "titles") for one in near) and each.share("a") < LINKED:
        yield "named-title"
    if any(is_named(one, "facts") for one in near):
        yield "named-facts"
    if AUTHORS.fullmatch(each.line.words) and (any(is_named(one, "authors") for one in near) or _names_person(each)):
        yield "named-author"
