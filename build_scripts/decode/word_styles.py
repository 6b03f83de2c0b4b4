"""The styles of a Word file, and what the properties of its paragraphs and runs say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_scripts.decode.decoded import WordText
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
CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))  # what a file keeps of who changed it
SIDES = (("left", "start"), ("right", "end"))
INSET = 200  # twentieths of a point
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style by its name: the level of its outline from 1, 0 for text, and whether it is of a list, centred or raised; of a
    list also which one, and the level of it where that is stated.
    """

    name: str
    level: int
    listed: bool
    centred: bool
    raised: bool = False
    list: str = ""
    list_level: str = ""
    id: str = ""
    indents: tuple[int, int] = (0, 0)  # twentieths of a point, from the left and from the right


class Styles:
    """The styles of a file, and what they and its own properties say of each paragraph and run."""

    def __init__(self, root: Any) -> None:
        """Read them from the root of word/styles.xml, None where there is none."""
        self.by_id = _read_styles(root)

    def of(self, paragraph: Any) -> WordStyle:
        """The style of a paragraph."""
        return self.by_id.get(value(paragraph, "pPr/pStyle"), WordStyle("", 0, False, False))

    def look(self, paragraph: Any) -> WordText:
        """What the properties of a paragraph say of it."""
        style = self.of(paragraph)
        level = value(paragraph, "pPr/outlineLvl")
        return WordText(
            style=style.name,
            level=int(level) + 1 if level.isdigit() and int(level) < 9 else style.level,
            listed=style.listed or is_listed(paragraph),
            centred=(value(paragraph, "pPr/jc") or ("center" if style.centred else "")) == "center",
            inset=all(_indent(paragraph, side, style.indents[at]) >= INSET for at, side in enumerate(SIDES)),
        )

    def look_of_run(self, run: Any, look: WordText) -> WordText:
        """What a run says of its characters, beside what is known of its paragraph."""
        style = self.by_id.get(value(run, "rPr/rStyle"))
        raised = is_raised(run) or bool(style and style.raised and not value(run, "rPr/vertAlign"))
        drawn = "hidden" if is_on(run, "vanish") else look.drawn
        return replace(look, bold=is_on(run, "b"), underlined=is_on(run, "u"), raised=raised, drawn=drawn)


def _read_styles(root: Any) -> dict[str, WordStyle]:
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
            next((number for each in chain if (number := value(each, "pPr/numPr/numId"))), ""),
            next((level for each in chain if (level := value(each, "pPr/numPr/ilvl"))), ""),
            name or "",
            (_indents(chain, SIDES[0]), _indents(chain, SIDES[1])),
        )
    return found


def _indents(chain: Sequence[Any], side: tuple[str, str]) -> int:
    """The indent of a style on one side, or of the nearest of those that it is based on."""
    return next((found for node in chain if (found := _indent(node, side, -1)) >= 0), 0)


def _indent(node: Any, side: tuple[str, str], other: int) -> int:
    """The indent that a paragraph or style states on one side, under its older name or its newer one; else another."""
    found = node.find(f"{W}pPr/{W}ind")
    stated = [found.get(f"{W}{name}", "") for name in side] if found is not None else []
    return next((int(points) for points in stated if points.isdecimal()), other)


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
