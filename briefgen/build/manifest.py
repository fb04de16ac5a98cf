"""What ``build`` remembers in out/.briefgen/manifest.json: the hash of each file that it wrote, what it was made from, and by which versions.

It is written last, so a file that it names is whole. It holds digests and names of files, never a fact.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from briefgen.build.files import contents
from briefgen.build.places import MEMORY
from briefgen.errors import BriefgenError, Problem, Where

FORMAT = 1
_ORDERS_KEPT = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was written: the hash of its bytes, the digest of what it was made from, and how many doubts made it a draft."""

    sha256: str
    key: str
    draft: bool = False
    doubts: int = 0


@dataclass(slots=True)
class Manifest:
    """``files`` by name below the output folder; ``orders`` maps an order's name to the inputs' digest and the files that answered it.

    ``left`` are those of the files that no build would write any more.
    """

    files: dict[str, Entry] = field(default_factory=dict)
    orders: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    @classmethod
    def load(cls, out: Path) -> "Manifest":
        """The manifest of ``out``, empty if there is none. Raises B012 if it cannot be read."""
        data = contents(manifest_path(out))
        return cls() if data is None else cls.parse(data, manifest_path(out))

    @classmethod
    def parse(cls, data: bytes, path: Path) -> "Manifest":
        """What ``dump`` made. ``path`` is for the message."""
        try:
            raw = json.loads(data)
            if raw["format"] != FORMAT:
                raise ValueError(raw["format"])
            return cls(
                {name: Entry(**entry) for name, entry in raw["files"].items()},
                {name: (digest, tuple(files)) for name, (digest, files) in raw["orders"].items()},
                dict(raw["versions"]),
                tuple(map(str, raw.get("left", ()))),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
            hint = "delete it and build again; files that differ from what briefgen would write are then kept, not replaced"
            raise BriefgenError(Problem(Where(str(path)), "B012", "this record of the last build cannot be read", hint)) from wrong

    def remember(self, order: str, inputs: str, files: tuple[str, ...]) -> None:
        """Note that ``order``, on ``inputs``, was answered by ``files``; only the latest few orders are kept."""
        self.orders.pop(order, None)
        self.orders[order] = (inputs, files)
        while len(self.orders) > _ORDERS_KEPT:
            del self.orders[next(iter(self.orders))]

    def dump(self) -> bytes:
        """The bytes to write, the same for the same contents."""
        files = {name: asdict(entry) for name, entry in sorted(self.files.items())}
        whole = {"format": FORMAT, "versions": self.versions, "files": files, "orders": self.orders, "left": self.left}
        return (json.dumps(whole, indent=1) + "\n").encode()


def manifest_path(out: Path) -> Path:
    """Where the manifest of the output folder ``out`` lies."""
    return out / MEMORY / "manifest.json"
