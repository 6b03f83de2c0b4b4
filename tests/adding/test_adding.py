"""`add` and `propose`: files as they are to seed folders, with evidence, with nothing overwritten and nothing let through."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.adding.record import commented, quoted
from build_scripts.adding.shape import shape_of
from build_scripts.cli import main
from build_scripts.decode.pdf.count import count_pages
from build_scripts.diagnostics import BadInput, Report
from build_scripts.explain import look_at
from build_scripts.model import BlockType
from build_scripts.pipeline import Project, read_edition
from build_scripts.readers.parts.lines import split_lines
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.located import PlainLoader
from tests.making.printed import compiled
from tests.making.word import word_file

PAGE = """<html lang="zh-TW"><head><title>山上的小學 - 某某報</title><meta property="og:title" content="山上的小學">
<meta property="article:published_time" content="2021-05-06T07:08:09+08:00"></head><body><h1>山上的小學</h1>
<p>這所小學只有九個學生，三位老師，每天早上一起升旗，下課以後一起種菜。</p><p>校長說，明年會有兩個孩子畢業，也會有兩個孩子入學，人數不會變。</p></body></html>"""
TEXT = "山上的小学\n2021年5月6日　来源：某某报\n这所小学只有九个学生，三位老师，每天早上一起升旗，下课以后一起种菜。\n"


def run(root: Path, *arguments: str) -> int:
    (root / "seeds").mkdir(exist_ok=True)
    return main(["--root", str(root), *arguments])


def add(root: Path, name: str, data: bytes, *more: str) -> int:
    (root / name).write_bytes(data)
    return run(root, "add", str(root / name), *more)


def record(root: Path, name: str) -> dict[str, object]:
    loaded = yaml.load((root / "seeds" / name / "source.yaml").read_text(encoding="utf-8"), PlainLoader)
    assert isinstance(loaded, dict)
    return loaded


def test_a_saved_page_is_kept_as_it_is_and_proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path, "hill-school.html", PAGE.encode()) == 0
    folder = tmp_path / "seeds" / "hill-school"
    assert (folder / "raw.html").read_bytes() == PAGE.encode()
    source = read_source(folder)
    assert (source.language, source.reader, source.capture) == ("zh-Hant-TW", "web-page", "raw.html")
    assert (
        source.inferences["published"].value == "2021-05-06"
        and "article:published_time" in source.inferences["published"].because["en"]
    )
    text = (folder / "source.yaml").read_text(encoding="utf-8")
    assert "# title: 山上的小學 # sure: line 1 of the text; meta og:title agrees\n" in text
    assert "# author: # not known\n" in text and len([line for line in text.split("\n") if line and line[0] != "#"]) <= 12
    assert "source.yaml:4: kind: news (look at it)" in capsys.readouterr().out
    report = Report()
    assert look_at(tmp_path / "seeds", "hill-school", report).documents[0].field("title") == "山上的小學" and not report.failed


@pytest.mark.parametrize(
    ("named", "shown"),
    [("Mira Holt", "Mira Holt # look at it"), ("Microsoft Office User", "# not known"), ("admin", "# not known")],
)
def test_what_a_program_writes_for_an_author_is_not_shown(named: str, shown: str, tmp_path: Path) -> None:
    add(tmp_path, "hill.html", PAGE.replace("<head>", f'<head><meta name="author" content="{named}">').encode())
    assert f"# author: {shown}" in (tmp_path / "seeds/hill/source.yaml").read_text(encoding="utf-8")


def test_an_office_that_publishes_within_a_body_is_to_be_looked_at(tmp_path: Path) -> None:
    page = PAGE.replace("<h1>", "<p>發布單位：教學科　2021-05-06</p><h1>").replace(
        "<title>", '<meta name="dc.publisher" content="某某縣政府"><title>'
    )
    assert add(tmp_path, "a.html", page.encode(), "--id", "a") == 0
    text = (tmp_path / "seeds" / "a" / "source.yaml").read_text(encoding="utf-8")
    assert "# publisher: 教學科 # look at it: line 1 of the text; meta dc.publisher names another publisher" in text


def test_a_day_of_the_text_that_is_not_the_one_that_the_page_states_is_to_be_looked_at(tmp_path: Path) -> None:
    assert add(tmp_path, "a.html", PAGE.replace("</h1>", "</h1><p>2021年5月7日</p>").encode(), "--id", "a") == 0
    assert add(tmp_path, "b.html", PAGE.replace("</h1>", "</h1><p>2021年5月6日</p>").encode(), "--id", "b") == 0
    one, other = ((tmp_path / "seeds" / name / "source.yaml").read_text(encoding="utf-8") for name in "ab")
    assert "# published: 2021年5月7日 # look at it: line 2 of the text; meta article:published_time gives another day" in one
    assert "# published: 2021年5月6日 # likely: line 2 of the text\n" in other


def test_explain_shows_how_a_block_came_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path, "a.html", PAGE.replace("，三位老師", "<b>,</b>三位老師").encode(), "--id", "a") == 0
    capsys.readouterr()
    assert run(tmp_path, "explain", "a", "p1") == 0
    first, words, role, *changes = capsys.readouterr().out.splitlines()
    assert first == "a#p1 · paragraph · raw line 2" and "九個學生，三位老師" in words and "paragraph" in role
    assert changes[0].startswith("    2   full-width: “,” → “，”  [") and changes[-1].startswith(
        "    2   line-break: “\\n” taken out"
    )
    assert run(tmp_path, "explain", "a", "p9") == 1
    assert "there are: p1, p2" in capsys.readouterr().err


def test_a_time_in_two_forms_is_shown_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGE.replace("<h1>", "<p>2021/05/06</p><h1>").replace("</h1>", "</h1><p>2021年5月6日　來源：某某報</p>")
    assert add(tmp_path, "a.html", page.encode(), "--id", "a") == 0
    assert capsys.readouterr().out.count("published: ") == 1


def test_a_person_beside_the_particulars_may_be_the_author(tmp_path: Path) -> None:
    line = "<h1>山上的小學</h1><div>屠云舟 江边笔记 2022-08-14 19:03</div>"
    add(tmp_path, "hill.html", PAGE.replace("<h1>山上的小學</h1>", line).encode())
    assert "# author: 屠云舟 # look at it: line 2" in (tmp_path / "seeds/hill/source.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    assert add(tmp_path, "school.txt", TEXT.encode(encoding)) == 0
    report = Report()
    document = look_at(tmp_path / "seeds", "school", report).documents[0]
    assert not report.failed and document.facts.time == "2021-05-06" and document.field("publisher") == "某某报"
    assert record(tmp_path, "school").get("encoding") == ("gb18030" if encoding == "gb18030" else None)


def test_an_article_in_columns_is_told_from_a_text_of_paragraphs(tmp_path: Path) -> None:
    column = "\n".join(f"这一行是论文的第{n}行它有一样的宽度没有断" for n in "一二三四五六七八九十" * 3)
    assert add(tmp_path, "columns.txt", f"论一件事\n{column}。\n".encode()) == 0
    assert record(tmp_path, "columns")["reader"] == "journal-article"


def test_a_short_article_is_known_by_its_abstract(tmp_path: Path) -> None:
    part = "　　潮间带每天两次露出水面，谁可以在上面采蛏插竹收蚝，沿海各村都有成文或不成文的规矩，这些\n规矩有的已经延续了两百年。\n"
    text = f"潮间带的治理\n林晓帆\n摘　要：潮间带的资源由谁管怎么分，是沿海村落长期面对的问题，本文考察三个渔村的\n轮耕制度。\n{part * 3}"
    assert add(tmp_path, "tide.txt", text.encode()) == 0
    assert record(tmp_path, "tide")["reader"] == "journal-article"


@pytest.mark.parametrize(
    "text",
    [
        "第三章 集市\n茶马互市，始于唐而盛于宋。\n— 87 —\n茶马古道\n到了明代，官府设茶马司。\n— 88 —\n",
        "漕船水手的行会\n关键词：漕运；水手\n漕运为清代大政。\n①\n45\n史学月刊 2018年第7期\n庵堂多设于码头附近。\n46\n",
        "码头与写字楼\n何敬\n　　洋行的职员住在码头附近，他们写信。\n112\n码头与写字楼\n　　信里说的是工钱，也说米价，米价涨了。\n　　后来洋行关了门，码头也搬走了。\n　　信还在。\n　　纸已经黄了。\n　　字还看得清。\n　　有人来抄。\n113\n码头与写字楼\n　　抄的人走了。\n　　雨下了一夜。\n　　天亮就停。\n　　码头上没有人。\n　　船也没有来。\n　　只有风。\n114\n码头与写字楼\n　　风停了。\n",
        "档案的成本\n摘要：本文比较三种模型。\n中图分类号：G270.7\n数量每三年约翻一番[1]。\n参考文献：\n[1] 张三. 论档案[M]. 北京: 某社, 2015: 33.\n",
    ],
)
def test_a_print_is_known_by_its_pages_or_by_what_a_journal_prints(text: str, tmp_path: Path) -> None:
    assert add(tmp_path, "print.txt", text.encode()) == 0
    assert record(tmp_path, "print")["reader"] == "journal-article"


def test_numbers_without_an_abstract_make_no_print(tmp_path: Path) -> None:
    text = "某地举行会议\n2025-04-27 09:19 来源：某某网\n会议今天在某地举行，各方代表讨论了标准。\n①\n45\n与会者认为，标准应当尽早制定。\n46\n"
    assert add(tmp_path, "marks.txt", text.encode()) == 0
    assert record(tmp_path, "marks")["reader"] == "web-page"


REPORTS = """海门日报　第三版　2019年6月3日　星期一
渔港今日开捕
本报记者 陈大海
　　昨日清晨，三十六艘渔船驶出
渔港，今年的休渔到此结束。
　　港务处说，头一天的鱼获比往
年多，价钱也稳。
灯塔修好了
　　本报讯（记者 林小舟）停用两
年的灯塔修好了，上月起夜里又亮
起来，渔民都说好。
　　修塔的钱是各村凑的，账贴在
祠堂的墙上。
"""


@pytest.mark.parametrize(
    "opening", ["　　本报讯（记者 林小舟）停用两", "【本报讯】记者林小舟报道：两", "〔記者林小舟／海門報導〕停用两"]
)
def test_a_page_of_a_newspaper_is_known_by_its_reports(opening: str, tmp_path: Path) -> None:
    assert add(tmp_path, "harbour.txt", REPORTS.replace("　　本报讯（记者 林小舟）停用两", opening).encode()) == 0
    assert record(tmp_path, "harbour")["reader"] == "newspaper-page"


def test_one_report_in_a_column_may_be_a_page_of_several_stories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    column = "\n".join(f"这一行是报道的第{n}行它有一样的宽度没有断" for n in "一二三四五六七八九十" * 3)
    assert add(tmp_path, "columns.txt", f"论一件事\n本报讯 有一件事\n{column}。\n".encode()) == 0
    assert record(tmp_path, "columns")["reader"] == "journal-article"
    assert "several stories" in (tmp_path / "seeds/columns/source.yaml").read_text(encoding="utf-8")


PARTS = [
    "潮间带每天两次露出水面，谁可以在上面采蛏插竹收蚝，沿海各村都有规矩[1]。",
    "这些规矩有的已经延续了两百年，外人看不懂，村里人却人人记得，到了春天水退得远，人们就下滩去，孩子也跟着去[2]。",
    "网具摆在门口，老人坐在堤上看，谁越了界谁就要赔酒，酒席摆在祠堂前，全村都来。",
    "东村的滩分成三十六份，每年正月抽一次签，抽到哪一份就种哪一份，不许换也不许卖，外嫁的女儿有半份，这是祠堂墙上写明的。",
]
CITED = "参考文献\n[1] 王文．某书［M］．北京：某出版社，2020．\n[2] 李武．一篇文章［J］．某学报，2019（3）：15-20．\n"


def test_an_article_of_whole_paragraphs_is_known_by_the_works_it_cites(tmp_path: Path) -> None:
    text = "潮间带的治理\n林晓帆\n一、引言\n" + "\n".join(PARTS) + "\n二、结论\n" + "\n".join(reversed(PARTS)) + f"\n{CITED}"
    assert add(tmp_path, "tide.txt", text.encode()) == 0
    assert record(tmp_path, "tide")["reader"] == "journal-article"
    document = look_at(tmp_path / "seeds", "tide", Report()).documents[0]
    assert sum(block.type is BlockType.PARAGRAPH for block in document.blocks) == 8 and len(document.notes) == 2


def test_a_page_of_a_site_may_cite_works(tmp_path: Path) -> None:
    text = "潮间带的治理\n2021-05-06 08:30　来源：某某报\n" + "\n".join(PARTS) + f"\n{CITED}"
    assert add(tmp_path, "tide.txt", text.encode()) == 0
    assert record(tmp_path, "tide")["reader"] == "web-page"


def test_a_page_with_its_time_below_a_menu_is_no_article_by_its_summary(tmp_path: Path) -> None:
    menu = "".join(f"{name}\n" for name in ("World", "Business", "Markets", "Culture", "Science", "Travel", "Opinion", "Video"))
    head = "The ferry clock\nBy Jane Doe\nMarch 4, 2021 6:22 PM\nSummary\n"
    text = f"{menu}{menu}{head}The clock has been wrong for eleven years.\nNobody on the pier wants it mended.\n"
    assert add(tmp_path, "clock.txt", text.encode()) == 0
    assert record(tmp_path, "clock")["reader"] == "web-page"


def test_an_article_with_marks_of_markdown_is_for_the_reader_that_knows_them(tmp_path: Path) -> None:
    head = "# 潮间带的治理\n\n林晓帆\n\n摘要：本文考察三个渔村的轮耕制度。\n\n"
    text = head + "## 一、引言\n\n" + "\n\n".join(PARTS) + f"\n\n## {CITED}"
    assert add(tmp_path, "tide.txt", text.encode()) == 0
    assert record(tmp_path, "tide")["reader"] == "web-page"


def test_an_id_from_the_title_where_the_name_says_nothing(tmp_path: Path) -> None:
    assert add(tmp_path, "index.html", PAGE.encode()) == 0
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["shan-shang-de-xiao"]


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path, "a-text.txt", TEXT.encode(), "--id", "school") == 0
    before = {path: path.read_bytes() for path in (tmp_path / "seeds").rglob("*") if path.is_file()}
    assert add(tmp_path, "other.txt", (TEXT + TEXT).encode(), "--id", "school") == 1
    assert "error[not-empty]: there is a folder seeds/school already" in capsys.readouterr().err
    assert run(tmp_path, "propose", "school") == 0
    assert {path: path.read_bytes() for path in (tmp_path / "seeds").rglob("*") if path.is_file()} == before


def test_propose_prints_what_add_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tmp_path, "school.html", PAGE.encode(), "--id", "school")
    capsys.readouterr()
    assert run(tmp_path, "propose", "school") == 0
    assert capsys.readouterr().out.startswith((tmp_path / "seeds" / "school" / "source.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("table.csv", b"a,b\n", "error[unknown-file]: table.csv is no file that can be read"),
        ("noise.txt", bytes(range(128, 256)) * 3, "error[undecodable]: byte 0 is not UTF-8: 0x80"),
    ],
)
def test_a_file_that_cannot_be_read(
    name: str, data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(tmp_path, name, data) == 1
    assert said in capsys.readouterr().err and not list((tmp_path / "seeds").iterdir())


@pytest.mark.parametrize("name", ["../up", "Up", "links", "a b", ""])
def test_an_id_that_is_none(name: str, tmp_path: Path) -> None:
    assert add(tmp_path, "school.txt", TEXT.encode(), f"--id={name}") == (1 if name else 0)
    assert not (tmp_path / "up").exists()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert run(tmp_path, "add", str(tmp_path / "none.html")) == 1
    assert run(tmp_path, "propose", "none") == 1


NO_WORDS = {
    "picture.html": b"<html><body><img src=x></body></html>",
    "tags.txt": b"<div><p></p><br></div>\n&nbsp;\n",
    "scripts.txt": b"<STYLE>p {}</style>\n<script>alert(1)</script >\n<img src=x>\n",
    "marks.md": b"# \n\n---\n\n![a picture](a.png)\n",
    "signs.txt": "。。。\n***\n​\n".encode(),
    "picture.docx": word_file("<w:p><w:r><w:drawing/></w:r></w:p>", ""),
}


@pytest.mark.parametrize("name", NO_WORDS)
def test_a_file_of_marks_without_a_word_makes_no_folder(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path, name, NO_WORDS[name]) == 1
    assert f"{name}:1: error[empty-document]: the file holds marks and signs alone" in capsys.readouterr().err
    assert not list((tmp_path / "seeds").iterdir())


@pytest.mark.parametrize(
    "text", ["<script>字", "字<script>x</script>", "<b>1</b>", "</script>字", "<style>a</style>b<style>c</style>"]
)
def test_a_file_with_a_word_among_marks_is_added(text: str, tmp_path: Path) -> None:
    assert add(tmp_path, "marks.txt", text.encode()) == 0


@pytest.mark.parametrize("name", ["empty.txt", "empty.html"])
@pytest.mark.parametrize("data", [b"", b" \r\n\n\t", b"\xef\xbb\xbf"], ids=["empty", "blank", "byte-order-mark"])
def test_a_file_that_holds_nothing_makes_no_folder(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(tmp_path, name, data) == 1
    assert f"{name}:1: error[empty-document]: the file holds no text" in capsys.readouterr().err
    assert not list((tmp_path / "seeds").iterdir())


@pytest.mark.parametrize("text", ["字" * 1_000_001, "字\n" * 50_001], ids=["long", "of many lines"])
def test_a_file_beyond_what_is_read_is_told_before_it_is_looked_at(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(tmp_path, "large.txt", text.encode()) == 1
    assert capsys.readouterr().err.count("error[too-large]") == 1
    assert not list((tmp_path / "seeds").glob("*"))


HOSTILE = 'x": {a: 1} # & *b !!python\n---\n<script>alert(1)</script>\u2028\u0085]}'


def test_what_a_page_says_reaches_record_and_check_page_as_data(tmp_path: Path) -> None:
    attribute = HOSTILE.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    html = f'<html><head><meta property="og:site_name" content="{attribute}"><link rel=canonical href="javascript:alert(1)">'
    html += f"</head><body><h1>{attribute}</h1><p>一个段落，写着 {attribute}，还有别的话，足够长了。</p></body></html>"
    assert add(tmp_path, "hostile.html", html.encode()) == 0
    source = read_source(tmp_path / "seeds" / "hostile")
    assert "<script>" in source.inferences["publisher"].value and not source.provenance.url
    page = (tmp_path / ".cache" / "check" / "hostile.html").read_text(encoding="utf-8")
    assert "<script" not in page and "default-src 'none'" in page and "&lt;script&gt;" in page


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_quoted_value_is_that_value_in_one_line(value: str) -> None:
    line = quoted(value)
    assert "\n" not in line and yaml.safe_load(f"key: {line} # {commented(value)}\n") == {"key": value}


def test_a_menu_of_names_alike_in_width_is_no_column_of_print() -> None:
    menu = "\n".join(f"海湾镇第{number}届渡口委员会" for number in "一二三四五六七八九十" * 3)
    text = "\n".join("渡口的钟慢了九分钟，没有人去拨它，因为船也慢九分钟，" * 3 + "慢得刚好。" for _ in range(3))
    assert shape_of("raw.txt", split_lines(f"{menu}\n{text}\n"))[0] == "web-page"
    assert shape_of("raw.txt", split_lines(f"{menu}\n"))[0] == "journal-article"


def test_notes_between_lines_of_text_are_the_feet_of_printed_pages() -> None:
    pages = "渡口的钟慢了九分钟，没有人\n去拨它{0}，因为船也慢，慢得刚\n{0}县志，卷三。\n好。后来船快了{1}，钟还是慢\n着，渡客便在岸上等。\n{1}船家口述。\n"
    for calls in (("①", "②"), ("［1］", "［1］"), ("[1]", "[2]")):
        assert shape_of("raw.txt", split_lines(pages.format(*calls)))[0] == "journal-article"
    # Notes behind each part of a page of a site stand below a sentence that has ended; those of a list have no call of theirs above.
    parts = "渡口的钟慢了{0}，没有人去拨它。\n{0}县志，卷三。\n后来船快了{1}，钟还是慢着。\n{1}船家口述。\n"
    listed = "渡口的钟慢了[1]，没有人去拨它[2]。\n参考书目与进一步阅读\n[1]县志，卷三，\n第九页。\n[2]船家口述。\n版权所有\n"
    for text in (parts.format("①", "②"), listed):
        assert shape_of("raw.txt", split_lines(text))[0] == "web-page"


def test_who_gave_a_thing_and_who_made_a_site_open_no_reports_of_a_newspaper() -> None:
    reports = "By Ann Ferrier\n{0}\n{0}\n{0}\n{0}\nBy Tom Askew\n{0}\n{0}\n{0}\n{0}\n".format("The clock is slow and so is")
    assert shape_of("raw.txt", split_lines(reports))[0] == "newspaper-page"
    text = "The clock is nine minutes slow, and so is the ferry, which nobody minds. " * 5
    record = "A clock\n{}\nDate made\n1788\nGiven by A. Ferrier, 1931\n{}\nFurther reading\n{}By Tom Askew\n"
    assert shape_of("raw.txt", split_lines(record.format(text, text, "The clock, and how it came here\n" * 6)))[0] == "web-page"
    site = "A clock\nGiven by A. Ferrier, 1931\n{}Website by Plain Works\n".format("The clock, and how it came here\n" * 6)
    assert shape_of("raw.txt", split_lines(site))[0] == "web-page"


def test_issues_of_several_days_number_no_pages_of_a_print() -> None:
    text = "\n".join("The clock is nine minutes slow, and so is the ferry, which nobody minds. " * 3 for _ in range(9))
    issues = "Vol. 12 No. 21 · 9 March 2021\n{}\nVol. 12 No. {} · {} March 2021\nA reader writes.\n"
    assert shape_of("raw.txt", split_lines(issues.format(text, 22, 23)))[0] == "web-page"
    assert shape_of("raw.txt", split_lines(issues.format(text, 21, 9)))[0] == "journal-article"


def test_the_check_page_tells_no_doubt_that_the_proposal_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGE.replace("<h1>", '<meta property="og:site_name" content="某某報"><h1>')
    assert add(tmp_path, "a.html", page.encode(), "--id", "a") == 0
    out = capsys.readouterr().out
    assert "publisher: 某某報 (likely)" in out and "because" not in out
    page = (tmp_path / ".cache" / "check" / "a.html").read_text(encoding="utf-8")
    assert "no publisher was found" not in page and "no day of publication" not in page


def test_what_two_libraries_count_apart_is_accepted_by_lines_that_add_proposes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "build_scripts.decode.pdf.count_pages", lambda data: [each + Counter("QZ") for each in count_pages(data)]
    )
    lamps = "The lamp on the pier is lit at dusk and put out at dawn, and nobody has seen it fail.\n\n" * 3
    assert add(tmp_path, "lamp.pdf", compiled(f"#text(18pt)[Lamps]\n\n{lamps}"), "--id", "lamp") == 0
    seed = tmp_path / "seeds" / "lamp"
    lines = (seed / "source.yaml").read_text(encoding="utf-8").splitlines()
    proposed = [line.removeprefix("# ") for line in lines[lines.index("# waive:") :]]
    assert [line for line in proposed if "QZ" in line and line.startswith("- {rule: recount, where: ")]
    with pytest.raises(BadInput, match="recount"):
        read_edition(Project(tmp_path), lambda _: None)
    (seed / "decisions.yaml").write_text("\n".join(proposed).replace("…", "Nothing is missing."), encoding="utf-8")
    read_edition(Project(tmp_path), lambda _: None)
