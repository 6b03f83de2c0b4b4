"""Pages of newspapers as PDF: the stories that are proposed, layout.yaml, and what is read from it."""

from __future__ import annotations

import hashlib
import io
import re
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from build_scripts.adding.add import add, propose_again
from build_scripts.decode import decode, digest
from build_scripts.decode.pdf.picture import draw_pages, png_of
from build_scripts.diagnostics import BadInput
from build_scripts.edition.reading import read_witness
from build_scripts.new import new_edition
from build_scripts.proof.editor import read_editor
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.layout import propose_layout
from build_scripts.readers.laid.stories import are_of_pages, propose_stories
from build_scripts.roles import Role
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.settings import read_settings
from tests.making.printed import Layout, print_article
from tests.making.printed_page import Block, print_page

HEAD = "某某日報　2025年4月26日　A4"
PAGES = {
    "six stories in five columns": [
        *(Block(0, 0, 3, 4, size=30, deck=True, byline=True), Block(3, 0, 2, 2, caption=True), Block(3, 2, 2, 2, kicker=True)),
        *(Block(0, 4, 1, 3, size=16), Block(1, 4, 2, 3, caption=True, byline=True), Block(3, 4, 2, 3, deck=True)),
    ],
    "a headline that runs downwards": [
        *(Block(0, 0, 4, 3, size=34, kicker=True, deck=True, caption=True), Block(0, 3, 2, 3)),
        *(Block(2, 3, 2, 2, upright=True, size=24), Block(2, 5, 2, 1, size=16)),
    ],
    "a story down one side": [
        *(Block(0, 0, 2, 6, size=26, deck=True), Block(2, 0, 3, 2, size=20), Block(2, 2, 3, 2, size=20)),
        *(Block(2, 4, 1, 2, size=14), Block(3, 4, 2, 2, size=18, caption=True)),
    ],
}
CASES = [(name, language) for name in PAGES for language in ("zh-Hant", "en") if language != "en" or "downwards" not in name]


def key(text: str) -> str:
    return re.sub(r"\xad\n|[\s\f]", "", text)


@pytest.mark.parametrize(("name", "language"), CASES)
@pytest.mark.parametrize("seed", [1, 2])
def test_stories_are_proposed_with_their_parts_in_order(name: str, language: str, seed: int) -> None:
    data, printed = print_page(PAGES[name], language, seed, HEAD)
    stories, apart = propose_stories(lay_lines(decode("raw.pdf", data, "", "raw.pdf")))
    found = {
        key("".join(line.words for line in story.lines.get("headline", []))): {
            str(role): key("".join(line.text.text for line in lines)) for role, lines in story.lines.items()
        }
        for story in stories
    }
    assert found == {key(story.headline): {role: key(text) for role, text in story.parts.items()} for story in printed}
    assert [key(line.words) for line in apart] == [key(HEAD)]


def make_seed(root: Path, extra: str = "") -> Path:
    data, _ = print_page(PAGES["six stories in five columns"], head=HEAD)
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    folder = root / "seeds" / "page"
    folder.mkdir(parents=True)
    (folder / "raw.pdf").write_bytes(data)
    (folder / "layout.yaml").write_text(propose_layout("page", lay_lines(decoded)).text, encoding="utf-8")
    (folder / "source.yaml").write_text(
        f"id: page\nkind: news\nreader: newspaper-page\nlanguage: zh-Hant-HK\nsha256: {hashlib.sha256(data).hexdigest()}\n"
        f"text-sha256: {digest(decoded.text)}\n{extra}",
        encoding="utf-8",
    )
    return folder


def test_stories_are_read_from_layout_yaml(tmp_path: Path) -> None:
    source = read_source(make_seed(tmp_path))
    assert source.place("structure.page-1").path == "seeds/page/layout.yaml"
    witness = read_witness(source)
    _, printed = print_page(PAGES["six stories in five columns"], head=HEAD)
    titles = [
        document.field("title") or next(b.text.text for b in document.blocks if b.type == "headline")
        for document in witness.documents
    ]
    assert sorted(map(key, titles)) == sorted(key(story.headline) for story in printed)
    bodies = [
        "".join(block.text.text for block in document.blocks if str(block.type) == "paragraph")
        for document in witness.documents
    ]
    assert sorted(map(key, bodies)) == sorted(key(story.parts["body"]) for story in printed)


def test_a_key_stands_in_one_of_the_two_files(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as problem:
        read_source(make_seed(tmp_path, "structure: {page-1: {body: 1}}\n"))
    assert [(each.rule, each.place.path) for each in problem.value.diagnostics] == [("duplicate-key", "seeds/page/layout.yaml")]


def test_the_proof_knows_the_lines_that_layout_yaml_names(tmp_path: Path) -> None:
    folder = make_seed(tmp_path)
    lines = decode("raw.pdf", (folder / "raw.pdf").read_bytes(), "", "raw.pdf").text.split("\n")
    named = read_editor(folder, lines).named
    assert {number for number, _ in named} == {number for number, line in enumerate(lines, 1) if line.strip()}


def test_without_a_layout_the_hint_names_the_command(tmp_path: Path) -> None:
    folder = make_seed(tmp_path)
    (folder / "layout.yaml").unlink()
    with pytest.raises(BadInput, match="propose page"):
        read_witness(read_source(folder))


def test_a_column_without_a_headline_is_told() -> None:
    data, _ = print_page(PAGES["a headline that runs downwards"], seed=1)
    lines = lay_lines(decode("raw.pdf", data, "", "raw.pdf"))
    stories, _ = propose_stories(lines)
    told = [f"page-{number}: {doubt}" for number, story in enumerate(stories, 1) for doubt in story.doubts]
    assert all(re.match(r"page-\d: (?:no headline|raw line)", each) for each in told)
    assert [each for each in told if each.split(": ", 1)[1] in propose_layout("page", lines).text] == told


def test_add_proposes_the_stories_of_a_page_and_draws_them(tmp_path: Path) -> None:
    new_edition(tmp_path / "edition")
    data, printed = print_page(PAGES["six stories in five columns"], head=HEAD)
    (tmp_path / "front-page.pdf").write_bytes(data)
    told = list(add(tmp_path / "edition", tmp_path / "front-page.pdf"))
    folder = tmp_path / "edition" / "seeds" / "front-page"
    assert told[0] == "made seeds/front-page/ with raw.pdf, source.yaml and layout.yaml"
    assert "reader: newspaper-page" in (folder / "source.yaml").read_text(encoding="utf-8")
    assert len(read_source(folder, read_settings(folder.parent)).stories) == len(printed)
    page = (tmp_path / "edition" / ".cache" / "check" / "front-page.html").read_text(encoding="utf-8")
    numbers = [line.number for line in lay_lines(decode("raw.pdf", data, "", "raw.pdf")) if not line.blank]
    assert re.findall(r'<a href="#l(\d+)"><rect', page) == [str(number) for number in numbers]
    assert all(f'<tr id="l{number}">' in page for number in numbers)
    assert page.count("data:image/png;base64,") == 1 and "<script" not in page
    shown = list(propose_again(tmp_path / "edition", "front-page"))
    assert any(line.startswith("# layout.yaml:") and "front-page-1:" in line for line in shown)


def test_an_article_is_no_page_of_stories() -> None:
    data, _ = print_article(Layout(columns=2, headings="large", numbers="", head="某某学报", folio="1"))
    lines = lay_lines(decode("raw.pdf", data, "", "raw.pdf"))
    assert not are_of_pages(propose_stories(lines)[0], lines)


def test_a_picture_is_a_png_of_the_page() -> None:
    data, _ = print_page(PAGES["a story down one side"], head=HEAD)
    [picture] = draw_pages(data)
    assert picture.png.startswith(b"\x89PNG\r\n\x1a\n") and picture.png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", picture.png[16:24])
    assert width == 1000 and abs(height / width - picture.height / picture.width) < 0.01
    pixels = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    assert np.asarray(Image.open(io.BytesIO(png_of(pixels)))).tolist() == pixels.tolist()


def test_a_column_beside_one_that_begins_at_its_height_is_of_the_headline_further_down() -> None:
    """The headline of the lower story covers its first column alone; the second begins a paragraph of its own."""
    blocks = [Block(0, 0, 1, 6, size=16), Block(1, 0, 2, 4, size=22), Block(1, 4, 2, 2, size=14)]
    data, printed = print_page(blocks, "en", 3, HEAD)
    stories, _ = propose_stories(lay_lines(decode("raw.pdf", data, "", "raw.pdf")))
    bodies = {key("".join(line.text.text for line in story.lines[Role.BODY])) for story in stories}
    assert bodies == {key(story.parts["body"]) for story in printed}
