"""What is not proven again: pages of which there was nothing to say, as long as they are the same."""

from __future__ import annotations

from pathlib import Path

from build_scripts.proof.proven import proven_in
from build_scripts.store import Store

VERSION = "12345678"


def prove_all(site: Path, store: Store, version: str = VERSION) -> tuple[list[str], list[str]]:
    """The names of the pages that are looked at, and all that is said of them."""
    looked: list[str] = []

    def prove(text: str) -> list[str]:
        looked.append(text)
        return ["bad", "bad"] if "bad" in text else []

    proven = proven_in(store, version)
    told = [sentence for path in sorted(site.iterdir()) for sentence in proven.of_page(path, prove)]
    proven.keep_pages()
    return looked, told


def test_a_page_is_proven_again_where_it_is_another_or_something_is_to_be_said_of_it(tmp_path: Path) -> None:
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    site.mkdir()
    for name in ("a", "b", "bad"):
        (site / name).write_text(f"{name} {VERSION}", encoding="utf-8")
    assert prove_all(site, store) == ([f"a {VERSION}", f"b {VERSION}", f"bad {VERSION}"], ["bad"])
    assert prove_all(site, store) == ([f"bad {VERSION}"], ["bad"])
    (site / "a").write_text(f"another {VERSION}", encoding="utf-8")
    assert prove_all(site, store) == ([f"another {VERSION}", f"bad {VERSION}"], ["bad"])
    (site / "a").write_text(f"a {VERSION}", encoding="utf-8")
    assert prove_all(site, store)[0] == [f"a {VERSION}", f"bad {VERSION}"]  # what the last proof did not see is forgotten


def test_the_version_alone_makes_no_page_another(tmp_path: Path) -> None:
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    site.mkdir()
    (site / "a").write_text(f"a {VERSION}", encoding="utf-8")
    prove_all(site, store)
    (site / "a").write_text("a 87654321", encoding="utf-8")
    assert prove_all(site, store, "87654321") == ([], [])


def test_a_page_that_holds_the_version_of_another_edition_is_proven(tmp_path: Path) -> None:
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    site.mkdir()
    (site / "a").write_text(f"a {VERSION}", encoding="utf-8")
    prove_all(site, store)
    assert prove_all(site, store, "87654321")[0] == [f"a {VERSION}"]
