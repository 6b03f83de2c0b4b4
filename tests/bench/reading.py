"""How many made-up captures are read right, how many with a doubt, and how many wrong in silence.

Prints the shares over all, and by the mark, place and evidence that the captures have.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.making.article import Setting, draw_setting, make_article
from tests.making.newspaper import make_newspaper_page
from tests.making.reading import Result, read_article, read_newspaper_page, read_web_page
from tests.making.web_page import make_web_page

WORSE = ("right", "unsure", "wrong")
FRONTED = ("title", "abstract", "heading", "caption", "cell")
SETTINGS = ("mark", "place", "indent", "blank", "columns", "feeds", "scheme")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--captures", type=int, default=1000)
    count = parser.parse_args().captures
    verdicts: Counter[str] = Counter()
    groups: dict[tuple[str, object], Counter[str]] = defaultdict(Counter)
    _measure("web pages", count, lambda seed: [read_web_page(*make_web_page(seed)[:2])])
    _measure("newspaper pages", count, lambda seed: read_newspaper_page(make_newspaper_page(seed)))
    for name, change in (
        ("articles with notes that run over", {"over": True}),
        *((f"articles that call a note in a {place}", {"fronted": place}) for place in FRONTED),
    ):
        _measure(name, count // 4, lambda seed, change=change: [read_article(*make_article(seed, _changed(seed, change))[:2])])
    started = time.perf_counter()
    for seed in range(count):
        raw, answer, setting = make_article(seed)
        verdict = read_article(raw, answer).verdict
        verdicts[verdict] += 1
        for name in SETTINGS:
            groups[name, getattr(setting, name)][verdict] += 1
    print(f"reading: {count} made-up articles in {time.perf_counter() - started:.0f} s")
    print("  " + shares(verdicts))
    for (name, value), each in sorted(groups.items(), key=str):
        print(f"  {name} {value}: {shares(each)}")


def _changed(seed: int, change: dict[str, object]) -> Setting:
    """The setting of a seed with notes of figures at the feet of its columns, changed."""
    setting = replace(draw_setting(Random(seed)), place="foot", **change)
    if change.get("fronted") == "heading" and setting.scheme == "none":
        setting = replace(setting, scheme="plain")
    return replace(setting, mark="square") if setting.mark == "star" else setting


def _measure(name: str, count: int, read: Callable[[int], list[Result]]) -> None:
    """Read made-up captures of one shape; one of several stories is as good as the worst of them."""
    started = time.perf_counter()
    verdicts: Counter[str] = Counter()
    for seed in range(count):
        verdicts[max((result.verdict for result in read(seed)), key=WORSE.index)] += 1
    print(f"reading: {count} made-up {name} in {time.perf_counter() - started:.0f} s\n  {shares(verdicts)}")


def shares(verdicts: Counter[str]) -> str:
    total = sum(verdicts.values())
    return ", ".join(f"{name} {verdicts[name] / total:.1%}" for name in WORSE)


if __name__ == "__main__":
    main()
