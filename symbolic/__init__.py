"""Statements, search and proof.  Scripts import from `symbolic.language`; importing this package imports nothing."""
