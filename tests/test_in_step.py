"""Documents against code: what is written about the project is true of it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from build_scripts.catalogue import KEYS, READERS
from build_scripts.diagnostics import rule_table
from build_scripts.model import BlockType
from build_scripts.passes import ORDER
from build_scripts.passes.identify import PREFIX
from build_scripts.proof import REMOVABLE, REPLACEMENT

ROOT = Path(__file__).parents[1]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "build_scripts").rglob("*.py")))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_rule_in_the_code_is_in_the_table_and_the_other_way_round() -> None:
    table = rule_table()
    known = {**table["edits"], **table["checks"]}
    named = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', CODE))
    for rule in known:
        assert rule in named or f'"{rule}"' in CODE, f"{rule} is in the table and nowhere in the code"
    for rule in re.findall(r'(?:bad|Diagnostic)\([^"]*?,\s*"([a-z0-9-]+)"', CODE):
        assert rule in table["checks"], rule
    for rule in re.findall(r'(?:Edit\([^"]*"[^"]*",\s*|removed\()"([a-z-]+)"', CODE):
        assert rule in table["edits"], rule


def test_the_proof_knows_every_edit_rule() -> None:
    assert set(rule_table()["edits"]) == set(REMOVABLE) | set(REPLACEMENT) | {"full-width"}


def test_every_rule_is_explained_in_every_language() -> None:
    for rule, meaning in rule_table()["edits"].items():
        assert set(meaning) == {"zh-Hans", "zh-Hant", "en"}, rule


def test_everything_the_edition_says_it_says_in_three_languages() -> None:
    wording = yaml.safe_load((ROOT / "build_scripts/writers/wording.yaml").read_text(encoding="utf-8"))
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
    assert all(reader in README for reader in READERS)


def test_every_seed_stands_in_the_list_of_rights() -> None:
    for folder in (ROOT / "seeds").iterdir():
        assert f"| `{folder.name}` |" in README


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in README
    assert re.search(r"^make test$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert "make test" in (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")


def test_modules_are_short() -> None:
    for path in (ROOT / "build_scripts").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
