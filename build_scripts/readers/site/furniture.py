"""What a site puts around its text: navigation, buttons, appeals, comments, lists of other texts, rights."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.readers.particulars.stamps import STAMP, YEARLESS
from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.lexicon import any_of, any_word, lexicon, words
from build_scripts.text.scripts import simplified

STEP = r"[^\s>›»→/｜|。，]{1,20}(?: [^\s>›»→/。，]{1,20})?"
PLACED = any_word("page", "located", "place")
CRUMB = re.compile(rf"^(?:{PLACED}\s*[:：]?\s*)?(?:>\s*)?{STEP}(?:\s*(?:[>›»→〉]|&gt;)+\s*{STEP})+\s*[>›»]*\s*$")
PATH_OF_CHANNELS = re.compile(r"\s*[/／›»]\s*")
# Of words in Latin letters each step is a few: Home / Insights / Client Alert.
LATIN_HOME = re.compile(r"^Home(?:\s*[/|>›»]\s*[A-Z&][\w&'’-]*(?: [\w&'’-]+){0,4})+$")
HOME = re.compile(rf"^{any_word('page', 'home')}(?:\s*[/／|>›»]\s*[^\s/／]{{1,12}})+$")
LOCATED = re.compile(rf"^{any_word('page', 'located')}\s*[:：]")
BETWEEN = r"[\s\d,|｜丨/:：·,，、.。\-+＋×x▶►▷【】\[\]（）()<>《》〉>»]"
NEIGHBOUR = re.compile(rf"^(?:[<〈«【\[]?\s*)?(?:阅读)?{any_word('page', 'neighbours')}(?:\s|[:：]|$|[^\s，。])")
# A line that a writer or a site draws between two parts; it tells nothing of what stands below it.
RULE = re.compile(r"^(?:(?:[-—–=_*~·.＊－＝～─━┄┈╌]\s*){2,}|(?:#\s*){3,}|(?:[*＊※◆◇★☆✦❖❦●○■□▼▲]\s*){2,}|[*＊※◆◇★☆✦❖❦])$")
ENLARGES = re.compile(rf"^[（(【\[]?{any_word('page', 'clicks')}[^，。]{{0,8}}{any_word('page', 'enlarged')}[）)】\]]?$")
MORE = rf"{any_word('page', 'mores')}[^，。：；\s]{{0,8}}{any_word('page', 'of_mores')}[>»]*$"
LONGEST_APPEAL = 26.0  # ems
LONGEST_LINK = 34.0
LONGEST_ASKING = 50.0
LONGEST_CONSENT = 90.0
CREDIT = re.compile(r"[A-Z][a-z]+ (?:by|courtesy)\b")
ASKING = re.compile(rf"{any_word('page', 'asking_ends')}[！!。.～~…]*$", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    listed = any_of(words(lexicon("page")[name]))
    forms = {
        "buttons": rf"^(?:(?:{listed})(?=$|{BETWEEN}|{listed})|{BETWEEN})+$",
        "channels": rf"^(?:(?:{listed})(?=$|[\s|｜/·>-]|{listed})|[\s|｜/·>-])+$",
        "lists": rf"^[【\[■●▌|]?\s*(?:(?:{listed})(?:\s|[】\]:：>»（(\d]|$)|{MORE})",
    }
    return re.compile(forms.get(name, rf"(?:{listed})" if name == "comment_marks" else rf"^(?:{listed})"), re.IGNORECASE)


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the site's own path to the page.

    >>> is_breadcrumb("首頁 >  頭條"), is_breadcrumb("您当前的位置：首页 > 要闻 > 正文"), is_breadcrumb("收入 > 支出 的月份不多。")
    (True, True, False)
    >>> is_breadcrumb("China / Society"), is_breadcrumb("Rivers / Lakes")
    (True, False)
    >>> is_breadcrumb("Home / Insights / Client Alert"), is_breadcrumb("Home is where the river ends / A memoir")
    (True, False)
    >>> is_breadcrumb("某地方志网→年鉴→浏览正文")
    True
    """  # noqa: E501
    plain = simplified(bare(text))
    if closes_sentence(plain) or len(plain) > 100:
        return False
    steps = PATH_OF_CHANNELS.split(plain)
    named = len(steps) > 1 and all(map(is_channel, steps))
    return named or bool(CRUMB.match(plain) or HOME.match(plain) or LATIN_HOME.match(plain) or LOCATED.match(plain))


def is_buttons(text: str) -> bool:
    """Whether a line holds nothing but the words of buttons and counters, or says that a click shows a picture in full.

    >>> is_buttons("收藏 分享 12"), is_buttons("（点击看清晰大图）"), is_buttons("（点击率很高）")
    (True, True, False)
    """
    plain = simplified(bare(text))
    listed = len(plain) <= 200 and bool(_pattern("buttons").match(plain)) and any(map(str.isalpha, plain))
    return listed or bool(ENLARGES.match(plain))


def is_mostly_buttons(text: str) -> bool:
    """Whether most words of a line are those of buttons, and there are several.

    >>> is_mostly_buttons("某某APP 缩小字体 放大字体 收藏 微博 微信 分享"), is_mostly_buttons("收藏与分享 的快乐")
    (True, False)
    """
    parts = simplified(bare(text)).split()
    return len(parts) >= 3 and not is_buttons(text) and sum(map(is_buttons, parts)) * 5 >= len(parts) * 3


def is_channel(text: str) -> bool:
    """Whether a line is a name out of a menu that many sites have."""
    plain = simplified(bare(text))
    return len(plain) <= 200 and bool(_pattern("channels").match(plain))


def is_neighbour(text: str) -> bool:
    return bool(NEIGHBOUR.match(simplified(bare(text))))


def is_appeal(text: str) -> bool:
    """Whether a line asks the visitor to scan, follow or install; a sentence does where it names what is to be installed.

    >>> is_appeal("更多精彩资讯请在应用市场下载“某某网”客户端。"), is_appeal("扫码支付已经普及。")
    (True, False)
    >>> is_appeal("你家有这样的老物件吗？欢迎留言。"), is_appeal("他在评论区写道：“欢迎留言。”")
    (True, False)
    """
    plain = simplified(bare(text))
    if _asks_in_the_end(plain) or is_consent(plain):
        return True
    if not _pattern("appeals").match(plain):
        return False
    if closes_sentence(plain):
        return is_loud_appeal(plain) or (
            width(plain) <= LONGEST_LINK and bool(re.search(any_word("page", "asked_anywhere"), plain))
        )
    return width(plain) <= LONGEST_APPEAL


def _asks_in_the_end(plain: str) -> bool:
    """Whether a short line ends by asking readers to write, to subscribe or to tell others, and is no speech."""
    return width(plain) <= LONGEST_ASKING and not re.search("[：:]", plain) and bool(ASKING.search(plain))


def is_consent(text: str) -> bool:
    """Whether a line tells the visitor what the site stores of a visit, or asks to agree to how it does.

    >>> is_consent("为提供更好的服务，本网站会使用 Cookies 及其他技术。"), is_consent("We use cookies to improve this site.")
    (True, True)
    >>> is_consent("我们使用的这部隐私政策草案，是去年写成的。"), is_consent("专家解释网站怎样使用Cookie。")
    (False, False)
    """
    plain = simplified(bare(text))
    begins = re.match(rf".{{0,16}}?{any_word('page', 'consenting')}", plain, re.IGNORECASE)
    named = re.search(any_word("page", "privacy"), plain, re.IGNORECASE)
    agrees = re.search(any_word("page", "agreeing"), plain, re.IGNORECASE)
    stores = "cookie" in plain.casefold() or (named and agrees)
    return bool(begins and stores) and width(plain) <= LONGEST_CONSENT


def is_loud_appeal(text: str) -> bool:
    """Whether a line calls out to the visitor to log in, subscribe, and the like.

    >>> is_loud_appeal("请订阅或登录，以继续阅读全文！"), is_loud_appeal("加入我们，一起守护这条江！")
    (True, False)
    """
    plain = simplified(bare(text))
    asks = re.search(any_word("page", "asked_loudly", "asked_anywhere"), plain)
    return plain[-1:] in "！!" and width(plain) <= LONGEST_LINK and bool(asks and _pattern("appeals").match(plain))


def is_rule(text: str) -> bool:
    """Whether a line is drawn with marks.

    >>> is_rule("---"), is_rule("* * *"), is_rule("— 12 —"), is_rule("|")
    (True, True, False, False)
    >>> is_rule("# # #"), is_rule("*"), is_rule("◆ ◆ ◆"), is_rule("#")
    (True, True, True, False)
    """
    return bool(RULE.match(bare(text)))


def opens_list(text: str) -> bool:
    """Whether a line is the head of a list of other texts, of comments or of a ranking.

    >>> opens_list("相关新闻"), opens_list("評論(15)"), opens_list("热门推荐："), opens_list("相关部门表示，")
    (True, False, True, False)
    >>> opens_list("Photos"), opens_list("Photos by John Roe for a paper")
    (True, False)
    """
    plain = simplified(bare(text))
    head = bool(_pattern("lists").match(plain)) and not CREDIT.match(plain)
    return width(plain) <= 24 and head and not closes_sentence(plain)


def is_comment(text: str) -> bool:
    """Whether a line is worded like what stands around comments."""
    plain = simplified(bare(text))
    return (
        len(plain) <= 80
        and bool(_pattern("comment_marks").search(plain))
        and not (closes_sentence(plain) and width(plain) > 40)
    )


def is_listed(text: str) -> bool:
    """Whether a line is a time with no more than a headline or a name beside it, as in lists of other texts.

    >>> is_listed("新华社2026-02-01 20:34:26"), is_listed("2017年7月20日 某部印发某规划"), is_listed("责任编辑：某某 2025-04-26")
    (True, False, False)
    """  # noqa: E501
    plain = simplified(bare(text))
    clocked = re.search(r"\d[:：]\d{2}", plain)
    stamped = STAMP.search(plain) or YEARLESS.search(plain)
    return bool(clocked and stamped) and width(plain) <= LONGEST_LINK and not re.search(r"[:：]\s*\D", STAMP.sub("", plain))
