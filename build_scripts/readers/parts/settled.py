"""The facts of a whole page, when all of its lines have been read."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.model import Field
from build_scripts.traced import Traced


def settled(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The facts of a whole page: the time of an update is that of publication where no other is given, else it goes."""
    dated = any(item.name == "published" and item.text.text.strip() for item in fields)
    found: list[Field] = []
    for item in fields:
        if item.name == "updated" and dated:
            gone = item.text.removed("page-furniture")
            place = found.pop() if found else Field("published", Traced())
            found.append(Field(place.name, Traced(place.text.runs + gone.runs)))
        else:
            found.append(Field("published", item.text) if item.name == "updated" else item)
            dated = dated or item.name == "updated"
    return tuple(found)
