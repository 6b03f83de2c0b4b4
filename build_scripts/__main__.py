"""`python -m build_scripts`."""

from build_scripts.cli import run

run()
