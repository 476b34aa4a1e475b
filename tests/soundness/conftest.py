"""The catalog, judged once for all tests that attack it."""

import pytest

from derivations.discovery import discover
from derivations.pipeline import Run


@pytest.fixture(scope="session")
def run():
    return Run()


@pytest.fixture(scope="session")
def catalog(run):
    """Every claim of the catalog as judged, with its certificate."""
    return [run.judged(stated) for chosen in discover([]).chosen for stated in chosen.claims]
