"""The `encodingDesc` of the TEI files: what was done to the texts, how they are marked up, what the categories mean."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.edition.edition import Edition
from build_scripts.links.model import Fidelity, LinkType
from build_scripts.standing import Status
from build_scripts.writers.tei.words import paragraphs, rules, wordings
from build_scripts.writers.tei.xml import Element, make, picture

TAXONOMIES: dict[str, tuple[str, ...]] = {
    "link": tuple(f"link-{kind}" for kind in LinkType),
    "fidelity": tuple(f"fidelity-{kind}" for kind in Fidelity),
    "quotation-marks": ("marked",),
    "translation": (*(f"translation-{status}" for status in Status), "translation-stale"),
}
WORDED = {"translation-reviewed": "status-reviewed"}  # a category names nobody


def encoding(edition: Edition) -> Element:
    """The whole declaration, the same for every file of an edition."""
    trees = edition.trees
    taxonomies = {"kind": tuple(f"kind-{kind}" for kind in edition.settings.kinds), **TAXONOMIES}
    return make(
        "encodingDesc",
        make("projectDesc", *paragraphs(trees, "what-this-is-text")),
        _editorial(trees),
        make("refsDecl", *paragraphs(trees, "tei-references")),
        make("classDecl", *(_taxonomy(trees, name, keys) for name, keys in taxonomies.items())),
    )


def _editorial(trees: Sequence[str]) -> Element:
    return make(
        "editorialDecl",
        make("correction", *paragraphs(trees, "tei-correction"), method="markup"),
        make("normalization", *paragraphs(trees, "tei-normalization"), *rules(trees), method="silent"),
        make("quotation", *paragraphs(trees, "tei-quotation"), marks="all"),
        make("hyphenation", *paragraphs(trees, "tei-hyphenation"), eol="none"),
        make("segmentation", *paragraphs(trees, "tei-segmentation")),
        make("interpretation", *paragraphs(trees, "tei-interpretation")),
    )


def _taxonomy(trees: Sequence[str], name: str, keys: Sequence[str]) -> Element:
    categories = [make("category", *wordings(trees, "catDesc", WORDED.get(key, key)), id=key) for key in keys]
    return make("taxonomy", *categories, id=name)


def characters(codes: list[int]) -> Element:
    """The characters that XML cannot hold, each with its code point and with what stands for it."""
    described = [
        make(
            "char",
            make("localProp", name="code-point", value=f"U+{code:04X}"),
            make("mapping", picture(code), type="shown"),
            id=f"char-{code:04X}",
        )
        for code in codes
    ]
    return make("charDecl", *described)
