"""Facts, a language and a kind of document become a tree."""

from briefgen.compose.composing import Composed, compose
from briefgen.compose.furnish import Picture
from briefgen.compose.kind import Kind, kinds
from briefgen.compose.pair import differences, pair

__all__ = ["Composed", "Kind", "Picture", "compose", "differences", "kinds", "pair"]
