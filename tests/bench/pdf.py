"""How much of made-up PDFs is read right, beside the same reader on pdfplumber's plain text, and how long a long one takes.

python -m tests.bench.pdf
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pdfplumber

from build_scripts.decode import decode
from build_scripts.diagnostics import BadInput
from build_scripts.passes import clean
from build_scripts.readers import READERS
from tests.conftest import make_source
from tests.making.article import Answer
from tests.making.printed import Layout, print_article
from tests.making.reading import Result, read_article, read_printed
from tests.readers.test_printed import LAYOUTS

SEEDS = range(1, 6)
STAGES = ("decoding and counting again", "reading", "cleaning")
LONG = Layout(sections=4, paragraphs=60, head="某某学报", folio="1")


def plain_text(data: bytes) -> str:
    """What pdfplumber makes of a PDF by itself, a form feed between pages."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\f".join(page.extract_text() + "\n" for page in pdf.pages)


def right(result: Result | None, answer: Answer) -> tuple[int, int]:
    """How many blocks and notes were read as they were set."""
    if result is None:
        return 0, 0
    missing = [each for each in result.differences() if "missing" in each]
    blocks = sum(each.startswith("block") for each in missing)
    return len(answer.blocks) - blocks, len(answer.notes) - (len(missing) - blocks)


def compare(layouts: Iterable[Layout]) -> str:
    """Shares of blocks and notes of both ways, in words."""
    total, printed, plain, wrong = [0, 0], [0, 0], [0, 0], 0
    for layout in layouts:
        data, answer = print_article(layout)
        result = read_printed(data, answer)
        try:
            other: Result | None = read_article(plain_text(data), answer)
        except BadInput:
            other = None
        wrong += result.verdict == "wrong"
        for sums, counted in (
            (total, (len(answer.blocks), len(answer.notes))),
            (printed, right(result, answer)),
            (plain, right(other, answer)),
        ):
            sums[0] += counted[0]
            sums[1] += counted[1]
    shares = [f"{100 * got[at] / max(total[at], 1):5.1f} %" for at in (0, 1) for got in (printed, plain)]
    return f"blocks {shares[0]} (plain text {shares[1]}), notes {shares[2]} (plain text {shares[3]}), wrong in silence {wrong}"


def main() -> None:
    for name, layout in LAYOUTS.items():
        print(f"{name:<40} {compare(replace(layout, seed=seed) for seed in SEEDS)}")
    data, _ = print_article(LONG)
    times = [time.process_time()]
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    times.append(time.process_time())
    source = make_source(decoded.text, "journal-article", capture="raw.pdf")
    witness = READERS[source.reader].read(source, decoded.text, decoded)
    times.append(time.process_time())
    for document in witness.documents:
        clean(document)
    times.append(time.process_time())
    spent = [f"{what} {after - before:.2f} s" for what, (before, after) in zip(STAGES, pairwise(times), strict=True)]
    pages = decoded.text.count("\f") + 1
    print(
        f"{pages} pages, {len(decoded.text):,} characters: {', '.join(spent)}, {times[-1] - times[0]:.2f} s of the processor in all"
    )


if __name__ == "__main__":
    main()
