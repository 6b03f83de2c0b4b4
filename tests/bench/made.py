"""Makes editions of any number of sources for the benches: cut from a corpus, each different from the others, with planted quotations.

The corpus is JSON lines, gzipped: id, title, text. Of a hundred sources one is a speech, nine are commentaries and the rest news;
every other source quotes a speech, every third a source before it as well. The same number gives the same sources.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from build_scripts.pipeline import Project

SEED = 20250425
FIRST_DAY = date(2021, 1, 4)
ARTICLE = re.compile(r"^第[一二三四五六七八九十百千零〇]+条[ \u3000]*")
SENTENCE = re.compile(r"[^。；：“”《》]{14,60}。")
PUBLISHERS = ("某报网", "某社", "某台网", "某市日报")


@dataclass(frozen=True, slots=True)
class Made:
    """A source: its id and kind, the day, the title and the paragraphs."""

    id: str
    kind: str
    day: date
    title: str
    paragraphs: tuple[str, ...]

    @property
    def raw(self) -> str:
        """The capture: title, dateline, paragraphs."""
        publisher = PUBLISHERS[self.day.toordinal() % len(PUBLISHERS)]
        head = f"{self.title}\n\n来源：{publisher}    {self.day:%Y年%m月%d日}\n\n"
        return head + "\n\n".join(self.paragraphs) + "\n"


def make_project(folder: Path, corpus: Path, count: int) -> Project:
    """A project of `count` sources in a folder."""
    project = Project(folder)
    for each in make_sources(corpus, count):
        save(project, each)
    return project


def save(project: Project, made: Made) -> None:
    """Write the seed of a source, anew where it is there."""
    seed = project.seeds / made.id
    seed.mkdir(parents=True, exist_ok=True)
    data = made.raw.encode()
    (seed / "raw.txt").write_bytes(data)
    source = {
        "id": made.id,
        "kind": made.kind,
        "reader": "web-page",
        "language": "zh-Hans-CN",
        "sha256": hashlib.sha256(data).hexdigest(),
        "title": {"en": f"The {made.kind.title()} of {made.day:%d %B %Y} ({made.id})"},
    }
    (seed / "source.yaml").write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), encoding="utf-8")


def make_sources(corpus: Path, count: int) -> Iterator[Made]:
    """Sources in order of time: one of the corpus's texts each, a few of its paragraphs, and what they quote."""
    chance = random.Random(SEED)
    texts = _texts(corpus)
    chance.shuffle(texts)
    before: list[Made] = []
    for number in range(count):
        title, paragraphs = texts[number % len(texts)]
        begin = number // len(texts) * 12
        chosen = paragraphs[begin : begin + chance.randint(5, 12)] or paragraphs[:5]
        quoted = [*_quotations(chance, [each for each in before if each.kind == "speech"], number % 2)]
        quoted += _quotations(chance, before, number % 3 == 2)
        kind = "speech" if number % 100 == 0 else "commentary" if number % 11 == 5 else "news"
        day = FIRST_DAY + timedelta(days=number * 3 // 2)
        made = Made(f"text-{number:05d}", kind, day, title, tuple(_planted(chance, list(chosen), quoted)))
        before.append(made)
        yield made


def _texts(corpus: Path) -> list[tuple[str, list[str]]]:
    """Each text that is long enough: its title, and its paragraphs of 40 to 300 characters without the number of the article."""
    found = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            given = (ARTICLE.sub("", each.strip()) for each in item["text"].split("\n"))
            paragraphs = [each for each in given if 40 <= len(each) <= 300 and each.endswith("。")]
            if len(paragraphs) >= 6 and len(item["title"]) < 40:
                found.append((item["title"], paragraphs))
    return found


def _quotations(chance: random.Random, others: list[Made], wanted: int) -> Iterator[str]:
    """A sentence of one of these sources, with a lead-in."""
    if not wanted or not others:
        return
    other = chance.choice(others)
    sentences = [each for paragraph in other.paragraphs for each in SENTENCE.findall(paragraph)]
    if sentences:
        yield f"《{other.title}》指出：“{chance.choice(sentences)}”"


def _planted(chance: random.Random, paragraphs: list[str], quoted: list[str]) -> list[str]:
    for each in quoted:
        at = chance.randrange(1, len(paragraphs))
        paragraphs[at] += each
    return paragraphs
