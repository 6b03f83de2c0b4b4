"""Files and pairs of texts of any size, of the shapes whose reading or linking could take longer than they are long."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.making.raw_pdf import raw_pdf, stream
from tests.making.word import call, note, paragraph, word_file

Texts = tuple[list[str], list[str]]
SENTENCE = "停用了二十年的旧码头上周开出一家书店，窗外就是当年的泊位。"
PARAGRAPH = SENTENCE * 4
WIDE, HIGH = 40, 30  # characters of a line of a print, lines of a page


def page(size: int) -> bytes:
    """A saved page of about so many characters of text."""
    texts = "".join(f"<h2>第{at}节</h2><p>{PARAGRAPH}</p>" for at in range(size // len(PARAGRAPH)))
    return f'<html><head><meta charset="utf-8"><title>书店</title></head><body><h1>书店</h1><div>{texts}</div></body></html>'.encode()


def page_of_one_line(size: int) -> bytes:
    """The same in one paragraph of small elements."""
    return f'<html><head><meta charset="utf-8"></head><body><h1>书店</h1><p>{f"<b>{SENTENCE}</b>" * (size // len(SENTENCE))}</p>'.encode()


def noted_word(size: int) -> bytes:
    """A Word file of so many characters, with a note for each paragraph."""
    count = size // len(PARAGRAPH)
    texts = (paragraph(PARAGRAPH, "", call(number)) for number in range(1, count))
    return word_file(
        paragraph("书店", "T") + "".join(texts), "".join(note(number, "见《村规》。") for number in range(1, count))
    )


def printed(size: int) -> bytes:
    """A PDF of so many characters, in pages of lines that are full."""
    count = max(1, size // (WIDE * HIGH))
    text = (PARAGRAPH * (WIDE * HIGH // len(PARAGRAPH) + 1))[: WIDE * HIGH]
    shown = b" 0 -16 Td ".join(
        b"<%s> Tj" % text[at : at + WIDE].encode("utf-16-be").hex().encode() for at in range(0, len(text), WIDE)
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode/Identity-H/DescendantFonts[6 0 R]>>"
    shape = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 1000/FontDescriptor<<>>>>"
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(7, 7 + count))
    pages = dict.fromkeys(range(7, 7 + count), sheet)
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return raw_pdf({2: tree, 4: stream(b"BT /F 12 Tf 20 560 Td %s ET" % shown), 5: font, 6: shape, **pages})


FILES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "saved page": ("raw.html", page),
    "saved page of one line": ("raw.html", page_of_one_line),
    "Word file with notes": ("raw.docx", noted_word),
    "PDF": ("raw.pdf", printed),
}


def _made(chance: random.Random, count: int) -> str:
    return "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(count))


def other_words(size: int) -> Texts:
    """Two texts of paragraphs of which every tenth sentence is quoted."""
    chance = random.Random(7)
    base = [_made(chance, 120) + "。" for _ in range(size // 240)]
    return base, [
        f"他说：“{text[:40]}。”{_made(chance, 80)}。" if at % 10 == 0 else _made(chance, 120) for at, text in enumerate(base)
    ]


def one_sentence(size: int) -> Texts:
    """Two texts that say one sentence over and over, each in one paragraph."""
    return [SENTENCE * (size // 2 // len(SENTENCE))], [SENTENCE * (size // 2 // len(SENTENCE))]


def one_paragraph(size: int) -> Texts:
    """The same in paragraphs."""
    return [PARAGRAPH] * (size // 2 // len(PARAGRAPH)), [PARAGRAPH] * (size // 2 // len(PARAGRAPH))


def copied(size: int) -> Texts:
    """A long text and its copy."""
    chance = random.Random(8)
    base = [_made(chance, 120) + "。" for _ in range(size // 240)]
    return base, base


def changed(size: int) -> Texts:
    """One sentence over and over, and the same with a word changed in every other one."""
    count = size // 2 // len(SENTENCE)
    return [SENTENCE * count], [(SENTENCE + SENTENCE.replace("书店", "学校")) * (count // 2)]


def marked(size: int) -> Texts:
    """The same, quoted in marks with other words at its end."""
    count = size // 2 // len(SENTENCE)
    return [SENTENCE * count], [f"他说：“{SENTENCE * (count - 1)}另外”。"]


def quoted(size: int) -> Texts:
    """Two paragraphs, the one of sentences that the other quotes one by one."""
    chance = random.Random(9)
    sentences = [_made(chance, 22) for _ in range(size // 60)]
    return ["".join(f"{each}。" for each in sentences)], [
        "".join(f"他说，“{each}。”{_made(chance, 9)}。" for each in sentences)
    ]


PAIRS = (other_words, quoted, copied, one_sentence, one_paragraph, changed, marked)
