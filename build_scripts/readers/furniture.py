"""What a site puts around its text: navigation, buttons, rights, lists of other headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.dateline import STAMP, is_byline
from build_scripts.text.characters import closes_sentence, width

PLACE = re.compile(r"^(?:您?(?:当前|現在|现在)?(?:的)?位置\s*[:：])?\s*[^\s>›»]{1,20}(?:\s*[>›»]+\s*[^\s>›»]{1,30})+\s*[>›»]*$")
HOME = re.compile(r"^(?:首页|首頁|Home)(?:\s*[/／]\s*[^\s/／]{1,12})+$")
BUTTON = (
    "分享|分享到|分享至|转发|轉發|打印|列印|打印本页|收藏|加入收藏|返回|返回顶部|返回頂部|返回首页|返回首頁|关闭|關閉|关闭窗口|關閉視窗|评论|評論|发表评论|"
    "微信|微博|新浪微博|朋友圈|QQ|QQ空间|字号|字號|字体|字體|大|中|小|纠错|我要纠错|举报|舉報|点赞|讚|赞|复制链接|複製連結|客户端|下载客户端|"
    "相关新闻|相關新聞|更多|Share|Print|Email|Facebook|Twitter|WhatsApp|WeChat|Weibo|LinkedIn|X|LINE|Telegram|Copy link|Back to top|Top"
)
BUTTONS = re.compile(rf"^(?:(?:{BUTTON})(?=$|[\s|｜丨/:：·,，、【】\[\]（）()+])|[\s|｜丨/:：·,，、【】\[\]（）()+])+$")
NEIGHBOUR = re.compile(r"^(?:上一篇|下一篇|上一条|下一条|Previous|Next)\s*[:：]|^(?:版权所有|版權所有|Copyright|©|\S{0,3}ICP[备備])", re.IGNORECASE)
APPEAL = re.compile(r"^(?:扫一扫|掃一掃|扫码|掃碼|扫描|掃描|长按|長按|关注我们|關注我們|更多精彩|分享到|分享至)")
LONGEST_APPEAL = 20.0  # ems
RELATED = re.compile(
    r"^[【\[]?(?:(?:相关|相關)(?:新闻|新聞|报道|報道|阅读|閱讀|链接|連結|文章|推荐)|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门(?:新闻|推荐|文章)|"
    r"熱門(?:新聞|文章)|(?:更多|其他)(?:新闻|新聞|报道|報道|文章)|猜你喜欢|Related\b.{0,20}|More (?:stories|news)|Read more)\s*[】\]]?\s*[:：>»]*$"
)
ENDING = re.compile(r"^[（(].{1,20}[）)]$")
STAMPED = 2  # as many lines with a time as make a list of other headlines


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the site's own path to the page.

    >>> is_breadcrumb("首頁 >  頭條"), is_breadcrumb("您当前的位置：首页 > 要闻 > 正文"), is_breadcrumb("收入 > 支出 的月份不多。")
    (True, True, False)
    """
    return not closes_sentence(text) and len(text) <= 100 and bool(PLACE.match(text) or HOME.match(text))


def is_furniture(text: str) -> bool:
    """Whether a line asks something of the visitor and tells nothing.

    >>> is_furniture("分享到：微信 微博"), is_furniture("【打印】【关闭窗口】"), is_furniture("下一篇：某文")
    (True, True, True)
    >>> is_furniture("扫码支付已经普及。"), is_furniture("分享发展机遇"), is_furniture("大国小民")
    (False, False, False)
    """
    if len(text) > 200:
        return False
    if BUTTONS.match(text) or NEIGHBOUR.match(text):
        return True
    return bool(APPEAL.match(text)) and width(text) <= LONGEST_APPEAL and not closes_sentence(text)


def other_headlines(lines: Sequence[str]) -> int:
    """Where, among the lines after the last paragraph, a list of other pages' headlines begins; their number where none.

    A list says so itself, or has times.
    """
    named = next((index for index, text in enumerate(lines) if RELATED.match(text)), len(lines))
    listed = [index for index, text in enumerate(lines) if _is_listed(text)]
    if len(listed) < STAMPED:
        return named
    foreign = next((index for index, text in enumerate(lines) if not _belongs_to_page(text)), len(lines))
    return min(named, foreign, listed[0])


def _belongs_to_page(text: str) -> bool:
    return closes_sentence(text) or is_byline(text) or is_furniture(text) or bool(ENDING.match(text) or STAMP.search(text))


def _is_listed(text: str) -> bool:
    """Whether a line is a time with no more than a headline or a name, as in lists."""
    return bool(STAMP.search(text)) and not re.search(r"[:：]\s*\D", STAMP.sub("", text))
