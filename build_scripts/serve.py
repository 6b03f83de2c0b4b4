"""Serves the built site on this machine, with its own 404 page."""

from __future__ import annotations

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from build_scripts.diagnostics import CLEAN, bad
from build_scripts.model import Place


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site; a path that is not there gets the site's own page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged."""


def serve(site: Path, port: int) -> int:
    """Serve until interrupted. Raises BadInput where there is no site or the port is taken."""
    if not (site / "index.html").is_file():
        raise bad(Place("site"), "missing-file", "there is no built site", "run “make site” first")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(SiteHandler, directory=str(site)))
    except (OSError, OverflowError) as error:
        hint = "give another with --port, or PORT=… make serve"
        raise bad(Place("site"), "port-taken", f"port {port} cannot be used: {error}", hint) from None
    print(f"http://127.0.0.1:{server.server_port}/  (stop with Ctrl-C)", file=sys.stderr)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print(file=sys.stderr)
    return CLEAN
