"""The TEI files, read back: held against TEI's own schema, and against the JSON data, the decisions and the captures.

They are parsed by expat and validated by libxml2; nothing here shares code with the writer but where hostile text is made.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from build_scripts.pipeline import Project, read_edition
from build_scripts.writers.tei import tei_files
from tests.site.conftest import ROOT
from tests.site.tei_schema import complaints
from tests.site.test_build import HOSTILE, write_source

T = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
POINTING = ("target", "corresp", "ana", "resp", "ref", "scheme", "from", "to")
DOCUMENTS = [
    "readout", "wang-wenze", "ndrc", "cctv", "takungpao-readout", "takungpao-key-points", "takungpao-seven-points",
    "takungpao-ascend", "takungpao-ren-zhongping",
]  # fmt: skip
FILES = [*DOCUMENTS, "edition"]
Node = ElementTree.Element


def text_of(project: Project, name: str) -> str:
    return (project.site / f"data/tei/{name}.xml").read_text(encoding="utf-8")


def load(project: Project, path: str) -> dict:
    return json.loads((project.site / "data" / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def files(built: Project) -> dict[str, Node]:
    return {name: ElementTree.fromstring(text_of(built, name)) for name in FILES}


def ids(root: Node) -> dict[str, Node]:
    return {element.get(ID): element for element in root.iter() if element.get(ID)}


def walk(element: Node, root: Node, sic: bool = False) -> Iterator[str | Node]:
    """The text of an element piece by piece, with each anchor and note call where it stands; `sic` reads the capture's words."""
    if element.text:
        yield element.text
    for child in element:
        name = child.tag.removeprefix(T)
        if name == "g":
            described = ids(root)[child.get("ref")[1:]]
            yield chr(int(described.find(f"{T}localProp").get("value")[2:], 16))
        elif name in ("anchor", "ptr"):
            yield child
        elif name != ("corr" if sic else "sic"):
            yield from walk(child, root, sic)
        if child.tail:
            yield child.tail


def plain(element: Node, root: Node, sic: bool = False) -> str:
    return "".join(piece for piece in walk(element, root, sic) if isinstance(piece, str))


def places(root: Node) -> dict[str, tuple[str, int]]:
    """Where each anchor stands: the id of the block or note, and code points of its text."""
    found = {}
    for element in root.iter():
        if not element.get(ID) or element.tag in (f"{T}anchor", f"{T}choice", f"{T}text", f"{T}TEI"):
            continue
        at = 0
        for piece in walk(element, root) if element.find(f".//{T}anchor") is not None else ():
            if isinstance(piece, str):
                at += len(piece)
            elif piece.tag == f"{T}anchor":
                found[piece.get(ID)] = (element.get(ID), at)
    return found


def spans(root: Node) -> dict[str, tuple[str, int, int, str]]:
    """Each span by its id: block, offsets, words."""
    where, known = places(root), ids(root)
    found = {}
    for span in root.iter(f"{T}span"):
        (block, start), (other, end) = where[span.get("from")[1:]], where[span.get("to")[1:]]
        assert block == other
        found[span.get(ID)] = (block, start, end, plain(known[block], root)[start:end])
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_valid_tei(built: Project, name: str) -> None:
    assert complaints(text_of(built, name)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sic>", "<sick>"), ("<body>", "<body><div><body/></div>"), ('place="foot"', 'placed="foot"'), ('when="2025-05"', 'when="May"'),
        ('<category xml:id="marked">', '<category xml:id="marked"><p/>'),
        ('type="works-cited"', 'type="works cited"'), ('<anchor xml:id="c1-from-start"/>', '<anchor>x</anchor>'),
        ('to="#c1-from-end"', 'to="#c1-from-end" target="#p1"'),
    ],
)  # fmt: skip
def test_the_schema_finds_what_is_wrong(built: Project, before: str, after: str) -> None:
    text = text_of(built, "wang-wenze")
    assert before in text
    damaged = text.replace(before, after, 1).replace("</sic>", "</sick>", 1 if after == "<sick>" else 0)
    assert complaints(damaged)


@pytest.mark.parametrize("name", FILES)
def test_every_pointer_leads_somewhere(built: Project, files: dict[str, Node], name: str) -> None:
    root = files[name]
    known = ids(root)
    assert len(known) == sum(bool(element.get(ID)) for element in root.iter()), "an id stands twice"
    others = {f"{other}.xml": ids(files[other]) for other in DOCUMENTS}
    count = 0
    for element in root.iter():
        for pointer in (each for key in POINTING for each in element.get(key, "").split()):
            count += 1
            path, _, local = pointer.partition("#")
            if path.startswith("http"):
                continue
            if not local:
                assert path.startswith("../../") and (built.site / path.removeprefix("../../")).exists(), pointer
            else:
                assert local in (others[path] if path else known), f"{element.tag} {pointer}"
                assert name != "edition" or not path, "the edition is one file"
    assert count > 10


@pytest.mark.parametrize("name", FILES)
def test_languages_are_declared(files: dict[str, Node], name: str) -> None:
    for root in (files[name], *files[name].iter(f"{T}TEI")):
        declared = [each.get("ident") for each in root.findall(f"{T}teiHeader/{T}profileDesc/{T}langUsage/{T}language")]
        assert len(declared) == len(set(declared))
        assert {element.get(LANG) for element in root.iter() if element.get(LANG)} == set(declared)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_texts_are_those_of_the_data(built: Project, files: dict[str, Node], name: str) -> None:
    data = load(built, f"documents/{name}.json")
    root, whole = files[name], files["edition"]
    check_texts(data, root, "")
    check_texts(data, whole, f"{name}.")
    texts = root.findall(f"{T}text") if not data["translation"] else root.findall(f"{T}text/{T}group/{T}text")
    wanted = [data["language"]] + ([data["translation"]["language"]] if data["translation"] else [])
    assert [text.get(LANG) for text in texts] == wanted


def check_texts(data: dict, root: Node, prefix: str) -> None:
    known = ids(root)
    for version, suffix in ((data, ""), *([(data["translation"], f"-{data['translation']['language']}")] if data["translation"] else [])):
        own = known[f"{prefix}text{suffix}"]
        parts = [*version["blocks"], *version["notes"]]
        wanted = [f"{prefix}{part['id']}{suffix}" for part in parts]
        assert [element.get(ID) for element in own.iter() if element.get(ID) in set(wanted)] == wanted, "the order of the text"
        for part, name in zip(parts, wanted, strict=True):
            assert plain(known[name], root) == part["text"], name
            assert calls(known[name], root) == [(call["at"], f"{prefix}n{call['note']}{suffix}") for call in part.get("notes", [])]
        titles = [each for each in own.iter(f"{T}titlePart") if not each.get(ID)] + list(own.iter(f"{T}docAuthor"))
        held = [*titles, *(known[name] for name in wanted)]
        assert letters(own) == sum(map(letters, held)), "nothing but title, author, blocks and notes"


def letters(element: Node) -> int:
    """How many code points an element holds, white space apart."""
    return len("".join("".join(element.itertext()).split()))


def calls(element: Node, root: Node) -> list[tuple[int, str]]:
    found, at = [], 0
    for piece in walk(element, root):
        if isinstance(piece, str):
            at += len(piece)
        elif piece.tag == f"{T}ptr":
            assert piece.get("n") == re.search(r"n(\d+)", piece.get("target").split(".")[-1])[1]
            found.append((at, piece.get("target")[1:]))
    return found


def test_the_article_has_all_its_notes(files: dict[str, Node]) -> None:
    for name, prefix in (("wang-wenze", ""), ("edition", "wang-wenze.")):
        known = ids(files[name])
        for suffix in ("", "-en"):
            notes = [known[f"{prefix}n{number}{suffix}"] for number in range(1, 53)]
            assert {each.tag for each in notes} == {f"{T}note"}
            assert [each.get("n") for each in notes] == [str(number) for number in range(1, 53)]


SHAPES = {
    "headline": "titlePart", "kicker": "titlePart", "deck": "titlePart", "dateline": "dateline", "heading": "head", "paragraph": "p",
    "label": "label", "item": "item", "caption": "head", "abstract": "p", "credit": "ab", "attribution": "p",
    "funding": "p", "author-note": "p", "editor": "p", "keywords": "p",
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_blocks_are_what_they_are(built: Project, files: dict[str, Node], name: str) -> None:
    root, data = files[name], load(built, f"documents/{name}.json")
    known = ids(root)
    parent = {child: element for element in root.iter() for child in element}
    for block in data["blocks"]:
        element = known[block["id"]]
        assert element.tag == f"{T}{SHAPES[block['type']]}", block["id"]
        if block["type"] == "heading":
            depth, above = 0, element
            while above.tag != f"{T}body":
                above = parent[above]
                depth += above.tag == f"{T}div"
            assert depth == block["level"] - 1
        if block["type"] == "caption":
            assert parent[element].tag == f"{T}figure"
        if block["type"] == "item":
            assert parent[element].tag == f"{T}list"
    assert (root.find(f".//{T}list[@type='gloss']/{T}label[@{ID}]") is not None) == any(block["type"] == "label" for block in data["blocks"])


def said_links(root: Node) -> list[tuple]:
    """Every link as data: type, fidelity, marked, both ends with their words, the work."""
    found = []
    known = spans(root)
    for group in root.iter(f"{T}linkGrp"):
        for link in group if group.get("type") != "translation" else ():
            ana = link.get("ana").split()
            assert f"#link-{group.get('type')}" in ana
            fidelity = next((each.removeprefix("#fidelity-") for each in ana if each.startswith("#fidelity-")), None)
            targets = [each for each in link.get("target").split() if not each.startswith("#work-")]
            work = next((each[1:] for each in [*link.get("target").split(), *link.get("corresp", "").split()] if each.startswith("#work-")), None)
            ends = [known.get(each[1:]) if each.startswith("#") else each for each in targets]
            found.append((group.get("type"), fidelity, "#marked" in ana, ends[0], ends[1] if len(ends) > 1 else None, work))
    return found


def as_span(span: dict | None) -> tuple | None:
    return span and (f"{span['document']}.{span['block']}", span["start"], span["end"], span["text"])


def test_the_edition_has_every_link(built: Project, files: dict[str, Node]) -> None:
    wanted = [
        (link["type"], link["fidelity"], link["marked"], as_span(link["from"]), as_span(link["to"]), link["work"])
        for link in load(built, "links.json")["links"]
    ]
    assert len(wanted) > 80
    assert Counter(said_links(files["edition"])) == Counter(wanted)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_the_links_at_its_ends(built: Project, files: dict[str, Node], name: str) -> None:
    """Each end is read in the file that it lies in."""
    known = {other: spans(files[other]) for other in DOCUMENTS}
    found = Counter()
    for group in files[name].iter(f"{T}linkGrp"):
        for link in group if group.get("type") != "translation" else ():
            ends = []
            for target in link.get("target").split():
                path, _, local = target.partition("#")
                if not local.startswith("work-"):
                    document = path.removesuffix(".xml") or name
                    block, *rest = known[document][local]
                    ends.append((f"{document}.{block}", *rest))
            found[group.get("type"), ends[0], ends[1] if len(ends) > 1 else None] += 1
    wanted = Counter(
        (link["type"], as_span(link["from"]), as_span(link["to"]))
        for link in load(built, "links.json")["links"]
        if name == link["from"]["document"] or (link["type"] != "note-citation" and name == link["to"]["document"])
    )
    assert found == wanted


def test_links_bear_the_numbers_of_the_pages(built: Project, files: dict[str, Node]) -> None:
    for link in files["edition"].iter(f"{T}link"):
        document, _, local = (link.get(ID) or "").rpartition(".")
        if not local.startswith("l"):
            continue
        words = spans(files[document])[f"{local}-from"][3]
        page = next((built.site / "en").glob(f"*/{document}/index.html")).read_text(encoding="utf-8")
        shown = re.search(rf'<[^>]*id="{local}"[^>]*>(.*?)</', page, re.DOTALL)
        assert shown and re.sub(r"<.*?>", "", shown[1])[:4].strip() in words, link.get(ID)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_translations_are_aligned_as_in_the_data(built: Project, files: dict[str, Node], name: str) -> None:
    root = files[name]
    joined = {each.get(ID): each.get("target").split() for each in root.iter(f"{T}join")}
    known = spans(root)
    pairs = [pair for pair in load(built, "alignment.json")["pairs"] if pair["document"] == name]

    def sentences(pointer: str) -> tuple:
        return tuple(known[each[1:]] for each in joined.get(pointer[1:], [pointer]))

    def wanted(side: list[dict], suffix: str) -> tuple:
        return tuple((f"{span['block']}{suffix}", span["start"], span["end"], span["text"]) for span in side)

    found = {level: [link.get("target").split() for link in root.findall(f".//{T}linkGrp[@type='translation'][@subtype='{level}']/{T}link")]
             for level in ("paragraph", "sentence")}  # fmt: skip
    assert [tuple(map(sentences, pair)) for pair in found["sentence"]] == [
        (wanted(pair["source"], ""), wanted(pair["target"], "-en")) for pair in pairs if pair["level"] == "sentence"
    ]
    blocks = [(f"#{pair['source'][0]['block']}", f"#{pair['target'][0]['block']}-en") for pair in pairs if pair["level"] == "paragraph"]
    assert [tuple(pair) for pair in found["paragraph"]][: len(blocks)] == blocks
    for element in root.iter():
        if (element.get(ID) or "").endswith("-en") and element.tag != f"{T}text":
            assert element.get("corresp") == "#" + element.get(ID).removesuffix("-en")


def test_every_correction_is_a_choice(built: Project, files: dict[str, Node]) -> None:
    """What the record says stands once as sic, once as corr; sic is, character by character, what the ledger points at."""
    seen = 0
    for path in sorted((ROOT / "seeds").glob("*/decisions.yaml")):
        seed = path.parent.name
        raw = (path.parent / "raw.txt").read_bytes().decode("utf-8")
        for decision in yaml.safe_load(path.read_text(encoding="utf-8"))["corrections"]:
            owner, _, place = decision["where"].rpartition("#")
            for name, prefix in ((owner or seed, ""), ("edition", f"{owner or seed}.")):
                root = files[name]
                element = ids(root)[f"{prefix}{place}"]
                assert decision["before"] in plain(element, root, sic=True) and decision["after"] not in plain(element, root, sic=True)
                assert decision["after"] in plain(element, root) and decision["before"] not in plain(element, root)
                (reason,) = [each for each in root.iter(f"{T}note") if each.findtext(f"{T}quote[@type='before']") == decision["before"]]
                assert reason.findtext(f"{T}quote[@type='after']") == decision["after"]
                assert reason.findtext(f"{T}seg[@type='because']") == decision["because"]
                assert reason.findtext(f"{T}seg[@type='authority']") == decision["authority"]
                changed = [ids(root)[each[1:]] for each in reason.get("target").split()]
                assert changed and all(each in list(element.iter(f"{T}choice")) for each in changed)
                seen += 1
        ledger = [run for run in load(built, f"ledger/{seed}.json")["runs"] if run["rule"] == "correction"]
        choices = list(files[seed].iter(f"{T}choice"))
        assert "".join(each.findtext(f"{T}sic") for each in choices) == "".join(raw[run["start"] : run["end"]] for run in ledger)
        assert all(each.find(f"{T}corr").get("resp") == "#resp-editor" for each in choices)
    assert seen == 8
    assert sum(len(list(files[name].iter(f"{T}choice"))) for name in DOCUMENTS if name != "wang-wenze") == 0


def test_marks_are_segments(files: dict[str, Node]) -> None:
    label = files["takungpao-readout"].find(f".//{T}p[@{ID}='p3']/{T}seg[@type='label']")
    assert "".join(label.itertext()) == "【大公報訊】"
    leads = files["ndrc"].findall(f".//{T}text[@type='source']//{T}seg[@type='lead']")
    assert len(leads) >= 10 and all("".join(each.itertext()).endswith("。") for each in leads)
    official = list(files["cctv"].iter(f"{T}seg"))
    assert any(each.get("type") == "official-words" for each in official)


def test_works_cited_are_listed_once(built: Project, files: dict[str, Node]) -> None:
    cited = {link["work"] for link in load(built, "links.json")["links"] if link["type"] == "note-citation"}
    for name, prefix in (("wang-wenze", ""), ("edition", "wang-wenze.")):
        root = files[name]
        listed = root.findall(f".//{T}listBibl[@type='works-cited']/{T}bibl")
        assert {each.get(ID) for each in listed} == cited and len(listed) == len(cited)
        noted = {f"#{prefix}n{number}" for number in range(1, 53)}
        assert {each.get("target") or each.get("corresp") for bibl in listed for each in (*bibl.iter(f"{T}ptr"), *bibl.iter(f"{T}citedRange"))} == noted
        notes = [ids(root)[f"{prefix}n{number}"] for number in range(1, 53)]
        assert {work[1:] for note in notes for work in note.get("corresp").split()} == cited
        here = [each.get("target") for each in root.iter(f"{T}relatedItem")]
        assert here == ["#readout.text" if prefix else "readout.xml#text"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_header_says_what_the_capture_says(built: Project, files: dict[str, Node], name: str) -> None:
    entry = next(each for each in load(built, "corpus.json")["documents"] if each["id"] == name)
    given = yaml.safe_load((ROOT / "seeds" / entry["seed"]["file"].split("/")[1] / "source.yaml").read_text(encoding="utf-8"))
    root = files[name]
    header = root.find(f"{T}teiHeader")
    capture = ids(root)["capture"]
    assert capture.findtext(f"{T}idno[@type='sha256']") == entry["seed"]["sha256"] == given["sha256"]
    assert capture.findtext(f"{T}idno[@type='seed']") == entry["seed"]["file"]
    assert header.find(f".//{T}catRef").get("target") == f"#kind-{entry['kind']}"
    titles = {each.get(LANG): each.text for each in header.findall(f".//{T}titleStmt/{T}title")}
    assert set(titles.values()) == set(entry["title"].values())
    for field, tag in (("published", "date"), ("publisher", "publisher"), ("author", "author")):
        found, inferred = capture.find(f"{T}{tag}"), field in given and capture.find(f"{T}{tag}[@resp='#resp-editor']") is not None
        assert (found is None) == (entry[field] is None), field
        assert inferred == (field in given)
        if inferred:
            assert found.text == given[field]["value"] and found.get("cert") == "unknown"
            reasons = {each.get(LANG): each.text for each in capture.iter(f"{T}note") if each.get("target") == f"#inferred-{field}"}
            assert reasons == given[field]["because"]
        if field == "published" and found is not None:
            assert found.get("when") == entry["published"].rstrip("~")
    stated = header.findtext(f".//{T}titleStmt/{T}author")
    assert stated == (None if "author" in given else entry["author"]), "only a captured author is the author"


def test_the_maker_of_a_translation_is_named(files: dict[str, Node]) -> None:
    for name in DOCUMENTS:
        names = [each.text for each in files[name].findall(f".//{T}titleStmt/{T}respStmt[@{ID}='resp-translation']/{T}name")]
        status = files[name].find(f".//{T}text[@type='translation']").get("ana")
        if name == "readout":
            assert names == [] and status == "#translation-official"
        else:
            assert names[0].startswith("Machine translation") and status == "#translation-working"


def test_the_edition_is_its_documents(files: dict[str, Node]) -> None:
    within = {each.get("n"): each for each in files["edition"].findall(f"{T}TEI")}
    assert set(within) == set(DOCUMENTS)
    for name, element in within.items():
        (own,), (there,) = ([each for each in root.findall(f"{T}text")] for root in (files[name], element))
        assert "".join(own.itertext()).split() == "".join(there.itertext()).split(), name
        assert [each.tag for each in own.iter()] == [each.tag for each in there.iter()]


def test_pages_lead_to_the_files(built: Project) -> None:
    for tree in ("zh-Hans", "zh-Hant", "en"):
        about = (built.site / tree / "about/index.html").read_text(encoding="utf-8")
        for name in FILES:
            assert f'href="../../data/tei/{name}.xml"' in about, name


def test_bytes_name_their_schema_and_encoding(built: Project) -> None:
    for path in sorted(Path(built.site / "data/tei").iterdir()):
        head = path.read_bytes()[:300]
        assert head.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model href="http')
        assert b"tei_all.rng" in head


SPITEFUL = [
    *HOSTILE, "]]>与<![CDATA[假]]>与<?xml version='1.0'?>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>与&x;与&#0;与&#x1F600;", "行内\x01控制\x1f字符与\x00零",
    "星体\U0001f600与𠀀字与\U0001fffe尾", "双向\u202e倒\u202c字与\u2066隔\u2069离", "非字\ufffe符与\uffff尾", "\x7f删\x85行与\u2028分",
    '属性" onload="x" 与\' a=\'b', "</p></body></text></TEI>收尾", "xml:id=\"p1\"与#p1与string-range(p1,0,3)",
]  # fmt: skip


def hostile_edition(folder: Path) -> tuple[Project, list[str]]:
    """An edition of one spiteful article with notes, and one that quotes it; what lies under seeds/ in `folder`."""
    lines = [f"{text}一段够长的文字，自成一行，并且还有更多的话要说。" for text in SPITEFUL]
    more = "title: {en: '<TEI>&\"]]>', zh-Hans: '敌&意'}\nauthor: {value: '<b>&某</b>', because: {en: ']]>&'}}\nurl: 'https://example.org/\"<a>&b|{c}'\n"
    write_source(folder, "hostile", "敌意文字一篇\n\n" + "\n\n".join(lines) + "\n", more)
    write_source(folder, "echo", "回声一篇\n\n有人说：“" + lines[-1] + "”这是原话。\n\n" + lines[3] + "\n", "title: {en: Echo}\n")
    (folder / "seeds/hostile/decisions.yaml").write_text(
        "corrections:\n- where: p3\n  before: 一段够长的文字\n  after: '一段<够>&长]]>的文字'\n  because: '<&>]]>'\n  authority: '&amp;'\n", encoding="utf-8"
    )
    return Project(folder), lines


def test_hostile_text_is_text(tmp_path: Path) -> None:
    """Nothing becomes an element, nothing is lost, every file stays valid."""
    project, lines = hostile_edition(tmp_path)
    edition = read_edition(project, lambda words: None)
    made = tei_files(edition)
    for path, text in made.items():
        assert complaints(text) == [], path
        text.encode("utf-8")
    root = ElementTree.fromstring(made["data/tei/hostile.xml"])
    whole = ElementTree.fromstring(made["data/tei/edition.xml"])
    (document,) = [each for each in edition.documents if each.id == "hostile"]
    assert len(document.blocks) >= len(lines) - 2
    for block in document.blocks:
        assert plain(ids(root)[block.id], root) == plain(ids(whole)[f"hostile.{block.id}"], whole) == block.text.text
        assert {each.tag.removeprefix(T) for each in ids(root)[block.id].iter()} <= {"p", "head", "anchor", "g", "choice", "sic", "corr", "seg"}
    assert {each.get("ref") for each in root.iter(f"{T}g")} == {f"#{each.get(ID)}" for each in root.iter(f"{T}char")}
    assert root.find(f".//{T}g") is not None
    assert root.findtext(f".//{T}choice/{T}corr") == "段<够>&长]]>"
    assert "&amp;" in [each.text for each in root.iter(f"{T}seg")]
    assert any("<TEI>&" in (each.text or "") for each in root.iter(f"{T}title"))
    linked = [each for each in said_links(whole) if each[3][0].startswith("echo.")]
    assert linked and all(each[3][3] and each[4][3] for each in linked)


def test_a_captured_translation_and_odd_orders_are_valid(tmp_path: Path) -> None:
    """Blocks in any order, and a translation of next to nothing, still make valid TEI."""
    from build_scripts.model import Block, BlockType, Translation
    from build_scripts.traced import capture

    project, _ = hostile_edition(tmp_path)
    edition = read_edition(project, lambda words: None)
    kinds = list(BlockType)
    for turn in range(len(kinds)):
        order = [*kinds[turn:], *kinds[:turn], BlockType.LABEL, BlockType.LABEL, BlockType.ITEM, BlockType.ITEM, BlockType.CREDIT, BlockType.CAPTION]
        blocks = tuple(Block(kind, capture("文字"), 2 + number % 3 if kind is BlockType.HEADING else 0, f"x{number}") for number, kind in enumerate(order))
        few = tuple(block for block in blocks if block.type in kinds[turn : turn + 2])[: turn % 3]
        translation = Translation("en", capture("Title"), few, captured=bool(turn % 2), status="working", by="x")
        documents = [replace(each, blocks=blocks, notes=(), calls=(), translation=translation) for each in edition.documents]
        witnesses = tuple(replace(each, documents=tuple(one for one in documents if one.source is each.source)) for each in edition.witnesses)
        made = tei_files(replace(edition, witnesses=witnesses, documents=tuple(documents), links=(), works=(), sentences={}))
        for path, text in made.items():
            assert complaints(text) == [], (turn, path)
            root = ElementTree.fromstring(text)
            wanted = [f"hostile.{block.id}" if "edition" in path else block.id for block in blocks]
            own = next(each for each in root.iter(f"{T}text") if each.get(ID) in ("text", "hostile.text"))
            assert [each.get(ID) for each in own.iter() if each.get(ID) in wanted] == wanted
