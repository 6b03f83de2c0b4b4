"""Links and alignment as published data, in the shapes of `data/links.json` and `data/alignment.json`; and their check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_scripts.links.cited.works import Work
from build_scripts.links.model import Link, Span, TextLink
from build_scripts.links.parallel.alignment import Pair
from build_scripts.model import Document

Texts = Mapping[tuple[str, str], str]
Json = dict[str, object]


def texts_of(documents: Sequence[Document]) -> dict[tuple[str, str], str]:
    """`{(document id, block or note id): text as published}`."""
    blocks = {(item.id, block.id): block.text.text for item in documents for block in item.blocks}
    return blocks | {(item.id, note.id): note.text.text for item in documents for note in item.notes}


def translated_texts_of(documents: Sequence[Document]) -> dict[tuple[str, str], str]:
    """`{(document id, block id): text of its translation}`."""
    translated = ((item.id, item.translation) for item in documents if item.translation)
    return {(name, block.id): block.text.text for name, translation in translated for block in translation.blocks}


def span_json(span: Span, texts: Texts) -> Json:
    """A span with its text."""
    text = texts[span.document, span.block][span.start : span.end]
    return {"document": span.document, "block": span.block, "start": span.start, "end": span.end, "text": text}


def links_json(links: Iterable[Link], works: Sequence[Work], documents: Sequence[Document]) -> Json:
    """The content of `data/links.json`. A note citation has no fidelity, and no target where the work is not here.

    Raises ValueError where a link names a work that is not among `works`.
    """
    known, texts = {work.id for work in works}, texts_of(documents)
    found = list(links)
    unknown = sorted({link.work for link in found if link.work and link.work not in known})
    if unknown:
        raise ValueError(f"links name works that are not known: {', '.join(unknown)}")
    return {"links": [_link_json(link, texts) for link in found]}


def _link_json(link: Link, texts: Texts) -> Json:
    return {
        "type": link.type.value,
        "fidelity": link.fidelity.value if isinstance(link, TextLink) else None,
        "marked": isinstance(link, TextLink) and link.marked,
        "from": span_json(link.source, texts),
        "to": span_json(link.target, texts) if link.target else None,
        "work": link.work,
    }


def alignment_json(documents: Sequence[Document], pairs: Iterable[Pair]) -> Json:
    """The content of `data/alignment.json`: each paragraph with its translation, then the pairs of sentences."""
    texts, translated = texts_of(documents), translated_texts_of(documents)
    found: list[Json] = [
        {
            "document": name,
            "level": "paragraph",
            "source": [span_json(Span(name, block, 0, len(texts[name, block])), texts)],
            "target": [span_json(Span(name, block, 0, len(other)), translated)],
        }
        for (name, block), other in translated.items()
        if (name, block) in texts
    ]
    for pair in pairs:
        source = [span_json(span, texts) for span in pair.source]
        target = [span_json(span, translated) for span in pair.target]
        found.append({"document": pair.document, "level": "sentence", "source": source, "target": target})
    return {"pairs": found}


def wrong_spans(spans: Iterable[Mapping[str, object]], texts: Texts) -> Iterator[str]:
    """A sentence for each published span whose text is not the block's text at its offsets."""
    for span in spans:
        document, block, start, end = (span[key] for key in ("document", "block", "start", "end"))
        text = texts.get((str(document), str(block)))
        if text is None:
            yield f"{document} has no block or note {block}"
        elif not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            yield f"{document} {block} has no code points [{start}, {end})"
        elif text[start:end] != span["text"]:
            yield f"{document} {block} [{start}, {end}) reads “{text[start:end]}”, not “{span['text']}”"


def check_links(content: Mapping[str, object], documents: Sequence[Document]) -> list[str]:
    """What is wrong with the spans of `data/links.json`; empty where nothing is."""
    links = content["links"]
    assert isinstance(links, list)
    spans = [link[side] for link in links for side in ("from", "to") if link[side]]
    return list(wrong_spans(spans, texts_of(documents)))


def check_alignment(content: Mapping[str, object], documents: Sequence[Document]) -> list[str]:
    """What is wrong with the spans of `data/alignment.json`; empty where nothing is."""
    pairs = content["pairs"]
    assert isinstance(pairs, list)
    source = wrong_spans([span for pair in pairs for span in pair["source"]], texts_of(documents))
    target = wrong_spans([span for pair in pairs for span in pair["target"]], translated_texts_of(documents))
    return [*source, *target]
