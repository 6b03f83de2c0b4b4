"""What `add` makes of real files beside the plain output of trafilatura and pdfplumber: no answers are known, so differences count.

python -m tests.bench.corpus FILE …

For each file: the blocks read, how many of them the other has not; its lines, how many of them are in no block; doubts; seconds of the
processor. A block that pdfplumber has not was mostly joined over lines; a line of trafilatura that is in no block is to be read.
"""

from __future__ import annotations

import io
import re
import sys
import time
from pathlib import Path

import pdfplumber
import trafilatura

from build_scripts.adding.files import read_file
from build_scripts.adding.propose import propose
from build_scripts.passes import clean
from build_scripts.seed.settings import read_settings

LEAST = 12  # letters of a line or block that tells


def plain(capture: str, data: bytes) -> str:
    """What the other makes of a file by itself."""
    if capture == "raw.html":
        return trafilatura.extract(data, include_comments=False, include_tables=True) or ""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def compare(path: Path) -> str:
    """The counts of one file, in words."""
    capture, data = read_file(path)
    started = time.process_time()
    proposal = propose(capture, data, "bench", path, read_settings(path.parent))
    seconds = time.process_time() - started
    documents = [clean(each) for each in (proposal.witness.documents if proposal.witness else ())]
    blocks = [block.text.text for each in documents for block in each.blocks]
    blocks += [note.text.text for each in documents for note in each.notes]
    facts = [item.text.text for each in documents for item in each.fields]
    other = plain(capture, data)
    ours, theirs = letters("".join([*blocks, *facts])), letters(other)
    told = [each for each in map(letters, blocks) if len(each) >= LEAST]
    lines = [each for each in map(letters, other.split("\n")) if len(each) >= LEAST]
    doubts = len(proposal.witness.doubts) if proposal.witness else 0
    return (
        f"{path.name}: {len(told)} blocks, {sum(each not in theirs for each in told)} of them not in the other; {len(lines)} lines, "
        f"{sum(each not in ours for each in lines)} of them in no block; {doubts} doubts; {seconds:.1f} s"
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(compare(Path(name)))
