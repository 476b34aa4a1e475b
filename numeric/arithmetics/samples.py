"""Calculating with one block of draws: an expectation is the mean over the block, from wherever it is best drawn.

Draws are importance-sampled: those of a variable are normal with a centre and a scale of its own, and each counts by
the ratio of the standard density to its own.  With a scale above 1 that ratio tames whatever grows like an
exponential, so that a lognormal is drawn without a heavy tail.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from math import inf, log
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from numeric.arithmetics.batch import ELEMENTARY, Batch
from numeric.arithmetics.protocol import Family, Place, Value
from numeric.errors import TooCostly

Floats: TypeAlias = NDArray[np.float64]


class Source(NamedTuple):
    """From where a standard normal variable is drawn."""

    centre: float = 0.0
    scale: float = 1.0


STANDARD: Final = Source()
Proposal: TypeAlias = Mapping[Place, Source]
"""The sources of the variables of one expectation; those that are not named are `STANDARD`."""


class Draws:
    """The variables of one expectation, drawn when they are first looked at."""

    def __init__(self, normals: Callable[[Place], Floats], proposal: Proposal) -> None:
        self._normals = normals
        self._proposal = proposal
        self._sources: dict[Place, Source] = {}

    def __call__(self, *place: int) -> Floats:
        centre, scale = self._sources[place] = self._proposal.get(place, STANDARD)
        drawn = self._normals(place)
        return drawn if (centre, scale) == STANDARD else centre + scale * drawn

    @property
    def places(self) -> tuple[Place, ...]:
        """The variables that were looked at."""
        return tuple(self._sources)

    def weights(self) -> Value:
        """The ratio of densities for each draw: of what was looked at, since nothing else matters."""
        moved = {place: source for place, source in self._sources.items() if source != STANDARD}
        if not moved:
            return 1.0
        exponent = np.full_like(self._normals(next(iter(moved))), sum(_constant(source) for source in moved.values()))
        for place, (centre, scale) in moved.items():
            drawn = self._normals(place)
            term = drawn * ((1 - scale**2) / 2)
            term -= centre * scale
            term *= drawn
            exponent += term
        return np.exp(exponent, out=exponent)


def _constant(source: Source) -> float:
    return log(source.scale) - source.centre**2 / 2


class Samples(Batch):
    """One entry a draw; ``amount`` draws from ``random``, which all expectations of this block share.

    So what is the same on both sides of an equation by linearity is the same here, draw by draw.  A draw at which
    something is undefined raises `FloatingPointError`, in a context where NumPy has been told to.
    """

    def __init__(
        self, random: np.random.Generator, amount: int, proposals: Mapping[Hashable, Proposal] | None = None
    ) -> None:
        self._random = random
        self._amount = amount
        self._proposals = proposals or {}
        self._drawn: set[Place] = set()
        self._memory: dict[Place, Floats] = {}

    def forget(self) -> None:
        """From now on draw afresh, into the same memory."""
        self._drawn.clear()

    @property
    def normals(self) -> int:
        """How many numbers a draw took so far."""
        return len(self._memory)

    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value:
        if name is None:
            raise TooCostly("an expectation inside one that it depends on, by draws")
        draws = Draws(self._normal, self._proposals.get(name, {}))
        value = body(draws)
        return self._weighed(value, draws, name) if draws.places else value

    def _weighed(self, value: Value, draws: Draws, name: Hashable) -> float:
        return float(np.mean(value * draws.weights()))

    def _normal(self, place: Place) -> Floats:
        if place not in self._memory:
            self._memory[place] = np.empty(self._amount)
        if place not in self._drawn:
            self._random.standard_normal(out=self._memory[place])
            self._drawn.add(place)
        return self._memory[place]

    def divide(self, left: Value, right: Value) -> Value:
        return left / right if isinstance(right, np.ndarray) else super().divide(left, right)

    def power(self, base: Value, exponent: Value) -> Value:
        return base**exponent if isinstance(base, np.ndarray) else super().power(base, exponent)

    def elementary(self, name: str, operand: Value) -> Value:
        return ELEMENTARY[name](operand)

    def _apply(self, operation: Callable[[Value, Value], Value], left: Value, right: Value) -> Value:
        if isinstance(left, int) and isinstance(right, int):
            return super()._apply(operation, left, right)
        return operation(left, right)


class Fitting(Samples):
    """Draws that show from where to draw: ``found`` has a proposal for each expectation, by what weighed most.

    ``decided_by`` is how many draws of equal weight would tell as much: few are no guide to where others matter.
    ``largest`` is the greatest mean of absolute values: what is left where such things cancel is off by its rounding.

    The scale is that of the weighed draws, but above 1, so that no tail of the standard density is missed; by how
    little above, in many dimensions, keeps the price of it constant.
    """

    def __init__(
        self, random: np.random.Generator, amount: int, proposals: Mapping[Hashable, Proposal] | None = None
    ) -> None:
        super().__init__(random, amount, proposals)
        self.found: dict[Hashable, Proposal] = {}
        self.decided_by = inf
        self.largest = 0.0

    def _weighed(self, value: Value, draws: Draws, name: Hashable) -> float:
        weighed = value * draws.weights()
        mass = np.broadcast_to(np.abs(weighed), self._amount)
        self.largest = max(self.largest, float(np.mean(mass)))
        if mass.any():
            mass = mass / mass.sum()
            self.decided_by = min(self.decided_by, 1 / float(mass @ mass))
            least = 1 + len(draws.places) ** -0.5
            self.found[name] = {place: _source(draws(*place), mass, least) for place in draws.places}
        return float(np.mean(weighed))


def _source(drawn: Floats, mass: Floats, least: float) -> Source:
    """The centre and the scale of ``drawn``, with a variance that is ``least`` times that of ``mass``, or of 1."""
    centre = float(mass @ drawn)
    variance = float(mass @ (drawn - centre) ** 2)
    return Source(centre, (max(1.0, variance) * least) ** 0.5)
