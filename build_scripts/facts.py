"""What is known of a document beside its text: each fact stated by the capture or inferred by an editor, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_scripts.traced import Traced


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of a document, as published; a time that an editor gives is EDTF.

    `texts` is what the capture states of it. `because` holds an editor's reasons by language where the value is the editor's;
    then
    it stands in place of what the capture states.
    """

    name: str
    value: str
    texts: tuple[Traced, ...] = ()
    because: Mapping[str, str] = field(default_factory=dict)

    @property
    def inferred(self) -> bool:
        """Whether the value is an editor's, and not the capture's."""
        return bool(self.because)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and at what the words of a document were said; each empty where it is not known.

    `date` is EDTF, `words` all of it as it is said, `because` an editor's reasons by language; without them the text states it.
    """

    date: str = ""
    place: str = ""
    event: str = ""
    words: str = ""
    because: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.date or self.place or self.event or self.words)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document, settled once by the pass `settle_facts`.

    `known` has what the capture states, in its order, then what an editor inferred. `captured_title` is the title that the
    capture carries, empty where it has none; `title` the editor's in its place where there is one in the document's language.
    `time` is that of publication in EDTF, empty where it is not known; `work` the kind of work in CSL's terms; `occasion` is
    that at which the words were said.
    """

    captured_title: str = ""
    title: str = ""
    time: str = ""
    work: str = "document"
    known: tuple[Fact, ...] = ()
    occasion: Occasion = Occasion()

    def named(self, name: str) -> tuple[Fact, ...]:
        """The facts of a name: a document may have several authors."""
        return tuple(fact for fact in self.known if fact.name == name)

    def value(self, name: str) -> str:
        """The value of the first fact of a name, empty where nothing is known."""
        return next((fact.value for fact in self.named(name)), "")

    def is_inferred(self, name: str) -> bool:
        """Whether an editor inferred the facts of a name; not where nothing is known."""
        return any(fact.inferred for fact in self.named(name))
