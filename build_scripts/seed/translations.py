"""Translations that come with a seed, `translation.<language>.md`: by block and note id, with a hash of what each translates.

    ---
    language: en
    status: draft
    by: who made it
    ---

    ## p1 6e7951a5ccd40bb9
    The text on one or more lines, with note calls as [^1], official words in {braces}, a translator's comment called as [^t1].

    [^t1]: What the translator says there.
    [^t1 zh-Hans]: The same for readers of that tree, where the translator says it in their language too.

    ## p2 aedffb93a9d98160 reviewed Li Hua 2025-09-03
    The status of a section stands behind its hash where it is not that of the whole.

On a newspaper page an id is `<document>#<id>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.model import UNNAMED, Block, Document, Mark, Note, Place, Source, Translation, Witness
from build_scripts.seed.comments import divide_comments, translator_comments
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.history.differences import difference, former_text
from build_scripts.seed.located import check_characters, check_keys, parse_mapping, read_record
from build_scripts.seed.sections import Section, read_standing, settle
from build_scripts.seed.settings import LANGUAGES, NAME
from build_scripts.standing import Standing, Status
from build_scripts.traced import capture

KEYS = ("language", "status", "by")
HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
SECTION = re.compile(r"^## (?:([a-z0-9-]+)#)?([a-z0-9-]+) ([0-9a-f]{16})(?:[ \t]+(\S.*?))?[ \t]*$", re.MULTILINE)
# A line that somebody meant for the head of a section: two or more hashes, one before an id, or an id with its hash anywhere.
LIKE_A_HEAD = re.compile(
    r"\s*#{2,}|\s*#\s+[a-z0-9-]+(?:#[a-z0-9-]+)?\s+[0-9a-fA-F]+\s*$|.*?\b[a-z]+[0-9]+[a-z]*\s+[0-9a-f]{16}\b"
)
EXCERPT = 40
MOST_CHARACTERS = 5_000_000  # as long as the translation of the longest capture
MARKUP = re.compile(r"\[\^(\d{1,3}[a-z]*|t\d{1,3})\]|[{}]")
BEST_FIRST = tuple(reversed(Status))


@dataclass(frozen=True, slots=True)
class Head:
    """What a translation file says of the whole."""

    language: str
    standing: Standing
    by: str
    name: str = ""


def attach(witness: Witness) -> tuple[Witness, list[Diagnostic]]:
    """The witness with the translations that its seed folder holds, and what there is to say of them.

    A document whose capture carries its own translation shows that first. Of several, the one that has come furthest is shown
    first, of two such that with the shorter file name; the others stand beside it. Raises BadInput for a file that
    cannot be read.
    """
    documents = list(witness.documents)
    found: list[Diagnostic] = []
    for shown, head, sections in sorted(_files(witness), key=_best_first):
        _check_documents(sections, [document.id for document in documents])
        for index, document in enumerate(documents):
            of_document = [section for section in sections if section.document == document.id]
            if of_document:
                settled, moved = settle(document, of_document)
                translation = _translation(document, head, settled)
                documents[index] = _with(document, translation)
                found += [*moved, *_said(document, translation, Place(shown), settled)]
    return replace(witness, documents=tuple(documents)), found


def _with(document: Document, translation: Translation) -> Document:
    if not document.translation:
        return replace(document, translation=translation)
    return replace(document, others=(*document.others, translation))


def _best_first(file: tuple[str, Head, list[Section]]) -> tuple[int, int, str]:
    return BEST_FIRST.index(file[1].standing.status), len(file[0]), file[0]


def _files(witness: Witness) -> Iterator[tuple[str, Head, list[Section]]]:
    """Each translation file of a seed, as messages name it, with its head and sections."""
    for path in sorted(witness.source.folder.glob("translation*.md")):
        shown = f"seeds/{witness.source.folder.name}/{path.name}"
        yield shown, *parse(read_record(path, shown, MOST_CHARACTERS), shown, witness.source)


def _check_documents(sections: list[Section], known: list[str]) -> None:
    for section in sections:
        if section.document not in known:
            sentence = f"the capture has no document “{section.document}”"
            raise bad(section.place, "unknown-id", sentence, f"its documents are {', '.join(known)}")


def parse(text: str, shown: str, source: Source) -> tuple[Head, list[Section]]:
    """Head and sections of a translation file. Raises BadInput: bad-translation, unknown-key, duplicate-id and those of
    YAML.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    check_characters(text, Place(shown))
    match = HEAD.match(text)
    if not match:
        hint = "begin with ---, language, status and by, and ---"
        raise bad(Place(shown), "bad-translation", "the file has no head", hint)
    head = _head(match[1], shown)
    _check_lines(text, match.end(), shown)
    sections = list(_sections(text, shown, source))
    _check_ids(sections)
    for section in sections:
        check_braces(section)
    return head, sections


def _head(text: str, shown: str) -> Head:
    """The head, whose language is that of the file's name. Raises BadInput."""
    data, lines = parse_mapping(text, shown, 2)
    check_keys(data, KEYS, lines, shown)
    for key in KEYS:
        value = data.get(key)
        if not isinstance(value, str) or not any(map(str.isalpha, value)):
            hint = f"the head says language, by, and a status: {', '.join(Status)}"
            raise bad(lines.get(key, Place(shown, 2)), "bad-translation", f"“{key}” must be said in words", hint)
    _, named, *names = shown.rpartition("/")[2].removesuffix(".md").split(".")
    name = ".".join(names)
    if name and (not NAME.fullmatch(name) or name == UNNAMED):
        hint = f"small Latin letters, digits and hyphens, and not “{UNNAMED}”: translation.en.2.md"
        raise bad(Place(shown), "bad-translation", f"“{name}” is no name of a translation", hint)
    if data["language"] != named or named not in LANGUAGES:
        sentence = f"the language “{data['language']}” is not that of the file’s name"
        hint = f"name the file translation.<language>.md, and give the same language: {', '.join(LANGUAGES)}"
        raise bad(lines["language"], "bad-translation", sentence, hint)
    return Head(data["language"], read_standing(data["status"], lines["status"]), data["by"], name)


def _check_lines(text: str, end_of_head: int, shown: str) -> None:
    """No text before the first section, and no line that looks like the head of one and is none."""
    at, number, opened = end_of_head, text.count("\n", 0, end_of_head), False
    for line in text[at:].split("\n"):
        number += 1
        is_head = bool(SECTION.fullmatch(line))
        opened = opened or is_head
        if not is_head and LIKE_A_HEAD.match(line):
            sentence = f"“{line[:EXCERPT]}” is no head of a section"
            raise bad(Place(shown, number), "bad-translation", sentence, "write ## p1 and sixteen digits of the hash")
        if line.strip() and not opened:
            sentence = f"“{line[:EXCERPT]}” stands before the first section"
            raise bad(Place(shown, number), "bad-translation", sentence, "put it under the head of a block: ## p1 and its hash")


def check_braces(section: Section) -> None:
    """Raise `bad-translation` where braces around official words do not pair, one pair after the other."""
    inside = False
    for brace in re.findall("[{}]", section.text):
        if inside == (brace == "{"):
            hint = "official words stand in {braces}, none inside another"
            raise bad(section.place, "bad-translation", f"braces do not pair in {section.id}", hint)
        inside = brace == "{"
    if inside:
        raise bad(section.place, "bad-translation", f"a brace of {section.id} is not closed", "close it with }")


def _sections(text: str, shown: str, source: Source) -> Iterator[Section]:
    heads = list(SECTION.finditer(text))
    if not heads:
        raise bad(
            Place(shown), "bad-translation", "the file translates nothing", "write ## p1, the hash of its words, and the text"
        )
    number, at = 1, 0
    for match, end in zip(heads, [*(head.start() for head in heads[1:]), len(text)], strict=True):
        body, comments = divide_comments(text[match.end() : end])
        number, at = number + text.count("\n", at, match.start()), match.start()
        place = Place(shown, number)
        standing = read_standing(match[4], place) if match[4] else None
        yield Section(match[1] or source.id, match[2], match[3], body, place, standing, comments)


def _check_ids(sections: list[Section]) -> None:
    seen: dict[tuple[str, str], Section] = {}
    for section in sections:
        key = (section.document, section.id)
        if key in seen:
            raise bad(
                section.place, "duplicate-id", f"“{section.id}” is translated twice", f"first in line {seen[key].place.line}"
            )
        seen[key] = section


def _translation(document: Document, head: Head, sections: list[Section]) -> Translation:
    """The sections as a translation of the document. A call of a note that the text does not have is left out."""
    blocks, notes = {block.id: block for block in document.blocks}, {note.id: note for note in document.notes}
    texts = {part.id: part.text.text for part in document.parts}
    translated: dict[str, Block] = {}
    calls: dict[str, tuple[tuple[int, int], ...]] = {}
    for section in (section for section in sections if section.id in blocks):
        text, called, marks = read_markup(section.text)
        calls[section.id] = tuple((at, notes[f"n{label}"].number) for at, label in called if f"n{label}" in notes)
        block = blocks[section.id]
        translated[section.id] = Block(block.type, capture(text), block.level, block.id, marks)
    by_id = {section.id: section for section in sections}
    standing, standings = _standings(head, sections)
    return Translation(
        language=head.language,
        title=capture(document.titles.get(head.language, "")),
        blocks=tuple(translated[name] for name in blocks if name in translated and translated[name].text.text),
        captured=False,
        standing=standing,
        by=head.by,
        calls=calls,
        notes=tuple(Note(note.number, capture(by_id[name].text), name) for name, note in notes.items() if name in by_id),
        stale=frozenset(section.id for section in sections if section.digest != digest(texts[section.id])),
        missing=tuple(name for name in texts if name not in by_id or not by_id[name].text),
        standings=standings,
        name=head.name,
        comments=translator_comments(sections, set(translated), head.language, read_markup),
    )


def _standings(head: Head, sections: list[Section]) -> tuple[Standing, dict[str, Standing]]:
    """How far the whole has come, and each section that is otherwise; what all sections say is said of the whole."""
    given = {section.id: section.standing or head.standing for section in sections}
    every = set(given.values())
    whole = every.pop() if len(every) == 1 else head.standing
    return whole, {name: standing for name, standing in given.items() if standing != whole}


def read_markup(text: str) -> tuple[str, tuple[tuple[int, str], ...], tuple[Mark, ...]]:
    """The text without its markup, its note calls `(at, id without n)` and its official words, in code points of that text.

    >>> read_markup("He {said so}.[^2]")
    ('He said so.', ((11, '2'),), (Mark(start=3, end=10, role='official-words'),))
    """
    out, at, size = [], 0, 0
    calls: list[tuple[int, str]] = []
    marks: list[Mark] = []
    opened: int | None = None
    for match in MARKUP.finditer(text):
        out.append(text[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match[1]:
            calls.append((size, str(match[1])))
        elif match[0] == "{":
            opened = size
        elif opened is not None:
            marks.append(Mark(opened, size, "official-words"))
            opened = None
    return "".join([*out, text[at:]]), tuple(calls), tuple(marks)


def _said(document: Document, translation: Translation, file: Place, sections: list[Section]) -> Iterator[Diagnostic]:
    """What is stale, with what has changed; notes called that there are not; what is missing."""
    texts = {part.id: part.text.text for part in document.parts}
    notes = {note.id for note in document.notes}
    for section in sections:
        stale = section.id in translation.stale
        if stale:
            before = former_text(document.source.folder, section.digest)
            change = f": {difference(before, texts[section.id])}" if before else ""
            reviewed = translation.standing_of(section.id).status is Status.REVIEWED
            done = "translated and reviewed" if reviewed else "translated"
            sentence = f"{document.id} {section.id} has changed since it was {done}{change}"
            head = f"## {section.id} {digest(texts[section.id])}"
            hint = f"translate it again and give its new hash: {head}"
            hint += f" {Status.DRAFT}, until it is reviewed again" if reviewed else ""
            yield Diagnostic(section.place, "stale-translation", sentence, hint, "warning")
        called = [label for _, label in read_markup(section.text)[1] if not label.startswith("t")]
        for label in [label for label in called if f"n{label}" not in notes]:
            sentence = f"{document.id} {section.id} calls a note “{label}” that the text does not have"
            hint = "write [^n] where the text calls note n"
            yield Diagnostic(section.place, "translation-notes", sentence, hint, "warning" if stale else "error")
    if translation.missing:
        few = ", ".join(translation.missing[:5]) + (" …" if len(translation.missing) > 5 else "")
        sentence = f"{document.id} is not wholly translated: {few}"
        yield Diagnostic(file, "incomplete-translation", sentence, "add the sections", "warning")
