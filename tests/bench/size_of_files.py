"""How long files that are decoded take, and the links of two long texts, by their size: until they are read and proven, or
refused with one message.

python -m tests.bench.size_of_files [characters …]
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from build_scripts.decode import decode
from build_scripts.diagnostics import BadInput
from build_scripts.links import find_links
from build_scripts.passes import clean
from build_scripts.readers import READERS
from build_scripts.seed.capture import MOST_CHARACTERS, check_size
from tests.conftest import make_source
from tests.kinds import NEWS, SPEECH
from tests.links.making import document
from tests.making.cover import SHAPES
from tests.making.sizes import FILES, PAIRS, Texts
from tests.proving import named_by, unproven

SAMPLE = 300_000  # characters, by which the size of a file of more bytes is reckoned


def measure(name: str, data: bytes) -> str:
    """Seconds of the processor for decoding, reading, cleaning and proving a file, or until it is refused."""
    started = time.process_time()
    try:
        decoded = decode(name, data, "", name)
        check_size(decoded.text, name)
        read = time.process_time() - started
        source = make_source(decoded.text, SHAPES[name], capture=name)
        witness = READERS[source.reader].read(source, decoded.text, decoded)
        witness = replace(witness, documents=tuple(map(clean, witness.documents)))
        problems = unproven(witness, named_by(source))
    except BadInput as problem:
        return (
            f"{time.process_time() - started:7.2f} s, {len(problem.diagnostics)} message: {str(problem).splitlines()[0][:90]}"
        )
    return f"{time.process_time() - started:7.2f} s ({read:.2f} s of them decoding), {len(problems)} problems"


def measure_links(texts: Texts) -> str:
    """Seconds of the processor for the links between two texts."""
    documents = [document("base", *texts[0], kind=SPEECH), document("news", *texts[1], kind=NEWS)]
    started = time.process_time()
    links = find_links(documents)
    return f"{time.process_time() - started:7.2f} s, {len(links):,} links"


def main() -> None:
    sizes = [int(each) for each in sys.argv[1:]] or [MOST_CHARACTERS // part for part in (8, 4, 2, 1)]
    for size in sizes:
        for pair in PAIRS:
            print(f"{size:>10,} characters, links, {pair.__name__.replace('_', ' ')}: {measure_links(pair(size))}", flush=True)
    for size in sizes:
        for kind, (name, make) in FILES.items():
            data = make(size)
            print(f"{size:>10,} characters, {kind} of {len(data):,} bytes: {measure(name, data)}", flush=True)
    for megabytes in (1, 10, 50):
        for kind, (name, make) in FILES.items():
            data = make(int(SAMPLE * megabytes * 1_000_000 / len(make(SAMPLE))))
            print(f"{kind} of {len(data) / 1e6:.1f} MB: {measure(name, data)}", flush=True)


if __name__ == "__main__":
    main()
