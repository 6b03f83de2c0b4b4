"""A document as plain data for the Typst template in theme/print: what to set, never how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from build_scripts.model import BlockType
from build_scripts.text.scripts import is_chinese, script_of
from build_scripts.views.document import Row, ShownComment, ShownDocument, ShownNote, Side, View
from build_scripts.views.note_texts import note_texts
from build_scripts.views.particulars import Particular, reasons
from build_scripts.views.running.inlines import CommentCall, Inline, NoteCall, Reference, Words
from build_scripts.views.running.whole_words import JOINER, whole_words
from build_scripts.views.wording import say

Data = dict[str, object]
Leads = Callable[[Reference], Data]

ABOVE = (BlockType.KICKER, BlockType.DECK)
UNANCHORED = (BlockType.HEADLINE, *ABOVE)
LABELLED = (BlockType.ABSTRACT, BlockType.KEYWORDS)
TITLES = (*ABOVE, BlockType.HEADING, BlockType.LABEL)
REGIONS = {"zh-Hans": "cn", "zh-Hant": "tw"}
HAN = r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
CLOSING = "，。、；：？！”’」』）〉》】〕］｝…—·％"
OPENING = "“‘「『（〈《【〔［｛"
# A line may end after a space, after closing punctuation, before opening punctuation, and between two Han characters.
CUT = re.compile(
    rf"(?<=\s)(?=\S)|(?<=[，。、；：？！”’」』）〉》])(?=[^\s{CLOSING}])|(?<={HAN})(?=[{OPENING}])|(?<={HAN})(?={HAN})"
)
# A single dash behind a word, of a range or of an aside: no line begins with it. Two of them may begin one (GB/T 15834).
DASH = re.compile(r"(?<=[^\s—])(?=[—～](?!—))")


def language_of(code: str) -> Data:
    """The language and the region by which fonts and line breaking go, from a BCP 47 code.

    >>> language_of("zh-Hant-HK"), language_of("zh-Hans"), language_of("en")
    ({'lang': 'zh', 'region': 'hk'}, {'lang': 'zh', 'region': 'cn'}, {'lang': 'en', 'region': 'us'})
    """
    language, *rest = code.split("-")
    region = next((part.lower() for part in rest if len(part) == 2), REGIONS.get(code, "us"))
    return {"lang": language, "region": region}


def line_of(text: str, code: str) -> Data:
    """A text in one language."""
    return {"text": text, **language_of(code)}


def title_of(text: str, code: str) -> Data:
    """A title in one language; `kept` is it with joiners inside its words, where it has any."""
    return {**line_of(text, code), **_kept(text)}


def _kept(text: str) -> Data:
    joined = whole_words(text)
    return {"kept": joined} if joined != text else {}


def hold_dashes(text: str) -> str:
    """The text with a joiner (U+2060) before each dash that no line may begin with.

    >>> hold_dashes("2021—2025年——从5月8日～10日").replace(JOINER, "+")
    '2021+—2025年——从5月8日+～10日'
    """
    return DASH.sub(JOINER, text)


def cuts(runs: Sequence[Inline]) -> Iterator[list[int]]:
    """The places `[run, byte]` at which a line may end, bytes in UTF-8; never before the call of a note.

    >>> list(cuts([Words("天下，AI 好"), NoteCall(1), Words("人")]))
    [[0, 3], [0, 9], [0, 12], [2, 0]]
    """
    before = ""
    for index, run in enumerate(runs):
        if not isinstance(run, Words):
            continue
        for found in CUT.finditer(before + run.text):
            if found.start() >= len(before):
                yield [index, len(run.text[: found.start() - len(before)].encode())]
        before = run.text[-1:]


def document_data(document: ShownDocument, leads: Leads, key: Sequence[str]) -> Data:
    """A document for the template; `leads` gives where a reference leads, `key` the lines of the key to its sigla."""
    fullest = max(document.rows, key=lambda row: len(row.sides), default=None)  # the first may be in one language only
    languages = [side.language.split("-")[0] for side in (fullest.sides if fullest else document.title)]
    wide = document.view is View.BOTH and len(languages) == 2
    return {
        "id": document.id,
        "language": language_of(document.tree),
        "languages": languages if wide else languages[:1],
        "head": document.title[0].text,
        "title": [title_of(side.text, side.language) for side in document.title],
        "facts": [[line_of(text, code) for text, code in fact_words(fact, document.tree)] for fact in document.particulars],
        "remarks": list(document.remarks),
        "legend": [{"mark": mark, "text": say(f"legend-{mark}", document.tree)} for mark in marks_in(document)],
        "above": [_row(row, 0, leads) for row in document.rows if row.type in ABOVE],
        "rows": list(_rows(document, leads)),
        "notes": [_note(note, document) for note in document.notes],
        "key": list(key),
    }


def fact_words(fact: Particular, tree: str) -> Iterator[tuple[str, str]]:
    """A particular in words, each with its language: what was inferred in square brackets with the reason."""
    colon = "：" if is_chinese(tree) else ": "
    yield f"{fact.label}{colon}", tree
    value = ("；" if is_chinese(tree) else "; ").join(fact.words)
    yield (f"[{value}]" if fact.because else value), fact.language
    if fact.because:
        reason = f"{say('inferred', tree)}{colon}{reasons(fact, tree)}"
        yield (f"（{reason}）" if is_chinese(tree) else f" ({reason})"), tree


def marks_in(document: ShownDocument) -> list[str]:
    """The marks that the text of a document has, in a fixed order, as the legend names them."""
    runs = [run for row in document.rows for side in row.sides for run in side.inlines if isinstance(run, Words)]
    has = {
        "speech": any(run.to and run.to.from_speech for run in runs),
        "other": any(run.to and not run.to.from_speech for run in runs),
        "official": any(run.role == "official-words" for run in runs),
    }
    found = [mark for mark, present in has.items() if present]
    return [*found, "reference"] if has["speech"] or has["other"] else found


def _rows(document: ShownDocument, leads: Leads) -> Iterator[Data]:
    """The rows below the head; a remark on a translation is a row of its own. No heading skips a level. The notes that nothing
    calls stand last.
    """
    level = 1
    for row in document.rows:
        if row.type in ABOVE:
            yield from (_comment(each, leads) for each in row.comments)
            continue
        if row.type is BlockType.HEADING:
            level = min(max(row.level, 2), level + 1)
        if row.sides:
            yield _row(row, level, leads)
        remark = document.remark_on(row)
        if remark:
            yield _remark(remark, document, leads)
        yield from (_comment(each, leads) for each in row.comments)
    if document.uncalled:  # no page is that of their calls: they stand at the end
        yield _remark(say("notes-uncalled", document.tree), document, leads)
        for note in document.uncalled:
            yield _remark(" ".join([str(note.number), *(side.text for side in note.sides)]), document, leads)


def _remark(words: str, document: ShownDocument, leads: Leads) -> Data:
    return _small(Side("", document.tree, (Words(words),)), leads)


def _comment(comment: ShownComment, leads: Leads) -> Data:
    return _small(Side("", comment.side.language, (Words(comment.words),)), leads)


def _small(side: Side, leads: Leads) -> Data:
    """A row of its own in small type."""
    return {"type": "remark", "block": "", "level": 0, "number": "", "sides": [_side(side, BlockType.PARAGRAPH, leads)]}


def _row(row: Row, level: int, leads: Leads) -> Data:
    return {
        "type": row.type.value,
        "block": row.block,
        "level": level,
        "number": row.number,
        "sides": [_side(side, row.type, leads) for side in row.sides],
    }


def _side(side: Side, kind: BlockType, leads: Leads) -> Data:
    label = say(kind.value, script_of(side.language)) if kind in LABELLED else ""
    inlines = [replace(each, text=hold_dashes(each.text)) if isinstance(each, Words) else each for each in side.inlines]
    runs = [_run(run, _is_last(inlines, index), leads) for index, run in enumerate(inlines)]
    if kind in TITLES:
        runs = [run | _kept(str(run["t"])) if "t" in run else run for run in runs]
    return {"id": side.id, **language_of(side.language), "label": label, "runs": runs, "cuts": list(cuts(inlines))}


def _is_last(runs: Sequence[Inline], index: int) -> bool:
    """Whether a piece of a link is its last one."""
    run = runs[index]
    return not any(
        isinstance(run, Words) and isinstance(each, Words) and each.number == run.number for each in runs[index + 1 :]
    )


def _run(run: Inline, last: bool, leads: Leads) -> Data:
    if isinstance(run, NoteCall):
        return {"n": run.note}
    if isinstance(run, CommentCall):
        return {"r": run.sign}
    to = {"shown": run.to.place, "speech": run.to.from_speech, "last": last, **leads(run.to)} if run.to else None
    return {"t": run.text, "role": run.role, "to": to}


def _note(note: ShownNote, document: ShownDocument) -> Data:
    remark = document.remark_on(note)
    lines = [line_of(remark, document.tree)] if remark else []
    return {"number": note.number, "sides": [*(line_of(hold_dashes(text), code) for text, code in note_texts(note)), *lines]}
