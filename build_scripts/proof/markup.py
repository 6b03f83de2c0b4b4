"""What a page is made of: nothing but the elements, attributes, addresses and scripts that writers and theme can have made.

A page is read by a grammar so narrow that all browsers read it alike; what does not fit the grammar is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from build_scripts.tables import read_table

OPENING = r"""<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>"""
TAG = re.compile(rf"{OPENING}|</([a-z][a-z0-9-]*)\s*>|<!--(?!-?>)(?:(?!--|<!).)*-->|<!doctype html>", re.DOTALL | re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
RAW = re.compile(r"(.*?)</(?:script|style|title)\s*>", re.DOTALL | re.IGNORECASE)
STYLE = re.compile(r"(?:[a-z-]+:[\w\s.%,#()-]*;?\s*)*")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20]")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
TEMPLATE = re.compile(r"<(script|style)[^>]*>(.*?)</\1>", re.DOTALL)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# What a template may have put in: an address into a script, the text of a string into a style.
PUT_IN = {"script": r"[\w./:~-]*", "style": r"""(?:[^<"\\\n]|\\[0-9a-f]+ )*"""}

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Allowed:
    """What markup.yaml lets stand: attributes by element, and the rest of its lists under their names."""

    elements: dict[str, frozenset[str]]
    beginnings: tuple[str, ...]
    head_only: frozenset[str]
    schemes: frozenset[str]
    leading_out: frozenset[str]
    saying_where: frozenset[str]
    data_scripts: frozenset[str]


@cache
def _allowed() -> Allowed:
    data = read_table(Path(__file__).with_suffix(".yaml"))
    lists = {key.replace("-", "_"): frozenset(data[key]) for key in data if key not in ("elements", "everywhere", "beginnings")}
    elements = {name: frozenset([*attributes, *data["everywhere"]]) for name, attributes in data["elements"].items()}
    return Allowed(elements, tuple(data["beginnings"]), **lists)


@cache
def _templates() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The scripts and styles of the theme as patterns, with room for what a template puts in."""
    material = find_spec("material")
    folders = [Path(__file__).parents[1] / "theme"]
    folders += [Path(material.origin).parent / "templates"] if material and material.origin else []
    found: dict[str, set[str]] = {"script": set(), "style": set()}
    for path in (path for folder in folders for path in folder.rglob("*.html")):
        for match in TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            fixed = map(re.escape, JINJA.split(match[2].strip()))
            found[match[1]].add(PUT_IN[match[1]].join(fixed))
    return {name: tuple(map(re.compile, sorted(patterns))) for name, patterns in found.items()}


@cache
def _in_a_template(kind: str, text: str) -> bool:
    return any(pattern.fullmatch(text.strip()) for pattern in _templates()[kind])


def check_markup(page: str) -> Iterator[str]:
    """A sentence for each thing on a page that its writers cannot have made."""
    at, in_body, pictures, before = 0, False, 0, ""
    strange = FORBIDDEN.search(page)
    if strange:
        yield f"the code U+{ord(strange[0]):04X} is no character of a page"
    while (at := page.find("<", at)) >= 0:
        tag = TAG.match(page, at)
        if not tag:
            yield f"{page[at : at + 40]!r} is no markup that the writers make"
            return
        at, name = tag.end(), (tag[1] or "").lower()
        in_body = in_body or name == "body"
        pictures += (name == "svg") - ((tag[3] or "").lower() == "svg")
        if name:
            if in_body and name in _allowed().head_only and not (name == "title" and pictures):
                yield f"<{name}> stands outside the head"
            if name == "hr" and before != '<div class="footnote">':
                yield "<hr> stands where no writer puts one: a page's head was perhaps read as its text"
            attributes, problems = _read_element(name, tag[2])
            yield from problems
        if name in ("script", "style") or (name == "title" and not in_body):
            raw = RAW.match(page, at)
            yield from _check_raw(name, attributes, raw[1]) if raw else (f"<{name}> does not end",)
            at = raw.end() if raw else len(page)
        before = tag[0]


@lru_cache(maxsize=65536)
def _read_element(name: str, written: str) -> tuple[Attributes, tuple[str, ...]]:
    """The attributes of an element as written, and what is wrong with it wherever it stands: most stand on many pages."""
    attributes = {each[1].lower(): unescape(each[2] or each[3] or each[4] or "") for each in ATTRIBUTE.finditer(written)}
    return attributes, tuple(_check_element(name, attributes))


def _check_element(name: str, attributes: Attributes) -> Iterator[str]:
    allowed = _allowed()
    if name not in allowed.elements:
        yield f"no writer makes the element <{name}>"
        return
    for key, value in attributes.items():
        if key not in allowed.elements[name] and not key.startswith(allowed.beginnings):
            yield f"no writer gives <{name}> the attribute “{key}”"
        elif key in ("href", "src") and not _is_safe(name, attributes, value):
            yield f"<{name}> has the address {value[:60]!r}"
        elif key == "style" and (not STYLE.fullmatch(value) or "url(" in value):
            yield f"<{name}> has the style {value[:60]!r}"
        elif key == "http-equiv" and value.lower() != "content-security-policy":
            yield f"<meta> gives the page the header {value[:40]!r}"


def _is_safe(name: str, attributes: Attributes, value: str) -> bool:
    """Whether an address stays on the site, or leads out of it where a reader chooses to go."""
    allowed = _allowed()
    address = IGNORED_IN_ADDRESS.sub("", value)
    scheme = SCHEME.match(address)
    if not scheme:
        return not address.startswith("\\") and address[:2] not in ("//", "/\\")
    outward = name in allowed.leading_out or (name == "link" and attributes.get("rel", "").strip() in allowed.saying_where)
    return outward and scheme[1].lower() in allowed.schemes


def _check_raw(name: str, attributes: Attributes, text: str) -> Iterator[str]:
    if name == "title" or (name == "script" and "src" in attributes):
        return
    if name == "script" and attributes.get("type", "") in _allowed().data_scripts:
        try:
            json.loads(text)
        except ValueError:
            yield f"a script of data holds none: {text[:40]!r}"
    elif not _in_a_template(name, text):
        yield f"no template of the theme has the {name} {text.strip()[:60]!r}"
