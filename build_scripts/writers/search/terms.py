"""Terms of the search index: pairs of neighbouring Chinese characters and whole words of other scripts, with their places.

A pair finds any part of a Chinese text without knowing its words; longer wordings are chains of pairs. Texts are folded as the
links fold them; regional words stay as they are written, and the query asks for each of their wordings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.edition.glossary import Term
from build_scripts.links.words.fold import fold_all
from build_scripts.links.words.regional import RegionalWords, meanings
from build_scripts.text.simplify import simplification

# From here on a character is set solid, without spaces between words: radicals, kana, ideographs, and Hangul with them.
FIRST_SOLID = 0x2E80
OTHER_FORM = re.compile(
    "[\u00aa-\u2e7f\u3200-\u33ff\uf900-\ufb4f\ufe30-\uffef]"
)  # letters with accents, forms of other letters
ABBREVIATED = re.compile(r"([A-Za-z]+(?: [A-Za-z]+){1,2}) \(([A-Z][A-Za-z]*)\)")


def terms_of(texts: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """`(term, index of the text, place)` of every term, in order; the place is counted in letters of the text.

    >>> list(terms_of(["用軟體：AI chip"]))
    [('用软', 0, 0), ('软体', 0, 1), ('体', 0, 2), ('ai', 0, 3), ('chip', 0, 5)]
    """
    letters = fold_all([plain(text) for text in texts])
    codes, owners, places = letters.codes.tolist(), letters.text.tolist(), letters.place.tolist()
    count, at, first, owner = len(codes), 0, 0, -1
    while at < count:
        if owners[at] != owner:
            owner, first = owners[at], at
        start, at = at, at + 1
        if codes[start] >= FIRST_SOLID:
            pair = at < count and owners[at] == owner and codes[at] >= FIRST_SOLID
            yield chr(codes[start]) + (chr(codes[at]) if pair else ""), owner, start - first
            continue
        while at < count and codes[at] < FIRST_SOLID and owners[at] == owner and places[at] == places[at - 1] + 1:
            at += 1
        yield "".join(map(chr, codes[start:at])), owner, start - first


def plain(text: str) -> str:
    """A text without accents, each form of another letter as that letter, or the first of several.

    >>> plain("Café, ＡＩ, ﬁve, e\u0301t, が")
    'Cafe, AI, fve, et, が'
    """
    letters = OTHER_FORM.sub(lambda match: unicodedata.normalize("NFKD", match[0])[0], text)
    return "".join(char for char in letters if not unicodedata.category(char).startswith("M"))


def abbreviations(terms: Iterable[Term]) -> list[list[object]]:
    """The abbreviations that the English of a term gives in brackets, each with the words that it stands for, folded."""
    found = {match[2].lower(): match[1].lower().split() for term in terms for match in ABBREVIATED.finditer(term.english)}
    return [[short, words] for short, words in found.items()]


def postings_of(terms: Iterable[tuple[str, int, int]]) -> dict[str, list[int]]:
    """Where each term stands: steps from text to text, the first place in it, and steps to further places as negative numbers.

    >>> postings_of(terms_of(["甲乙，甲乙", "丙", "甲乙"]))["甲乙"]
    [0, 0, -2, 2, 0]
    """
    found: dict[str, tuple[list[int], int, int]] = {}
    for term, text, place in terms:
        known = found.get(term)
        if not known:
            found[term] = [text, place], text, place
            continue
        steps, before, where = known
        if before == text:
            steps.append(where - place)
        else:
            steps += (text - before, place)
        found[term] = steps, text, place
    return {term: steps for term, (steps, _, _) in found.items()}


def folding_of(postings: dict[str, list[int]], words: RegionalWords) -> str:
    """The folding that a query needs: each character that becomes a letter of the index or of the list, then that letter."""
    known = set("".join([*postings, *meanings(words)]))
    pairs = {chr(code): to.lower()[0] for code, to in simplification().items()}
    return "".join(char + to for char, to in sorted(pairs.items()) if to in known and char.lower() != to)


def regional_groups(words: RegionalWords) -> list[list[str]]:
    """The regional words by meaning, folded; those that are written in one way only once folded are left out."""
    groups: dict[str, list[str]] = {}
    for word, meaning in meanings(words).items():
        groups.setdefault(meaning, []).append(word)
    return [group for group in groups.values() if len(group) > 1]
