"""Guards of the kernel that no test misses, each with the reason why there is no step that only it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TYPES = "the sort has shown it already; it is there for the type checker"
LESS = "without it less would be seen to follow, not more"
SAME = "what it sets apart is computed to the same value in the other way"
TOLD = "it only chooses what is told of a proof, as a side condition"
TRIED = "each move is an equation between sums; this only chooses which are made"

INTEGERS = "a bound is an integer term, and the variable is real"
VARIABLE = "by their sorts, what is applied or its argument is the variable"
PLACES = "a place, and an end of a sum, is an integer term, and no integer term speaks of an outcome"
OUTCOMES = "what depends on an outcome that its places do not speak of stands at that outcome"
WHOLE = (
    "a vector used as a whole is the function of its entries, which would stand for it; and what it is in has no grade"
)
REFUSED = "what is None has been refused before; it is there for the type checker"
INVARIANT = (
    "where an exponent is no integer, its base is not negative in the range, by the invariant of monomials: then "
    "x^(a + b) is x^a x^b for nonnegative a and b, and for nonzero x"
)
MOMENTS = "only random symbols have moments, and only an element of one begins with it"
BESIDE = "what else it refuses is true: if two places speak of one index, they tell it apart as well as one does"
ONCE = "a power with the exponent 0 is built anew as 1"
ROUNDS = "it only bounds the work: a product that is taken apart once more is the same"

Reasons = Mapping[str, str]
UNNEEDED: Final[Mapping[str, Reasons]] = {
    "rules/algebra": {
        "follows: not isinstance(goal, Node)": TYPES,
        "order: isinstance(goal, Node)": TYPES,
        "_sign_of_total: return UNKNOWN": TYPES,
        "sign_of: direction": "what is known to be nonzero but of no direction is told in either way",
        "_sign_of_terms: argument != ZERO": LESS,
        "_divisors: not isinstance(part.args[1], Number)": TOLD,
        "_divisors: not loose": TOLD,
    },
    "rules/arrays": {
        "every_entry: not is_array(left)": "what is no matrix has no shape",
        "every_entry: shape is None": "what has no shape is no matrix",
    },
    "rules/calculus": {"derivative: not c.ranges": TOLD},
    "rules/norms": {"eigenvalue_least: shape is not None": "the generic vector has asked for the shape before"},
    "refutation": {
        "_smooth: not isinstance(function, Lambda)": TYPES,
        "_same_index: isinstance(sequence, Symbol)": TYPES,
        "_expect_model: symbol.sort != OUTCOME": "an outcome would have to have a value, which a model does not give",
    },
    "definitions": {
        "shift_of: symbols(index) - {time}": "what is left of the index without the time is then no number",
        "read_definition: time in opened": "without a quantifier there is no guard that names a start",
    },
    "derivative": {
        "derivative: isinstance(term, Node)": TYPES,
        "_sum: raise Rejected('the range of a sum depends on the variable')": INTEGERS,
        "_sum: not isinstance(body, Lambda)": TYPES,
        "_sum: self.variable in symbols(lower) | symbols(upper)": INTEGERS,
        "_derivative: not isinstance(body, Lambda)": TYPES,
        "_application: self.index": VARIABLE,
        "_application: raise Rejected(f'no rule for the derivative of {function!r} applied')": TYPES,
        "_application: function.sort.name == 'functional'": VARIABLE,
        "_application: argument == self.variable": VARIABLE,
        "_application: function.sort.name == 'function'": VARIABLE,
    },
    "arrays": {
        "within: shape is None": TYPES,
        "within: not isinstance(array, Node)": TYPES,
        "_softmax: raise Rejected(f'a matrix of unknown shape: {args[0]!r}')": TYPES,
        "_given: raise Rejected(f'expected a function of the row and the column, found {body!r}')": TYPES,
    },
    "files": {
        "_number: raise ValueError(f'expected a whole number, found {str(data)[:40]}')": "replaying asks for it again",
        "__init__: not isinstance(data, Mapping)": "what is no mapping has no version",
    },
    "replay": {"_refutation: Work.renew()": LESS},
    "normal/content": {
        "_common: least > 0": "a factor to the power 0 is dropped where the parts meet",
        "_product: exponent.terms": "a whole power of a sum is multiplied out, so none is left to meet its denominator",
    },
    "normal/enclosure": {"_integer_power: exponent": "to the power 0, which no factor has, 1 lies from 0 to 1 as well"},
    "normal/finish": {
        "_cut: part": "that none is missing has been asked before; it is there for the type checker",
        "_rank: atom.kind == 'net'": TRIED,
        "_interval: len(rows) != 2": TRIED,
        "_interval: ends[1].terms": TRIED,
        "_interval: ends[-1].symbols & set(area.indices)": TRIED,
    },
    "normal/reading": {
        "_application: isinstance(function, Symbol)": TYPES,
        "_total: raise IllFormed(f'a sum binds an index, found {body!r}')": TYPES,
        "_expectation: raise IllFormed(f'an expectation binds a variable, found {body!r}')": TYPES,
        "_integral: raise IllFormed(f'an integral binds a vector, found {body!r}')": TYPES,
        "_opaque: isinstance(symbol, Symbol)": TYPES,
        "_is_fact: not isinstance(formula, Node)": TYPES,
        "vanishes: return False": "a round that clears nothing is an equation as well",
    },
    "normal/facts": {
        "_beside: exponent.constant == 1": "of an indicator, every power that a monomial may hold is 0 or 1",
        "_is_norm: isinstance(shape, Node)": TYPES,
        "_is_norm: atom.kind == 'opaque'": "only what is opaque has a term for its shape",
        "_is_nonzero: return False": "the question comes back to itself, which is no answer",
        "_nonzero_atom: atomic(atom).key != whole.key": "the question comes back to itself, which is no answer",
        "_sign_of_product: return UNKNOWN": "the question comes back to itself, which is no answer",
        "_sign_of_factor: value.denominator != 1": "a base without a sign has whole exponents, by the invariant",
        "_inhabited: return False": "a range of one index has two whole ends",
        "_inhabited: len(indices) != 1": "a range of two indices has more than two ends",
        "_inhabited: first is None": "a range of one index has two whole ends",
        "_inhabited: second is None": "a range of one index has two whole ends",
        "_inhabited: {first[0], second[0]} != {1, -1}": "a range of one index has two whole ends",
        "_inhabited: len(constraints) != 2": "more ends than two are not read as two, and the step is rejected",
        "_beside_one: self.positive(base) or up == 1": "a power that may divide by 0 is kept whole, by the invariant",
        "_beside_one: exponent.constant == 1": SAME,
        "_beside_one: atom.kind == 'net'": "the question comes back to itself, which is no answer",
        "_beside_one: side * up": "what is unknown yields 0 >= 0",
        "_plain: all((atom.kind in ('symbol', 'call', 'log', 'mean', 'opaque') for atom in monomial.factors))": LESS,
        "has_moments: self.used.add(source)": TOLD,
        "_stated_nonzero: self.used.add(source)": TOLD,
        "_signs: monomial != UNIT": SAME,
        "_signs: not _plain(monomial)": SAME,
        "_relevant: not row.unknowns.isdisjoint(reached)": SAME,
    },
    "normal/powers": {
        "power: not _is_power(base)": SAME,
        "_is_power: atoms[0].kind in ('euler', 'power')": SAME,
        "_multiplies: value > 0": "what obeys the laws of real powers is not kept whole before",
        "_kept: value.denominator == 1": "only whole exponents come here",
    },
    "normal/growth": {
        "is_entry: last.key == here.key": OUTCOMES,
        "is_entry: not any((outcome in place.symbols for place in places))": PLACES,
        "_sum_grade: any((outcome in row.symbols for row in rows))": PLACES,
        "_sum_grade: outcome in a.symbols | e.symbols": LESS,
        "_factor_grade: outcome in m.symbols": LESS,
        "_tell_apart: index in place.symbols": LESS,
        "_tell_apart: return False": BESIDE,
        "_tell_apart: len(moves) != len(indices)": BESIDE,
        "_tell_apart: len({at for at, _ in moves}) != len(indices)": "a place of two indices keeps one as its shift",
    },
    "normals": {
        "at_entries: return None": WHOLE,
        "_only_entries: term != vector": WHOLE,
        "_only_entries: all((_only_entries(part, vector) for part in children(term)))": WHOLE,
    },
    "normal/nets": {
        "_leaving: integral(free)": INVARIANT,
        "_leaving: integral(bound)": INVARIANT,
        "_leaving: whole": INVARIANT,
        "_close: body.key != _alone(factors).key": ROUNDS,
        "_close: rounds": ROUNDS,
        "_size: None in ends": "the one end that is left has one sign",
        "_size: end": REFUSED,
        "average: part": REFUSED,
        "_average_net: part": REFUSED,
        "_integrable: not all((_is_element(outcome, atom) for atom in random))": MOMENTS,
        "_is_element: function.sort.name == 'random'": MOMENTS,
        "_is_element: last.key == variable(outcome).key": OUTCOMES,
        "_is_element: not any((outcome in part.symbols for part in index))": PLACES,
        "_only_value: len(one.terms) == len(other.terms)": "rows that add up to 0 have the same terms",
        "_only_value: index in row.symbols": "a row without the index has the coefficient 0 there, and is not solved",
        "_collapsed: other != atom": "where the index has its value the delta is 1, as a factor as well",
        "_merge: exponent.terms": ONCE,
        "_average_net: exponent.terms": ONCE,
        "_depending: outcome in monomial.symbols": LESS,
    },
    "rules/normals": {
        "wave: expect(sort_of(value) == REAL, 'the phase is no number')": "a number and a matrix are not added",
    },
}
