"""Addresses in records: of the site itself, and of what a capture was taken from."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from build_scripts.diagnostics import BadInput, bad
from build_scripts.source import Place

VARIABLE = "DUIZHAO_SITE_URL"
# No space, no control code, and none of the marks that RFC 3986 keeps out of an address.
MAIL = re.compile(r"[A-Za-z0-9.!#$'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")  # as HTML has it, without % and &
CHARACTERS = re.compile(r"[^\s\x00-\x20\x7f<>\"{}|\\^`]+")


def check_address(value: str, place: Place) -> str:
    """The value, an http or https address with a host (RFC 3986). Raises BadInput `bad-url`."""
    try:
        parts = urlsplit(value)
        whole = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # brackets of an IPv6 address that do not pair, a port that is no number
        whole = False
    if not whole or not CHARACTERS.fullmatch(value):
        raise bad(place, "bad-url", f"“{value}” is not an http or https address", "for example https://example.org/page")
    return value


def check_report(value: str, place: Place) -> str:
    """The value, where errors are reported: an http or https address, or a mail address. Raises BadInput `bad-url`."""
    if MAIL.fullmatch(value):
        return value
    try:
        return check_address(value, place)
    except BadInput:
        hint = "for example https://example.org/issues/new, or errors@example.org"
        raise bad(place, "bad-url", f"“{value}” is neither an http or https address nor one of mail", hint) from None


def site_address(given: str, place: Place) -> str:
    """Where the site will be served, with a slash at its end: DUIZHAO_SITE_URL, else what the settings give.

    Empty where neither says it: then addresses are relative or left out, since no output may give a wrong one. Raises BadInput
    `bad-url`.
    """
    variable = os.environ.get(VARIABLE, "")
    address, place = variable or given, Place(VARIABLE) if variable else place
    parts = urlsplit(check_address(address, place)) if address else urlsplit("")
    if "?" in address or "#" in address or "@" in parts.netloc:
        hint = "a host and a folder alone, to which the names of pages are added: https://example.org/edition/"
        raise bad(place, "bad-url", f"“{address}” is not the address of a folder", hint)
    return f"{address.rstrip('/')}/" if address else ""
