"""A page to check a proposal with: one file, no script, no request; each line of the text with its role, why, and doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from build_scripts.adding.page_pictures import STYLE as PICTURES
from build_scripts.adding.page_pictures import draw_proposal
from build_scripts.adding.proposal import Proposal
from build_scripts.adding.record import open_doubts, record
from build_scripts.diagnostics import line_starts
from build_scripts.model import LineReading

STYLE = """
body { font: 16px/1.6 serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; background: #fdfcfa }
table { border-collapse: collapse; width: 100% } td { vertical-align: top; padding: .1rem .6rem; border-top: 1px solid #e5e2dc }
td:nth-child(-n+2), pre, .why { font: 13px/1.7 sans-serif; color: #666; white-space: nowrap } .why { white-space: normal }
.doubt { color: #b32d1e }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f2ee; padding: 1rem }
.gone { color: #aaa } .head { font-weight: bold }
:target td { background: #fdf0d8 }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
GONE = frozenset({"furniture", "other-headlines", "breadcrumb", "page-number", "running-head", "blank"})
HEADS = frozenset({"title", "heading", "headline", "subtitle", "kicker", "deck"})


def check_page(proposal: Proposal, checks: Sequence[str]) -> str:
    """The page as HTML; everything of the capture in it is escaped text."""
    return "\n".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{escape(proposal.id)}</title><style>{STYLE}{PICTURES}</style></head><body>",
            f"<h1>{escape(proposal.id)}</h1><pre>{escape(record(proposal))}</pre><ul>",
            *(f"<li>{_linked(check)}</li>" for check in checks),
            "</ul>",
            *draw_proposal(proposal),
            "<table>",
            *_rows(proposal),
            "</table></body></html>\n",
        ]
    )


def _linked(check: str) -> str:
    """A finding, with its line of the text as a link to the row."""
    path, _, rest = check.partition(":")
    line = rest.partition(":")[0]
    if line.isdigit() and "/raw." in path:
        return f'<a href="#l{line}">{escape(check)}</a>'
    return escape(check)


def _rows(proposal: Proposal) -> Iterator[str]:
    text = proposal.decoded.text
    starts = [0, *line_starts(text), len(text)]
    readings: dict[int, LineReading] = {each.line: each for each in (proposal.witness.readings if proposal.witness else ())}
    doubts: dict[int, list[str]] = {}
    for doubt in open_doubts(proposal):
        doubts.setdefault(doubt.line, []).append(doubt.sentence)
    for number in range(1, len(starts)):
        words = text[starts[number - 1] : starts[number]].strip()
        if words:
            yield _row(number, words, readings.get(number), doubts.get(number, []))


def _row(number: int, words: str, reading: LineReading | None, doubts: Sequence[str]) -> str:
    role = str(reading.role) if reading else ""
    look = "gone" if role in GONE else "head" if role in HEADS else ""
    why = f'<div class="why">{escape(reading.because)}</div>' if reading and reading.because else ""
    told = "".join(f'<div class="doubt">{escape(each)}</div>' for each in doubts)
    return f'<tr id="l{number}"><td>{number}</td><td>{escape(role)}</td><td class="{look}">{escape(words)}{told}{why}</td></tr>'
