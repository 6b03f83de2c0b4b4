"""The program knows no word of this edition: no id of a seed, no name of its publishers and persons, none of its subject.

What stands in the lists of the language (`text/lexicon/`), such as the names of offices and agencies, is general.
"""

from __future__ import annotations

import ast
import re

import opencc
import yaml
from zhconv_rs import zhconv as convert

from build_scripts.text.lexicon import lexicon
from build_scripts.text.scripts import simplified
from tests.sources import READ, ROOT, SEEDS

SUBJECT = re.compile(r"习近平|習近平|Xi Jinping|政治局")
# A word of the language, too: outside the lexicon it is this edition's.
THEME = re.compile(r"人工智能|人工智慧")
ENDINGS = {".py", ".yaml", ".json", ".html", ".js", ".css", ".typ", ".md"}

# The record of what was decided.
GENERAL = ("DECISIONS.md",)


def files() -> dict[str, str]:
    """Every file of the program, by its path, but for the record of what was decided and when."""
    found = sorted(path for path in (ROOT / "build_scripts").rglob("*") if path.suffix in ENDINGS and path.name not in GENERAL)
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in files().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line) or pattern.search(simplified(line))
    ]


def test_no_word_of_its_subject() -> None:
    assert lines_with(SUBJECT) == []
    assert [line for line in lines_with(THEME) if not line.startswith("build_scripts/text/lexicon/regional.yaml")] == []


def test_a_word_of_its_subject_is_one_of_the_language_where_two_tables_of_others_give_it() -> None:
    """Regions say it in other words whatever an edition is about; that is not for the edition to claim."""
    taiwan = opencc.OpenCC("s2twp")
    for entry in lexicon("regional")["opencc-and-mediawiki"]:
        if any(map(THEME.search, entry["CN"])):
            assert {taiwan.convert(word) for word in entry["CN"]} <= set(entry["TW"])
            assert {convert(word, "zh-tw") for word in entry["CN"]} <= set(entry["TW"])
    others = [entry for name, listed in lexicon("regional").items() if name != "opencc-and-mediawiki" for entry in listed]
    assert [entry for entry in others if any(map(THEME.search, entry.get("CN", ())))] == []


def test_no_id_of_a_seed() -> None:
    names = [name for name in READ if name != "readout"]  # which is an English word
    assert lines_with(re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")) == []


def test_no_name_of_its_publishers_and_persons() -> None:
    entries = yaml.safe_load((SEEDS / "names.yaml").read_text(encoding="utf-8"))
    lexicon = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "build_scripts/text/lexicon").glob("*.yaml"))
    forms = {form for entry in entries for form in entry["zh"] if len(form) > 2 and form not in lexicon}
    assert len(forms) > 30
    assert lines_with(re.compile("|".join(map(re.escape, sorted(forms))))) == []


def test_names_tell_what_they_hold() -> None:
    """Words that grep finds everywhere and that say nothing are no names of variables, fields or functions."""
    found = []
    for path in sorted((ROOT / "build_scripts").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = {ast.Name: "id", ast.arg: "arg", ast.FunctionDef: "name"}.get(type(node))
            if name and getattr(node, name) in ("said", "there", "own"):
                found.append(f"{path.name}:{node.lineno}")
    assert found == []


def test_no_name_of_a_type_has_two_meanings() -> None:
    places: dict[str, list[str]] = {}
    for path in sorted((ROOT / "build_scripts").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            alias = node.targets[0].id if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) else ""
            name = node.name if isinstance(node, ast.ClassDef) else alias
            if name and not name.isupper() and name.strip("_")[0].isupper():
                places.setdefault(name, []).append(f"{path.name}:{node.lineno}")
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_no_function_is_over_40_lines_and_no_module_over_300() -> None:
    long = []
    for path in sorted((ROOT / "build_scripts").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        long += [path.name] if text.count("\n") > 300 else []
        functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
        long += [f"{path.name}: {each.name}" for each in functions if (each.end_lineno or 0) - each.lineno >= 40]
    assert long == []
