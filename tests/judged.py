"""The catalog as judged, once for all tests that look at it: a claim when it is first asked for."""

from derivations.judging import Lines
from derivations.pipeline import Run

RUN = Run(seed=1)
PAGES = Lines(RUN)
