"""Text that holds Markdown or HTML, read as that shape: its marks are removed under a rule, and what they say is seen.

A capture is taken for Markdown or HTML only where several marks agree; one sharp or angle bracket is a character. Scripts and
styles go whole, elements that are blocks begin a line, entities become the characters they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import lexicon, words
from build_scripts.traced import Edit, Traced

RULE, ENTITY_RULE = "markup", "entity"
NAMES = (
    "p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|code|table|thead|tbody|tfoot|tr|td|th|caption|figure|figcaption|img|picture"
    "|video|audio|source|iframe|section|article|header|footer|main|nav|aside|form|input|button|label|select|option|span|a|b|i|u|s|em"
    "|strong|small|sub|sup|font|center|script|style|noscript|html|head|body|title|meta|link|svg|path|time|mark|del|ins|o:p|wbr"
)
TAG = re.compile(rf"</?(?P<name>{NAMES})(?:\s[^<>]*)?/?>|<!--.*?-->|<!doctype[^>]*>", re.IGNORECASE | re.DOTALL)
BLOCK = re.compile(
    r"p|div|br|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|tr|figure|figcaption|section|article|header|footer|main", re.IGNORECASE
)
RAW = re.compile(r"<(script|style|noscript)\b", re.IGNORECASE)
RAW_NAME = re.compile("script|style|noscript", re.IGNORECASE)
RAW_END = re.compile(r"</(script|style|noscript)\s*>", re.IGNORECASE)
# A tag that a sentence speaks of: in quotation marks, or one of the whole page or of its code between two words of a sentence.
SPOKEN_OF = re.compile(
    rf"[“‘「『`]</?(?:{NAMES})(?:\s[^<>]*)?/?>[”’」』`]"
    rf"|(?<=[{HAN}，、：；])[ \t]?</?(?:script|style|html|head|body|meta|link)(?:\s[^<>]*)?/?>[ \t]?(?=[{HAN}，、；。])",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,20}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})[ \t]+(?=\S)")
CLOSED_HEADING = re.compile(r"[ \t]+#+[ \t]*$")
LINK = re.compile(r"(?P<open>!?\[)(?P<text>[^\[\]\n]*)(?P<close>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"'\n]*[\"'])?\))")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
QUOTE = re.compile(r"^\s{0,3}(?:>[ \t]?)+")
FENCE = re.compile(r"^\s*(?:```|~~~|:::).*$")
# Of a fence its marks go, and the name of a language that stands alone behind them; other words are words.
FENCE_MARKS = re.compile(r"(?:```|~~~|:::)[`~:]*[ \t]*(?:[A-Za-z][\w+#.-]*[ \t]*$)?")
BAR = re.compile(r"^\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
TABLE = re.compile(r"^\s*\|.*\|\s*$")
TABLE_BAR = re.compile(r"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
TITLE_KEYS = words(lexicon("page")["title_keys"])
KEY = re.compile(rf"^(?P<key>[A-Za-z][\w-]{{1,20}}|[{HAN}]{{2,6}})\s*[:：]\s*(?P<value>.*)$")
LONGEST_HEAD = 60  # lines of front matter


@dataclass(frozen=True, slots=True)
class Shape:
    """The lines without their marks; what the marks say of a line, by its offset; the name of the markup, if there is any."""

    lines: tuple[Line, ...]
    seen: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    name: str = ""


def unmark(lines: Sequence[Line]) -> Shape:
    """The lines as they read without marks, where the capture holds Markdown or HTML; else as they are."""
    html, markdown = _is_html(lines), _is_markdown(lines)
    if not html and not markdown:
        return Shape(tuple(lines))
    head = _front_matter(lines) if markdown else 0
    ends = {match[1].lower(): line.text.start + match.end() for line in lines for match in RAW_END.finditer(line.text.text)}
    found: list[Line] = []
    seen: dict[int, tuple[str, ...]] = {}
    inside = ""
    for index, line in enumerate(lines):
        for part in _blocks_of(line) if html else [line]:
            inside, text, names = _raw(inside, part, ends) if html else ("", part.text, ())
            if not names:
                text, names = _read(Line(line.number, text), html, markdown, index < head)
            found.append(Line(line.number, text))
            if names:
                seen[text.start] = names
    return Shape(tuple(found), seen, " and ".join(["HTML"] * html + ["Markdown"] * markdown))


def _is_html(lines: Sequence[Line]) -> bool:
    """Whether there are elements that no prose has: several tags, and one that closes what another has opened. A text whose
    sentences speak of tags holds them as its words.
    """
    if any(SPOKEN_OF.search(line.text.text) for line in lines):
        return False
    tags = [match for line in lines for match in TAG.finditer(line.text.text) if match["name"]]
    opened = {match["name"].lower() for match in tags if not match[0].startswith("</")}
    closed = {match["name"].lower() for match in tags if match[0].startswith("</")}
    return bool(opened & closed) or sum(match["name"].lower() == "br" for match in tags) >= 3


def _is_markdown(lines: Sequence[Line]) -> bool:
    """Whether marks of Markdown agree: two headings, or any two kinds, or a head of keys."""
    words = [line.words for line in lines if not line.blank]
    headings = sum(bool(HEADING.match(text)) for text in words)
    kinds = [
        headings > 0,
        any(
            match["close"].startswith("](http") or match["close"].startswith("](/")
            for text in words
            for match in LINK.finditer(text)
        ),
        any(STRONG.search(text) for text in words),
        sum(bool(FENCE.match(text)) for text in words) >= 2,
        sum(bool(TABLE.match(text)) for text in words) >= 2 and any(TABLE_BAR.match(text) for text in words),
        sum(bool(QUOTE.match(text)) for text in words) >= 2,
    ]
    return headings >= 2 or sum(kinds) >= 2 or _front_matter(lines) > 0


def _front_matter(lines: Sequence[Line]) -> int:
    """How many lines a head of keys between two bars has, bars included; 0 where there is none."""
    if not lines or lines[0].words != "---":
        return 0
    end = next((index for index, line in enumerate(lines[1:LONGEST_HEAD], 1) if line.words in ("---", "...")), 0)
    keys = [line for line in lines[1:end] if not line.blank]
    return end + 1 if end and keys and sum(bool(KEY.match(line.words)) for line in keys) * 2 >= len(keys) else 0


def _blocks_of(line: Line) -> list[Line]:
    """A line cut where an element that is a block begins or ends, and where code of several lines does."""
    opened, closed = (bool(pattern.search(line.text.text)) for pattern in (RAW, RAW_END))
    points = [
        match.start() if not match[0].startswith("</") else match.end()
        for match in TAG.finditer(line.text.text)
        if _is_block(match) or (opened is not closed and RAW_NAME.fullmatch(match["name"] or ""))
    ]
    inner = sorted({point for point in points if 0 < point < len(line.text.text.rstrip("\r\n"))})
    return [Line(line.number, part) for part in line.text.partition(inner)] if inner else [line]


def _is_block(match: re.Match[str]) -> bool:
    return bool(match["name"] and BLOCK.fullmatch(match["name"]))


def _raw(inside: str, line: Line, ends: Mapping[str, int]) -> tuple[str, Traced, tuple[str, ...]]:
    """What stands in a script or style is no text: the element that is open after the line, the text, what is seen.

    `ends` is where the last element of that name is closed: what nothing closes takes no text with it.
    """
    text = line.text.text
    opening = RAW.search(text)
    name = inside or (opening[1].lower() if opening else "")
    if not name or ends.get(name, -1) <= line.text.start:
        return "", line.text, ()
    closing = re.search(rf"</{name}\s*>", text, re.IGNORECASE)
    before = text[: opening.start()] if opening and not inside else ""
    if closing and (before.strip() or text[closing.end() :].strip()):
        return "", line.text, ()  # words stand beside it, and none of them may go
    return ("" if closing else name), line.text, ("code",)


def _read(line: Line, html: bool, markdown: bool, in_head: bool) -> tuple[Traced, tuple[str, ...]]:
    """A line without its marks and what they say of it."""
    text = line.text
    names: list[str] = []
    if html:
        names += _html_names(text.text)
        text = text.edit(_cuts(TAG.finditer(text.text)))
    if html or markdown:
        text = text.edit(
            [Edit(match.start(), match.end(), unescape(match[0]), ENTITY_RULE) for match in ENTITY.finditer(text.text)]
        )
    if markdown:
        names += _markdown_names(text.text.strip(), in_head)
        text = _without_markdown(text, in_head)
    return text, tuple(dict.fromkeys(names))


def _html_names(text: str) -> Iterator[str]:
    for match in TAG.finditer(text):
        name = (match["name"] or "").lower()
        if re.fullmatch("h[1-6]", name):
            yield f"heading-mark-{name[1]}"
        elif name in ("li", "figcaption", "blockquote") and not match[0].startswith("</"):
            yield {"li": "list-mark", "figcaption": "caption-mark", "blockquote": "quote-mark"}[name]


def _markdown_names(text: str, in_head: bool) -> Iterator[str]:
    heading = HEADING.match(text)
    if heading:
        yield f"heading-mark-{len(heading['marks'])}"
    if QUOTE.match(text):
        yield "quote-mark"
    if TABLE.match(text):
        yield "table-mark"
    key = KEY.match(text) if in_head else None
    if key:
        yield "front-title" if key["key"].lower() in TITLE_KEYS else "front-matter"


def _without_markdown(text: Traced, in_head: bool) -> Traced:
    words = text.text.strip()
    if BAR.match(words) or FENCE.match(words) or TABLE_BAR.match(words):
        start = text.text.index(words)
        fence = FENCE_MARKS.match(words)
        return text.edit([Edit(start, start + (fence.end() if fence else len(words)), "", RULE)])
    key = KEY.match(words) if in_head else None
    if key and key["key"].lower() in TITLE_KEYS:
        start = text.text.index(words)
        text = text.edit([Edit(start, start + key.start("value"), "", RULE)])
    if in_head:
        return text.edit(_cuts(re.finditer(r"(?<=[:：] )[\"'](?=.*[\"']\s*$)|^[\"'](?=.*[\"']\s*$)|[\"'](?=\s*$)", text.text)))
    for pattern in (QUOTE, HEADING):
        text = text.edit(_cuts(pattern.finditer(text.text)))
    text = text.edit(_cuts(CLOSED_HEADING.finditer(text.text)) if HEADING.match(words) else [])
    text = text.edit(
        Edit(match.start(name), match.end(name), "", RULE) for match in LINK.finditer(text.text) for name in ("open", "close")
    )
    for pattern in (STRONG, EMPHASIS):
        text = text.edit(
            Edit(start, start + len(match[1]), "", RULE)
            for match in pattern.finditer(text.text)
            for start in (match.start(), match.end() - len(match[1]))
        )
    if TABLE.match(words):
        bars = [match.start() for match in re.finditer(r"\|", text.text)]
        text = text.edit([Edit(at, at + 1, "" if at in (bars[0], bars[-1]) else " ", RULE) for at in bars])
    return text


def _cuts(matches: Iterator[re.Match[str]]) -> list[Edit]:
    return [Edit(match.start(), match.end(), "", RULE) for match in matches if match.end() > match.start()]
