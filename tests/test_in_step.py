"""Documents against code: what is written about the project is true of it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from build_scripts.checks import rules as complaints
from build_scripts.diagnostics import rule_table
from build_scripts.edition.reading import read_witness
from build_scripts.model import BlockType
from build_scripts.passes import ORDER
from build_scripts.passes.identify import PREFIX
from build_scripts.seed.catalogue import KEYS, LANGUAGE, read_source
from build_scripts.seed.decisions import read_decisions

ROOT = Path(__file__).parents[1]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "build_scripts").rglob("*.py")))
LOCKS = ("requirements.lock", "tests/requirements.lock")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_rule_in_the_code_is_in_the_table_and_the_other_way_round() -> None:
    table = rule_table()
    known = {*table["edits"], *complaints()}
    named = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', CODE))
    for rule in known:
        assert rule in named or f'"{rule}"' in CODE, f"{rule} is in the table and nowhere in the code"
    for rule in re.findall(r'(?:bad|Diagnostic)\([^"]*?,\s*"([a-z0-9-]+)"', CODE):
        assert rule in complaints(), rule
    for rule in re.findall(r'(?:Edit\([^"]*"[^"]*",\s*|removed\()"([a-z-]+)"', CODE):
        assert rule in table["edits"], rule


def test_every_rule_is_explained_in_every_language() -> None:
    for rule, meaning in rule_table()["edits"].items():
        assert set(meaning) == {"zh-Hans", "zh-Hant", "en"}, rule


def test_everything_the_edition_says_it_says_in_three_languages() -> None:
    wording = yaml.safe_load((ROOT / "build_scripts/views/wording.yaml").read_text(encoding="utf-8"))
    for key, words in wording.items():
        assert set(words) == {"zh-Hans", "zh-Hant", "en"}, key
        assert all(words.values()), key


def test_every_block_type_has_an_id_prefix_and_every_pass_a_reason() -> None:
    assert set(PREFIX) == set(BlockType)
    assert all(reason for _, reason in ORDER)


def test_the_readme_shows_a_passage_as_it_stands() -> None:
    raw = (ROOT / "seeds/wang-wenze/raw.txt").read_text(encoding="utf-8")
    before = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1]
    assert before.replace("\n", "\n\n").strip() in raw
    after = re.search(r"^> (.*?)……$", README, re.MULTILINE)[1]
    assert after in (ROOT / "docs/zh-Hans/commentary/wang-wenze.md").read_text(encoding="utf-8")


def test_the_readme_names_what_is_there() -> None:
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), target
    for path in re.findall(r"\]\(((?!http)[\w./-]+)\)", README):
        assert (ROOT / path).exists(), path
    example = re.search(r"   ```yaml\n(.*?)```", README, re.DOTALL)[1]
    assert set(re.findall(r"^   (\w+):", example, re.MULTILINE)) <= set(KEYS)


def test_the_example_of_the_readme_is_read_as_printed(tmp_path: Path) -> None:
    example = dedent(re.search(r"   ```yaml\n(.*?)```", README, re.DOTALL)[1])
    folder = tmp_path / "example"
    folder.mkdir()
    raw = "某年某事\n2025-04-27 09:19 来源：某某网\n第一段在这里，文字不长。\n"
    (folder / "raw.txt").write_text(raw, encoding="utf-8")
    digest = hashlib.sha256(raw.encode()).hexdigest()
    (folder / "source.yaml").write_text(example.replace("sha256: …", f"sha256: {digest}"), encoding="utf-8")
    source = read_source(folder)
    assert "," in source.inferences["published"].because["en"], "a reason with a comma stands in quotation marks"
    assert read_witness(source).documents[0].field("title") == "某年某事"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in README
    assert re.search(r"^make test$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert "make test" in (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")


def test_workflows_have_the_least_rights_and_run_actions_by_their_commit() -> None:
    paths = [*(ROOT / ".github/workflows").glob("*.yml"), *(ROOT / "build_scripts/new").rglob("workflows/*.yml")]
    assert len(paths) == 3
    for path in paths:
        text = path.read_text(encoding="utf-8")
        workflow = yaml.safe_load(text)
        assert workflow["permissions"] == {} and "pull_request_target" not in text and "secrets." not in text, path
        assert all("permissions" in job for job in workflow["jobs"].values()), path
        used = re.findall(r"uses: (.*)", text)
        assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", each) for each in used), path
        assert text.count("actions/checkout@") == text.count("persist-credentials: false"), path
        writing = [job for job in workflow["jobs"].values() if "write" in job["permissions"].values()]
        assert not re.search("checkout|pip|make |build_scripts", yaml.safe_dump([job["steps"] for job in writing])), path


def test_what_the_locks_pin_is_looked_up_among_known_faults_every_week() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/newest.yml").read_text(encoding="utf-8"))
    assert workflow[True]["schedule"]
    steps = [step for step in workflow["jobs"]["dependencies"]["steps"] if "run" in step]
    locks = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/*.lock")}
    reviewed = next(step["run"] for step in steps if "pip-audit" in step["run"])
    assert locks and all(f"-r {lock}" in reviewed for lock in locks)
    assert any("npm audit" in step["run"] for step in steps)
    pinned = [set(re.findall(r"^[\w.-]+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.M)) for name in LOCKS]
    assert pinned[0] <= pinned[1], "the lock that is reviewed holds all of the other"


def test_modules_are_short() -> None:
    for path in (ROOT / "build_scripts").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_the_decisions_of_the_readme_are_read(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(corrections:.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 1
    (tmp_path / "decisions.yaml").write_text(blocks[0], encoding="utf-8")
    decided = read_decisions(tmp_path)
    found = decided.decisions
    assert all((decided.corrections, found.links, found.works, found.marks, found.waivers))


DOCUMENTS = ("README.md", "CONTRIBUTING.md", "build_scripts/README.md")
FENCED = re.compile(r"```.*?```", re.DOTALL)
PATH = re.compile(r"[\w.<>-]*/[\w./<>-]*|[\w-]+\.(?:py|yaml|yml|md|css|js|typ|json|html|toml|lock|txt)")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_name_paths_that_exist(name: str) -> None:
    """Files and folders of the repository, of a seed, of the site, or of an example that the document shows."""
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = CODE + "".join(FENCED.findall(text))
    paths = {path.name for top in ("build_scripts", "tests", "seeds", ".github") for path in (ROOT / top).rglob("*")}
    quoted = dict.fromkeys(re.findall(r"`([^`\s]+)`", FENCED.sub("", text)))
    named = [path for path in quoted if PATH.fullmatch(path) and re.search(r"\w", path)]
    assert named
    for path in named:
        last = re.sub("<[^>]*>", "", path.rstrip("/").rpartition("/")[2]).strip(".")
        known = any((ROOT / top / path).exists() for top in ("", "build_scripts", "tests"))
        assert known or not last or last in paths or last in shown, f"{name} names {path}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_name_commands_that_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    options = set(re.findall(r"--[a-z-]+", (ROOT / "build_scripts/cli.py").read_text(encoding="utf-8")))
    for command, rest in re.findall(r"(?:python -m build_scripts|`duizhao|^duizhao) ([a-z]+)([^`\n]*)", text, re.MULTILINE):
        assert f'add_parser("{command}"' in (ROOT / "build_scripts/cli.py").read_text(encoding="utf-8"), command
        assert set(re.findall(r"--[a-z-]+", rest)) <= options, rest
    for target in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for module in re.findall(r"python -m (tests[\w.]+)", text + makefile):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists(), module


def test_every_wording_is_said_somewhere() -> None:
    """Its key stands in the program, as it is or as a beginning and an end that are put together."""
    wording = yaml.safe_load((ROOT / "build_scripts/views/wording.yaml").read_text(encoding="utf-8"))
    files = [path for path in (ROOT / "build_scripts").rglob("*") if path.suffix in (".py", ".html", ".js", ".typ")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*files, ROOT / "mkdocs.yml"])
    literal = set(re.findall(r"[\"']([\w-]+)[\"']", text))
    beginnings = set(re.findall(r"""f["']([a-z]+(?:-[a-z]+)*-)\{""", text))

    def is_said(key: str) -> bool:
        ends = (key.removeprefix(beginning) for beginning in beginnings if key.startswith(beginning))
        return key in literal or any(end in literal or LANGUAGE.fullmatch(end) for end in ends)

    assert [key for key in wording if not is_said(key.removesuffix("-many"))] == []
