"""XLIFF 1.2 as it comes back, whatever a tool has made of it: units with their texts in the markup of translation files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from build_scripts.diagnostics import BadInput, Report
from build_scripts.exchange.safe_xml import DEEPEST, line_in, parse_xml, refuse
from build_scripts.exchange.standing import NOBODY, Review, ToolState, review_by
from build_scripts.exchange.unit import FILE, NAME, ReturnedUnit, base_of
from build_scripts.exchange.xliff_writing import REVIEW, TOOL_STATES, XLIFF
from build_scripts.model import Place

CALL = re.compile(r"\[\^(?P<label>\d{1,3}[a-z]*|t\d{1,3})\]")
CALL_ID = re.compile(r"n(?P<label>\d{1,3}[a-z]*|t\d{1,3})(?:-\d{1,4})?")
OFFICIAL_ID = re.compile(r"w\d{1,4}")
# The elements that stand for something without words: tools write one for another.
EMPTY = ("x", "ph", "bx", "ex", "bpt", "ept", "it")
AGAIN = "export the file again, and keep the tags that stand in it"


def read_xliff(data: bytes, shown: str) -> tuple[ReturnedUnit, ...]:
    """The units of a file. Raises BadInput `bad-exchange`, of all units that cannot be read."""
    root = parse_xml(data, shown)
    if root.tag != f"{{{XLIFF}}}xliff":
        found = "XLIFF of another version" if etree.QName(root).localname == "xliff" else f"<{etree.QName(root).localname}>"
        raise refuse(shown, line_in(root), f"it is {found}, not XLIFF 1.2", "save it as XLIFF 1.2 (.xlf)")
    report = Report()
    found_units: list[ReturnedUnit] = []
    for file in root.iterchildren(_tag("file")):
        original = (file.get("original") or "").rpartition("/")[2]
        translation = original if FILE.fullmatch(original) else f"translation.{file.get('target-language')}.md"
        reviews = {each.get("phase-name", ""): _review(each) for each in file.iter(_tag("phase"))}
        for unit in file.iter(_tag("trans-unit")):
            with report.collecting():
                found_units.append(_unit(unit, translation, reviews, shown))
    report.stop_if_failed()
    if not found_units:
        raise refuse(shown, line_in(root), "it has no <trans-unit>", AGAIN)
    return tuple(found_units)


def _tag(name: str) -> str:
    return f"{{{XLIFF}}}{name}"


def _review(phase: etree._Element) -> Review:
    """The review that a phase of the file's work is; by nobody where it is another."""
    known = phase.get("process-name") == REVIEW
    return review_by(phase.get("contact-name", ""), phase.get("date", "")) if known else NOBODY


def _unit(unit: etree._Element, translation: str, reviews: Mapping[str, Review], shown: str) -> ReturnedUnit:
    sources, targets = list(unit.iterchildren(_tag("source"))), list(unit.iterchildren(_tag("target")))
    name = next((each for each in (unit.get("resname"), unit.get("id")) if each and NAME.fullmatch(each)), None)
    if not name:
        sentence = f"no unit of an edition is called “{unit.get('id', '')[:40]}”"
        raise refuse(shown, line_in(unit), sentence, "units keep the ids that they were exported with: document#p1")
    if len(sources) != 1 or len(targets) > 1:
        raise refuse(shown, line_in(unit), f"{name} has not one <source> and one <target>", AGAIN)
    base, base_state = base_of(unit.get("extradata", ""))
    state = TOOL_STATES.get(targets[0].get("state", "") if targets else "", ToolState.OPEN)
    if unit.get("approved") == "yes" and state is not ToolState.OPEN:
        state = ToolState.APPROVED
    return ReturnedUnit(
        name,
        _text(sources[0], shown),
        _text(targets[0], shown) if targets else "",
        base,
        state,
        translation,
        Place(shown, line_in(unit)),
        reviews.get(targets[0].get("phase-name", ""), NOBODY) if targets else NOBODY,
        base_state,
    )


def _text(element: etree._Element, shown: str, depth: int = 0) -> str:
    """What an element says, in the markup of translation files."""
    if depth > DEEPEST:
        raise refuse(shown, line_in(element), "its elements stand too deep inside one another", AGAIN)
    return "".join([element.text or "", *_children(element, shown, depth)])


def _children(element: etree._Element, shown: str, depth: int) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str):
            raise refuse(
                shown, line_in(element), f"it uses an entity, “{child.text}”, which is not read", "write the character"
            )
        yield _inline(child, shown, depth)
        yield child.tail or ""


def _inline(element: etree._Element, shown: str, depth: int) -> str:
    name = etree.QName(element)
    known = name.localname if name.namespace == XLIFF else ""
    if known in EMPTY and (label := _label(element)):
        return f"[^{label}]"
    if known == "mrk" or (known == "g" and OFFICIAL_ID.fullmatch(element.get("id", ""))):
        words = _text(element, shown, depth + 1)
        return f"{{{words}}}" if known == "g" or element.get("mtype") == "protected" else words
    raise _stranger(element, shown)


def _label(element: etree._Element) -> str:
    """The label of the note that an element calls, empty where it calls none, or one by its id and another by its words."""
    by_id, by_words = CALL_ID.fullmatch(element.get("id", "")), CALL.fullmatch(element.get("equiv-text", ""))
    labels = {match["label"] for match in (by_id, by_words) if match}
    return labels.pop() if len(labels) == 1 else ""


def _stranger(element: etree._Element, shown: str) -> BadInput:
    name = etree.QName(element).localname
    sentence = f'the tag <{name} id="{element.get("id", "")[:40]}"> is none that was exported'
    return refuse(shown, line_in(element), sentence, AGAIN)
