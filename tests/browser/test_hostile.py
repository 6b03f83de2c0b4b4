"""An edition whose every field holds markup and every class of code point, in a real browser: all of it is text."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
import yaml
from hypothesis import settings
from lxml import etree

from build_scripts.cli import main
from build_scripts.diagnostics import BadInput
from build_scripts.edition.reading import read_witness
from build_scripts.pipeline import Project, build
from build_scripts.seed.catalogue import read_source
from tests.making.cover import layout_of, source_of, try_mutation
from tests.making.mutations import READERS, make_mutation
from tests.making.printed import compiled, quoted
from tests.making.word import call, note, paragraph, word_file
from tests.site.test_build import write_source

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`--></title></script><svg onload=alert(3)>{{ x }}${x}"
# One of each class of code point that some format forbids or reads as something else; in records those that are allowed.
LEGAL = "\u00ad\u200b\u200e\u202e\u2028\u2066\ue000\ufffd\U0001f600\U00020000\u0301\u1100\u2f00\u0000".rstrip("\0")
NOT_IN_RECORDS = "\ufeff\x00\x01\x08\x0b\x0c\x1f\x7f\x80\x85\x92\x9f\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
SAID = f"{LEGAL.translate({0x20000: None, 0x2F00: None})}{ATTACK.replace('{{ x }}${x}', '')}"
CAPTURE = f"""题目{{all}}{ATTACK}
来源：新华网{{all}}{ATTACK} 作者：张{{all}}三{ATTACK}
责任编辑：李{{all}}四{ATTACK}

第一段是一句足够长的话，其中有{{all}}以及{ATTACK}，因此这一段话很长很长，一直写到这里才结束。
一个小标题{{all}}{ATTACK}
他说：“{ATTACK}这一段话足够长，可以算是一处引文，所以另一篇文章里也会出现它。”这是第二段。
""".replace("{all}", (LEGAL + NOT_IN_RECORDS).translate(dict.fromkeys(map(ord, "\u2028\x0b\x0c\x85"))))


def write_seed(folder: Path, name: str, kind: str) -> None:
    seed = folder / "seeds" / name
    seed.mkdir(parents=True)
    raw = CAPTURE.encode()
    (seed / "raw.txt").write_bytes(raw)
    words = f"{name}{LEGAL}{ATTACK}"
    source = {
        "id": name,
        "kind": kind,
        "reader": "web-page",
        "language": "zh-Hans-CN",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "url": "https://example.org/?'&amp;&a=$(x);" + quote(ATTACK, safe="'()&;=*!$"),
        **{key: {"zh-Hans": words, "en": words} for key in ("title", "description")},
        **{key: {"value": words, "because": words} for key in ("publisher", "author", "speaker")},
        "occasion": {"date": "2018-10-31", "place": words, "event": words, "because": words},
        "rights": {"zh-Hans": words, "en": words},
        "licence": words,
        "retrieved": "2025-04",
        "short": {"en": f"{name}{ATTACK}"},
        "published": {"value": "2025-04~", "because": words},
    }
    (seed / "source.yaml").write_text(yaml.safe_dump(source, allow_unicode=True), encoding="utf-8")
    blocks = read_witness(read_source(seed)).documents[0].blocks
    place = next(block.id for block in blocks if "足够长的话" in block.text.text)
    correction = {
        "where": place,
        "before": "足够长的话",
        "after": f"很长的话{LEGAL}{ATTACK}",
        "because": words,
        "authority": words,
    }
    decisions = {
        "corrections": [correction],
        "comments": [{"where": place, "words": "第一段", "because": {"zh-Hans": words, "en": words}}],
        "marks": [{"where": place, "words": "第一段", "role": "label", "because": words}],
    }
    (seed / "decisions.yaml").write_text(yaml.safe_dump(decisions), encoding="utf-8")
    head = f"---\nlanguage: en\nstatus: draft\nby: {json.dumps(ATTACK)}\n---\n"
    (seed / "translation.en.md").write_text(
        f"{head}\n## {place} 0123456789abcdef\nA text[^t1] {SAID}\n\n[^t1]: {SAID}\n",
        encoding="utf-8",
    )


def write_records(seeds: Path) -> None:
    """What the edition says of itself, with markup in all of it."""
    words = {"zh-Hans": f"{LEGAL}{ATTACK}", "en": f"{LEGAL}{ATTACK}"}
    blocks = {language: f"# {each}\n# {each}\n\n- [a](javascript:alert(1))\n\n{each}" for language, each in words.items()}
    kinds = {"speech": {"role": "base"}, "news": {"role": "news"}}
    edition = {"name": words, "editors": words, "subtitle": words, "introduction": blocks, "rights": blocks} | {
        "kinds": {name: given | {"name": words, "section": words, "introduction": blocks} for name, given in kinds.items()},
        "start": [{"document": "readout", "words": words}],
    }
    change = {"ids": ["readout", "echo#p1"], "words": words, "by": ATTACK}
    changes = {"releases": [{"version": "1", "date": "2025-06-01", "by": ATTACK, "changes": [change]}]}
    glossary = [{"zh-Hans": "足够长", "zh-Hant": "足夠長", "en": f"long {ATTACK}"}]
    names = [{"zh": ["李"], "en": [f"Li{ATTACK}"], "loose": True}]
    records = {"edition": edition, "changes": changes, "glossary": glossary, "names": names}
    for name, record in records.items():
        (seeds / f"{name}.yaml").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


SHORT = "<script>alert(1)</script><img src=x onerror=alert(2)>"  # on one line of a print
PROSE = (  # two lines of a print
    f"停用了二十年的旧码头上周开出一家书店，{SHORT}窗外就是当年的泊位，坐着许多读书的人。"
    "店主把候船室的长椅拼成一张长桌，谁都可以坐下来看书，看到打烊为止，没有人催促，也没有人收钱。"
)


def decoded_files() -> dict[str, bytes]:
    """By the ids of their sources, files whose text is markup: a PDF with a note, a Word file with one, a saved page."""
    escaped = escape(PROSE)
    page = '#set page(width: 900pt, height: 300pt, margin: 40pt)\n#set text(font: "Noto Serif CJK SC", size: 9pt, lang: "zh")\n'
    page += "#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em)\n"
    print_ = (
        f"{page}#text(15pt)[*{quoted(f'旧码头{SHORT}')}*]\n\n{quoted(PROSE)}#footnote[{quoted(PROSE)}]\n\n{quoted(PROSE)}\n"
    )
    word = paragraph(f"旧码头{escape(SHORT)}", "T") + paragraph(escaped, "", call(1)) + paragraph(escaped)
    saved = (
        f'<html><head><meta charset="utf-8"><title>{escaped}</title><meta name="author" content="{escape(SHORT)}"></head><body>'
    )
    saved += f"<h1>旧码头{escape(SHORT)}</h1><p>{escaped}</p><p>{escaped}</p></body></html>"
    return {"pier.pdf": compiled(print_), "winter.docx": word_file(word, note(1, escaped)), "harbour.html": saved.encode()}


def add_files(folder: Path, root: Path) -> None:
    for name, data in decoded_files().items():
        (folder / name).write_bytes(data)
        assert main(["--root", str(root), "add", str(folder / name)]) == 0


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("hostile")
    write_seed(folder, "readout", "speech")
    write_seed(folder, "echo", "news")
    write_records(folder / "seeds")
    add_files(tmp_path_factory.mktemp("files"), folder)
    project = Project(folder)
    build(project, lambda words: None)
    return project


@contextmanager
def watched(site: Path, browser) -> Iterator[tuple[Any, str]]:
    """A page and the address of a site; what it asks elsewhere, and dialogs, are failures at the end."""
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    dialogs: list[str] = []
    asked: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: (dialogs.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    yield page, root
    page.close()
    server.shutdown()
    assert dialogs == []
    assert [url for url in asked if not url.startswith((root, "data:", "blob:"))] == []


def open_all(page: Any, root: str, paths: list[str]) -> None:
    for path in paths:
        page.goto(root + path, wait_until="load")
        assert page.evaluate("document.querySelectorAll('article img, article svg[onload], [onerror]').length") == 0, path


def test_nothing_runs_and_nothing_is_asked_for_elsewhere(hostile: Project, browser) -> None:
    with watched(hostile.site, browser) as (page, root):
        paths = sorted(path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html"))
        assert len(paths) > 30 and {"pier", "winter", "harbour"} <= {path.split("/")[-2] for path in paths if "/" in path}
        open_all(page, root, paths)
        look_round(page, root)


def look_round(page: Any, root: str) -> None:
    for view in ("?view=<script>alert(1)</script>", "#links-<img src=x onerror=alert(1)>", "?q=<img src=x onerror=alert(1)>"):
        page.goto(f"{root}en/news/echo/{view}", wait_until="load")
    page.goto(f"{root}en/", wait_until="load")
    page.keyboard.press("/")
    page.keyboard.type("alert")
    page.wait_for_timeout(1500)


def test_books_and_data_are_well_formed(hostile: Project) -> None:
    books = [*hostile.site.rglob("*.epub"), *hostile.site.rglob("*.docx")]
    assert books
    for path in books:
        with ZipFile(path) as book:
            for name in book.namelist():
                if name.endswith((".xml", ".xhtml", ".opf", ".ncx", ".rels")):
                    etree.fromstring(book.read(name))
    for path in hostile.site.rglob("*.xml"):
        etree.parse(str(path))
    for path in hostile.site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))


def test_markup_in_files_of_other_kinds_is_their_text(hostile: Project) -> None:
    for name in ("pier", "winter", "harbour"):
        document = json.loads((hostile.site / f"data/documents/{name}.json").read_text(encoding="utf-8"))
        texts = [each["text"] for each in (*document["blocks"], *document["notes"])]
        assert texts == [PROSE] * (2 if name == "harbour" else 3), name


def test_the_ledger_shows_what_was_no_character(hostile: Project) -> None:
    ledger = json.loads((hostile.site / "data/ledger/echo.json").read_text(encoding="utf-8"))
    found = [run for run in ledger["runs"] if run["rule"] == "no-character"]
    assert {run["fate"] for run in found} == {"changed", "removed"}
    page = (hostile.site / "en/about/ledger/echo/index.html").read_text(encoding="utf-8")
    assert "␀" in page and "\x00" not in page and "\ufffe" not in page


# The same captures each time in the short form, others in the long one.
FIRST = 0 if settings.default is settings.get_profile("quick") else random.randrange(1 << 32)
CAPTURES = 5  # of each reader; each is read, rendered by MkDocs, proven and opened in three trees


@pytest.fixture(scope="module")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An edition of captures with accidents and markup in them, as many as are read and not refused."""
    folder = tmp_path_factory.mktemp("mutated")
    for reader in READERS:
        read = (seed for seed in range(FIRST, FIRST + 100) if try_mutation(reader, seed) == "read")
        for _, seed in zip(range(CAPTURES), read, strict=False):
            write_mutated(folder, reader, seed)
    project = Project(folder)
    return project if build_what_is_read(project) else pytest.fail("nothing was read")


def write_mutated(folder: Path, reader: str, seed: int) -> None:
    """A seed of a mutated capture with markup in it; a newspaper page with the stories that its lines were given out to."""
    name = f"{reader}-{seed}"
    raw = make_mutation(reader, seed)
    stories = layout_of(replace(source_of(reader, raw, seed), id=name))
    write_source(folder, name, with_attacks(raw, seed), "" if stories else f"title: {{en: T{seed}}}\n")
    record = folder / "seeds" / name / "source.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("reader: web-page", f"reader: {reader}"), "utf-8")
    if stories:
        (record.parent / "layout.yaml").write_text(stories, encoding="utf-8")


def with_attacks(text: str, seed: int) -> str:
    """Markup behind some of the full stops."""
    chance = random.Random(seed)
    return re.sub("。", lambda _: f"。{ATTACK}" if chance.random() < 0.3 else "。", text)


def build_what_is_read(project: Project) -> bool:
    """Build the edition without the sources that are refused; False where none is left."""
    while any(project.seeds.iterdir()):
        try:
            build(project, lambda words: None, pages_only=True)
        except BadInput as problem:
            refused = {each.place.path.split("/")[1] for each in problem.diagnostics if each.severity == "error"}
            for name in refused:
                shutil.rmtree(project.seeds / name)
        else:
            return True
    return False


def test_pages_of_random_captures_run_nothing(mutated: Project, browser) -> None:
    documents = [path for tree in mutated.site.glob("*/") for path in tree.glob("*/*-[0-9]*/index.html")]
    assert all(any(path.parent.name.startswith(reader) for path in documents) for reader in READERS)
    with watched(mutated.site, browser) as (page, root):
        open_all(page, root, sorted(path.relative_to(mutated.site).as_posix() for path in documents))
