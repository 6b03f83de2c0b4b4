"""The capture of a source: the one recorded, decoded as it was recorded, and of a size that can be read."""

from __future__ import annotations

import re
import unicodedata
from codecs import lookup
from collections import Counter
from collections.abc import Iterator

from build_scripts.decode import PLAIN, Decoded, decode, digest, digest_of_bytes
from build_scripts.decode.encodings import CODECS, is_utf8, marked_encoding
from build_scripts.diagnostics import Diagnostic, bad, line_of
from build_scripts.model import Place, Source
from build_scripts.seed.located import read_bytes
from build_scripts.text.characters import is_han
from build_scripts.text.lexicon import lexicon

# As much as a printed book has; every stage takes time in proportion to it (tests/bench/size.py).
MOST_CHARACTERS, MOST_LINES = 1_000_000, 50_000
# Of white space in a row on a line. A pattern that allows spaces looks at a run of them from each of its places, so its time
# grows with the square of the run; columns that an extraction sets apart by spaces have a hundred or two between them.
MOST_SPACES = 1000
LONG_GAP = re.compile(rf"[^\S\r\n]{{{MOST_SPACES + 1}}}")
EXCERPT = 16  # code points that a message quotes
MOST_ZEROS = 4  # one byte in so many, and text is not what the bytes are
DOUBTFUL_SHARE = 0.02  # below it a decoding is not worth proposing


def read_capture(source: Source) -> Decoded:
    """The capture as text with what it knows beside it, and the encoding it was read in.

    Raises BadInput: sha256-mismatch, text-mismatch, undecodable, empty-document, too-large and those of read_bytes.
    """
    data = read_bytes(source.folder / source.capture, source.raw_path)
    found = digest_of_bytes(data)
    if found != source.sha256:
        sentence = f"the capture is not the one recorded: its sha256 is {found}"
        hint = (
            f"for a capture just added, write that value; else restore {source.raw_path}: a capture is never edited, "
            "corrections go into decisions.yaml"
        )
        raise bad(source.place("sha256"), "sha256-mismatch", sentence, hint)
    marked = marked_encoding(data)
    encoding = "" if not source.encoding or (marked.startswith(source.encoding) and marked) else CODECS[source.encoding]
    decoded = _decoded(source, data, encoding)
    if decoded.encoding in ("gb18030", "big5-hkscs") and is_utf8(data):
        sentence = f"the capture is UTF-8, not {decoded.encoding.upper()}"
        hint = "take “encoding” out of source.yaml" if source.encoding else "write “encoding: utf-8” in source.yaml"
        raise bad(source.place("encoding"), "undecodable", sentence, hint)
    if not decoded.text.strip("\ufeff \t\r\n\f"):
        raise bad(Place(source.raw_path), "empty-document", "the capture holds no text")
    check_size(decoded.text, source.raw_path)
    _check_text(decoded.text, source)
    return decoded


def _decoded(source: Source, data: bytes, encoding: str) -> Decoded:
    """The capture decoded. Raises BadInput `undecodable`, with what would read it."""
    try:
        decoded = decode(source.capture, data, encoding, source.raw_path)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(error.encoding, "ignore")
        name = next((name for name, codec in CODECS.items() if lookup(codec).name == error.encoding), error.encoding)
        sentence = f"byte {error.start} is not {name.upper()}: 0x{data[error.start]:02x}"
        raise bad(Place(source.raw_path, line_of(before, len(before))), "undecodable", sentence, _hint(data)) from None
    zeros = "" if decoded.encoding.startswith("utf-16") else decoded.encoding
    if zeros and data.count(0) * MOST_ZEROS > len(data):
        sentence = f"the capture is not {zeros.upper()}: it is full of zeros"
        raise bad(Place(source.raw_path), "undecodable", sentence, _hint(data))
    return decoded


def likely_encodings(data: bytes) -> list[tuple[str, str]]:
    """The encodings that would read the bytes as Chinese, the likeliest first, each with the first words it gives."""
    common = frozenset(lexicon("characters")["common"]) - {" "}
    found = []
    for name in ("gb18030", "big5", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(CODECS[name])
        except UnicodeDecodeError:
            continue
        share = sum(char in common for char in text) / max(len(text), 1)
        if share >= DOUBTFUL_SHARE:
            words = next((line for line in text.split("\n") if any(map(is_han, line))), text).strip()
            found.append((share, name, words[:EXCERPT]))
    return [(name, words) for _, name, words in sorted(found, reverse=True)]


def _hint(data: bytes) -> str:
    """The line to write, with the first words it gives."""
    found = [f"“encoding: {name}” reads “{words}”" for name, words in likely_encodings(data)]
    if not found:
        return f"write “encoding: …” in source.yaml: {', '.join(CODECS)}; or save the page again as UTF-8"
    return f"write the line that reads right in source.yaml: {'; '.join(found)}"


def _check_text(text: str, source: Source) -> None:
    """Raise `text-mismatch` where a capture that is no plain text does not come out as the text recorded."""
    if source.capture == PLAIN and not source.text_sha256:
        return
    found = digest(text)
    if not source.text_sha256:
        sentence = f"a capture that is decoded needs the sha256 of its text: {found}"
        raise bad(Place(source.place("sha256").path), "text-mismatch", sentence, f"add the line “text-sha256: {found}”")
    if found != source.text_sha256:
        sentence = f"the capture is not decoded to the text recorded: the sha256 of its text is {found}"
        hint = (
            "an update of a library decodes it otherwise: install what requirements.lock names; or look at the text with "
            "“explain”, and write that value"
        )
        raise bad(source.place("text-sha256"), "text-mismatch", sentence, hint)


def check_size(raw: str, shown: str) -> None:
    """Raise `too-large` where a capture is more than one document: what is read in time is written down here."""
    lines = raw.count("\n") + raw.count("\r")
    if len(raw) > MOST_CHARACTERS or lines > MOST_LINES:
        sentence = f"the capture has {len(raw):,} characters in {lines + 1:,} lines"
        hint = f"a capture has at most {MOST_CHARACTERS:,} characters in {MOST_LINES:,} lines; cut it into several seeds"
        raise bad(Place(shown), "too-large", sentence, hint)
    gap = LONG_GAP.search(raw)
    if gap:
        sentence = f"more than {MOST_SPACES:,} spaces stand in a row on a line"
        hint = "that is no text: look at what made the capture, and capture it again"
        raise bad(Place(shown, line_of(raw, gap.start())), "too-large", sentence, hint)


def doubtful_characters(source: Source, raw: str) -> Iterator[Diagnostic]:
    """One `doubtful-characters` for private-use characters, and one for the mark of what could not be decoded."""
    kinds = (
        (
            "private-use characters, which mean nothing outside the font of their page",
            lambda char: unicodedata.category(char) == "Co",
        ),
        ("replacement characters (�), where something was not decoded before it was captured", lambda char: char == "\ufffd"),
    )
    present = set(raw)
    for words, is_of_kind in kinds:
        found = {char for char in present if is_of_kind(char)}
        if found:
            count = Counter(char for char in raw if char in found)
            first = min(raw.index(char) for char in found)
            points = ", ".join(f"U+{ord(char):04X}" for char, _ in count.most_common(5))
            sentence = f"the capture holds {sum(count.values())} {words}: {points}"
            hint = "say what each stands for in decisions.yaml, under corrections"
            place = Place(source.raw_path, line_of(raw, first))
            yield Diagnostic(place, "doubtful-characters", sentence, hint, severity="warning")
