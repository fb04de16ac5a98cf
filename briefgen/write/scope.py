"""A document, or one bound into a pack: what is numbered and found within it alone, for the page that holds it."""

from collections.abc import Iterator

from briefgen.document import Document, Figure, Heading, List, Node, Pair, Para, Part, Ref, Section, Table, children, walk
from briefgen.write.looks import numbered, tongue
from briefgen.write.style import Page


class Scope:
    """Its kind, its page, its notes, and the anchors of its blocks; ``prefix`` tells those of one document in a pack from another's."""

    def __init__(self, node: Document | Part, page: Page, prefix: str = "") -> None:
        self.kind, self.page, self.prefix = node.kind, page, prefix
        self.notes = numbered(node)
        self.printed: set[str] = set()
        self._anchors = _anchors(node, prefix)
        self._placed: set[tuple[str, str]] = set()

    def target(self, lang: str, key: str) -> str | None:
        """The anchor of the block with ``key``, in that language if there are two."""
        return self._anchors.get((lang, key)) or self._anchors.get(("", key))

    def place(self, lang: str, key: str) -> str:
        """The anchor to set at a block that something refers to, once; in a pair each side has its own."""
        anchor = self._anchors.get((lang, key))
        if anchor is None or (lang, key) in self._placed:
            return ""
        self._placed.add((lang, key))
        return anchor


def _anchors(scope: Document | Part, prefix: str) -> dict[tuple[str, str], str]:
    """Numbered anchors (never named after a key) for the blocks that are referred to, by language and key; by "" and key the first."""
    wanted = {node.key for node in walk(scope) if isinstance(node, Ref)}
    found: dict[tuple[str, str], str] = {}
    for key, lang in _keys(scope, scope.lang) if wanted else ():
        if key in wanted and (lang, key) not in found:
            found[lang, key] = f"{prefix}s{len({*found.values()}) + 1}"
            found.setdefault(("", key), found[lang, key])
    return found


def _keys(node: Node | Document, lang: str) -> Iterator[tuple[str, str]]:
    for child in children(node):
        if isinstance(child, Part):
            continue  # it refers to its own
        if isinstance(child, (Heading, Para, List, Table, Figure, Section, Pair)):
            yield child.key, lang
        yield from _keys(child, tongue(child, lang))
