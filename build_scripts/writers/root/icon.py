"""The icon of an edition that has its own colours or its own mark."""

from __future__ import annotations

from pathlib import Path

from build_scripts.seed.settings import Settings

PLAIN = Path(__file__).parents[2] / "theme" / "assets" / "favicon.svg"
ICON = "assets/favicon.svg"


def icon(settings: Settings) -> str:
    """The file's text: the program's icon with what the edition gives in its place."""
    text = PLAIN.read_text(encoding="utf-8")
    head, _, drawing = text.partition("</style>")
    if settings.mark:
        drawing = f'<path d="{settings.mark[0]}"/><path class="red" d="{settings.mark[1]}"/></svg>\n'
    for ours, theirs in zip(_reds(head), settings.accent, strict=False):
        head = head.replace(ours, theirs)
    return f"{head}</style>{drawing}"


def _reds(head: str) -> list[str]:
    """The colours of the program in light and in dark."""
    return [rule.partition("}")[0] for rule in head.split(".red{fill:")[1:]]
