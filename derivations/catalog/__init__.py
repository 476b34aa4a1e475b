"""Derivations that ship with the checker: one subject a file, statements only."""
