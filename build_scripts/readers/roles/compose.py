"""From labelled lines to what a document is made of: facts, blocks, a translation, and what is removed under which rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Field, Source, Translation
from build_scripts.readers.particulars.dateline import read_programme, read_reporter, split_wire_dateline
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.particulars.title_days import split_day
from build_scripts.readers.parts.boxes import CAPTION_MARK
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import LOWEST, TOP, heading_number, kind_of_number, levels
from build_scripts.readers.parts.settled import settled
from build_scripts.readers.roles.given import Taken
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.forms import pattern
from build_scripts.text.lexicon import any_spread, lexicon, words
from build_scripts.text.scripts import simplified
from build_scripts.traced import Edit, Traced, concat

Labelled = Sequence[tuple[Line, Label]]
REMOVED = {
    Role.FURNITURE: "page-furniture",
    Role.RUNNING_HEAD: "page-furniture",
    Role.PAGE_NUMBER: "page-number",
    Role.BREADCRUMB: "breadcrumb",
    Role.OTHER_HEADLINES: "other-headlines",
}
# The field that words of a line of particulars fill where nothing else places them.
DEFAULT = {Role.DATELINE: "", Role.BYLINE: "byline"} | {
    role: role.value for role in (Role.AUTHOR, Role.EDITOR, Role.PUBLISHED, Role.PUBLISHER, Role.PLACE)
}
NAMED = frozenset(("person", "named-author", "latin-name"))  # what shows that a line of particulars is the author's name
FIELDS = (Role.TITLE, Role.SUBTITLE, Role.HEADLINE)
BLOCKS = {
    Role.KICKER: BlockType.KICKER,
    Role.DECK: BlockType.DECK,
    Role.SUBHEAD: BlockType.HEADING,
    Role.ITEMS: BlockType.ITEM,
    Role.BODY: BlockType.PARAGRAPH,
    Role.NOTE: BlockType.STATEMENT,
} | {
    role: BlockType(role.value)
    for role in Role
    if role.value in {kind.value for kind in BlockType} and role not in (Role.HEADLINE, Role.DATELINE)
}
MARKS = {
    BlockType.HEADING: ("bullet", re.compile(r"^\s*[■□◆◇●○★☆◎➤►]\s*(?=\S)")),
    BlockType.ITEM: ("bullet", re.compile(r"^\s*(?:[•●·■◆▪○◦★☆※✦➢►]\s*|[*-][ \t\u3000]+)(?=\S)")),
    BlockType.CAPTION: ("caption-mark", CAPTION_MARK),
}
LONGEST_HEADING = 45.0  # ems
PATH, APPEAL = pattern("breadcrumb"), pattern("site-appeal")


@dataclass(frozen=True, slots=True)
class Composed:
    """What the lines of a document make; `rest` is what was removed as a whole."""

    fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    rest: tuple[Traced, ...] = ()
    translation: Translation | None = None


def compose(source: Source, labelled: Labelled, taken: Sequence[Taken] = ()) -> Composed:
    """Everything that the lines make, none left over. Raises BadInput: translation-mismatch."""
    fields = [*_titles(labelled)]
    blocks: list[Block] = []
    for line, each in labelled:
        found, made = _line(line, each)
        fields += found
        joins = each.role is Role.CONTINUED and blocks
        if joins:
            blocks[-1] = replace(blocks[-1], text=concat([blocks[-1].text, line.text]))
        else:
            blocks += made
    fields += [field for each in taken if each.given.role not in REMOVED for field in fields_of(each.given.role, each.text)]
    rest = [line.text.removed(_rule(line, each.role)) for line, each in labelled if each.role in REMOVED]
    rest += [each.text.removed(REMOVED[each.given.role]) for each in taken if each.given.role in REMOVED]
    return Composed(settled(fields), tuple(_levelled(blocks)), tuple(rest), _translation(source, labelled))


def _rule(line: Line, role: Role) -> str:
    """The rule under which a line is removed; a path that does not look like one, and what marks cut into pieces where a rule
    takes whole lines, is what the site puts around a text.
    """
    whole = not any(run.rule for run in line.text.runs)
    if role in (Role.FURNITURE, Role.OTHER_HEADLINES) and whole and APPEAL.fullmatch(line.words):
        return "site-appeal"
    fits = role is not Role.BREADCRUMB or PATH.fullmatch(line.words)
    return REMOVED[role] if fits and whole else REMOVED[Role.FURNITURE]


def _titles(labelled: Labelled) -> Iterator[Field]:
    """Title, subtitles and repeated title lines; title lines that follow one another are one title."""
    for role in FIELDS:
        parts: list[list[Line]] = []
        for index, (line, each) in enumerate(labelled):
            if each.role is not role:
                continue
            if role is Role.TITLE and index and labelled[index - 1][1].role is role:
                parts[-1].append(line)
            else:
                parts.append([line])
        for part in parts:
            text, day = split_day(_unlabelled(concat(line.text for line in part)))
            yield Field(role.value, text)
            yield from [Field("published", day)] if day and role is Role.TITLE else []


def _unlabelled(text: Traced) -> Traced:
    """A title without the words that say that it is one: （原标题：…）."""
    listed = any_spread(words(" ".join(lexicon("page")[name] for name in ("own_titles", "other_titles"))))
    match = re.match(rf"^\s*([（(【\[]?)(?:{listed})\s*[：:为]\s*", simplified(text.text))
    if not match:
        return text
    closing = re.search(r"[）)】\]]\s*$", text.text) if match[1] else None
    edits = [Edit(0, match.end(), "", "field-label")]
    return text.edit([*edits, Edit(closing.start(), len(text.text), "", "field-label")] if closing else edits)


def fields_of(role: Role, text: Traced) -> Sequence[Field]:
    """The facts that words or a line of a role state."""
    return read_particulars(text, DEFAULT[role]).fields if role in DEFAULT else [Field(role.value, text)]


def _line(line: Line, each: Label) -> tuple[Sequence[Field], list[Block]]:
    """The facts and blocks that a line makes."""
    if each.role in REMOVED or each.role in FIELDS or each.role is Role.TRANSLATION:
        return (), []
    if each.role in DEFAULT:
        return _facts(line, each)
    kind = BLOCKS.get(each.role, BlockType.PARAGRAPH)
    if kind is BlockType.HEADING:
        text = _without_mark(kind, line.text) if "marked-head" in each.seen else line.text
        marked = next((int(name[-1]) for name, _ in each.evidence if name.startswith("heading-mark-")), 0)
        return (), [Block(kind, text, level=TOP - 1 + each.number if each.number else -marked)]
    if kind is not BlockType.PARAGRAPH:
        return (), [Block(kind, _without_mark(kind, line.text))]
    facts, text = read_programme(line.text)
    reporter, text = read_reporter(text)
    facts += reporter
    dateline, text = split_wire_dateline(text)
    head = [Block(BlockType.DATELINE, dateline)] if dateline else []
    return facts, [*head, Block(BlockType.PARAGRAPH, text)]


def _facts(line: Line, each: Label) -> tuple[Sequence[Field], list[Block]]:
    """The facts of a line of particulars; a wire dateline on a line of its own is a block."""
    default = DEFAULT[each.role]
    if not default and each.seen & NAMED:
        default = "author"
    return read_particulars(line.text, default).fields, []


def _without_mark(kind: BlockType, text: Traced) -> Traced:
    rule, pattern = MARKS.get(kind, ("", re.compile("(?!)")))
    match = pattern.match(text.text)
    return text.edit([Edit(0, match.end(), "", rule)]) if match else text


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the levels of headings that nobody has given."""
    kinds = [_kind_of(block.text.text.strip()) if block.type is BlockType.HEADING else "" for block in blocks]
    known = levels(kinds)
    marked = sorted({-block.level for block in blocks if block.level < 0})
    for block, kind in zip(blocks, kinds, strict=True):
        level = known[kind] if block.type is BlockType.HEADING else 0
        if block.level < 0:  # the marks of a capture tell which heading stands under which, and no more
            level = min(TOP + marked.index(-block.level), LOWEST)
        yield replace(block, level=level if block.level <= 0 else block.level)


def _kind_of(heading: str) -> str:
    """The kind of number of what is read as a heading, though it may close as sentences do."""
    return heading_number(heading) or kind_of_number(heading)


def _translation(source: Source, labelled: Labelled) -> Translation | None:
    """The translation: its title, where the first line is one, and its headings and paragraphs."""
    if not source.translation:
        return None
    lines = [line for line, each in labelled if each.role is Role.TRANSLATION]
    if not lines:
        hint = "name its language, or take the line out of source.yaml"
        sentence = f"no text in “{source.translation}” follows the body"
        raise bad(source.place("translation"), "translation-mismatch", sentence, hint)
    titled = _is_heading(lines[0])
    title = lines[0].text if titled else Traced()
    blocks = tuple(
        Block(BlockType.HEADING, line.text, level=TOP) if _is_heading(line) else Block(BlockType.PARAGRAPH, line.text)
        for line in lines[titled:]
    )
    return Translation(source.translation, title, blocks)


def _is_heading(line: Line) -> bool:
    return not closes_sentence(line.words) and width(line.words) <= LONGEST_HEADING and line.words[-1] not in "：:，,；;"
