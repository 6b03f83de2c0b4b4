"""The published links, as the pages must show them: numbered as there, their words in the script of a tree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from build_scripts.edition.edition import shown

TEXTUAL = ("reprint", "quotation", "same-wording", "echo")
SECTIONS = {"speech": "speech", "commentary": "commentary", "news": "news"}


@dataclass(frozen=True, slots=True)
class Published:
    """What the site publishes as data."""

    site: Path

    def read(self, name: str):
        return json.loads((self.site / "data" / name).read_text(encoding="utf-8"))

    @property
    def links(self) -> list[dict]:
        return self.read("links.json")["links"]

    @property
    def numbered(self) -> dict[int, dict]:
        """The links between texts under the numbers that their places have on the pages."""
        textual = [link for link in self.links if link["type"] in TEXTUAL and link["to"]]
        return dict(enumerate(sorted(textual, key=lambda link: link["type"] == "echo"), 1))

    @property
    def citations(self) -> list[dict]:
        return [link for link in self.links if link["type"] == "note-citation"]

    @property
    def paths(self) -> dict[str, str]:
        """The address of every document below a tree."""
        documents = self.read("corpus.json")["documents"]
        return {each["id"]: f"{SECTIONS[each['kind']]}/{each['id']}/" for each in documents}

    def words(self, span: dict, tree: str) -> str:
        """The words of a span as a tree shows them."""
        document = self.read(f"documents/{span['document']}.json")
        text = next(block["text"] for block in document["blocks"] if block["id"] == span["block"])
        return shown(text, document["language"], tree)[span["start"] : span["end"]]

    def english(self, span: dict) -> list[str]:
        """The official English of the sentences in which a span lies."""
        pairs = [pair for pair in self.read("alignment.json")["pairs"] if pair["level"] == "sentence"]
        found = [
            target["text"].strip()
            for pair in pairs
            for source in pair["source"]
            if (source["document"], source["block"]) == (span["document"], span["block"])
            and source["start"] < span["end"]
            and span["start"] < source["end"]
            for target in pair["target"]
        ]
        return list(dict.fromkeys(found))
