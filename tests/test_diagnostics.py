"""How messages are printed: a person reads each cause, not hundreds of lines of one."""

from __future__ import annotations

from build_scripts.diagnostics import FEW, MANY, Diagnostic, told
from build_scripts.model import Place


def messages(count: int, path: str = "seeds/a/raw.txt", rule: str = "orphan-note") -> list[Diagnostic]:
    return [Diagnostic(Place(path, line), rule, f"note {line}", "mend it") for line in range(1, count + 1)]


def test_few_messages_stay_as_they_are() -> None:
    few = [*messages(FEW + 1), *messages(2, rule="orphan-call"), *messages(1, "seeds/b/raw.txt")]
    assert sorted(told(few)) == sorted(map(str, few))


def test_hundreds_of_one_cause_are_the_first_and_a_count() -> None:
    lines = told(messages(300))
    assert len(lines) == FEW + 1 and lines[0] == "seeds/a/raw.txt:1: error[orphan-note]: note 1\n  hint: mend it"
    assert lines[-1].startswith(
        f"seeds/a/raw.txt:{FEW + 1}: error[orphan-note]: the same of {300 - FEW} more, in lines {FEW + 1}, "
    )


def test_a_cause_in_hundreds_of_files_is_the_first_and_a_count() -> None:
    found = [each for number in range(200) for each in messages(1, f"docs/en/{number}.md", "docs-stale")]
    lines = told(found)
    assert len(lines) == MANY + 1
    assert f"error[docs-stale]: the same {200 - MANY} times more, in {200 - MANY} files" in lines[-1]


def test_causes_stand_in_the_order_in_which_they_were_found() -> None:
    found = [*messages(1, rule="orphan-call"), *messages(2), *messages(1, "seeds/b/raw.txt", "orphan-call")]
    assert [line.partition("[")[2][:11] for line in told(found)] == ["orphan-call", "orphan-call", "orphan-note", "orphan-note"]
