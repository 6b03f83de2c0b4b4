"""Words, sentences and notes for made-up captures: of no edition, in the shapes that real ones have."""

from __future__ import annotations

from random import Random

WORDS = [
    "海洋",
    "城市",
    "农业",
    "教育",
    "医疗",
    "交通",
    "能源",
    "环境",
    "制度",
    "标准",
    "市场",
    "产业",
    "企业",
    "政府",
    "社会",
    "公众",
    "数据",
    "技术",
    "平台",
    "网络",
    "安全",
    "风险",
    "治理",
    "监管",
    "创新",
    "发展",
    "合作",
    "交流",
    "研究",
    "分析",
    "评价",
    "规划",
    "政策",
    "法律",
    "伦理",
    "责任",
    "权利",
    "利益",
    "公平",
    "效率",
    "质量",
    "水平",
    "能力",
    "体系",
    "机制",
    "模式",
    "路径",
    "方法",
    "理论",
    "实践",
    "历史",
    "经验",
    "问题",
    "挑战",
    "机遇",
    "趋势",
    "目标",
    "任务",
    "措施",
    "建议",
    "意见",
    "办法",
    "条件",
    "基础",
    "资源",
    "人才",
    "资金",
    "项目",
    "工程",
    "服务",
    "需求",
    "供给",
    "结构",
    "关系",
    "影响",
    "作用",
    "意义",
    "价值",
]
VERBS = [
    "推动",
    "促进",
    "加强",
    "提高",
    "完善",
    "建立",
    "形成",
    "实现",
    "保障",
    "支持",
    "影响",
    "改变",
    "重视",
    "考察",
    "讨论",
    "说明",
    "指出",
    "要求",
    "需要",
    "分析",
    "总结",
    "比较",
    "回顾",
]
LINKS = ["的", "和", "与", "对", "在", "以及", "通过", "围绕", "根据", "针对", "关于", "面向"]
NAMES = ["赵明", "钱学文", "孙立", "李思远", "周海", "吴敏", "郑国平", "王小明", "陈晓", "刘芳"]
PRESSES = ["某某出版社", "海洋出版社", "某大学出版社", "中央某某出版社"]
JOURNALS = ["某某学报", "海洋研究", "某刊", "某某日报"]
LATIN = ("AI", "GPT-4", "OECD", "5G", "Windows", "COVID-19", "DNA")
ENGLISH = [
    "the",
    "sea",
    "ports",
    "of",
    "this",
    "region",
    "have",
    "grown",
    "since",
    "the",
    "last",
    "reform",
    "and",
    "their",
    "trade",
    "with",
    "other",
    "cities",
    "depends",
    "on",
    "rules",
    "that",
    "states",
    "agree",
    "upon",
    "when",
    "they",
    "meet",
    "each",
    "year",
    "to",
    "discuss",
    "standards",
    "for",
    "safety",
    "and",
    "fair",
    "use",
    "of",
    "common",
    "resources",
]


def clause(rng: Random) -> str:
    """A few words that end with none of the marks of a sentence."""
    words = [rng.choice(WORDS)]
    for _ in range(rng.randint(1, 4)):
        words.append(rng.choice(VERBS if rng.random() < 0.4 else LINKS))
        words.append(rng.choice(WORDS))
    if rng.random() < 0.12:
        words.insert(
            1,
            rng.choice(
                (f"{rng.randint(1949, 2024)}年", f"{rng.randint(2, 95)}.{rng.randint(1, 9)}%", f"{rng.randint(2, 900)}个")
            ),
        )
    if rng.random() < 0.08:
        words.insert(1, rng.choice(LATIN))
    return "".join(words)


def sentence(rng: Random) -> str:
    """A Chinese sentence of one to four clauses."""
    parts = [clause(rng) for _ in range(rng.randint(1, 4))]
    if rng.random() < 0.15:
        parts[-1] = f"他指出，“{parts[-1]}”"
    if rng.random() < 0.1:
        parts[0] = f"《{title(rng)}》{parts[0]}"
    marks = [rng.choice("，，，；：" if len(part) > 3 else "，") for part in parts[:-1]]
    return "".join(part + mark for part, mark in zip(parts, [*marks, "。"], strict=True))


def english_sentence(rng: Random) -> str:
    """An English sentence."""
    words = [rng.choice(ENGLISH) for _ in range(rng.randint(8, 22))]
    if rng.random() < 0.3:
        words[rng.randint(1, len(words) - 2)] += ","
    return " ".join(words).capitalize() + "."


def title(rng: Random) -> str:
    """A title without a mark at its end."""
    return f"{rng.choice(WORDS)}{rng.choice(WORDS)}的{rng.choice(WORDS)}与{rng.choice(WORDS)}"


def note(rng: Random) -> list[str]:
    """The paragraphs of a note, of one of the kinds that notes have."""
    who, what, press = rng.choice(NAMES), title(rng), rng.choice(PRESSES)
    year, page = rng.randint(1985, 2024), rng.randint(2, 480)
    kinds = (
        [f"{who}：《{what}》，{press}{year}年版，第{page}页。"],
        [f"{who}：《{what}》，{press}{year}年版，第{page}页"],
        [f"《{what}》，《{rng.choice(JOURNALS)}》{year}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日。"],
        [f"{who}. {what}[J]. {rng.choice(JOURNALS)}, {year}({rng.randint(1, 12)}): {page}-{page + 9}."],
        [f"{who}：《{what}》，https://example.org/{rng.choice(ENGLISH)}/{year}/{page}.html"],
        [
            f"Doe J. On {rng.choice(ENGLISH)} and {rng.choice(ENGLISH)}[J]. Some Journal, {year}, {rng.randint(2, 30)}(2): {page}-{page + 8}."
        ],
        [f"See John Doe, “The {rng.choice(ENGLISH).title()} of Ports”, Some Press, {year}, p. {page}."],
        [f"参见{who}：《{what}》，{press}{year}年版。{sentence(rng)}"],
        ["".join(sentence(rng) for _ in range(rng.randint(2, 4)))],
        [f"参见{who}：《{what}》，{press}{year}年版，第{page}页。", sentence(rng)],
    )
    return list(rng.choice(kinds))
