"""TEI files read back by expat: the text of an element, where its anchors stand, what its spans and links say.

Nothing here shares code with what wrote them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

from build_scripts.pipeline import Project

T = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCUMENTS = [
    "readout",
    "wang-wenze",
    "ndrc",
    "cctv",
    "takungpao-readout",
    "takungpao-key-points",
    "takungpao-seven-points",
    "takungpao-ascend",
    "takungpao-ren-zhongping",
]
FILES = [*DOCUMENTS, "edition"]
Node = ElementTree.Element


def text_of(project: Project, name: str) -> str:
    return (project.site / f"data/tei/{name}.xml").read_text(encoding="utf-8")


def load(project: Project, path: str) -> dict:
    return json.loads((project.site / "data" / path).read_text(encoding="utf-8"))


def ids(root: Node) -> dict[str, Node]:
    return {element.get(ID): element for element in root.iter() if element.get(ID)}


def walk(element: Node, root: Node, sic: bool = False) -> Iterator[str | Node]:
    """The text of an element piece by piece, with each anchor and note call where it stands; `sic` reads the capture's words."""
    if element.text:
        yield element.text
    for child in element:
        name = child.tag.removeprefix(T)
        if name == "g":
            described = ids(root)[child.get("ref")[1:]]
            yield chr(int(described.find(f"{T}localProp").get("value")[2:], 16))
        elif name in ("anchor", "ptr"):
            yield child
        elif name != ("corr" if sic else "sic"):
            yield from walk(child, root, sic)
        if child.tail:
            yield child.tail


def plain(element: Node, root: Node, sic: bool = False) -> str:
    return "".join(piece for piece in walk(element, root, sic) if isinstance(piece, str))


def places(root: Node) -> dict[str, tuple[str, int]]:
    """Where each anchor stands: the id of the block or note, and code points of its text."""
    found = {}
    for element in root.iter():
        if not element.get(ID) or element.tag in (f"{T}anchor", f"{T}choice", f"{T}text", f"{T}TEI"):
            continue
        at = 0
        for piece in walk(element, root) if element.find(f".//{T}anchor") is not None else ():
            if isinstance(piece, str):
                at += len(piece)
            elif piece.tag == f"{T}anchor":
                found[piece.get(ID)] = (element.get(ID), at)
    return found


def spans(root: Node) -> dict[str, tuple[str, int, int, str]]:
    """Each span by its id: block, offsets, words."""
    where, known = places(root), ids(root)
    found = {}
    for span in root.iter(f"{T}span"):
        (block, start), (other, end) = where[span.get("from")[1:]], where[span.get("to")[1:]]
        assert block == other
        found[span.get(ID)] = (block, start, end, plain(known[block], root)[start:end])
    return found


def said_links(root: Node) -> list[tuple]:
    """Every link as data: type, fidelity, marked, both ends with their words, the work."""
    found = []
    known = spans(root)
    for group in root.iter(f"{T}linkGrp"):
        for link in group if group.get("type") != "translation" else ():
            ana = link.get("ana").split()
            assert f"#link-{group.get('type')}" in ana
            fidelity = next((each.removeprefix("#fidelity-") for each in ana if each.startswith("#fidelity-")), None)
            targets = [each for each in link.get("target").split() if not each.startswith("#work-")]
            work = next(
                (
                    each[1:]
                    for each in [*link.get("target").split(), *link.get("corresp", "").split()]
                    if each.startswith("#work-")
                ),
                None,
            )
            ends = [known.get(each[1:]) if each.startswith("#") else each for each in targets]
            found.append((group.get("type"), fidelity, "#marked" in ana, ends[0], ends[1] if len(ends) > 1 else None, work))
    return found
