"""What happened: the facts of a desk, and what each audience may see of them."""

from briefgen.facts.desk import Desk
from briefgen.facts.following import Following
from briefgen.facts.nodes import Group, Leaf, Link, Many, Node
from briefgen.facts.paths import reaches
from briefgen.facts.record import demanded, known
from briefgen.facts.view import View

__all__ = ["Desk", "Following", "Group", "Leaf", "Link", "Many", "Node", "View", "demanded", "known", "reaches"]
