"""The Java that the checkers of pages, e-books and TEI run on."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

# Checkers run for seconds: compiling twice and collecting in threads costs them more than it gains.
SHORT = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


@cache
def find_java() -> str | None:
    """The path of a Java that runs; the `java` of a macOS on which none is installed only says so."""
    java = shutil.which("java")
    runs = java and subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0
    return java if runs else None
