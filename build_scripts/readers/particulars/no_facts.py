"""Lines that label what is no fact of a text: numbers by which a site files it, counts."""

from __future__ import annotations

import re

from build_scripts.readers.particulars.pieces import cut_pieces
from build_scripts.text.characters import bare, closes_sentence
from build_scripts.text.lexicon import lexicon, words
from build_scripts.text.scripts import simplified

SHORT_VALUE = 40  # code points of a label of no fact and its value


def is_no_fact(line: str) -> bool:
    """Whether a short line is a label under which sites put what is no fact of the text, with its value.

    >>> is_no_fact("索 引 号：000013-2021-00356"), is_no_fact("关键词：标准；方法"), is_no_fact("文号：这是一句完整的话，说的是别的事情。")
    (True, False, False)
    """  # noqa: E501
    text = bare(line)
    if len(text) > SHORT_VALUE or closes_sentence(text) or not re.search("[:：]", text):
        return False
    pieces = cut_pieces(text)
    return bool(pieces) and pieces[0].kind == "label" and not pieces[0].field and not _is_subject(text)


def _is_subject(text: str) -> bool:
    """Whether its label is one of keywords, which may be those of an article."""
    listed = words(lexicon("page")["tags"])
    return simplified(re.split("[:：]", text)[0]).replace(" ", "").startswith(listed)
