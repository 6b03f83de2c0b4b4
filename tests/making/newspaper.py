"""Made-up newspaper pages as PDF text with their line maps, and the right answer for each story."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.making.article import Answer, wrap
from tests.making.words import sentence, title

SUBHEAD = 8  # characters


@dataclass
class MadePage:
    """The text of a page, the lines of each story by role, and what each story holds."""

    raw: str = ""
    stories: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)


def make_newspaper_page(seed: int) -> MadePage:
    """Stories in columns of one width each, indents lost; a page number may stand inside a story."""
    rng = Random(seed)
    page, lines = MadePage(), ["某某日報 2025年4月27日", ""]
    for index in range(rng.randint(1, 3)):
        _story(rng, page, lines, f"made-{index + 1}")
    page.raw = "\n".join(lines) + "\n"
    return page


def _story(rng: Random, page: MadePage, lines: list[str], name: str) -> None:
    size, roles, answer = rng.randint(12, 22), page.stories.setdefault(name, []), Answer()
    headline = title(rng)

    def put(role: str, text: str) -> None:
        lines.append(text)
        roles.append((role, len(lines)))

    put("headline", headline)
    answer.blocks.append(("headline", 0, headline))
    if rng.random() < 0.4:
        deck = title(rng)
        put("deck", deck)
        answer.blocks.append(("deck", 0, deck))
    for part in range(rng.randint(2, 5)):
        if part and rng.random() < 0.4:
            words = title(rng)[:SUBHEAD]
            put("body", words)
            answer.blocks.append(("heading", 2, words))
        for _ in range(rng.randint(1, 2)):
            text = "".join(sentence(rng) for _ in range(rng.randint(2, 5)))
            for line in wrap(list(text), size, 2):
                put("body", line)
            answer.blocks.append(("paragraph", 0, text))
    if rng.random() < 0.4:
        caption = sentence(rng)
        put("caption", caption)
        answer.blocks.append(("caption", 0, caption))
    lines.append("")
    page.answers[name] = answer
