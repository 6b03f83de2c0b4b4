"""The links, alignment and works cited of the TEI files, held against the JSON data and the pages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from build_scripts.pipeline import Project
from tests.site.tei_reading import DOCUMENTS, ID, Node, T, ids, load, said_links, spans


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

    found = {
        level: [
            link.get("target").split()
            for link in root.findall(f".//{T}linkGrp[@type='translation'][@subtype='{level}']/{T}link")
        ]
        for level in ("paragraph", "sentence")
    }
    assert [tuple(map(sentences, pair)) for pair in found["sentence"]] == [
        (wanted(pair["source"], ""), wanted(pair["target"], "-en")) for pair in pairs if pair["level"] == "sentence"
    ]
    blocks = [
        (f"#{pair['source'][0]['block']}", f"#{pair['target'][0]['block']}-en")
        for pair in pairs
        if pair["level"] == "paragraph"
    ]
    assert [tuple(pair) for pair in found["paragraph"]][: len(blocks)] == blocks
    for element in root.iter():
        name = element.get(ID) or ""
        if name.endswith("-en") and element.tag != f"{T}text" and not re.fullmatch(r"l\w+-(from|to)-en", name):
            assert element.get("corresp") == "#" + name.removesuffix("-en")


def test_linked_words_are_paired_with_those_that_translate_them(built: Project, files: dict[str, Node]) -> None:
    """As the page of the tree has them: its words under the id of the link and the language."""
    root = files["cctv"]
    joined = {each.get(ID): each.get("target").split() for each in root.iter(f"{T}join")}
    known = spans(root)
    links = root.findall(f".//{T}linkGrp[@type='translation'][@subtype='words']/{T}link")
    pairs = dict(link.get("target").split() for link in links)
    assert len(pairs) > 3 and set(pairs) <= {f"#{name}" for name in known if name.endswith(("-from", "-to"))}
    page = (built.site / "en/news/cctv/index.html").read_text(encoding="utf-8")
    for source, target in pairs.items():
        words = [known[each[1:]] for each in joined.get(target[1:], [target])]
        assert all(place == f"{known[source[1:]][0]}-en" for place, *_ in words)
        name = re.sub("-(from|to)$", "-en", source[1:])
        shown = re.search(rf'<[^>]*id="{name}"[^>]*>(.*?)</', page, re.DOTALL)
        assert shown and words[0][3].startswith(re.sub("<.*?>", "", shown[1]).replace("&amp;", "&")[:20])


def test_works_cited_are_listed_once(built: Project, files: dict[str, Node]) -> None:
    cited = {link["work"] for link in load(built, "links.json")["links"] if link["type"] == "note-citation"}
    for name, prefix in (("wang-wenze", ""), ("edition", "wang-wenze.")):
        root = files[name]
        listed = root.findall(f".//{T}listBibl[@type='works-cited']/{T}bibl")
        assert {each.get(ID) for each in listed} == cited and len(listed) == len(cited)
        noted = {f"#{prefix}n{number}" for number in range(1, 53)}
        assert {
            each.get("target") or each.get("corresp")
            for bibl in listed
            for each in (*bibl.iter(f"{T}ptr"), *bibl.iter(f"{T}citedRange"))
        } == noted
        notes = [ids(root)[f"{prefix}n{number}"] for number in range(1, 53)]
        assert {work[1:] for note in notes for work in note.get("corresp").split()} == cited
        here = [each.get("target") for each in root.iter(f"{T}relatedItem")]
        assert here == ["#readout.text" if prefix else "readout.xml#text"]
