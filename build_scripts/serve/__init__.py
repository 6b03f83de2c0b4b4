"""Serves the site on this machine and, when a file of the edition is saved, what it becomes with that change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path

from build_scripts.diagnostics import CLEAN, bad
from build_scripts.model import Place
from build_scripts.pipeline import Project
from build_scripts.serve.preview import Preview
from build_scripts.serve.server import PreviewHandler


def serve(root: Path, port: int, step: Callable[[str], None]) -> int:
    """Serve until interrupted. Raises BadInput where there is no site or the port is taken."""
    if not (Project(root).site / "index.html").is_file():
        raise bad(Place("site"), "missing-file", "there is no built site", "run “make site” first")
    preview = Preview(root, step)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), lambda *given: PreviewHandler(*given, preview=preview))
    except (OSError, OverflowError) as error:
        hint = "give another with --port, or PORT=… make serve"
        raise bad(Place("site"), "port-taken", f"port {port} cannot be used: {error}", hint) from None
    print(f"http://127.0.0.1:{server.server_port}/  (stop with Ctrl-C)", file=sys.stderr)
    with server, preview.watching():
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print(file=sys.stderr)
    return CLEAN
