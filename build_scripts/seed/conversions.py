"""`seeds/conversion.yaml`: words of the edition and how they are shown in the other script, by tree."""

from __future__ import annotations

from pathlib import Path

from build_scripts.diagnostics import bad
from build_scripts.seed.located import check_keys, is_given, load
from build_scripts.source import Place
from build_scripts.text.scripts import CHINESE_TREES

SHOWN = "seeds/conversion.yaml"


def read_conversions(seeds: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """`{tree: ((words, shown), …)}`, empty where there is no file. Raises BadInput with the line of what is wrong."""
    if not is_given(seeds / "conversion.yaml"):
        return {}
    data, lines = load(seeds / "conversion.yaml", SHOWN)
    check_keys(data, CHINESE_TREES, lines, SHOWN)
    found = {}
    for tree, phrases in data.items():
        if not isinstance(phrases, dict):
            raise bad(lines[tree], "bad-value", f"“{tree}” must be a mapping", "write “{words: words as shown}”")
        for words, shown in phrases.items():
            place = lines.get(f"{tree}.{words}", Place(SHOWN))
            if not isinstance(shown, str) or len(shown) != len(words):
                sentence = f"“{words}” and “{shown}” have not the same number of characters"
                raise bad(place, "bad-value", sentence, "a change of script puts one character for each")
        found[tree] = tuple(phrases.items())
    return found
