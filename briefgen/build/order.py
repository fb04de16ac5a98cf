"""What was asked for. Nothing here knows what exists; ``plan`` does."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Order:
    """One build as asked for. An empty list means: what the desk says (for events: all of them).

    ``langs`` without ``pairs`` asks for no pair, and ``pairs`` without ``langs`` for nothing but pairs.
    ``audience`` empty means each kind's highest. ``out`` is the output folder.
    """

    root: Path
    out: Path
    events: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    audience: str = ""
    overwrite: bool = False

    @property
    def name(self) -> str:
        """A short digest of what was asked, free of folders: under it the manifest remembers which files answered it."""
        asked = [self.events, self.langs, self.pairs, self.kinds, self.formats, self.audience]
        return sha256(json.dumps(asked).encode()).hexdigest()[:16]
