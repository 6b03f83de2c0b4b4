"""Templates as Jinja has compiled them: Python's own code, which must be whole, since a wrong byte in it would be run."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_scripts.store import Store

SORT = "template"  # of the entries in the store


class KeptTemplates(BytecodeCache):
    """What Jinja asks for a template. It looks itself whether an entry is of the template's present text and of this Python."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self.store.find(self._key(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.keep(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return self.store.key(SORT, [bucket.key.encode(), bucket.checksum.encode()])
