"""Which documents, in what order, written whole: an order in, finished files out.

1. decide: is anything to do?     from digests alone (``inputs``, ``manifest``); imports nothing heavy
2. plan: which files              ``plan``
3. examine: compose, all problems ``check``
4. render: bytes in memory        ``render``
5. commit: ready, then renamed    ``stage``, the manifest last

An error before step 5 writes nothing.
"""

from briefgen.build.order import Order
from briefgen.build.run import Outcome, build, finish

__all__ = ["Order", "Outcome", "build", "finish"]
