"""Out to translators and back in: what was not touched stays byte for byte, what was changed is in its section."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as read_with_babel
from lxml import etree

from build_scripts.diagnostics import BadInput
from build_scripts.edition.reading import read_witness
from build_scripts.exchange.standing import Review
from build_scripts.exchange.xliff_writing import XLIFF
from build_scripts.model import Document
from build_scripts.seed.catalogue import read_source
from tests.exchange.sending import FILE, back, changed, name_of, sent

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("cctv", "ndrc", "takungpao-readout", "takungpao-key-points", "wang-wenze")
FORMS = ("xliff", "po")
Find = Callable[[str], Document]


@pytest.fixture
def ndrc(tmp_path: Path) -> Document:
    """The op-ed with a translation file that a test may change."""
    shutil.copytree(ROOT / "seeds/ndrc", tmp_path / "seeds/ndrc")
    return read_witness(read_source(tmp_path / "seeds/ndrc")).documents[0]


def translation(document: Document) -> Path:
    return document.source.folder / FILE


def edit(document: Document, old: str, new: str) -> None:
    path = translation(document)
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def refused(document: Document, data: bytes, form: str) -> list[str]:
    with pytest.raises(BadInput) as problem:
        back(document, data, form)
    return [f"{each.place.path}:{each.place.line} {each.rule}" for each in problem.value.diagnostics]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_nobody_touched_changes_nothing(document: Find, name: str, form: str) -> None:
    accepted = back(document(name), sent(document(name), form), form)
    assert changed(accepted) == {} and accepted.warnings == ()


@pytest.mark.parametrize("form", FORMS)
def test_sentences_come_back_as_they_went(document: Find, form: str) -> None:
    data = sent(document("cctv"), form, sentences=True)
    assert re.search(rb'"cctv#p\d+\.[2-9]"', data)
    assert changed(back(document("cctv"), data, form)) == {}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sentences", [False, True])
def test_a_change_is_in_its_section_and_nowhere_else(document: Find, form: str, sentences: bool) -> None:
    data = sent(document("ndrc"), form, sentences)
    old, new = b"a strategic move to seize", b"a strategic step to seize"
    old, new = (old, new) if old in data else (b"strategic move", b"strategic step")
    accepted = back(document("ndrc"), data.replace(old, new), form)
    before = translation(document("ndrc")).read_text(encoding="utf-8")
    assert changed(accepted) == {FILE: before.replace("a strategic move to seize", "a strategic step to seize")}
    assert accepted.lines == ("seeds/ndrc/translation.en.md: 1 changed (p3)",)


@pytest.mark.parametrize("form", FORMS)
def test_newlines_and_broken_lines_of_what_stays_are_left(ndrc: Document, form: str) -> None:
    path = translation(ndrc)
    text = path.read_text(encoding="utf-8").replace("At present, innovation", "At present,\n  innovation").replace("\n", "\r\n")
    path.write_bytes(("\ufeff" + text).encode("utf-8"))
    accepted = back(ndrc, sent(ndrc, form).replace(b"lead goose", b"leading goose"), form)
    assert changed(accepted) == {FILE: "\ufeff" + text.replace("lead goose", "leading goose")}


@pytest.mark.parametrize("form", FORMS)
def test_what_another_tool_does_to_a_file_changes_nothing(document: Find, form: str) -> None:
    data = sent(document("wang-wenze"), form)
    text = data.decode("utf-8")
    marked = text.replace("UTF-8", "UTF-16").encode("utf-16")
    for other in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, marked):
        assert changed(back(document("wang-wenze"), other, form)) == {}


def test_a_tool_may_write_xliff_in_its_own_way(document: Find) -> None:
    root = etree.fromstring(sent(document("wang-wenze"), "xliff"))
    units = list(root.iter(f"{{{XLIFF}}}trans-unit"))
    body = units[0].getparent()
    for unit in reversed(units):  # in another order, in a group, with other white space and tags
        body.append(unit)
    group = etree.SubElement(body, f"{{{XLIFF}}}group")
    group.extend(units[:5])
    for call in root.iter(f"{{{XLIFF}}}x"):
        call.tag = f"{{{XLIFF}}}ph"
        call.attrib.pop("equiv-text")
    for unit in units:
        target = unit.find(f"{{{XLIFF}}}target")
        segment = etree.Element(f"{{{XLIFF}}}mrk", mtype="seg", mid="1")
        segment.text, target.text = target.text, "\n   "
        segment.extend(list(target))
        target.append(segment)
    data = etree.tostring(root, encoding="UTF-16")
    assert changed(back(document("wang-wenze"), data, "xliff")) == {}


def test_cdata_is_text(document: Find) -> None:
    data = sent(document("ndrc"), "xliff")
    target = re.search(rb"(<target[^>]*>)(At present, [^<]*)(</target>)", data)
    words = target[2].replace(b"bears on", b"bears & weighs on")
    accepted = back(document("ndrc"), data.replace(target[0], target[1] + b"<![CDATA[" + words + b"]]>" + target[3]), "xliff")
    assert "bears & weighs on long-term" in changed(accepted)[FILE]


def test_po_is_wrapped_otherwise_and_has_obsolete_entries(document: Find) -> None:
    if not shutil.which("msgcat"):
        pytest.skip("gettext is not there")
    data = sent(document("wang-wenze"), "po")
    wrapped = subprocess.run(["msgcat", "--width=40", "-"], input=data, capture_output=True, check=True).stdout
    assert wrapped != data
    obsolete = b'\n#~ msgctxt "wang-wenze#p99"\n#~ msgid "\xe6\x97\xa7"\n#~ msgstr "Old."\n'
    assert changed(back(document("wang-wenze"), wrapped + obsolete, "po")) == {}


def test_po_is_po_to_others(document: Find, tmp_path: Path) -> None:
    data = sent(document("wang-wenze"), "po")
    (tmp_path / "a.po").write_bytes(data)
    with (tmp_path / "a.po").open("rb") as file:
        catalog = read_with_babel(file, abort_invalid=True)
    assert len([each for each in catalog if each.id]) == data.count(b"\nmsgctxt ")
    if shutil.which("msgfmt"):
        run = subprocess.run(["msgfmt", "--check", "-o", "-", str(tmp_path / "a.po")], capture_output=True, check=False)
        assert run.returncode == 0 and not run.stderr, run.stderr


@pytest.mark.parametrize("form", FORMS)
def test_a_unit_that_is_left_out_keeps_its_section(document: Find, form: str) -> None:
    data = sent(document("ndrc"), form)
    pattern = (
        rb"<trans-unit id=\"ndrc#p2\".*?</trans-unit>"
        if form == "xliff"
        else rb"#\. paragraph.*\n(?:#.*\n)*msgctxt \"ndrc#p2\"\n(?:(?:msg|\").*\n)*"
    )
    less = re.sub(pattern, b"", data, flags=re.DOTALL if form == "xliff" else 0)
    assert len(less) < len(data)
    assert changed(back(document("ndrc"), less, form)) == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_unit_that_nobody_sent_is_refused(document: Find, form: str) -> None:
    data = sent(document("ndrc"), form).replace(b"ndrc#p2", b"ndrc#p77").replace(b"target:", b"was:")
    data = data.replace(b"At present, innovation", b"Now, innovation")
    assert [each.split(" ")[1] for each in refused(document("ndrc"), data, form)] == ["unknown-id"]


@pytest.mark.parametrize("form", FORMS)
def test_a_unit_that_comes_back_twice_is_refused(document: Find, form: str) -> None:
    data = sent(document("ndrc"), form).replace(b'"ndrc#p2"', b'"ndrc#p3"')
    assert [each.split(" ")[1] for each in refused(document("ndrc"), data, form)] == ["duplicate-id"]


@pytest.mark.parametrize("form", FORMS)
def test_a_lost_call_and_lost_official_words_are_refused_with_their_lines(document: Find, form: str) -> None:
    data = sent(document("wang-wenze"), form)
    first, call = list(re.finditer(rb'<x id="n8"[^>]*>' if form == "xliff" else rb"\[\^8\]", data))[:2]
    unit = data.rindex(b"<trans-unit" if form == "xliff" else b"msgctxt", 0, call.start())
    assert unit < first.start(), "the first is in the source, the second in the target"
    line = data.count(b"\n", 0, unit) + 1
    lost = data[: call.start()] + data[call.end() :]
    assert refused(document("wang-wenze"), lost, form) == [f"{name_of(form)}:{line} translation-notes"]
    data = sent(document("cctv"), form)
    without = re.sub(rb"<mrk[^>]*>|</mrk>|(?<=\W){|}(?=\W)", b"", data)
    assert {each.split(" ")[1] for each in refused(document("cctv"), without, form)} == {"official-words"}


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_target_takes_nothing_away(document: Find, form: str) -> None:
    data = sent(document("ndrc"), form)
    old = rb"(<target[^>]*>)At present, [^<]*" if form == "xliff" else rb'(msgstr ""\n)"At present, (?:.*\n".*)*'
    accepted = back(document("ndrc"), re.sub(old, rb"\1", data, count=1), form)
    assert changed(accepted) == {} and [each.severity for each in accepted.warnings] == ["warning"]


@pytest.mark.parametrize("form", FORMS)
def test_what_changed_on_both_sides_is_refused_and_on_one_side_kept(ndrc: Document, form: str) -> None:
    data = sent(ndrc, form)
    edit(ndrc, "At present, innovation", "Today, innovation")
    assert changed(back(ndrc, data, form)) == {}
    theirs = data.replace(b"At present, innovation", b"Now, innovation")
    assert [each.split(" ")[1] for each in refused(ndrc, theirs, form)] == ["exchange-conflict"]


@pytest.mark.parametrize("form", FORMS)
def test_a_stale_translation_goes_out_for_review_and_comes_back_renewed(ndrc: Document, form: str) -> None:
    head = re.search(r"## p2 [0-9a-f]{16}", translation(ndrc).read_text(encoding="utf-8"))[0]
    edit(ndrc, head, "## p2 0123456789abcdef")
    data = sent(ndrc, form)
    assert changed(back(ndrc, data, form)) == {}
    done = changed(back(ndrc, finished(data, "ndrc#p2"), form))[FILE]
    assert f"{head} draft\nAt present" in done and done.count(" draft\n") == 1
    half = data.replace(b"At present, innovation", b"Now, innovation")
    assert "## p2 0123456789abcdef\nNow, innovation" in changed(back(ndrc, half, form))[FILE]


def finished(data: bytes, name: str) -> bytes:
    """The file with one unit that its translator calls finished."""
    unit = data.index(f'"{name}"'.encode())
    if b"<xliff" in data:
        state = re.compile(rb'state="[^"]*"(?: state-qualifier="[^"]*")?').search(data, unit)
        return data[: state.start()] + b'state="signed-off"' + data[state.end() :]
    flag = data.rindex(b"#, fuzzy\n", 0, unit)
    return data[:flag] + data[flag + len(b"#, fuzzy\n") :]


@pytest.mark.parametrize("form", FORMS)
def test_who_reviewed_and_when_comes_back_and_goes_out(ndrc: Document, form: str) -> None:
    head = re.search(r"## p2 [0-9a-f]{16}", translation(ndrc).read_text(encoding="utf-8"))[0]
    review = Review("Li Hua", "2025-09-03")
    accepted = back(ndrc, finished(sent(ndrc, form), "ndrc#p2"), form, review=review)
    assert accepted.lines == ("seeds/ndrc/translation.en.md: 1 now reviewed Li Hua 2025-09-03 (p2)",)
    before = translation(ndrc).read_text(encoding="utf-8")
    after = changed(accepted)[FILE]
    assert after == before.replace(head, f"{head} reviewed Li Hua 2025-09-03")
    translation(ndrc).write_text(after, encoding="utf-8")
    data = sent(ndrc, form)
    assert changed(back(ndrc, data, form, review=Review("Wang Wu", "2025-10-01"))) == {}
    touched = changed(back(ndrc, data.replace(b"At present, innovation", b"Now, innovation"), form))[FILE]
    assert f"{head} draft\nNow, innovation" in touched, "the review was one of other words"
    open_again = data.replace(b'state="signed-off"', b'state="needs-translation"').replace(
        b'msgctxt "ndrc#p2"', b'#, fuzzy\nmsgctxt "ndrc#p2"'
    )
    assert f"{head} draft\nAt present" in changed(back(ndrc, open_again, form))[FILE]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_from_before_a_review_does_not_undo_it(ndrc: Document, form: str) -> None:
    data = sent(ndrc, form)
    head = re.search(r"## p2 [0-9a-f]{16}", translation(ndrc).read_text(encoding="utf-8"))[0]
    edit(ndrc, head, f"{head} reviewed Li Hua 2025-09-03")
    assert changed(back(ndrc, data, form)) == {}


def test_xliff_says_who_reviewed(ndrc: Document) -> None:
    head = re.search(r"## p2 [0-9a-f]{16}", translation(ndrc).read_text(encoding="utf-8"))[0]
    edit(ndrc, head, f"{head} reviewed Li Hua 2025-09-03")
    data = sent(ndrc, "xliff")
    assert b'contact-name="Li Hua" date="2025-09-03T00:00:00Z"' in data and data.count(b'approved="yes"') == 1
    other = data.replace(b"Li Hua", b"Wang Wu").replace(b"At present, innovation", b"Now, innovation")
    assert f"{head} reviewed Wang Wu 2025-09-03\nNow, innovation" in changed(back(ndrc, other, "xliff"))[FILE]


def test_the_review_of_one_sentence_is_not_that_of_its_paragraph(document: Find) -> None:
    data = sent(document("ndrc"), "xliff", sentences=True)
    names = [each for each in re.findall(r'id="(ndrc#p2\.\d+)"', data.decode())]
    review = Review("Li Hua", "2025-09-03")
    assert len(names) > 1 and changed(back(document("ndrc"), finished(data, names[0]), "xliff", review=review)) == {}
    for name in names:
        data = finished(data, name)
    assert " reviewed Li Hua 2025-09-03\n" in changed(back(document("ndrc"), data, "xliff", review=review))[FILE]


@pytest.mark.parametrize("form", FORMS)
def test_an_official_translation_is_not_changed(ndrc: Document, form: str) -> None:
    edit(ndrc, "status: machine", "status: official")
    data = sent(ndrc, form)
    assert b"fuzzy" not in data and changed(back(ndrc, data, form)) == {}
    theirs = data.replace(b"At present, innovation", b"Now, innovation")
    assert [each.split(" ")[1] for each in refused(ndrc, theirs, form)] == ["official-words"]


@pytest.mark.parametrize("form", FORMS)
def test_a_translation_begins_as_an_empty_file_for_translators(ndrc: Document, form: str) -> None:
    whole = translation(ndrc).read_text(encoding="utf-8")
    translation(ndrc).unlink()
    data = sent(ndrc, form)
    assert changed(back(ndrc, data, form)) == {}
    words = "Words of the “new” translation."
    end = b"</source>" if form == "xliff" else b'msgctxt "ndrc#p2"'
    at = data.index(end, data.index(b'"ndrc#p2"') if form == "xliff" else 0)
    if form == "xliff":
        data = data[: at + len(end)] + f"<target>{words}</target>".encode() + data[at + len(end) :]
    else:
        at = data.index(b'msgstr ""', at)
        data = data[:at] + f'msgstr "{words}"'.encode() + data[at + len(b'msgstr ""') :]
    assert [each.split(" ")[1] for each in refused(ndrc, data, form)] == ["bad-exchange"]
    head = re.search(r"## p2 [0-9a-f]{16}", whole)[0]
    new = changed(back(ndrc, data, form, by="Li Hua: translator"))[FILE]
    assert new == f'---\nlanguage: en\nstatus: draft\nby: "Li Hua: translator"\n---\n\n{head}\n{words}\n'


@pytest.mark.parametrize("form", FORMS)
def test_a_section_that_is_missing_is_put_in_its_place(ndrc: Document, form: str) -> None:
    whole = translation(ndrc).read_text(encoding="utf-8")
    data = sent(ndrc, form)
    section = re.search(r"## p2 .*?\n\n(?=## )", whole, re.DOTALL)[0]
    edit(ndrc, section, "")
    fresh = data.replace(b"extradata", b"help-id").replace(b"#. target:", b"#. was:")
    assert changed(back(ndrc, fresh, form)) == {FILE: whole.replace(section[:22], f"{section[:22]} draft", 1)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<xliff",
        b"<a/>",
        b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>',
        b'<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2">&b;</xliff>',
        b'<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
        b"\xff\xfe<\x00",
    ],
)
def test_what_is_no_xliff_or_declares_entities_is_refused(document: Find, data: bytes) -> None:
    assert [each.split(" ")[1] for each in refused(document("ndrc"), data, "xliff")] == ["bad-exchange"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'msgid "a',
        b'msgctxt "ndrc#p1"\nmsgid "a"\n',
        b'msgctxt "ndrc#p1"\nmsgid "a"\nmsgstr "b\\q"\n',
        b'msgctxt "nobody"\nmsgid "a"\nmsgstr "b"\n',
        b'"stray"\n',
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=rot13\\n"\n',
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\xff',
        b'msgctxt "ndrc#p1"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
    ],
)
def test_what_is_no_po_is_refused(document: Find, data: bytes) -> None:
    assert [each.split(" ")[1] for each in refused(document("ndrc"), data, "po")] == ["bad-exchange"]


def test_words_that_no_section_can_hold_are_refused(document: Find) -> None:
    data = sent(document("ndrc"), "po")
    for words in (b"## p1 0123456789abcdef At present, ", b"{ At present, ", b"At \x01 present, ", b"[^3] At present, "):
        (said,) = refused(document("ndrc"), data.replace(b"At present, ", words, 1), "po")
        assert said.split(" ")[1] in ("bad-translation", "no-character", "translation-notes")


def test_a_text_that_is_not_the_edition_s_is_not_translated(document: Find) -> None:
    data = (
        sent(document("ndrc"), "xliff")
        .replace("当前".encode(), "从前".encode())
        .replace(b"At present, innovation", b"Once, innovation")
    )
    assert refused(document("ndrc"), data, "xliff")[0].endswith("bad-exchange")


def test_what_the_checks_find_in_a_changed_text_is_told(document: Find) -> None:
    accepted = back(
        document("ndrc"), sent(document("ndrc"), "xliff").replace(b"accounting for 26.67", b"accounting for 26.76"), "xliff"
    )
    assert {each.rule for each in accepted.warnings} == {"translation-numbers"}
    assert {each.place.path for each in accepted.warnings} == {name_of("xliff")}


def test_a_text_is_not_translated_into_its_own_language(document: Find) -> None:
    data = sent(document("ndrc"), "xliff").replace(b"translation.en.md", b"translation.zh-Hant.md")
    assert {each.split(" ")[1] for each in refused(document("ndrc"), data, "xliff")} == {"bad-exchange"}
