"""The data files that are made from one source alone: as they were checked and written once, by all that it was read from."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.edition.edition import Edition
from build_scripts.store import Store


def keys_of(edition: Edition, store: Store) -> Mapping[str, str]:
    """Where the files of documents and ledgers are kept, by their paths under data/; none of a source without a hash."""
    of_documents = {f"documents/{each.id}.json": each.source for each in edition.documents}
    of_ledgers = {f"ledger/{each.witness.source.id}.json": each.witness.source for each in edition.ledgers}
    files = (of_documents | of_ledgers).items()
    return {path: store.key("data", [source.inputs, path.encode()]) for path, source in files if source.inputs}
