"""Ids are made of what people write."""

from __future__ import annotations

import pytest

from derivations.derivation import Derivation
from derivations.stated import slug

CLAIM = Derivation("Running average").show("From zero!", "a", "a")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Closed form", "closed-form"),
        ("  α = β!  ", "α-β"),
        ("snake_case", "snake-case"),
        ("a/b", "a-b"),
        ("=", ""),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_an_id_names_file_derivation_and_claim() -> None:
    assert CLAIM.id == "test_stated/running-average/from-zero"
    assert repr(CLAIM) == f"<claim 'From zero!' at {__file__}:10>"
