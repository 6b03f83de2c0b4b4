"""The description of the search: there where the site has an address, and leading to what the page opens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from build_scripts.edition.edition import make_edition
from build_scripts.edition.reading import read_witness
from build_scripts.seed.catalogue import read_source
from build_scripts.views.tree import Views
from build_scripts.writers.root.files import root_files

ROOT = Path(__file__).parents[2]
SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_each_tree_describes_its_search_where_the_address_is_known() -> None:
    edition = make_edition([read_witness(read_source(ROOT / "seeds/ndrc"))])
    assert not any("opensearch" in path for path in root_files(Views(edition), ()))
    files = root_files(Views(replace(edition, settings=replace(edition.settings, address="https://example.org/a&b/"))), ())
    for tree in edition.trees:
        root = ElementTree.fromstring(files[f"{tree}/opensearch.xml"])
        url = root.find(f"{SPACE}Url")
        assert url is not None and url.get("template") == f"https://example.org/a&b/{tree}/?q={{searchTerms}}"
        assert 0 < len(root.findtext(f"{SPACE}ShortName") or "") <= 16
