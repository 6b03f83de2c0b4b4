"""The TEI files, read back: held against TEI's own schema, and against the JSON data, the decisions and the captures.

They are parsed by expat and validated by libxml2; nothing here shares code with the writer.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from build_scripts.pipeline import Project
from tests.site.conftest import ROOT
from tests.site.tei_all import faults
from tests.site.tei_reading import DOCUMENTS, FILES, ID, LANG, Node, T, ids, load, plain, text_of, walk
from tests.site.tei_schema import complaints

POINTING = ("target", "corresp", "ana", "resp", "ref", "scheme", "from", "to")


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_valid_tei(built: Project, name: str) -> None:
    assert complaints(text_of(built, name)) == []


def test_every_file_is_of_tei_all(built: Project, tmp_path: Path) -> None:
    texts = {name: text_of(built, name) for name in FILES}
    assert faults(texts, tmp_path) == []
    assert (
        len(
            faults(
                {"bad": text_of(built, "wang-wenze").replace("<sic>", "<sick>", 1).replace("</sic>", "</sick>", 1)}, tmp_path
            )
        )
        > 0
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sic>", "<sick>"),
        ("<body>", "<body><div><body/></div>"),
        ('place="foot"', 'placed="foot"'),
        ('when="2025-05"', 'when="May"'),
        ('<category xml:id="marked">', '<category xml:id="marked"><p/>'),
        ('type="works-cited"', 'type="works cited"'),
        ('<anchor xml:id="c1-from-start"/>', "<anchor>x</anchor>"),
        ('to="#c1-from-end"', 'to="#c1-from-end" target="#p1"'),
    ],
)
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
    for version, suffix in (
        (data, ""),
        *([(data["translation"], f"-{data['translation']['language']}")] if data["translation"] else []),
    ):
        own = known[f"{prefix}text{suffix}"]
        parts = [*version["blocks"], *version["notes"]]
        wanted = [f"{prefix}{part['id']}{suffix}" for part in parts]
        assert [element.get(ID) for element in own.iter() if element.get(ID) in set(wanted)] == wanted, "the order of the text"
        for part, name in zip(parts, wanted, strict=True):
            assert plain(known[name], root) == part["text"], name
            assert calls(known[name], root) == [
                (call["at"], f"{prefix}n{call['note']}{suffix}") for call in part.get("notes", [])
            ]
        titles = [each for each in own.iter(f"{T}titlePart") if not each.get(ID)] + list(own.iter(f"{T}docAuthor"))
        comments = own.findall(f"{T}back/{T}div[@type='comments']/{T}note")
        held = [*titles, *comments, *(known[name] for name in wanted)]
        assert letters(own) == sum(map(letters, held)), "nothing but title, author, blocks, notes and comments"


def letters(element: Node) -> int:
    """How many code points an element holds, white space apart."""
    return len("".join("".join(element.itertext()).split()))


def calls(element: Node, root: Node) -> list[tuple[int, str]]:
    found, at = [], 0
    for piece in walk(element, root):
        if isinstance(piece, str):
            at += len(piece)
        elif piece.tag == f"{T}ptr" and piece.get("type") == "note":
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
    "headline": "titlePart",
    "kicker": "titlePart",
    "deck": "titlePart",
    "dateline": "dateline",
    "heading": "head",
    "paragraph": "p",
    "label": "label",
    "item": "item",
    "caption": "head",
    "abstract": "p",
    "credit": "ab",
    "attribution": "p",
    "funding": "p",
    "author-note": "p",
    "editor": "p",
    "keywords": "p",
}


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
    assert (root.find(f".//{T}list[@type='gloss']/{T}label[@{ID}]") is not None) == any(
        block["type"] == "label" for block in data["blocks"]
    )


def test_every_correction_is_a_choice(built: Project, files: dict[str, Node]) -> None:
    """What the record says stands once as sic, once as corr; sic is, character by character, what the ledger points at."""
    seen = 0
    for path in sorted(built.seeds.glob("*/decisions.yaml")):
        seed = path.parent.name
        decisions = yaml.safe_load(path.read_text(encoding="utf-8")).get("corrections", ())
        if not decisions:
            continue
        raw = (path.parent / "raw.txt").read_bytes().decode("utf-8")
        for decision in decisions:
            owner, _, place = decision["where"].rpartition("#")
            for name, prefix in ((owner or seed, ""), ("edition", f"{owner or seed}.")):
                root = files[name]
                element = ids(root)[f"{prefix}{place}"]
                assert decision["before"] in plain(element, root, sic=True) and decision["after"] not in plain(
                    element, root, sic=True
                )
                assert decision["after"] in plain(element, root) and decision["before"] not in plain(element, root)
                (reason,) = [
                    each for each in root.iter(f"{T}note") if each.findtext(f"{T}quote[@type='before']") == decision["before"]
                ]
                assert reason.findtext(f"{T}quote[@type='after']") == decision["after"]
                for kind in ("because", "authority"):
                    said = {each.get(LANG): each.text for each in reason.findall(f"{T}seg[@type='{kind}']")}
                    assert said == (decision[kind] if isinstance(decision[kind], dict) else {"en": decision[kind]})
                changed = [ids(root)[each[1:]] for each in reason.get("target").split()]
                assert changed and all(each in list(element.iter(f"{T}choice")) for each in changed)
                seen += 1
        ledger = [run for run in load(built, f"ledger/{seed}.json")["runs"] if run["rule"] == "correction"]
        choices = list(files[seed].iter(f"{T}choice"))
        assert "".join(each.findtext(f"{T}sic") for each in choices) == "".join(
            raw[run["start"] : run["end"]] for run in ledger
        )
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
    told = given.get("structure", {}).get(name, given)["description"]
    said = {each.get(LANG): each.text for each in header.findall(f".//{T}abstract/{T}p")}
    assert {language: said[language] for language in told} == told
    for field, tag in (("published", "date"), ("publisher", "publisher"), ("author", "author")):
        found, inferred = (
            capture.find(f"{T}{tag}"),
            field in given and capture.find(f"{T}{tag}[@resp='#resp-editor']") is not None,
        )
        assert (found is None) == (entry[field] is None), field
        assert inferred == (field in given)
        if inferred:
            assert found.text == given[field]["value"] and found.get("cert") == "unknown"
            reasons = {
                each.get(LANG): each.text for each in capture.iter(f"{T}note") if each.get("target") == f"#inferred-{field}"
            }
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
            assert names[0].startswith("Machine translation") and status == "#translation-machine"


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
