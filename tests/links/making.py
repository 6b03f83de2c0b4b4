"""Small documents for tests."""

from __future__ import annotations

from pathlib import Path

from build_scripts.links.model import Span
from build_scripts.model import Block, BlockType, Call, Document, Field, Inference, Kind, Note, Source
from build_scripts.passes.facts import settle_facts
from build_scripts.source import Decisions
from build_scripts.traced import Traced, capture
from build_scripts.writers.data.links import texts_of
from tests.kinds import COMMENTARY
from tests.kinds import SPEECH as BASE

SESSION = "某某在中央第七次集体学习时强调 抓住机遇 稳步前进"
SPEECH = (
    "中央5月12日下午就海洋经济进行第七次集体学习。某某在主持学习时强调，面对海洋科技快速发展的新形势，要充分发挥沿海优势，坚持陆海统筹，推动海洋经济高质量发展。",
    "某某指出，海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富。要加快建设海洋强国，提高海洋资源开发能力，保护海洋生态环境，维护国家海洋权益。",
)


def document(
    name: str,
    *paragraphs: str,
    kind: Kind = COMMENTARY,
    title: str = "",
    published: str = "",
    notes: tuple[str, ...] = (),
    language: str = "zh-Hans-CN",
    given: dict[str, str] | None = None,
    decisions: Decisions | None = None,
) -> Document:
    """A document of paragraphs; `[1]` in a paragraph calls note 1."""
    facts = ({"published": published} if published else {}) | (given or {})
    inferred = {name: Inference(value, {"en": "test"}) for name, value in facts.items()}
    source = Source(name, kind, "web-page", language, "", Path(name), inferences=inferred, decisions=decisions or Decisions())
    blocks, calls, at = [], [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        text, found = _with_calls(paragraph, at, len(notes))
        blocks.append(Block(BlockType.PARAGRAPH, text, id=f"p{number}"))
        calls += found
        at += len(paragraph) + 1
    fields = (Field("title", capture(title)),) if title else ()
    made = Document(
        name,
        kind,
        source,
        fields,
        tuple(blocks),
        tuple(Note(n, capture(note)) for n, note in enumerate(notes, 1)),
        tuple(calls),
    )
    return settle_facts(made)


def _with_calls(paragraph: str, at: int, notes: int) -> tuple[Traced, list[Call]]:
    """The paragraph as captured from offset `at`, its calls taken out."""
    from build_scripts.traced import Edit, Run

    text = Traced((Run(at, at + len(paragraph), paragraph),))
    places = [(paragraph.find(f"[{n}]"), n) for n in range(1, notes + 1) if f"[{n}]" in paragraph]
    calls = [Call(at + start, at + start + len(f"[{n}]"), n) for start, n in sorted(places)]
    edits = [Edit(start, start + len(f"[{n}]"), "", "note-call") for start, n in sorted(places)]
    return text.edit(edits), calls


def speech() -> Document:
    """A speech of another occasion than those of the edition."""
    return document("speech", *SPEECH, kind=BASE, title=SESSION, published="2031-05-13")


def words(documents: object, span: Span | None) -> str:
    """What stands at a span."""
    return texts_of(documents)[span.document, span.block][span.start : span.end] if span else ""  # type: ignore[arg-type]
