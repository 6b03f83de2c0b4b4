"""The program's own tables: YAML files beside the modules that read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# In C where PyYAML was made with it, which is ten times as fast; the tests read every table with the other one too.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(path: Path) -> Any:
    """What a table holds."""
    return yaml.load(path.read_text(encoding="utf-8"), LOADER)
