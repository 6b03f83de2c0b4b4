"""A bridge to passim 2 (Smith, github.com/dasmiq/passim), which finds reused passages in corpora that no one machine holds.

Written is a JSON line for each block, with the document as its series, since passim looks for nothing inside a series; read are
the passages that it found, one JSON line each, in clusters of the same words. The texts are given in Simplified characters and
common width, so that either script is found in the other; this keeps their length, so offsets hold. They are half-open code
points.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.links.model import Span
from build_scripts.model import Document, Place
from build_scripts.text.simplify import simplify

HINT = "give the files of the folder out.json that passim made of what “export passim” wrote"
PARTS = {"id": str, "cluster": int, "begin": int, "end": int}


def write_passim(documents: Sequence[Document]) -> bytes:
    """Every block of these documents, a JSON line each."""
    lines = (_line(document, block.id, block.text.text) for document in documents for block in document.blocks)
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode("utf-8")


def _line(document: Document, block: str, text: str) -> dict[str, str]:
    about = {"series": document.id, "date": document.facts.time, "lang": document.source.language}
    return {"id": f"{document.id}#{block}", **about, "text": simplify(text)}


def read_passages(files: Mapping[str, bytes], documents: Sequence[Document]) -> list[tuple[Span, Span]]:
    """Every two passages of a cluster that stand in different documents. Raises BadInput `bad-exchange`."""
    sizes = {(each.id, block.id): len(block.text.text) for each in documents for block in each.blocks}
    clusters: dict[int, set[Span]] = defaultdict(set)
    for shown, data in files.items():
        for number, found in _read(shown, data):
            document, _, block = found["id"].rpartition("#")
            if not 0 <= found["begin"] < found["end"] <= sizes.get((document, block), 0):
                raise bad(Place(shown, number), "bad-exchange", f"no such passage is in the edition: {found['id'][:60]}", HINT)
            clusters[found["cluster"]].add(Span(document, block, found["begin"], found["end"]))
    pairs = (pair for spans in clusters.values() for pair in combinations(sorted(spans), 2))
    return sorted({(one, other) for one, other in pairs if one.document != other.document})


def _read(shown: str, data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a file, each with its line."""
    for number, line in enumerate(data.splitlines(), 1):
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or not all(type(found.get(name)) is kind for name, kind in PARTS.items()):
            raise bad(Place(shown, number), "bad-exchange", "this line is no passage that passim found", HINT)
        yield number, found
