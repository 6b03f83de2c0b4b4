"""How much of a text another one holds: by a few samples of its words, which are short enough to be kept in a file.

A text is cut into overlapping runs of three tokens, as Broder does for web pages ("On the resemblance and containment of
documents", 1997). Of these a text keeps at most `KEPT`, spread evenly over it, so that a half of the text holds half of them;
each as eighteen bits, so that of 400 runs one in 650 is taken for another.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from hashlib import blake2b

from build_scripts.text.characters import HAN

# A Han character, or letters and digits in a row.
TOKEN = re.compile(rf"[{HAN}]|(?:(?![{HAN}])[^\W_])+")
RUN = 3
KEPT = 32
CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
WIDTH = 3  # letters of CODE for one run
FIRST, LONGEST = 12, 40  # tokens and characters of the first words


def tokens(text: str) -> list[str]:
    """Han characters and words, in lower case.

    >>> tokens("“海洋+”行动 2.0, AI")
    ['海', '洋', '行', '动', '2', '0', 'ai']
    """
    return TOKEN.findall(text.lower())


def first_words(words: list[str]) -> str:
    """The first words of a text in a row, by which a person knows it, and a short text whole."""
    return "".join(words[:FIRST])[:LONGEST]


def near(short: str, other: str) -> float:
    """How near one short text is to another, from 0 to 1, by their characters.

    >>> near("海洋战略", "海洋的战略"), near("海洋战略", "山上茶园")
    (0.8888888888888888, 0.0)
    """
    return SequenceMatcher(None, short, other, autojunk=False).ratio()


def runs_of(words: list[str]) -> list[str]:
    """A code for each run of three tokens, in order; of fewer tokens, one for all of them; none where there is none."""
    return [_code(words, at) for at in range(_count(words))]


def _count(words: list[str]) -> int:
    return max(len(words) - RUN + 1, 1) if words else 0


def sample(text: str) -> str:
    """The samples of a text, in order, as one string.

    >>> sample("甲乙丙丁"), sample("……")
    ('I605kE', '')
    """
    words = tokens(text)
    count = _count(words)
    kept = min(KEPT, count)
    return "".join(_code(words, at * count // kept) for at in range(kept))


def share(samples: str, runs: Collection[str]) -> float:
    """The share of the samples, from 0 to 1, that is among the runs of another text; 0 where there are none.

    >>> share(sample("甲乙丙丁戊"), set(runs_of(tokens("子丑甲乙丙丁寅"))))
    0.6666666666666666
    """
    kept = [samples[at : at + WIDTH] for at in range(0, len(samples), WIDTH)]
    return sum(each in runs for each in kept) / len(kept) if kept else 0.0


def _code(words: list[str], at: int) -> str:
    run = " ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass")
    number = int.from_bytes(blake2b(run, digest_size=3).digest(), "big")
    return "".join(CODE[number >> 6 * place & 63] for place in range(WIDTH))
