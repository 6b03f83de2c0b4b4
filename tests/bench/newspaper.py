"""How many lines of made-up newspaper pages stand in the right story as `add` proposes it, before a person corrects anything; and
how many lines of YAML `add` writes for a web page, an article and a chapter.

python -m tests.bench.newspaper
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

from build_scripts.adding.propose import propose
from build_scripts.adding.record import record
from build_scripts.seed.settings import plain_settings
from tests.making.printed import Layout, print_article
from tests.making.printed_page import Block, Printed, print_page

SAVED = Path(__file__).parents[1] / "cases" / "saved" / "pages.yaml"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
HEAD = "某某日报　2025年4月26日　A4"
LARGE = 3  # columns of the story at the top


def tile(random: Random, column: int, row: int, columns: int, rows: int) -> Iterator[Block]:
    """A page, or a part of it, cut into the places of stories until none is larger than a story is."""
    wide, high = columns > (LARGE if not row else 2), rows > 4
    if wide and (not high or random.random() < 0.5):
        cut = random.randint(1, columns - 1)
        yield from (*tile(random, column, row, cut, rows), *tile(random, column + cut, row, columns - cut, rows))
    elif high:
        cut = random.randint(2, rows - 2)
        yield from (*tile(random, column, row, columns, cut), *tile(random, column, row + cut, columns, rows - cut))
    else:
        yield _block(random, column, row, columns, rows)


def _block(random: Random, column: int, row: int, columns: int, rows: int) -> Block:
    chosen = {name: random.random() < 0.3 for name in ("deck", "kicker", "byline")}
    roomy = columns > 1 and rows > 2
    return Block(
        *(column, row, columns, rows),
        size=float(random.choice((14, 16) if columns == 1 else (18, 22, 28))),
        caption=roomy and random.random() < 0.4,
        upright=False,
        **(chosen if roomy else dict.fromkeys(chosen, False)),
    )


def _key(text: str) -> str:
    return re.sub(r"\xad\s*(?:\n|$)|[\s\f]", "", text)


def measure(seed: int, language: str) -> Counter[str]:
    """Lines of one page: all, in the right story, in the right part of it, and wrong ones in stories that are told as unsure."""
    random = Random(f"{seed} {language}")
    blocks = list(tile(random, 0, 0, random.randint(4, 6), random.randint(6, 8)))
    data, printed = print_page(blocks, language, seed, HEAD)
    proposal = propose("raw.pdf", data, "page", Path("page"), plain_settings())
    found = Counter({"pages": 1, "stories": len(printed), "pages read as such": bool(proposal.layout.text)})
    stories = yaml.safe_load(proposal.layout.text) if proposal.layout.text else {}
    where = {number: (name, role) for name, story in stories.items() if name != "furniture" for role, number in _numbers(story)}
    lines = proposal.decoded.text.split("\n")
    owners = _owners(where, lines, printed)
    for number, line in enumerate(lines, 1):
        key = _key(line)
        if not key or key == _key(HEAD):
            continue
        name, role = where.get(number, ("", ""))
        story = owners.get(name)
        found["lines"] += 1
        found["right story"] += bool(story and any(key in _key(part) for part in story.parts.values()))
        found["right part"] += bool(story and key in _key(story.parts.get(role, "")))
    return found


def _numbers(story: dict[str, object]) -> Iterator[tuple[str, int]]:
    """The role and number of each line of a story in layout.yaml."""
    for role, given in story.items():
        for each in given if isinstance(given, list) else [given]:
            first, _, last = str(each).partition("-")
            yield from ((role, number) for number in range(int(first), int(last or first) + 1))


def _owners(where: dict[int, tuple[str, str]], lines: list[str], printed: list[Printed]) -> dict[str, Printed]:
    """The printed story of each proposed one: the one whose headline it has, else the one that most of its lines are of."""
    votes: dict[str, Counter[int]] = {}
    for number, (name, role) in where.items():
        key = _key(lines[number - 1])
        for index, story in enumerate(printed):
            if any(key in _key(part) for part in story.parts.values()):
                votes.setdefault(name, Counter())[index] += 1000 if role == "headline" else 1
    return {name: printed[count.most_common(1)[0][0]] for name, count in votes.items()}


def lines_of_yaml(name: str, data: bytes) -> int:
    """How many lines `add` writes into source.yaml and layout.yaml that are no comment."""
    proposal = propose(name, data, "text", Path("text"), plain_settings())
    written = f"{record(proposal)}\n{proposal.layout.text}".split("\n")
    return sum(bool(line.strip()) and not line.startswith("#") for line in written)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=20, help="of each language (default: 20)")
    pages = parser.parse_args().pages
    for language in LANGUAGES:
        found = sum((measure(seed, language) for seed in range(1, pages + 1)), Counter[str]())
        shares = [f"{100 * found[name] / max(found['lines'], 1):.1f} % in the {name}" for name in ("right story", "right part")]
        told = f"{found['pages read as such']} of {found['pages']} pages with {found['stories']} stories proposed as pages"
        print(f"newspapers, {language:<8} {told}; of {found['lines']:,} lines {', '.join(shares)}", flush=True)
    saved = [case["html"].encode() for case in yaml.safe_load(SAVED.read_text(encoding="utf-8"))]
    shapes = {
        "web pages": [("raw.html", each) for each in saved],
        "articles": [("raw.pdf", print_article(Layout(columns=2, seed=seed))[0]) for seed in range(1, 6)],
        "chapters": [
            ("raw.pdf", print_article(Layout(head="某某史", folio="1", notes="①", seed=seed))[0]) for seed in range(1, 6)
        ],
    }
    for shape, captures in shapes.items():
        counts = [lines_of_yaml(*capture) for capture in captures]
        print(f"lines of YAML that add writes for {shape}: {min(counts)} to {max(counts)} ({len(counts)} captures)", flush=True)


if __name__ == "__main__":
    main()
