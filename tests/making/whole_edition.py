"""A small edition that has every kind of file which an editor writes or the program keeps, each with something in it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from build_scripts.new import new_edition
from build_scripts.pipeline import Project, check, read_edition, save_anchors
from build_scripts.writers.web.docs import write_docs
from build_scripts.writers.web.saved import save_docs

BASES = Path(__file__).parents[1] / "rules" / "base"
OF_SOURCES = {
    "paper/layout.yaml": "one:\n  headline: 2\n  body: 3-4\n  title: {en: One}\ntwo: {headline: 6, body: 另一件事也}\nfurniture: 1\n",
    "article/decisions.yaml": """corrections:
  - {where: p1, before: 技术, after: 技術, count: 1, because: {en: As printed.}, authority: The print.}
works:
  - {note: n1, title: 论标准, place: 某地, because: It is one.}
marks:
  - {where: p1, words: 本文, role: label, because: It is one.}
""",
    "evening-paper/decisions.yaml": """links:
  - {from: p2, words: 一盞燈亮得久, to: lighthouse#p2, to-words: 一盏灯亮得久, type: echo, because: {en: To try it.}}
  - {from: p1, retract: true, because: It is a proverb.}
""",
}
OF_THE_EDITION = {
    "regional.yaml": "add:\n  - {CN: [灯塔], TW: [燈臺]}\nremove: [软件]\n",
    "wording.yaml": "start-here: {zh-Hans: 从这里读起, en: Begin here}\n",
    "conversion.yaml": "zh-Hant: {守塔: 守塔}\n",
    "changes.yaml": """releases:
  - version: first-1
    date: 2031-05-21
    changes:
      - {ids: [lighthouse#p2, evening-paper], words: {en: Two words were mended., zh-Hans: 改正两处。}, by: A reader}
""",
}


def make_edition(root: Path) -> Path:
    """The edition in a folder that is not there yet, with its locks, its accepted texts and its docs/; its seeds."""
    new_edition(root)
    seeds = root / "seeds"
    for name in ("article", "paper", "saved"):
        shutil.copytree(BASES / name, seeds / name)
        sign(seeds / name)
    source = (seeds / "paper/source.yaml").read_text(encoding="utf-8")
    (seeds / "paper/source.yaml").write_text(source.partition("structure:")[0], encoding="utf-8")
    settings = (seeds / "edition.yaml").read_text(encoding="utf-8")
    more = "  commentary: {name: {en: Comment}}\n  news: {role: news, name: {en: News}}\nstart:"
    settings = (
        settings.replace("start:", more)
        + "accent: {light: '#bf3419', dark: '#ff8a70'}\nletter: [en]\naddress: https://example.org/x/\n"
    )
    (seeds / "edition.yaml").write_text(settings, encoding="utf-8")
    for name, text in (OF_SOURCES | OF_THE_EDITION).items():
        (seeds / name).write_text(text, encoding="utf-8")
    project = Project(root)
    edition = read_edition(project, lambda words: None)
    save_anchors(edition)
    save_docs(project.docs, write_docs(edition))
    check(project, lambda words: None, accept_texts=True)
    return seeds


def sign(folder: Path) -> None:
    """Put the sha256 of the capture where source.yaml says `auto` or has another one."""
    raw, source = folder / "raw.txt", folder / "source.yaml"
    if raw.is_file():
        digest = hashlib.sha256(raw.read_bytes()).hexdigest()
        lines = source.read_text(encoding="utf-8").splitlines()
        source.write_text(
            "".join(f"sha256: {digest}\n" if line.startswith("sha256:") else f"{line}\n" for line in lines), encoding="utf-8"
        )
