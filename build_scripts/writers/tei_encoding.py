"""The `encodingDesc` of the TEI files: what was done to the texts, how they are marked up, what the categories mean."""

from __future__ import annotations

from build_scripts.links.model import Fidelity, LinkType
from build_scripts.model import Kind
from build_scripts.writers.tei_words import paragraphs, rules, said
from build_scripts.writers.tei_xml import Element, make, picture

TAXONOMIES: dict[str, tuple[str, ...]] = {
    "kind": tuple(f"kind-{kind}" for kind in Kind),
    "link": tuple(f"link-{kind}" for kind in LinkType),
    "fidelity": tuple(f"fidelity-{kind}" for kind in Fidelity),
    "quotation-marks": ("marked",),
    "translation": ("translation-official", "translation-working", "translation-stale"),
}


def encoding() -> Element:
    """The whole declaration, the same for every file."""
    return make(
        "encodingDesc", make("projectDesc", *paragraphs("what-this-is-text")), _editorial(),
        make("refsDecl", *paragraphs("tei-references")), make("classDecl", *map(_taxonomy, TAXONOMIES)),
    )  # fmt: skip


def _editorial() -> Element:
    return make(
        "editorialDecl", make("correction", *paragraphs("tei-correction"), method="markup"),
        make("normalization", *paragraphs("tei-normalization"), *rules(), method="silent"),
        make("quotation", *paragraphs("tei-quotation"), marks="all"),
        make("hyphenation", *paragraphs("tei-hyphenation"), eol="none"),
        make("segmentation", *paragraphs("tei-segmentation")), make("interpretation", *paragraphs("tei-interpretation")),
    )  # fmt: skip


def _taxonomy(name: str) -> Element:
    categories = [make("category", *said("catDesc", key), id=key) for key in TAXONOMIES[name]]
    return make("taxonomy", *categories, id=name)


def characters(codes: list[int]) -> Element:
    """The characters that XML cannot hold, each with its code point and with what stands for it."""
    described = [
        make("char", make("localProp", name="code-point", value=f"U+{code:04X}"), make("mapping", picture(code), type="shown"),
             id=f"char-{code:04X}")
        for code in codes
    ]  # fmt: skip
    return make("charDecl", *described)
