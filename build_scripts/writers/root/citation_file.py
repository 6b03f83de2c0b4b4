"""`CITATION.cff`: how the whole edition is cited (Citation File Format 1.2.0)."""

from __future__ import annotations

from json import dumps

from build_scripts.edition.edition import Edition
from build_scripts.views.wording import say


def citation_file(edition: Edition) -> str:
    """The file, in the language of the last tree; what is not known is not there."""
    tree = edition.trees[-1]
    name = say("site", tree)
    other = say("site", edition.trees[0])
    given = {
        "cff-version": "1.2.0",
        "message": say("cff-message", tree),
        "title": f"{name}: {say('tagline', tree)}",
        "type": "dataset",
        "authors": [{"name": name} | ({"alias": other} if other != name else {})],
        "version": edition.version.name,
        "date-released": edition.version.date,
        "url": edition.settings.address,
        "abstract": say("what-this-is-text", tree),
    }
    # JSON is YAML; and a version of digits stays a text for every reader.
    return "".join(f"{key}: {dumps(value, ensure_ascii=False)}\n" for key, value in given.items() if value)
