"""Certificates as JSON: written and read back without loss; anything else is rejected, and nothing worse."""

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from symbolic.kernel import Rejected, check
from symbolic.kernel.files import read, write
from symbolic.terms import INTEGER, ONE, ZERO, Bound, Lambda, Node, Term, add, eq, summation
from tests.symbolic.kernel.building import claim, f, n, reflexivity, step, x
from tests.symbolic.kernel.proofs import CLAIMS, certificates, proof, refutation

PLACES = range(len(CLAIMS) + 1)


@pytest.mark.parametrize("place", PLACES)
def test_a_certificate_survives_its_file(place: int) -> None:
    certificate = certificates()[place]
    data = json.loads(json.dumps(write(certificate)))
    assert read(data) == certificate
    assert write(read(data)) == data
    assert check(read(data)).sequent == check(certificate).sequent


SMALL = write(reflexivity())


def edited(*path: object, to: object) -> dict[str, Any]:
    """The smallest certificate with another value at ``path``, whose last key may be new, or one past a list's end."""
    data: Any = copy.deepcopy(SMALL)
    place = data
    for key in path[:-1]:
        place = place[key]
    if isinstance(place, list) and path[-1] == len(place):
        place.append(to)
    else:
        place[path[-1]] = to
    return data


LAST_ROW = len(SMALL["terms"])
OTHERS = (None, True, 0, 1.5, -1, 10**30, "", "abc", [], {}, [[]], [0], {"a": 0}, [[0, 0], 1], float("nan"))
KEYS = [
    *((key,) for key in SMALL),
    *(("claim", key) for key in SMALL["claim"]),
    *(("steps", 0, place) for place in range(5)),
]


@pytest.mark.parametrize("path", KEYS, ids=repr)
def test_values_of_the_wrong_type_are_rejected(path: tuple[object, ...]) -> None:
    """What is accepted after an edit may only be what the edit did not change, or a text for a text."""
    for other in OTHERS:
        data = edited(*path, to=other)
        try:
            theorem = check(read(data))
        except Rejected:
            continue
        assert theorem.sequent == check(reflexivity()).sequent, (path, other)
        assert isinstance(other, str) or json.dumps(data) == json.dumps(SMALL) or written_alike(data), (path, other)


def written_alike(data: dict[str, Any]) -> bool:
    """Whether writing what was read gives the very data back: nothing was read as something else."""
    return json.dumps(write(read(data)), sort_keys=True) == json.dumps(data, sort_keys=True)


@pytest.mark.parametrize("path", KEYS, ids=repr)
def test_missing_parts_are_rejected(path: tuple[object, ...]) -> None:
    data = copy.deepcopy(SMALL)
    place: Any = data
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    with pytest.raises(Rejected, match="not a certificate"):
        check(read(data))


@pytest.mark.parametrize("data", OTHERS, ids=repr)
def test_other_data_is_no_certificate(data: object) -> None:
    with pytest.raises(Rejected, match="not a certificate"):
        read(data)


HOSTILE_ROWS = [
    ["number", "1e9"], ["number", "1/0"], ["number", "9" * 401], ["number", " 1"], ["number", "0.5"], ["number", 1],
    ["number", "inf"], ["number"], ["symbol", "x", "index", 0, None], ["symbol", "x", "formula", 0, None],
    ["symbol", "x", "real", 1, None], ["symbol", "x", "real", 0, 0], ["symbol", "x", "real", False, None],
    ["symbol", "x", "sequence", 1, True], ["symbol", "x", "sequence", 4, 0], ["symbol", "x", "function", 0, None],
    ["symbol", "x", "function", 99, None], ["symbol", 1, "real", 0, None], ["symbol", "x"], ["bound", -1],
    ["bound", 10**9],
    ["bound", True], ["bound", "0"], ["bound", 0, 0], ["lambda", "index", 0, None, "i", 0], ["lambda", "real", "i", 0],
    ["lambda", "formula", 0, None, "i", 0], ["lambda", "integer", 0, None, "i", LAST_ROW], ["add", LAST_ROW],
    ["add", LAST_ROW + 5], ["add", -1], ["add", "0"], ["add", True, 0], ["add", 0.0], ["product", 0], ["eval", 0], [],
    "add", 0, None, {}, [["add"], 0], ["__class__", 0],
]  # fmt: skip


@pytest.mark.parametrize("row", HOSTILE_ROWS, ids=repr)
def test_rows_that_are_no_terms_are_rejected(row: object) -> None:
    with pytest.raises(Rejected, match="not a certificate"):
        read(edited("terms", LAST_ROW, to=row))


def doubled(rows: int) -> list[Any]:
    """A table in which every row uses the one before twice."""
    return [["number", "1"], *(["add", row, row] for row in range(rows))]


@pytest.mark.parametrize("rows", [17, 60, 1000, 150_000])
def test_a_small_file_holds_no_huge_term(rows: int) -> None:
    with pytest.raises(Rejected, match=r"of depth|rows"):
        read(edited("terms", to=doubled(rows)))


def test_a_deep_term_is_refused() -> None:
    with pytest.raises(Rejected, match="of depth"):
        read(edited("terms", to=[["number", "1"], *(["neg", row] for row in range(200))]))


def test_a_long_table_is_refused() -> None:
    with pytest.raises(Rejected, match="rows"):
        read(edited("terms", to=[["number", "1"]] * 200_001))


def test_a_deep_outline_is_refused() -> None:
    row: list[Any] = ["because", 0, []]
    for _ in range(60):
        row = ["because", 0, [row]]
    with pytest.raises(Rejected, match="too deep"):
        read(edited("outline", to=[row]))


def test_a_row_of_the_outline_names_a_step() -> None:
    with pytest.raises(Rejected):
        check(read(edited("outline", to=[["because", 7, []]])))


MEANINGLESS: list[Term] = [
    Node("apply"),
    Node("add"),
    Node("sum", ONE, n),
    Node("forall", x),
    Node("eq", x, f),
    Node("add", x, eq(x, x)),
    Node("neg", Lambda(INTEGER, Bound(0))),
    Bound(0),
    summation(ONE, x, Lambda(INTEGER, Bound(0))),
    summation(ONE, n, Lambda(INTEGER, Bound(1))),
]


@pytest.mark.parametrize("term", MEANINGLESS, ids=repr)
def test_terms_that_mean_nothing_are_rejected_wherever_they_stand(term: Term) -> None:
    goal = eq(add(term, ZERO), term)
    for certificate in (
        reflexivity(term),
        type(reflexivity())(claim(goal), (step("linear", (), (goal,), goal),)),
        type(reflexivity())(claim(eq(x, x)), (step("replace", (0, 0), (Lambda(INTEGER, term),), goal),)),
    ):
        with pytest.raises(Rejected):
            check(read(json.loads(json.dumps(write(certificate)))))


def corrupted(data: Any, random: Random) -> Any:
    """``data`` with one number, text or list in it changed."""
    if isinstance(data, dict) and data:
        key = random.choice(sorted(data))
        return {**data, key: corrupted(data[key], random)}
    if isinstance(data, list) and data and random.random() < 0.9:
        place = random.randrange(len(data))
        return [*data[:place], corrupted(data[place], random), *data[place + 1 :]]
    return random.choice(
        [data, 0, 1, 2, 3, 5, 8, 13, -1, True, None, "eq", "linear", "0", [], [data], data * 2 if data else 7]
    )


def corruptions(data: Any, count: int) -> Iterator[Any]:
    random = Random(7)
    return (corrupted(data, random) for _ in range(count))


@pytest.mark.parametrize("name", CLAIMS)
def test_corrupted_files_are_rejected_or_prove_the_claim_they_state(name: str) -> None:
    """A file may be changed into another true one; then it says so itself, in its claim."""
    for data in corruptions(write(proof(name)), 60):
        try:
            certificate = read(data)
            theorem = check(certificate)
        except Rejected:
            continue
        assert theorem.sequent.conclusion == certificate.claim.goal
        assert theorem.sequent.hypotheses <= certificate.claim.hypotheses


def test_what_a_model_gives_a_value_is_a_symbol() -> None:
    data = write(refutation())
    data["model"]["values"][0][0] = data["model"]["values"][0][1]
    with pytest.raises(Rejected, match="expected a symbol"):
        read(data)
