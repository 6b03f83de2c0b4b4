"""The styles of a Word file, and what the properties of its paragraphs and runs say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from build_scripts.decode.package import W

RAISED = 4  # half-points above the line from which on characters are raised, and not merely set straight
# What stands in a run instead of characters.
MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style by its name: the level of its outline from 1, 0 for text, and whether it is of a list, centred or raised."""

    name: str
    level: int
    listed: bool
    centred: bool
    raised: bool = False


def read_styles(root: Any) -> dict[str, WordStyle]:
    """Styles by their ids, each with what it takes from those that it is based on."""
    nodes = {node.get(f"{W}styleId"): node for node in root.iter(f"{W}style")} if root is not None else {}
    found = {}
    for name, node in nodes.items():
        chain, seen = [node], {name}
        while (base := value(chain[-1], "basedOn")) in nodes and base not in seen:
            seen.add(base)
            chain.append(nodes[base])
        levels = [int(level) for each in chain if (level := value(each, "pPr/outlineLvl")).isdigit()]
        found[name] = WordStyle(
            value(node, "name"),
            levels[0] + 1 if levels and levels[0] < 9 else 0,
            any(is_listed(each) for each in chain),
            next((side for each in chain if (side := value(each, "pPr/jc"))), "") == "center",
            any(map(is_raised, chain)),
        )
    return found


def value(node: Any, path: str) -> str:
    """The `w:val` of an element below another, empty where there is none."""
    found = node.find("/".join(f"{W}{step}" for step in path.split("/")))
    return str(found.get(f"{W}val", "")) if found is not None else ""


def is_listed(node: Any) -> bool:
    """Whether a paragraph or style is of a list."""
    return value(node, "pPr/numPr/numId") not in ("", "0")


def is_raised(node: Any) -> bool:
    """Whether a run or style says that its characters are raised, as superscript or by half-points above the line."""
    points = value(node, "rPr/position")
    return value(node, "rPr/vertAlign") == "superscript" or (points.isdigit() and int(points) >= RAISED)


def is_on(node: Any, name: str) -> bool:
    """Whether a property of a run, such as `b`, is switched on."""
    found = node.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in OFF


def symbol(code: str) -> str:
    """The character of a symbol font, as its code; empty where that is none."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
