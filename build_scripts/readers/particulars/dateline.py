"""What stands at the head of a report: the programme in which it ran, the wire service's dateline."""

from __future__ import annotations

import re

from build_scripts.model import Field
from build_scripts.readers.particulars.name_shapes import is_name
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.text.characters import SPACE, bare
from build_scripts.text.lexicon import any_word
from build_scripts.traced import Traced

# 某网消息(某栏目):… — the agency's word for its own report, and the programme in which it ran.
PROGRAMME = re.compile(r"^\s*(?P<credit>\S{2,10}?(?:消息|讯|訊|报道|報道))[（(](?P<programme>[^）)]{2,20})[）)][:：](?=\s*\S)")
# 〔記者王小明／台北報導〕… — who reports and from where, in brackets of their own before the text.
REPORTER = re.compile(r"^\s*[〔［\[【（(][^〔［\[【（(〕］\]】）)]{4,40}[〕］\]】）)]\s*(?=\S)")
# 【本报讯】, 〔記者王小明／台北報導〕, 本报讯, 本报北京9月7日电: where a report of a newspaper begins, its spaces left out.
REPORTS = any_word("particulars", "reports")
REPORT = re.compile(rf"[【〔［\[（(][^】〕］\]）)。，]{{0,24}}{REPORTS}[】〕］\]）)]|本[报報]\S{{0,12}}?{REPORTS}")
# 某社北京4月26日電 … — agency, place, day, wire; the reporters in brackets where they are named.
WIRE = re.compile(
    rf"^\s*[（(]?(?:\S{{2,6}}社|\S{{2,6}}[网網]|本[报報网網])\S{{2,10}}?\d{{1,2}}月\d{{1,2}}日(?:[电電](?![讯訊话話视視子力])|[电電]?[讯訊])"
    rf"(?:[{SPACE}]*[（(][^）)]{{0,12}}(?:记者|記者)[^）)]{{1,40}}[）)][{SPACE}]*|[）)][{SPACE}]*|[{SPACE}]+|(?<=[电電]))(?=\S)"
)


def read_programme(text: Traced) -> tuple[list[Field], Traced]:
    """The programme named at the head of a paragraph, and the paragraph without it."""
    match = PROGRAMME.match(text.text)
    if not match:
        return [], text
    spans = [match.end("credit"), match.start("programme"), match.end("programme"), match.end()]
    credit, opening, programme, closing, body = text.partition(spans)
    fields = [Field("credit", _with(credit, opening)), Field("programme", _with(programme, closing))]
    return fields, body


def read_reporter(text: Traced) -> tuple[list[Field], Traced]:
    """The reporter and the place that brackets at the head of a paragraph name, and the paragraph without them."""
    match = REPORTER.match(text.text)
    if not match:
        return [], text
    head, body = text.partition([match.end()])
    found = read_particulars(head)
    named = [item for item in found.fields if item.name == "author"]
    known = all(item.name in ("author", "place", "byline") for item in found.fields)
    if not (named and known and found.sure and found.bylines and all(is_name(bare(item.text.text)) for item in named)):
        return [], text
    return list(found.fields), body


def split_wire_dateline(text: Traced) -> tuple[Traced | None, Traced]:
    """The wire service's dateline at the head of a paragraph, and the paragraph without it."""
    match = WIRE.match(text.text)
    if not match:
        return None, text
    dateline, body = text.partition([match.end()])
    return dateline, body


def _with(value: Traced, mark: Traced) -> Traced:
    return Traced(value.runs + mark.removed("field-label").runs)
