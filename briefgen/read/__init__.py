"""Bytes that come in: the gate for pictures. Nothing that a stranger made reaches a document as it came."""
