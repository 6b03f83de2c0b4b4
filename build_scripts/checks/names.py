"""Names agree between a text and its translation: listed ones both ways, romanised ones and Latin letters without a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from build_scripts.checks.translation import each_translated, translated_parts
from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.names import Name, names_in, words_of
from build_scripts.model import Document
from build_scripts.text.characters import is_han
from build_scripts.text.dates import MONTHS
from build_scripts.text.scripts import is_chinese, simplified

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
COMMON_WORD = re.compile(r"\b[a-z]+\b")
CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?![\w’'-])")
# Initials and finals of Hanyu Pinyin (GB/T 16159), without the syllables of one letter; a little wider than the syllables in
# use.
INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
FINAL = "i?ang?|i?ong|iao|iu|ie|ia|ing?|uang?|uai|ui|uo|ue|ua|un|eng?|er|ei|ou|ao|ai|[aeiou]"
ROMANISED = re.compile(f"(?:(?:{INITIAL})(?:{FINAL})|ang?|eng?|er|ai|ao|ou){{2,}}")
LONGEST_NAME = 40  # letters: more are no name, and may be divided into syllables in more ways than can be tried
OTHER = {"the text": "the translation", "the translation": "the text"}
SIDE = re.compile("|".join(OTHER))
READINGS = 4  # of one character, of which any will do


def check_names(documents: Iterable[Document], names: Sequence[Name]) -> Iterator[Diagnostic]:
    """`translation-names` for each block or note whose names are not those of its translation."""
    translated = list(each_translated(documents))
    translations = [document.translation for document in translated if document.translation]
    texts = (part.text.text for translation in translations for part in translation.parts)
    common = {word for text in texts for word in COMMON_WORD.findall(text)}
    for document in translated:
        for name, text, translation, place in translated_parts(document):
            swapped = document.translation is not None and is_chinese(document.translation.language)
            pair = (translation, text) if swapped else (text, translation)
            for problem in compare_names(*pair, names, common):
                sentence = SIDE.sub(lambda side: OTHER[side[0]], problem) if swapped else problem
                yield Diagnostic(place, "translation-names", f"{name}: {sentence}", "give every name as names.yaml has it")


def compare_names(text: str, translated: str, names: Sequence[Name], common: Collection[str] = ()) -> Iterator[str]:
    """What does not agree between the names of a Chinese text and of its translation, in words; `common` are no names.

    >>> list(compare_names("在深圳使用 DeepSeek", "DeepSeek", [Name(("深圳",), ("Shenzhen",))]))
    ['the translation does not name 深圳 (Shenzhen)']
    """
    chinese = simplified(text)
    here, opposite = names_in(chinese, names, "chinese"), names_in(translated, names, "english")
    given = names_in(text, names, "english")
    yield from (f"the translation does not name {name.chinese[0]} ({name.english[0]})" for name in here if name not in opposite)
    yield from (
        f"the text does not name {name.english[0]} ({name.chinese[0]})"
        for name in opposite
        if name not in here and name not in given and not name.loose
    )
    listed = words_of(tuple(names))
    words = {form for word in LATIN_WORD.findall(translated) for form in (word.lower(), word.lower().removesuffix("s"))}
    as_they_are = dict.fromkeys(LATIN_WORD.findall(text))
    yield from (f"the translation does not have “{word}”" for word in as_they_are if word.lower() not in words)
    for word in dict.fromkeys(CAPITALISED.findall(translated)):
        known = word.lower() in common or word in MONTHS or word in as_they_are or word in listed
        if is_romanised(word) and not known and not _said(word.lower(), chinese):
            yield f"“{word}” looks like a name, and the text has no characters that read so"


def is_romanised(word: str) -> bool:
    """Whether a word is two or more syllables of Hanyu Pinyin, so that it may be a Chinese name.

    >>> is_romanised("Nanning"), is_romanised("Liyan"), is_romanised("Chips"), is_romanised("Dong")
    (True, True, False, False)
    """
    return len(word) <= LONGEST_NAME and bool(ROMANISED.fullmatch(word.lower()))


@lru_cache(maxsize=8192)
def _readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(dict.fromkeys(each.replace("ü", "u") for each in pinyin(char, style=Style.NORMAL, heteronym=True)[0]))[
        :READINGS
    ]


def _said(word: str, chinese: str) -> bool:
    """Whether characters next to each other read like the word."""
    chars = "".join(char if is_han(char) else " " for char in chinese)
    runs = (run for run in chars.split() if run)
    return any(_spells(run[at:], word) for run in runs for at in range(len(run)))


def _spells(run: str, word: str) -> bool:
    if not word:
        return True
    return bool(run) and any(word.startswith(each) and _spells(run[1:], word[len(each) :]) for each in _readings(run[0]))
