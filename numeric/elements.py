"""Elements of the sequences that assumptions define, run forward from the start and kept."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from numeric.arithmetics import Value
from numeric.arrays import Array, entrywise
from numeric.errors import TooCostly, Undefined
from numeric.flows import entry_of, whole_of
from numeric.layout import Layout
from numeric.schemas import Schema
from numeric.semantics import Context, Element, Environment
from symbolic.terms import Symbol

LARGEST_INDEX: Final = 2_000


class Place(NamedTuple):
    """What is asked for: ``sequence`` at ``time``, and there the entry, or along the outcome, in ``path``.

    Of what depends on a vector, that vector comes first in the path.
    """

    sequence: Symbol
    time: int
    path: Environment

    @property
    def key(self) -> Element:
        """The name under which it is kept."""
        entry = () if self.sequence.sort.name == "random" else self.path
        return (self.sequence, self.time, *entry)

    @property
    def whole(self) -> Place:
        """All of the vector or matrix of which this is an entry."""
        return self._replace(path=whole_of(self.sequence, self.path))


def element(context: Context, layout: Layout, place: Place) -> Value:
    """The element of a sequence that ``layout`` defines, which for chance is kept along the outcome.

    Raises `Undefined` where nothing gives it a value, and `TooCostly` beyond `LARGEST_INDEX`.
    """
    if place.time > LARGEST_INDEX:
        raise TooCostly(f"{place.sequence.name}({place.time}); indices up to {LARGEST_INDEX}")
    kept = place.path[0].elements if place.sequence.sort.name == "random" else context.elements
    # From the start upwards, so that a late element does not recurse through all earlier ones.
    for time in range(place.sequence.sort.start or 0, place.time + 1):
        earlier = place._replace(time=time)
        if earlier.key not in kept:
            kept[earlier.key] = _computed(context, layout, earlier)
    return _found(kept[place.key])


def _computed(context: Context, layout: Layout, place: Place) -> Value:
    """The element, or the reason why it has none: later elements may not depend on it."""
    schema = layout.bases.get((place.sequence, place.time), layout.schemas[place.sequence])
    whole = place.whole.key
    if schema.shape is not None and whole not in context.elements:
        context.elements[whole] = _instance_or_reason(context, schema, place.whole)
    if whole not in context.elements:
        return _instance_or_reason(context, schema, place)
    try:
        found = _found(context.elements[whole])
        return found.at(*entry_of(place.sequence, place.path)) if isinstance(found, Array) else found
    except Undefined as reason:
        return reason


def _instance_or_reason(context: Context, schema: Schema, place: Place) -> Value:
    if place.time < schema.first:
        return Undefined(f"nothing gives {place.sequence.name}({place.time}) a value")
    try:
        return instance(context, schema, (place.time - schema.shift, *place.path))
    except Undefined as reason:
        return reason


def instance(context: Context, schema: Schema, environment: Environment) -> Value:
    """What ``schema`` says with its variables as in ``environment``; raises `Undefined` where a guard fails."""
    truths = [context.value(guard, environment) for guard in schema.guards]
    if any(truth is False for truth in truths):
        raise Undefined(f"a guard of the schema of {schema.symbol.name} fails")
    result = context.value(schema.body, environment)
    for truth in truths:
        if truth is not True:
            result = entrywise(partial(context.arithmetic.where, truth), result)
    return result


def _found(element: Value) -> Value:
    if isinstance(element, Undefined):
        raise Undefined(*element.args)
    return element
