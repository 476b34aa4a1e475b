"""The catalog, judged once for all tests that attack it."""

from functools import cache

import pytest

from derivations.stated import Stated
from symbolic.kernel import replay
from symbolic.kernel.rules import RULES
from tests.judged import CATALOG, RUN


@pytest.fixture(scope="session")
def run():
    return RUN


@pytest.fixture(scope="session")
def catalog(run):
    """Every claim of the catalog's derivations that is proved, as judged."""
    claims = [one for chosen in CATALOG.chosen for one in chosen.claims if isinstance(one, Stated)]
    return [judged for judged in map(run.judged, claims) if judged.certificate is not None]


@pytest.fixture(scope="module")
def rules_that_remember():
    """Rules are functions of premises and arguments; the unspoilt steps need not be computed again every time."""
    with pytest.MonkeyPatch.context() as patch:
        remembering = {name: _remembering(rule) for name, rule in RULES.items()}
        patch.setattr(replay, "RULES", remembering)
        yield


def _remembering(rule):
    remembered = cache(lambda premises, arguments: rule(premises, arguments))
    return lambda premises, arguments: remembered(tuple(premises), tuple(arguments))
