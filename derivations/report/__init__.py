"""Rendering of finished verdicts, one file a format; nothing is computed here that a verdict rests on."""
