"""Personal names: which part is the family name. A name whose shape does not tell is left whole, as institutions are."""

from __future__ import annotations

import re

from build_scripts.text.characters import is_han
from build_scripts.text.scripts import simplified

# The commonest single-character family names, which more than nine in ten people in China bear, and the double ones in use.
SINGLE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严"
    "牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席习"
    "卫查屈鲍覃霍翁隋甘景薄单包柏宁柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧宫来苟全褚廉简娄盖符穆燕"
)
DOUBLE = ("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "端木", "夏侯", "南宫", "长孙", "宇文", "独孤", "轩辕")
# How names of ministries, agencies and media end, and names of people do not.
ENDS_INSTITUTION = ("部", "委", "局", "院", "社", "网", "署", "厅", "办", "处", "室", "所", "司", "台")
LATIN_WORD = re.compile(r"[A-Z](?:\.|[^\W\d_]*[’'-]?[^\W\d_]+)?")
# A Latin name with one of these words in it is that of an institution.
OF_INSTITUTIONS = re.compile(
    r"\b(?:academy|administration|agency|alliance|assembly|association|authority|bank|board|bureau|cent(?:er|re)|college|commission|"
    r"committee|conference|congress|corporation|council|court|department|directorate|federation|forum|foundation|fund|government|"
    r"group|house|initiative|institut(?:e|ion)|international|league|ministry|nations|network|news|office|organi[sz]ation|parliament|"
    r"party|press|project|secretariat|senate|service|society|times|trust|union|university|watch|world)\b",
    re.IGNORECASE,
)
BETWEEN_NAMES = re.compile(r"\s*(?:[、，,；;&]|\band\b)\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def split_names(text: str) -> list[str]:
    """The names that a line of authors gives.

    >>> split_names("王文泽、李明"), split_names("Jane Doe and John Roe"), split_names("王文泽")
    (['王文泽', '李明'], ['Jane Doe', 'John Roe'], ['王文泽'])
    """
    return [name for name in BETWEEN_NAMES.split(text) if name]


def family_and_given(name: str) -> tuple[str, str] | None:
    """Family and given name of a person; None for what has not the shape of a person's name.

    >>> family_and_given("王文泽"), family_and_given("歐陽修"), family_and_given("Joseph R. Clark")
    (('王', '文泽'), ('歐陽', '修'), ('Clark', 'Joseph R.'))
    >>> family_and_given("国家发展改革委"), family_and_given("卫健委"), family_and_given("World Health Organization")
    (None, None, None)
    """
    if name and all(map(is_han, name)):
        size = _family_size(simplified(name))
        return (name[:size], name[size:]) if size else None
    words = name.split(" ")
    personal = all(map(LATIN_WORD.fullmatch, words)) and not OF_INSTITUTIONS.search(name)
    return (words[-1], " ".join(words[:-1])) if personal and 2 <= len(words) <= 4 else None


def _family_size(name: str) -> int:
    """How many characters of a name in Simplified script are the family name; 0 where it is none of a person."""
    if name.endswith(ENDS_INSTITUTION):
        return 0
    if name.startswith(DOUBLE) and 3 <= len(name) <= 4:
        return 2
    return 1 if name[0] in SINGLE and 2 <= len(name) <= 3 else 0
