"""Files for translators and their tools, out of the edition and back into its translation files.

To add a format: a module that writes it (and one that reads it, where it comes back), and a line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.diagnostics import Report, bad
from build_scripts.edition.edition import Edition
from build_scripts.exchange.incoming import Accepted as Accepted
from build_scripts.exchange.incoming import take_in as take_in
from build_scripts.exchange.outgoing import Choice as Choice
from build_scripts.exchange.outgoing import batches, chosen
from build_scripts.exchange.passim import write_passim
from build_scripts.exchange.po_reading import read_po
from build_scripts.exchange.po_writing import write_po
from build_scripts.exchange.proposed_links import propose_links as propose_links
from build_scripts.exchange.tbx import write_tbx
from build_scripts.exchange.tmx import write_tmx
from build_scripts.exchange.unit import Batch, ReturnedUnit
from build_scripts.exchange.xliff_reading import read_xliff
from build_scripts.exchange.xliff_writing import write_xliff
from build_scripts.model import Place

WrittenFiles = Iterator[tuple[str, bytes]]
WriteFiles = Callable[[Edition, Choice], WrittenFiles]
ReadUnits = Callable[[bytes, str], tuple[ReturnedUnit, ...]]


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """A format: the endings of its files, the first of which is written; `write` gives names without them and bytes.

    `read` is given where files come back.
    """

    endings: tuple[str, ...]
    what: str
    write: WriteFiles
    read: ReadUnits | None = None


def _by_unit(write: Callable[[Batch], bytes]) -> WriteFiles:
    """Units to translate, a file for each batch."""
    return lambda edition, choice: ((batch.name, write(batch)) for batch in batches(edition, choice))


def _pairs(edition: Edition, choice: Choice) -> WrittenFiles:
    yield edition.settings.file, write_tmx(edition, chosen(edition, choice.ids))


def _terms(edition: Edition, choice: Choice) -> WrittenFiles:
    yield edition.settings.file, write_tbx(edition)


def _blocks(edition: Edition, choice: Choice) -> WrittenFiles:
    yield edition.settings.file, write_passim(chosen(edition, choice.ids))


FORMATS: Mapping[str, ExchangeFormat] = {
    "xliff": ExchangeFormat((".xlf", ".xliff"), "units to translate, XLIFF 1.2", _by_unit(write_xliff), read_xliff),
    "po": ExchangeFormat((".po",), "units to translate, PO", _by_unit(write_po), read_po),
    "tmx": ExchangeFormat((".tmx",), "all pairs of sentences, TMX 1.4", _pairs),
    "tbx": ExchangeFormat((".tbx",), "the glossary, TBX", _terms),
    "passim": ExchangeFormat((".passim.jsonl",), "every paragraph, for passim to look for reused passages", _blocks),
}


def export(edition: Edition, form: str, choice: Choice) -> dict[str, bytes]:
    """The files of a format by their names. Raises BadInput: unknown-id, bad-exchange; KeyError for no format."""
    chosen_format = FORMATS[form]
    return {f"{name}{chosen_format.endings[0]}": data for name, data in chosen_format.write(edition, choice)}


def read_returned(files: Mapping[str, bytes]) -> list[ReturnedUnit]:
    """The units of files that came back, by their names as messages give them. Raises BadInput with all that cannot be read."""
    report = Report()
    found: list[ReturnedUnit] = []
    for shown, data in files.items():
        with report.collecting():
            found += _reader(shown)(data, shown)
    report.stop_if_failed()
    return found


def _reader(shown: str) -> ReadUnits:
    for each in FORMATS.values():
        if each.read and shown.lower().endswith(each.endings):
            return each.read
    known = ", ".join(ending for each in FORMATS.values() if each.read for ending in each.endings)
    raise bad(Place(shown), "bad-exchange", "nothing tells what sort of file it is", f"name it by what it is: {known}")
