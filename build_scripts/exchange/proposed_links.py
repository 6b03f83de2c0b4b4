"""What passim found, as entries for `decisions.yaml`: the links that it makes here and that the edition does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from build_scripts.edition.edition import Edition
from build_scripts.exchange.passim import read_passages
from build_scripts.links.model import Link, Span, TextLink
from build_scripts.links.proposed import judge


def propose_links(edition: Edition, files: Mapping[str, bytes]) -> Iterator[str]:
    """The lines of the entries, under the name of the file that each is for. Raises BadInput `bad-exchange`.

    An entry has no reason yet, and no build takes it without one: whoever puts it in has looked at the place.
    """
    pairs = read_passages(files, edition.documents)
    links = [
        each for each in judge(pairs, edition.documents, edition.works, edition.regional) if not _is_there(each, edition.links)
    ]
    for folder in sorted({edition.document(link.source.document).source.id for link in links}):
        of_seed = [link for link in links if edition.document(link.source.document).source.id == folder]
        yield f"# seeds/{folder}/decisions.yaml"
        yield from yaml.safe_dump(
            {"links": [_entry(edition, link) for link in of_seed]}, allow_unicode=True, sort_keys=False, width=1000
        ).splitlines()


def _is_there(link: TextLink, links: Sequence[Link]) -> bool:
    """Whether the edition links these words with that document already."""
    return any(
        other.target is not None and other.target.document == link.target.document and other.source.overlap(link.source)
        for other in links
    )


def _entry(edition: Edition, link: TextLink) -> dict[str, str | None]:
    return {
        "from": f"{link.source.document}#{link.source.block}",
        "words": _words(edition, link.source),
        "to": f"{link.target.document}#{link.target.block}",
        "to-words": _words(edition, link.target),
        "type": link.type.value,
        "because": None,
    }


def _words(edition: Edition, span: Span) -> str:
    return edition.document(span.document).by_id[span.block].text.text[span.start : span.end]
