"""What is wrong, before anyone prints it: the facts, and every document that is asked for, composed for all its problems at once.

Nothing is written here. ``build`` prints from the very documents that were examined, so what was checked is what goes out.
"""

from briefgen.check.documents import Work
from briefgen.check.examine import Composed, Examined, examine
from briefgen.check.views import Views

__all__ = ["Composed", "Examined", "Views", "Work", "examine"]
