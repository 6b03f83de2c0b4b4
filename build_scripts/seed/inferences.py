"""What an editor concludes and the capture does not say, in `source.yaml`: each with its reason."""

from __future__ import annotations

from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.model import Inference
from build_scripts.seed.located import Lines, check_keys
from build_scripts.seed.values import LANGUAGE, is_date, one_line, reason, text_of
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import is_chinese, script_of

INFERRED = ("published", "publisher", "author", "speaker", "occasion", "wording")
OCCASION = ("date", "place", "event")


def read_inferences(data: dict[str, Any], lines: Lines, shown: str, language: str, prefix: str = "") -> dict[str, Inference]:
    """The inferences of a source or a story, by what they are about; `language` is that of the text.

    Raises BadInput: inference-without-reason, bad-date, bad-value, unknown-key, unknown-language.
    """
    return {key: _inference(data[key], key, lines, shown, language, prefix) for key in INFERRED if key in data}


def _inference(value: Any, key: str, lines: Lines, shown: str, language: str, prefix: str) -> Inference:
    place, below = lines[f"{prefix}{key}"], f"{prefix}{key}."
    parts = OCCASION if key == "occasion" else ()
    given = {}
    if isinstance(value, dict):
        check_keys(value, ("value", "because", *parts), lines, shown, below)
        given = {name: one_line(text_of(value, name, lines, below)) for name in parts if value.get(name)}
    if not isinstance(value, dict) or not (value.get("value") or given) or not value.get("because"):
        form = "date: …, place: …, event: …" if parts else "value: …"
        hint = f"write “{key}: {{{form}, because: …}}”; what the capture states needs no entry"
        raise bad(place, "inference-without-reason", f"“{key}” needs a value and a reason", hint)
    words = one_line(text_of(value, "value", lines, below)) if value.get("value") else ""
    date = words if key == "published" else given.get("date", "")
    if date and not is_date(date):
        raise bad(place, "bad-date", f"“{date}” is not an EDTF date", "for example 2025-09~")
    words = words or words_of(given, language)
    if key == "wording" and not LANGUAGE.fullmatch(words):
        sentence = f"“{words}” is not a language code"
        raise bad(place, "unknown-language", sentence, "for example zh-Hans-CN: what the text was before")
    return Inference(words, reason(value, "because", lines, shown, below), given)


def words_of(parts: dict[str, str], language: str) -> str:
    """The words for an occasion of which an editor gives date, place and event, or some of them.

    >>> words_of({"date": "1923-12-26", "event": "演讲"}, "zh-Hans-CN"), words_of({"place": "Hull", "event": "lecture"}, "en")
    ('1923年12月26日，演讲', 'Hull, lecture')
    """
    tree = script_of(language)
    shown = {**parts, "date": show_date(parts["date"], tree)} if parts.get("date") else parts
    return ("，" if is_chinese(tree) else ", ").join(shown[name] for name in ("date", "place", "event") if shown.get(name))
