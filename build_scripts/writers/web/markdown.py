"""Text to Markdown in which it is text and nothing else, and blocks to Markdown with their ids.

Captures are untrusted: every character that Markdown, its extensions or HTML could read as markup is escaped, with a backslash
where both Python-Markdown and CommonMark know it there, else as a character reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from build_scripts.views.running.inlines import CommentCall, Inline, NoteCall, Words

# Markup wherever it stands: what a backslash escapes in every engine, and the rest.
ANYWHERE = re.compile(r"([\\`*_\[\]{}])|[&<>|~^$\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINES = re.compile(r"[\r\n]+")
# Markup only at the beginning of a line: headings, lists, rules, definitions, notes, admonitions, tabs, snippets; and blanks.
AT_START = re.compile(r"^(?:([#+\-])|[=:!?%/;\s])")
NUMBERED = re.compile(r"^(\d+)([.)])")
AT_END = re.compile(r"\s$")
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
PUNCTUATION = re.compile(r"[^\w\s]|_")


def escape(text: str) -> str:
    r"""The text as Markdown that shows it as typed, at any place inside a block.

    >>> escape("<script>*a*_b_ [x](y) {{ }} | AT&T")
    '&lt;script&gt;\\*a\\*\\_b\\_ \\[x\\](y) \\{\\{ \\}\\} &#124; AT&amp;T'
    >>> escape("鲁迅强调，“海洋+”行动（2025）。")
    '鲁迅强调，“海洋+”行动（2025）。'
    """
    return ANYWHERE.sub(lambda match: f"\\{match[1]}" if match[1] else reference(match[0]), text)


def reference(char: str) -> str:
    """A character reference; control characters, which HTML forbids, become their visible pictures.

    >>> reference("<"), reference("|"), reference(chr(0))
    ('&lt;', '&#124;', '&#9216;')
    """
    code = ord(char)
    return NAMED.get(char) or f"&#{0x2421 if code == 0x7F else code + 0x2400 if code < 0x20 and not char.isspace() else code};"


def guard(markdown: str) -> str:
    r"""Keep every line of a block from being read as a heading, a list or the like, and keep blanks at the block's ends.

    >>> guard("1. 一"), guard("# 二"), guard("三"), guard("　四"), guard("五\n  # 六")
    ('1\\. 一', '\\# 二', '三', '&#12288;四', '五\n\\# 六')
    """
    first, *others = LINES.split(markdown)
    lines = [first, *(line.strip() for line in others[:-1]), *(line.lstrip() for line in others[-1:])]
    return AT_END.sub(lambda match: reference(match[0]), "\n".join(map(_guard_line, lines)))


def _guard_line(line: str) -> str:
    line = NUMBERED.sub(r"\1\\\2", line)
    return AT_START.sub(lambda match: f"\\{match[1]}" if match[1] else reference(match[0]), line)


def running(inlines: Sequence[Inline]) -> str:
    """Running text as Markdown: words taken from another text lead to the passage there, notes are called.

    >>> running([Words("引"), Words("文"), NoteCall(1)])
    '引文[^1]'
    """
    parts = [(to, _strong_runs(list(run))) for to, run in groupby(inlines, key=_leads_to)]
    markdown = "".join(f"[{words}]({to})" if to else words for to, words in parts)
    return re.sub(r"!(?=\[)", r"\\!", markdown)  # a link behind it would become a picture


def _leads_to(inline: Inline) -> str:
    return target(inline.to.url, inline.to.block) if isinstance(inline, Words) and inline.to and inline.text else ""


def target(url: str, block: str = "") -> str:
    """From a document's page to another page, by its path inside the tree, or to a block there.

    >>> target("speech/readout/#l4", "p6")
    '../speech/readout.md#p6'
    """
    return f"../{url.partition('#')[0].rstrip('/')}.md" + (f"#{block}" if block else "")


def _strong_runs(inlines: Sequence[Inline]) -> str:
    """Words and calls of notes; what leads a paragraph is strong."""
    runs = [(lead, list(run)) for lead, run in groupby(inlines, key=_leads)]
    texts = ["".join(map(_inline, run)) for _, run in runs]
    afters = [text[:1] for text in texts[1:]] + [""]
    befores = ["", *(text[-1:] for text in texts[:-1])]
    return "".join(
        strong(text, before, after) if lead else text
        for (lead, _), text, before, after in zip(runs, texts, befores, afters, strict=True)
    )


def _inline(inline: Inline) -> str:
    if isinstance(inline, CommentCall):
        return f"<sup>[{escape(inline.sign)}](#{inline.id})</sup>"
    return f"[^{inline.label or inline.note}]" if isinstance(inline, NoteCall) else escape(inline.text)


def _leads(inline: Inline) -> bool:
    return isinstance(inline, Words) and inline.role == "lead"


def strong(markdown: str, before: str = "", after: str = "") -> str:
    """Strong words, between these characters; as HTML where CommonMark would leave the asterisks standing.

    >>> strong("第一", "", "，"), strong("第一，", "", "着")
    ('**第一**', '<strong>第一，</strong>')
    """
    stuck = (PUNCTUATION.match(markdown[-1:]) and after.strip() and not PUNCTUATION.match(after)) or (
        PUNCTUATION.match(markdown[:1]) and before.strip() and not PUNCTUATION.match(before)
    )
    return f"<strong>{markdown}</strong>" if stuck or markdown != markdown.strip() else f"**{markdown}**"


def attributes(name: str, language: str = "") -> str:
    """An attribute list, for the line after a block or after the text of a heading; empty where there is nothing to say.

    >>> attributes("p1-en", "en"), attributes("")
    ('{:#p1-en lang=en}', '')
    """
    parts = [f"#{name}" if name else "", f"lang={language}" if language else ""]
    return f"{{:{' '.join(filter(None, parts))}}}" if any(parts) else ""


def paragraph(markdown: str, name: str = "", language: str = "") -> str:
    """A paragraph with its id and, where it is not that of the page, its language."""
    return "\n".join(filter(None, [guard(markdown), attributes(name, language)]))


def heading(level: int, markdown: str, name: str = "", language: str = "") -> str:
    """A heading with its id and, where it is not that of the page, its language."""
    text = re.sub(r"#$", r"\\#", markdown.strip())  # else it would close the heading
    return " ".join(filter(None, ["#" * level, text, attributes(name, language)]))


def listed(markdown: str, first: bool = True, mark: str = "-") -> str:
    """A block as the first of an item of a list, or as one more of it.

    >>> listed("a", first=False)
    '    a'
    """
    lead = f"{mark:<4}" if first else "    "
    return lead + markdown.replace("\n", "\n    ")
