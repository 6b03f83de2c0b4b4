"""What a proposal holds: the capture, and for each key of `source.yaml` a value or none, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.decode import Decoded
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Witness
from build_scripts.readers.laid.layout import ProposedLayout


class Certainty(StrEnum):
    """How far a person can rely on a proposed value."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "look at it"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A line of `source.yaml`. `text` is its YAML, empty where the capture itself states the fact or nobody knows it: then the
    line is a comment with what was `found`, which is also the value of a fact that a page states outside its text. `evidence`
    says where it was seen; `of` is the id of a further text of an issue, of which the line, a comment too, only informs.
    """

    key: str
    text: str
    certainty: Certainty
    evidence: str = ""
    found: str = ""
    of: str = ""

    @property
    def named(self) -> str:
        """The key, with the further text whose it is."""
        return f"{self.key} of {self.of}" if self.of else self.key


@dataclass(frozen=True, slots=True)
class Proposal:
    """A capture and what is proposed for it. `witness` is how it would be read now, None where it cannot be; then `problems`
    say why. `layout` holds the text of a layout.yaml, empty where the shape needs none.
    """

    id: str
    capture: str
    data: bytes
    decoded: Decoded
    lines: tuple[Proposed, ...]
    witness: Witness | None
    problems: tuple[Diagnostic, ...] = ()
    layout: ProposedLayout = field(default_factory=ProposedLayout)
