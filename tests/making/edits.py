"""Edits of the edition that `new` makes: what an editor may change, each under its name."""

from __future__ import annotations

import random
import shutil
from hashlib import sha256

import yaml

from build_scripts.pipeline import Project

# Words of a file, and those that take their place: a link comes, a translation is another one, as are a name and a term.
PLACES = {
    "link": ("evening-paper/raw.txt", "回程的船上", "守塔人說：「愿每一个从海上回来的人，都能先看见光。」回程的船上"),
    "translation": ("lighthouse/translation.en.md", "someone adds oil on time", "somebody adds the oil"),
    "name": ("names.yaml", "Harbour Evening Paper", "The Evening Paper of the Harbour"),
    "edition": ("edition.yaml", "A talk and its echo", "A talk and what came of it"),
    "term": ("glossary.yaml", "en: keeper", "en: keeper, also: {warden: {en: To try it.}}"),
}
DECISION = "links:\n  - {from: p2, retract: true, because: It is a proverb.}\n"
KINDS = (*PLACES, "word", "title", "source", "gone", "decision")


def silent(words: str) -> None:
    """Say nothing of the steps of a build."""


def change(project: Project, chance: random.Random, kind: str) -> None:
    """Change the text, title, translation or links of one source, the sources that there are, or what holds for all."""
    if kind == "source":
        shutil.copytree(project.seeds / "lighthouse", project.seeds / "tower", ignore=shutil.ignore_patterns("anchors.lock"))
        put(project, "tower/source.yaml", "id: lighthouse", "id: tower")
    if kind == "gone":
        shutil.rmtree(project.seeds / "tower")
    if kind in PLACES:
        put(project, *PLACES[kind])
    if kind == "decision":
        (project.seeds / "evening-paper/decisions.yaml").write_text(DECISION, encoding="utf-8")
    seed = project.seeds / chance.choice(["lighthouse", "evening-paper"])
    if kind == "word":
        raw = (seed / "raw.txt").read_text(encoding="utf-8")
        at = raw.rindex("。")
        (seed / "raw.txt").write_text(raw[:at] + chance.choice("甲乙丙丁") + raw[at:], encoding="utf-8")
    for path in project.seeds.glob("*/source.yaml"):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        data["sha256"] = sha256((path.parent / "raw.txt").read_bytes()).hexdigest()
        data["title"] |= {"en": f"Title {chance.randrange(1000)}"} if kind == "title" and path.parent == seed else {}
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def put(project: Project, path: str, before: str, after: str) -> None:
    """Put words in the place of others in a file of the seeds, which has them."""
    text = (project.seeds / path).read_text(encoding="utf-8")
    assert before in text
    (project.seeds / path).write_text(text.replace(before, after, 1), encoding="utf-8")
