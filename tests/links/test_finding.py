"""Every quotation of the five sources, read by a person, is found with exact ends, and nothing else is."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from build_scripts.links import find_links
from build_scripts.links.cited.works import read_works
from build_scripts.links.model import Link, LinkType, Span
from build_scripts.links.parallel.apparatus import Difference, collate
from build_scripts.model import Document
from build_scripts.writers.data.links import alignment_json, check_alignment, check_links, links_json
from tests.links.making import words

EXPECTED = yaml.safe_load((Path(__file__).parent / "expected_links.yaml").read_text(encoding="utf-8"))


def seen(documents: Sequence[Document], link: Link) -> dict[str, object]:
    assert link.target
    return {
        "type": link.type.value,
        "fidelity": link.fidelity.value if link.fidelity else None,
        "marked": link.marked,
        "document": link.source.document,
        "words": words(documents, link.source),
        "to": f"{link.target.document} {link.target.block}",
        "to_words": words(documents, link.target),
    }


def test_all_and_no_others(documents: Sequence[Document], links: Sequence[Link]) -> None:
    found = [seen(documents, link) for link in links if link.type is not LinkType.NOTE_CITATION]
    assert found == EXPECTED


def test_an_inserted_word_and_nothing_dropped(documents: Sequence[Document], links: Sequence[Link]) -> None:
    (link,) = [
        link
        for link in links
        if link.source.document == "ndrc" and words(documents, link.source).startswith("人工智能作为引领")
    ]
    substantive = [(change.kind.value, change.words, change.to_words) for change in link.changes if change.kind.substantive]
    assert substantive == [("inserted", "正", "")]


def test_a_quotation_names_the_work_of_its_note(documents: Sequence[Document], links: Sequence[Link]) -> None:
    works = {work.id: work for work in read_works(documents)}
    here = [link for link in links if link.source.document == "wang-wenze" and link.target and link.type is LinkType.QUOTATION]
    assert len(here) == 9 and all(works[link.work or ""].document == "readout" for link in here)
    other = [link for link in links if link.source.document == "wang-wenze" and link.type is LinkType.SAME_WORDING]
    assert {works[link.work or ""].date for link in other} == {"2018-11-01"}


def test_published_data(documents: Sequence[Document], links: Sequence[Link]) -> None:
    from build_scripts.links.parallel.alignment import align_sentences

    content = links_json(links, read_works(documents), documents)
    assert check_links(content, documents) == []
    pairs = [pair for document in documents for pair in align_sentences(document)]
    assert check_alignment(alignment_json(documents, pairs), documents) == []
    content["links"][0]["from"]["start"] += 1  # type: ignore[index]
    assert len(check_links(content, documents)) == 1


def raw_spans(documents: Sequence[Document], span: Span) -> list[tuple[int, int]]:
    """Where a span stands in the raw capture: half-open code points, in the order of the text."""
    document = next(item for item in documents if item.id == span.document)
    texts = {block.id: block.text for block in document.blocks} | {note.id: note.text for note in document.notes}
    return texts[span.block].partition([span.start, span.end])[1].origin()


def test_spans_lead_back_to_the_capture(documents: Sequence[Document], links: Sequence[Link]) -> None:
    by_id = {document.id: document for document in documents}
    for link in links:
        for span in (link.source, link.target):
            if not span:
                continue
            raw = (by_id[span.document].source.folder / "raw.txt").read_text(encoding="utf-8")
            captured = "".join(raw[start:end] for start, end in raw_spans(documents, span))
            assert [c for c in captured if c.isalnum()] == [c for c in words(documents, span) if c.isalnum()]


def test_the_apparatus(documents: Sequence[Document], links: Sequence[Link]) -> None:
    sentences = collate(documents, links)
    assert "".join(sentence.text for sentence in sentences).startswith("中共中央政治局4月25日下午")
    assert all(sentence.readings for sentence in sentences) and len(sentences) == 24
    substantive = {
        (reading.span.document, reading.span.block, variant.base, variant.words)
        for sentence in sentences
        for reading in sentence.readings
        for variant in reading.variants
        if variant.kind is Difference.SUBSTANTIVE
    }
    assert ("ndrc", "p1", "", "正") in substantive
    assert ("takungpao-readout", "p3", "", "加強人工智能發展和監管") in substantive
    assert {block for _, block, _, _ in substantive} == {"p1", "p3", "headline", "deck", "h1"}
    for sentence in sentences:
        for reading in sentence.readings:
            assert words(documents, reading.span) == reading.words and reading.base_span.overlap(sentence.span)
            for variant in reading.variants:
                assert words(documents, variant.span) == variant.words and words(documents, variant.base_span) == variant.base


def test_a_second_run_takes_well_under_a_second(documents: Sequence[Document]) -> None:
    start = time.process_time()
    find_links(documents)
    assert time.process_time() - start < 1


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, build_scripts.links; print(sorted({'numpy', 'opencc', 'yaml'} & set(sys.modules)))"
    root = Path(__file__).resolve().parents[2]
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout.strip()
        == "[]"
    )
