"""The last hand on a page, when the theme has made it: what Material writes against HTML, and the policy that browsers keep."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import unescape

# What Material 9.7 writes against the standard (https://html.spec.whatwg.org, read by the Nu checker), and what stands instead.
AGAINST_HTML = (
    (re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*) autocomplete="off"'), r"\1"),
    (re.compile(r'(<label\b[^>]*) tabindex=""'), r"\1"),
)
SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
TEXT = ' id="text"'  # where the theme's own link past the head leads: to the text of a document, else to the whole page
ARTICLE, CLASS = "<article", '<article class="'
CONTENTS = ' id="__toc"'  # ticked, it has a phone's menu open on the contents of the text
LABEL_OF_CONTENTS = ' for="__toc"'  # of a list of contents that no control opens, on a page that is the first of its section
SCRIPT = re.compile(r"<script\b(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
STYLE_ATTRIBUTE = re.compile(r'<[a-z][^<>]*? style="([^"]*)"')
INDENTATION = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")
KEPT = re.compile(
    r"((?:<pre\b.*?</pre>)|(?:<script\b.*?</script>)|(?:<style\b.*?</style>)|(?:<textarea\b.*?</textarea>))", re.DOTALL
)
# What the style sheets ask of a whole page: asked with “:has()”, each of some forty rules is looked up again at each change.
HELD = ("dz-parallel", "dz-translation-first", "dz-translation-title", "dz-tagline", "dz-collation", "dz-choose")
CLASSES = re.compile(r'<[a-z][a-z0-9]* [^<>]*?class="([^"<>]*)"')
SHARE = re.compile(r'<div class="dz-parallel[^<>]*( data-share="[0-9]+")')
CHARSET = '<meta charset="utf-8">'


def finish(page: str, content: str = "") -> str:
    """A page of the theme as it is published; `content` is the part of it that was made of texts, whose scripts never run."""
    for wrong, right in AGAINST_HTML:
        page = wrong.sub(right, page)
    page = SKIP.sub("", page, count=1)
    page = page.replace(CLASS, held(content), 1)
    if TEXT not in page:
        page = page.replace(ARTICLE, ARTICLE + TEXT, 1)
    if LABEL_OF_CONTENTS in page:
        page = page.replace(CONTENTS, f"{CONTENTS} checked", 1)
    if CONTENTS not in page:
        page = page.replace(LABEL_OF_CONTENTS, "")
    return without_indentation(with_policy(page, content))


def held(content: str) -> str:
    """The begin of the element around a text, with what is in it as a class each, and how its columns share the width.

    >>> held('<h1>A</h1><div class="dz-parallel dz-translation-first" id="text" data-share="45"></div>')
    '<article data-share="45" class="dz-holds-parallel dz-holds-translation-first '
    >>> held('&lt;div class="dz-parallel">')
    '<article class="'
    """
    found = {name for names in CLASSES.findall(content) for name in names.split()}
    share = SHARE.search(content)
    holds = "".join(f"{name.replace('dz-', 'dz-holds-', 1)} " for name in HELD if name in found)
    return f'{ARTICLE}{share[1] if share else ""} class="{holds}'


def without_indentation(page: str) -> str:
    """The page with one line end for each run of spaces that has any, which is a third of a page less to send.

    What shows its spaces, and what the policy has a hash of, stays as it is.

    >>> without_indentation("<p>\\n    a b\\n\\n  </p><pre>a\\n  b</pre>")
    '<p>\\na b\\n</p><pre>a\\n  b</pre>'
    """
    return "".join(part if index % 2 else INDENTATION.sub("\n", part) for index, part in enumerate(KEPT.split(page)))


def with_policy(page: str, content: str = "") -> str:
    """The page with its Content-Security-Policy (https://www.w3.org/TR/CSP3/): files of its own origin and no others.

    Of scripts inside the page those of the templates run, by their hashes, and none that stands in `content`.
    """
    scripts = _hashes(SCRIPT.findall(page.replace(content, "") if content else page))
    attributes = list(map(unescape, STYLE_ATTRIBUTE.findall(page)))
    styles = _hashes([*STYLE.findall(page), *attributes])
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self'{scripts}",
            "style-src 'self'" + (" 'unsafe-hashes'" if attributes else "") + styles,  # “unsafe”: for attributes too
            "img-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return page.replace(CHARSET, f'{CHARSET}\n  <meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _hashes(texts: Iterable[str]) -> str:
    """A source expression for each text, in order, each once; a space before each."""
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in dict.fromkeys(texts))
    return "".join(f" 'sha256-{digest}'" for digest in digests)
