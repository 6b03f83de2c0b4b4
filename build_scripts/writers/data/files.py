"""The data files under `site/data/`: corpus, documents, alignment and ledgers, each with its schema."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.edition import Edition, url_of
from build_scripts.edition.ledger import ledger_data
from build_scripts.links.words.sentences import named_sentences
from build_scripts.model import Block, Document, Place, Translation
from build_scripts.standing import Standing
from build_scripts.views.titles import title_of
from build_scripts.views.wording import say
from build_scripts.writers.data.links import alignment_json, check_alignment, check_links, links_json
from build_scripts.writers.data.schemas import Schema, validator_of


def write_data(edition: Edition, kept: Collection[str] = ()) -> dict[str, object]:
    """Every data file of the edition, but for those of documents and ledgers that are `kept`: `{path under data/: content}`."""
    characters = {witness.source.id: len(witness.raw) for witness in edition.witnesses}
    files: dict[str, object] = {
        "corpus.json": {
            "edition": _edition(edition),
            "documents": [_entry(each, characters, edition) for each in edition.documents],
        }
    }
    files |= {path: document_data(each) for each in edition.documents if (path := f"documents/{each.id}.json") not in kept}
    files["links.json"] = links_json(edition.links, edition.works, edition.documents)
    files["alignment.json"] = alignment_json(
        edition.documents, [pair for pairs in edition.sentences.values() for pair in pairs]
    )
    ledgers = {f"ledger/{ledger.witness.source.id}.json": ledger for ledger in edition.ledgers}
    files |= {path: ledger_data(ledger) for path, ledger in ledgers.items() if path not in kept}
    return files


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "name": {tree: say("site", tree) for tree in edition.trees},
        "version": edition.version.name,
        "date": edition.version.date or None,
        "address": edition.settings.address or None,
    }


def _entry(document: Document, characters: dict[str, int], edition: Edition) -> dict[str, object]:
    source = document.source
    return {
        "id": document.id,
        "work": document.id,
        "kind": document.kind.id,
        "reader": source.reader,
        "language": source.language,
        "title": {tree: title_of(document, tree) for tree in edition.trees},
        "published": document.facts.time or None,
        "publisher": document.facts.value("publisher") or None,
        "author": document.facts.value("author") or None,
        "urls": {tree: f"{tree}/{url_of(document)}" for tree in edition.trees},
        "blocks": len(document.blocks),
        "notes": len(document.notes),
        "provenance": {
            "url": source.provenance.url or None,
            "retrieved": source.provenance.retrieved or None,
            "archived": source.provenance.archived or None,
            "rights": dict(source.provenance.rights) or None,
            "licence": source.provenance.licence or None,
        },
        "seed": {"file": source.raw_path, "sha256": source.sha256, "characters": characters[source.id]},
    }


def document_data(document: Document) -> dict[str, object]:
    """A document in the shape of `data/documents/<id>.json`; offsets are code points, spans half-open."""
    return {
        "id": document.id,
        "language": document.source.language,
        "blocks": [_block(block, document) for block in document.blocks],
        "notes": [
            {"id": note.id, "number": note.number, "text": note.text.text, "origin": note.text.origin()}
            for note in document.notes
        ],
        "comments": _comments(document),
        "translation": document.translation and _translation(document.translation, document),
        "others": [_translation(each, document) for each in document.others],
    }


def _comments(document: Document) -> list[dict[str, object]]:
    """What an editor says in the text, a translator in the translation that is shown."""
    theirs = document.translation.comments if document.translation else ()
    sides = [*(("text", each) for each in document.comments), *(("translation", each) for each in theirs)]
    return [{"id": each.id, "block": each.block, "at": each.at, "in": side, "words": dict(each.words)} for side, each in sides]


def _translation(translation: Translation, document: Document) -> dict[str, object]:
    return {
        "language": translation.language,
        "name": translation.name or None,
        "title": translation.title.text,
        **_standing(translation.standing),
        "by": translation.by or None,
        "missing": list(translation.missing),
        "blocks": [_translated(block, translation, document) for block in translation.blocks],
        "notes": [
            {"id": note.id, "number": note.number, "text": note.text.text, "origin": [], **_progress(translation, note.id)}
            for note in translation.notes
        ],
    }


def _block(block: Block, document: Document) -> dict[str, object]:
    return {
        "id": block.id,
        "type": block.type.value,
        "level": block.level or None,
        "text": block.text.text,
        "origin": [list(span) for span in block.text.origin()],
        "notes": [{"at": at, "note": number} for at, number in document.calls_in(block)],
        "sentences": [
            {"id": name, "start": start, "end": end} for name, start, end in named_sentences(block.id, block.text.text)
        ],
    }


def _translated(block: Block, translation: Translation, document: Document) -> dict[str, object]:
    """A translated block; only what the capture itself carries has an origin in it."""
    if translation.captured:
        return _block(block, document) | _progress(translation, block.id)
    calls = [{"at": at, "note": number} for at, number in translation.calls.get(block.id, ())]
    return _block(block, document) | {"origin": [], "notes": calls, **_progress(translation, block.id)}


def _standing(standing: Standing) -> dict[str, object]:
    """How far a translation or a section of it has come; of a review, who made it and when."""
    reviewed = {"by": standing.reviewer, "date": standing.day} if standing.reviewer else None
    return {"status": standing.status.value, "reviewed": reviewed}


def _progress(translation: Translation, name: str) -> dict[str, object]:
    """How far a section has come, and whether its text has changed since."""
    return {**_standing(translation.standing_of(name)), "stale": name in translation.stale}


def schema_of(path: str) -> str:
    """The name of the schema for a data file."""
    return {"documents": "document", "ledger": "ledger", "citations": "citations", "works-cited.json": "citations"}.get(
        path.split("/")[0], path.removesuffix(".json")
    )


def check_spans(files: Mapping[str, Any], edition: Edition) -> list[Diagnostic]:
    """`wrong-span` for each span of links and alignment whose text is not what stands at its offsets."""
    checks = {"links.json": check_links, "alignment.json": check_alignment}
    return [
        Diagnostic(Place(f"site/data/{path}"), "wrong-span", sentence)
        for path, check in checks.items()
        for sentence in check(files[path], edition.documents)
    ]


def check_data(files: dict[str, object], schemas: Mapping[str, Schema]) -> list[Diagnostic]:
    """`schema` for each file, as it will be written, that does not fit its schema."""
    from fastjsonschema import JsonSchemaException

    found = []
    for path, content in files.items():
        try:
            validator_of(schemas[schema_of(path)])(json.loads(json.dumps(content)))
        except JsonSchemaException as error:
            found.append(Diagnostic(Place(f"site/data/{path}"), "schema", str(error)))
    return found


def to_json(content: object) -> str:
    """JSON with a stable order and one line end, readable as text."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
