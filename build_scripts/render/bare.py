"""Scripts and styles as the site publishes them: those of the edition without their comments, which are for those who change
them, those of the theme without the names of maps to their sources, which are not published.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from build_scripts.overwriting import put
from build_scripts.remembered import remembered

OURS = ("base", "links", "print", "reading", "search", "sheet")  # folders of the theme's assets
# Comments that take whole lines: what stands behind code may be part of it, as in an address.
LINE_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
DOC_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
SOURCE_MAP = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ ?\*/)\s*$")
LONGEST_NAME = 400  # bytes of such a line
BLANK = re.compile(r"\n{2,}")


def publish_bare(assets: Path) -> None:
    """Leave this out of every script and style under the assets of a finished tree; maps go."""
    for path in (Path(folder, name) for folder, _, names in os.walk(assets) for name in names):
        if path.suffix == ".map":
            path.unlink()
        if path.suffix not in (".js", ".css"):
            continue
        data = path.read_bytes()
        bare = without_map(data)
        if path.parent.name in OURS and path.parent.parent == assets:
            bare = without_comments(bare.decode("utf-8")).encode("utf-8")
        if bare != data:
            put(path, bare, compared=False)


def without_map(data: bytes) -> bytes:
    """A script or style without the line at its end that names its map.

    >>> without_map(b"let a = 1;\\n//# sourceMappingURL=a.js.map\\n")
    b'let a = 1;'
    """
    at = max(0, len(data) - LONGEST_NAME)  # the pattern takes long to look through the whole
    return data[:at] + SOURCE_MAP.sub(b"", data[at:])


@remembered("bare")
def without_comments(text: str) -> str:
    """A script or style without comments that take whole lines, and without blank lines.

    >>> without_comments("// Of this.\\n\\nlet a = 1; // here\\n/** And\\n    that. */\\nlet b = `//x`;\\n")
    'let a = 1; // here\\nlet b = `//x`;\\n'
    """
    return BLANK.sub("\n", DOC_COMMENT.sub("", LINE_COMMENT.sub("", text))).lstrip("\n")
