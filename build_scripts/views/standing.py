"""What a translation is and how far it has come, in the words of a tree."""

from __future__ import annotations

from build_scripts.model import Translation
from build_scripts.standing import Standing, Status
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import is_chinese
from build_scripts.views.wording import say


def standing_words(standing: Standing, tree: str) -> str:
    """How far a translation or a section of one has come; of a review, who made it and when."""
    words = say(f"translation-{standing.status}", tree)
    return words.format(standing.reviewer, show_date(standing.day, tree)) if standing.status is Status.REVIEWED else words


def made_words(translation: Translation, tree: str) -> str:
    """What a translation is and who made it."""
    words = translation_words(translation, tree)
    by = f"（{translation.by}）" if is_chinese(tree) else f" ({translation.by})"
    return words + by if translation.by else words


def translation_words(translation: Translation | None, tree: str) -> str:
    """What the translation of a document is, and whether sections of it are otherwise; empty where there is none."""
    if not translation:
        return ""
    if translation.captured:
        return say("translation-captured", tree)
    words = standing_words(translation.standing, tree)
    return say("translation-mixed", tree).format(words) if translation.standings else words
