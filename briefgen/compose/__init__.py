"""Facts, a language and a kind of document become a tree."""

from briefgen.compose.asked import Asked
from briefgen.compose.composing import Composed, compose
from briefgen.compose.furnish import Picture
from briefgen.compose.kind import Kind, kinds
from briefgen.compose.needs import applies
from briefgen.compose.pack import Choice, audience_within, chosen, pack
from briefgen.compose.pair import differences, pair

__all__ = [
    "Asked",
    "Choice",
    "Composed",
    "Kind",
    "Picture",
    "applies",
    "audience_within",
    "chosen",
    "compose",
    "differences",
    "kinds",
    "pack",
    "pair",
]
