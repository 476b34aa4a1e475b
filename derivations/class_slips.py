"""Slips in a class, as authors make them: a size too few, a term too few, a letter where an exponent was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from symbolic.claim import Claim
from symbolic.mutate import Mutant, means_something, restated
from symbolic.terms import (
    CLASSES,
    INTEGER,
    Node,
    Number,
    Symbol,
    Term,
    add,
    class_of,
    compared,
    hints,
    mul,
    substitute,
    symbols,
)
from symbolic.terms.text import show

EXPONENTS: Final = (1, 2, 3)


def in_class(goal: Term) -> bool:
    """Whether a goal says that one function is in the class of another."""
    return isinstance(goal, Node) and goal.op in CLASSES


def class_slips(claim: Claim, undeclared: Collection[str] = ()) -> Iterator[Mutant]:
    """The class of another function: what is said to be in it is derived, and stays as it is.

    >>> from symbolic.terms import *
    >>> n, d = Symbol("n", INTEGER), Symbol("d", INTEGER)
    >>> claim = Claim("f/d/c", "", "", (), (), (), class_of("big_theta", [n, d], mul(n, d), n))
    >>> [slip.description for slip in class_slips(claim)]
    ['the factor n at n', 'the factor d at n', 'the term n·d']
    """
    goal = claim.goal
    if not isinstance(goal, Node) or not in_class(goal):
        return
    sizes = [Symbol(f"{hint}", INTEGER) for hint in hints(goal)]
    if symbols(goal) & set(sizes):  # what is bound here is free as well: that is another slip
        return
    parts = compared(goal, sizes)
    for words, other in (*_larger(parts.function, parts.other, sizes), *_exponents(parts.other, undeclared)):
        edited = class_of(goal.op, sizes, parts.function, other, parts.regime)
        if means_something(edited):
            yield Mutant(words, restated(claim, edited))


def _larger(function: Term, other: Term, sizes: list[Symbol]) -> Iterator[tuple[str, Term]]:
    """A factor at one term of ``other``, or a term that the function has."""
    terms = _terms(other)
    for at, term in enumerate(terms):
        for size in sizes:
            yield f"the factor {show(size)} at {show(term)}", add(*terms[:at], _times(term, size), *terms[at + 1 :])
    for term in map(_without_number, _terms(function)):
        if term not in terms:
            yield f"the term {show(term)}", add(*terms, term)


def _exponents(other: Term, undeclared: Collection[str]) -> Iterator[tuple[str, Term]]:
    """A number for a letter that nothing has introduced."""
    for letter in sorted(symbols(other), key=lambda one: one.name):
        for number in EXPONENTS if letter.name in undeclared else ():
            yield f"{number} for {show(letter)}", substitute(other, {letter: Number(number)})


def _terms(term: Term) -> tuple[Term, ...]:
    return term.args if isinstance(term, Node) and term.op == "add" else (term,)


def _times(term: Term, size: Symbol) -> Term:
    return mul(size, *(term.args if isinstance(term, Node) and term.op == "mul" else (term,)))


def _without_number(term: Term) -> Term:
    match term:
        case Node(op="mul", args=(Number(), *factors)):
            return mul(*factors)
    return term


def keeps_its_function(goal: Term, wrong: Term) -> bool:
    """Whether a goal about a class differs from ``wrong`` in the class alone: the function and the regime stay."""
    if not isinstance(goal, Node) or not isinstance(wrong, Node) or not in_class(wrong):
        return True
    same = (goal.op, len(goal.args)) == (wrong.op, len(wrong.args))
    return same and goal.args[0] == wrong.args[0] and goal.args[2:] == wrong.args[2:]
