"""What is set in columns comes back: paragraphs whole, each call where it stood, each note with its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from build_scripts.passes import clean
from build_scripts.readers.running.columns import CALL_AT_END
from build_scripts.readers.shapes import journal_article, newspaper_page, web_page
from build_scripts.text.characters import width

LETTERS = "人工智能是新轮科技革命和产业变的重要驱动力量在中国发展推进城市治理公共服务水平提升安全可靠标准规范"
SENTENCE = st.builds(
    lambda words: "，".join(words) + "。", st.lists(st.text(LETTERS, min_size=4, max_size=17), min_size=2, max_size=5)
)
NOTE = st.builds(
    lambda who, what, year: f"{who}：《{what}》，某某出版社{year}年版，第7页。",
    st.text(LETTERS, min_size=2, max_size=4),
    st.text(LETTERS, min_size=4, max_size=30),
    st.integers(1990, 2025),
)
CALL = "\uee01\uee01\uee01"  # stands for a call until its number is known, and is as wide
HEADINGS = ("一、关于发展的价值", "（二）重视顶层设计")


@dataclass(repr=False)
class Article:
    """Paragraphs as lists of words, a word being a character or a note (its text)."""

    paragraphs: list[list[str]]
    heads: list[str]
    size: int
    page: int
    style: str
    blank: bool
    lines: list[str] = field(default_factory=list)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    size = draw(st.integers(18, 26))
    paragraphs = []
    for _ in range(draw(st.integers(2, 3))):
        words: list[str] = []
        for sentence in draw(st.lists(SENTENCE, min_size=14, max_size=18)):
            words += sentence
            if len(words) > 90 * (1 + sum(len(word) > 1 for word in words)):
                words.append(draw(NOTE))
        paragraphs.append(words)
    paragraphs = [decided(words, size) for words in paragraphs]
    heads = [draw(st.sampled_from(["", *HEADINGS])) for _ in paragraphs]
    return Article(
        paragraphs,
        heads,
        size,
        draw(st.integers(9, 20)),
        draw(st.sampled_from(["［{}］", "[{}]", "〔{}〕"])),
        draw(st.booleans()),
    )


def wrap(words: list[str], size: float, indent: float) -> list[str]:
    """Lines of at most `size` ems; a point or a call that would begin a line hangs at the end of the one before."""
    lines, room = [""], size - indent
    for word in words:
        if word not in ("，", "。", CALL) and width(lines[-1] + word) > room:
            lines.append("")
            room = size
        lines[-1] += word
    return lines


def decided(words: list[str], size: int) -> list[str]:
    """The words with no sentence that happens to end with a line: whether the paragraph does too, print leaves open."""
    at = 0
    for line in wrap([word if len(word) == 1 else CALL for word in words], size, 2)[:-1]:
        at += len(line.replace(CALL, "\0"))
        for last in (at - 1, at - 2):
            if words[last] == "。" and all(len(word) > 1 for word in words[last + 1 : at]):
                words = [*words[:last], "，", *words[last + 1 :]]
    return words


def print_article(article: Article) -> str:
    """The article as extraction gives it: at the foot of each page its notes, numbered afresh."""
    out = [" 某题", "■ 某某"]
    room, notes = article.page, []

    def foot() -> None:
        for number, text in enumerate(notes, 1):
            out.extend(wrap(list(article.style.format(number)) + list(text), article.size + 4, 0))
        notes.clear()

    for head, words in zip(article.heads, article.paragraphs, strict=True):
        if head:
            out.append(head)
        shown = [word if len(word) == 1 else CALL for word in words]
        waiting = [word for word in words if len(word) > 1]
        lines = wrap(shown, article.size, 2)
        for line in lines:
            while CALL in line:
                notes.append(waiting.pop(0))
                line = line.replace(CALL, article.style.format(len(notes)), 1)
            out.append(line)
            room -= 1
            if room <= 0:
                foot()
                room = article.page
    foot()
    return ("\n\n" if article.blank else "\n").join(out) + "\n"


@settings(max_examples=100)
@given(articles())
def test_a_journal_article(source_of, article: Article) -> None:
    raw = print_article(article)
    note(raw)
    assume(raw.count("\n") > 12)
    witness = journal_article.read(source_of(raw, "journal-article"), raw)
    if witness.doubts:  # the reader says that it is not sure
        return
    document = clean(witness.documents[0])
    expected: list[str] = []
    for head, words in zip(article.heads, article.paragraphs, strict=True):
        expected += [head] * bool(head) + ["".join(word for word in words if len(word) == 1)]
    assert [block.text.text for block in document.blocks] == expected
    notes = [word for words in article.paragraphs for word in words if len(word) > 1]
    assert [each.text.text for each in document.notes] == notes
    assert [each.number for each in document.notes] == list(range(1, len(notes) + 1))
    called = [at for block in document.blocks for at in document.calls_in(block)]
    where = [
        "".join(word for word in words[:index] if len(word) == 1)
        for words in article.paragraphs
        for index, word in enumerate(words)
        if len(word) > 1
    ]
    assert [(at, number) for at, number in called] == [(len(before), n) for n, before in enumerate(where, 1)]
    assert document.field("title") == "某题" and document.field("author") == "某某"


@settings(max_examples=100)
@given(
    st.lists(st.lists(SENTENCE, min_size=6, max_size=8).map("".join), min_size=1, max_size=4),
    st.integers(14, 24),
    st.booleans(),
)
def test_a_newspaper_story(source_of, paragraphs: list[str], size: int, blank: bool) -> None:
    out, numbers = ["某頁", ""], []
    paragraphs = ["".join(decided(list(text), size)) for text in paragraphs]
    for text in paragraphs:
        lines = wrap(list(text), size, 2)
        numbers += range(len(out) + 1, len(out) + len(lines) + 1)
        out += lines + [""] * blank
    raw = "\n".join(out)
    note(raw)
    source = source_of(
        raw,
        "newspaper-page",
        "zh-Hant-HK",
        roles=(("furniture", 1),),
        stories={"made-one": [("body", number) for number in numbers]},
    )
    witness = newspaper_page.read(source, raw)
    if witness.doubts:  # the reader says that it is not sure
        return
    document = clean(witness.documents[0])
    assert [block.text.text for block in document.blocks] == paragraphs


def test_a_first_line_as_short_as_a_subhead_fills_its_line(source_of) -> None:
    lines = [
        "业业业业，业业业业业业业",
        "业业业。业业业业，业业业业，",
        "业业业业，业业业业。业业业业，",
        "业业业业，业业业业。",
    ]
    source = source_of(
        "\n".join(lines),
        "newspaper-page",
        "zh-Hant-HK",
        roles=(),
        stories={"made-one": [("body", each) for each in (1, 2, 3, 4)]},
    )
    witness = newspaper_page.read(source, "\n".join(lines))
    assert [clean(document).blocks[0].text.text for document in witness.documents] == ["".join(lines)]


@given(
    st.lists(st.tuples(st.booleans(), st.lists(SENTENCE, min_size=2, max_size=5).map("".join)), min_size=1, max_size=6),
    st.permutations(["时间：2025-04-27 09:19", "来源：某某网", "责任编辑：某某"]),
    st.sampled_from([" | ", "  ", "　"]),
    st.booleans(),
    st.sampled_from(["", "分享到：微信 微博", "【打印】 【关闭窗口】", "上一篇：某文", "扫一扫在手机打开"]),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)
def test_a_web_page(source_of, parts, facts: list[str], between: str, above: bool, tail: str, end: str) -> None:
    particulars = between.join(facts)
    lines = ["首页 > 要闻", *(["某年某事", particulars] if above else [particulars, "某年某事"])]
    expected = []
    for headed, text in parts:
        lines += ["某个小标题"] * headed + [text]
        expected += ["某个小标题"] * headed + [text]
    # A heading above the first paragraph is read as a headline of the page, or as a heading.
    assume(not parts[0][0])
    raw = end.join([*lines, tail])
    witness = web_page.read(source_of(raw, "web-page"), raw)
    document = clean(witness.documents[0])
    # A title of four characters below the particulars may be taken for text, and then that is said.
    title = document.field("title")
    assert title == "某年某事" or (not title and any(doubt.rule == "doubtful-title" for doubt in witness.doubts))
    assert [block.text.text for block in document.blocks] == ([] if title else ["某年某事"]) + expected
    facts_read = {name: document.field(name) for name in ("published", "publisher", "editor")}
    assert facts_read == {"published": "2025-04-27 09:19", "publisher": "某某网", "editor": "某某"}


def test_a_call_at_the_end_of_a_line_is_known() -> None:
    assert [CALL_AT_END.sub("", text) for text in ("。［5］", "。[12]", "。〔3〕", "。①", "［5］。")] == ["。"] * 4 + [
        "［5］。"
    ]
