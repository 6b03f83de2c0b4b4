"""Readers: each knows one shape of capture and describes it as documents. They never repair.

To add one: a module under `shapes/` with `read(source, raw, decoded=None) -> Witness`, and a line in `READERS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from build_scripts.decode.decoded import Decoded
from build_scripts.model import Source, Witness


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: its module under `shapes/`, and the CSL type by which what it reads is cited.

    The types are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types).
    """

    module: str
    cited_as: str

    def read(self, source: Source, raw: str, decoded: Decoded | None = None) -> Witness:
        """What one source yields; `decoded` tells what its capture knows beside the text. Raises BadInput."""
        witness: Witness = import_module(f"{__name__}.shapes.{self.module}").read(source, raw, decoded)
        return witness


# By the shape of the capture, which is what source.yaml names.
READERS = {
    "web-page": Reader("web_page", "webpage"),
    "word-document": Reader("web_page", "document"),
    "journal-article": Reader("journal_article", "article-journal"),
    "newspaper-page": Reader("newspaper_page", "article-newspaper"),
}
