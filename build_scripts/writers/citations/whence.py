"""What a citation says beside the work: edition and version it is read in, who translated it, what it was captured from.

No style has a place for all of this, and a citation processor none for words of its own; so it is put into what the processor
gives: the edition before the address, the rest after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape as escape_html

from build_scripts.edition.version import Version
from build_scripts.source import Provenance
from build_scripts.views.wording import say
from build_scripts.writers.citations.cited import ADDRESS, Pieces
from build_scripts.writers.citations.styles import Style


@dataclass(frozen=True, slots=True)
class Whence:
    """The edition by its name in the language of a style, and what is said of this text; empty what there is not."""

    edition: str
    version: Version
    contained: bool
    translation: str
    provenance: Provenance

    def put_into(self, pieces: Pieces, style: Style, html: bool = False) -> Pieces:
        """The pieces of a citation with all of it; `html` where they are HTML."""
        if ADDRESS not in pieces:
            return pieces
        at = pieces.index(ADDRESS)
        before, after = pieces[:at], pieces[at + 1 :]
        words = str(before[-1]) if before else ""
        return (*before[:-1], self._opening(words, style, html), ADDRESS, *after, *self._rest(style, html))

    def _opening(self, words: str, style: Style, html: bool) -> str:
        """The words before the address, with the edition and its version after them."""
        name = escape_html(self.edition) if html else self.edition
        name = f"<em>{name}</em>" if html and style.romanised else name
        version = say("version", "en" if style.romanised else "zh-Hans").format(self.version.name)
        if style.name == "apa":
            date = f", {self.version.date}" if self.version.date else ""
            return f"{words}{name} ({version[:1].upper()}{version[1:]}{date}). "
        version += f" ({self.version.date})" if self.version.date else ""
        held = version if self.contained else f"{name}, {version}"
        if words.endswith(", "):
            between, end = (", ", ", ") if self.contained or style.name == "chicago" else (". ", ", ")
            return f"{words[:-2]}{between}{held}{end}"
        return f"{words}{held[:1].upper()}{held[1:]}. "

    def _rest(self, style: Style, html: bool) -> tuple[str, ...]:
        """Sentences after the address: the translation, and what was captured."""
        given, tree = self.provenance, "en" if style.romanised else "zh-Hans"
        captured = given.url and say("cited-source", tree).format(given.url)
        captured += given.retrieved and say("cited-retrieved", tree).format(given.retrieved)
        captured += given.archived and say("cited-archived", tree).format(given.archived)
        found = [each for each in (self.translation, captured.lstrip(",，; ")) if each]
        text = "".join(f" [{each.rstrip('.。')}]" for each in found)
        return (escape_html(text, quote=False) if html else text,) if text else ()
