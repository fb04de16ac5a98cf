"""What one document has said so far: second mention needs a memory, and ``Language`` has none."""

from dataclasses import dataclass, field


@dataclass
class Memory:
    """The entities mentioned and quoted so far in one document. While ``paused`` (a headline, a note), no mention is remembered."""

    mentioned: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    paused: bool = False

    def first(self, address: str) -> bool:
        """Whether this is the first mention of the entity at ``address``; from now on it is not."""
        if address in self.mentioned:
            return False
        if not self.paused:
            self.mentioned.add(address)
        return True

    def spoke(self, address: str) -> bool:
        """Whether the entity at ``address`` was quoted before; from now on it was."""
        before = address in self.quoted
        self.quoted.add(address)
        return before
