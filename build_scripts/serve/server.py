"""The files of a preview over HTTP, with what tells a page that it was built again or that something is wrong."""

from __future__ import annotations

import json
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from build_scripts.serve.preview import Preview

OURS = "/_preview/"  # below it lies what the server adds; a policy of pages that allows their own origin allows it
FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
END = b"</body>"


class PreviewHandler(SimpleHTTPRequestHandler):
    """Files of the site; a path that is not there gets the site's own page."""

    def __init__(self, *given: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*given, directory=str(preview.site))

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        name = path.removeprefix(OURS)
        if path == f"{OURS}state":
            state = {"number": self.preview.number, "problems": self.preview.problems}
            self._answer(json.dumps(state).encode(), "application/json")
        elif path.startswith(OURS) and name in FILES:
            self._answer((Path(__file__).parent / name).read_bytes(), FILES[name])
        elif (page := self._page()) is not None:
            self._answer(self._watching(page.read_bytes()), "text/html")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        """The page that is asked for; None where it is another file, a folder without a slash, or none."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        return page if page.suffix == ".html" and page.is_file() else None

    def _watching(self, page: bytes) -> bytes:
        """The page with the script that asks for news; the published one has none."""
        head, end, tail = page.rpartition(END)
        script = f'<script type="module" src="{OURS}preview.js" data-number="{self.preview.number}"></script>'
        return head + f'<link rel="stylesheet" href="{OURS}preview.css">{script}'.encode() + end + tail if end else page

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._answer(self._watching(page.read_bytes()), "text/html", code)

    def _answer(self, body: bytes, kind: str, code: int = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged."""
