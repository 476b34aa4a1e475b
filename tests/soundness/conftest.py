"""The catalog, judged once for all tests that attack it."""

import pytest

from derivations.discovery import discover
from derivations.pipeline import Run
from derivations.stated import Stated


@pytest.fixture(scope="session")
def run():
    return Run()


@pytest.fixture(scope="session")
def catalog(run):
    """Every claim of the catalog's derivations that is proved, as judged."""
    claims = [one for chosen in discover([]).chosen for one in chosen.claims if isinstance(one, Stated)]
    return [judged for judged in map(run.judged, claims) if judged.certificate is not None]
