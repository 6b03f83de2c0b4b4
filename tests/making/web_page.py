"""Made-up web pages as copied text, with the right answer: title, facts, blocks with their calls, and notes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.making.article import CHINESE, Answer
from tests.making.words import note, sentence, title

MARKS = {"square": "[{}]", "wide": "［{}］", "hollow": "〔{}〕", "caret": "[^{}]", "circled": "", "none": ""}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
MENU = ("首页", "要闻", "国际", "财经", "体育", "文化", "登录", "手机版")
TAILS = (
    "分享到：微信 微博",
    "【打印】 【关闭窗口】",
    "扫一扫在手机打开当前页",
    "版权所有 未经许可不得转载",
    "请登录或订阅，以继续阅读全文！",
    "免责声明：以上文章由用户发布，不代表本平台立场，如有侵权请联系删除。",
)
FACTS = (
    "{published} 来源：{publisher}",
    "来源：{publisher} {published}",
    "发布时间：{published}　来源：{publisher}",
    "{published} | 来源：{publisher}",
    "{published} 来源：{publisher} 全文约 900 字 阅读需 3 分钟",
)
MOST_NOTES = 9


@dataclass(frozen=True)
class PageSetting:
    """How a page is set: what stands around its text, how paragraphs are told, which notes it has."""

    menu: int = 0
    crumb: bool = False
    facts: str = FACTS[0]
    author: str = ""  # where the author stands: own (a line of its own), facts (behind the other facts)
    indent: str = ""
    blank: bool = False
    headings: str = "none"  # none, plain or chinese
    items: bool = False
    mark: str = "none"
    editor: bool = False
    others: int = 0  # headlines of other texts below


def draw_page(rng: Random) -> PageSetting:
    """A setting among those that occur."""
    return PageSetting(
        menu=rng.choice((0, 0, 3, 8)),
        crumb=rng.random() < 0.5,
        facts=rng.choice(FACTS),
        author=rng.choice(("", "own", "facts")),
        indent=rng.choice(("", "　　", "　　")),
        blank=rng.random() < 0.5,
        headings=rng.choice(("none", "plain", "chinese")),
        items=rng.random() < 0.3,
        mark=rng.choice(("none", "none", *MARKS)),
        editor=rng.random() < 0.5,
        others=rng.choice((0, 0, 4)),
    )


def make_web_page(seed: int) -> tuple[str, Answer, PageSetting]:
    """A page, what it holds, and how it was set. Facts stand in the answer as blocks of their names."""
    rng = Random(seed)
    setting = draw_page(rng)
    day = f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(6, 23):02}:{rng.randint(0, 59):02}"
    answer = Answer(title=f"{title(rng)}：{title(rng)[:6]}", author="王小明" if setting.author else "")
    answer.blocks += [("published", 0, day), ("publisher", 0, "某某新闻网")]
    lines = [*MENU[: setting.menu], *["首页 > 要闻 > 正文"] * setting.crumb, answer.title]
    facts = setting.facts.format(published=day, publisher="某某新闻网")
    lines.append(facts + " 作者：王小明" * (setting.author == "facts"))
    lines += ["作者：王小明"] * (setting.author == "own")
    shown = _body(rng, setting, answer)
    lines += [line for each in shown for line in ([each, ""] if setting.blank else [each])]
    if answer.notes:
        lines += ["注释："] + [_mark(setting, number) + " " + text for number, text in enumerate(answer.notes, 1)]
        if setting.mark == "caret":
            lines = [line.replace("] ", "]: ", 1) if line.startswith("[^") else line for line in lines]
    if setting.editor:
        answer.blocks.append(("editor", 0, "李思远"))
        lines.append("责任编辑：李思远")
    lines += ["相关新闻"] * bool(setting.others) + [title(rng) for _ in range(setting.others)] + [rng.choice(TAILS)]
    return "\n".join(lines) + "\n", answer, setting


def _mark(setting: PageSetting, number: int) -> str:
    return CIRCLED[number - 1] if setting.mark == "circled" else MARKS[setting.mark].format(number)


def _body(rng: Random, setting: PageSetting, answer: Answer) -> list[str]:
    """The lines of the text; its blocks and notes go into the answer."""
    shown: list[str] = []
    count = 0
    for part in range(rng.randint(2, 5)):
        if setting.headings != "none" and part:
            count += 1
            words = title(rng)[:8] if setting.headings == "plain" else f"{CHINESE[count - 1]}、{title(rng)}"
            answer.blocks.append(("heading", 2, words))
            shown.append(words)
        for _ in range(rng.randint(1, 3)):
            printed, text = _paragraph(rng, setting, answer)
            answer.blocks.append(("paragraph", 0, text))
            shown.append(setting.indent + printed)
        if setting.items and rng.random() < 0.4:
            for _ in range(3):
                point = sentence(rng)
                answer.blocks.append(("item", 0, point))
                shown.append(f"• {point}")
    return shown


def _paragraph(rng: Random, setting: PageSetting, answer: Answer) -> tuple[str, str]:
    """A paragraph as printed, and with its calls as ⟦n⟧."""
    printed, text = "", ""
    for _ in range(rng.randint(2, 6)):
        words = sentence(rng)
        printed, text = printed + words, text + words
        if setting.mark != "none" and rng.random() < 0.3 and len(answer.notes) < MOST_NOTES:
            answer.notes.append(note(rng)[0])
            printed += _mark(setting, len(answer.notes))
            text += f"⟦{len(answer.notes)}⟧"
    return printed, text
