"""Every way to spoil a certificate at one place, as data: (what was done, the spoilt certificate); what is accepted."""

from dataclasses import replace

from symbolic.certificate import Model, Sequent
from symbolic.kernel import Rejected, check
from symbolic.kernel.rules import RULES
from symbolic.terms import FALSE, INTEGER, ONE, Lambda, Node, Number, Symbol, add, eq, ne

STRAY = ne(Symbol("stray"), Number(7))


def of_steps(certificate):
    """One step of the certificate dropped or changed."""
    for number, step in enumerate(certificate.steps):
        yield f"step {number} dropped", replace(certificate, steps=_without(certificate.steps, number))
        yield f"step {number} given twice", replace(certificate, steps=_doubled(certificate.steps, number))
        for what, changed in _changed(step, certificate.steps, number):
            steps = (*certificate.steps[:number], changed, *certificate.steps[number + 1 :])
            yield f"step {number} ({step.rule}): {what}", replace(certificate, steps=steps)


def of_ends(certificate):
    """Steps cut off, or added, at the end."""
    yield "the last step cut off", replace(certificate, steps=certificate.steps[:-1])
    yield "the first step last", replace(certificate, steps=(*certificate.steps, certificate.steps[0]))
    yield "no steps", replace(certificate, steps=())


def of_claims(certificate, claims):
    """The same steps for another claim: one of ``claims``, or one with an assumption more or less."""
    own = certificate.claim
    for claim in claims:
        yield f"for {claim.id}", replace(certificate, claim=claim)
    for field in ("domains", "assumptions", "conditions"):
        for formula in getattr(own, field):
            fewer = tuple(other for other in getattr(own, field) if other != formula)
            yield f"without {formula!r}", replace(certificate, claim=replace(own, **{field: fewer}))
    yield "one assumption more", replace(certificate, claim=replace(own, assumptions=(*own.assumptions, STRAY)))


def of_splices(certificate, other):
    """The first half of one proof before the whole of the other, the numbers of premises kept or moved."""
    half = certificate.steps[: len(certificate.steps) // 2]
    moved = tuple(replace(step, premises=tuple(p + len(half) for p in step.premises)) for step in other.steps)
    yield "spliced in front", replace(certificate, steps=(*half, *other.steps))
    yield "spliced in front, premises moved", replace(certificate, steps=(*half, *moved))
    yield "spliced behind", replace(certificate, steps=(*other.steps, *certificate.steps))
    yield "second half of another", replace(certificate, steps=(*half, *other.steps[len(half) :]))


def of_models(refutation):
    """One value, definition or closing step of a refutation changed."""
    model = refutation.model
    yield "a refutation given as a proof", replace(refutation, model=None)
    for at, (symbol, value) in enumerate(model.values):
        changed = _other_value(value)
        values = (*model.values[:at], (symbol, changed), *model.values[at + 1 :])
        yield f"{symbol.name} := {changed!r}", replace(refutation, model=Model(values, model.definitions))
        values = (*model.values[:at], *model.values[at + 1 :])
        yield f"no value for {symbol.name}", replace(refutation, model=Model(values, model.definitions))
    for definition in model.definitions:
        fewer = tuple(other for other in model.definitions if other != definition)
        yield f"without {definition!r}", replace(refutation, model=Model(model.values, fewer))
    more = (*model.definitions, eq(Symbol("stray"), ONE))
    yield "a stray definition", replace(refutation, model=Model(model.values, more))
    for at, number in enumerate(refutation.closing):
        others = (*refutation.closing[:at], *refutation.closing[at + 1 :])
        yield f"closing step {number} left out", replace(refutation, closing=others)
        for shifted in (number - 1, number + 1, -1 - number, len(refutation.steps) + number):
            yield f"closing step {number} -> {shifted}", replace(refutation, closing=(*others, shifted))


def _changed(step, steps, number):
    yield from ((f"rule {rule}", replace(step, rule=rule)) for rule in (*RULES, "trivial") if rule != step.rule)
    yield from (("premises " + what, replace(step, premises=new)) for what, new in _premises(step.premises, number))
    yield from (("arguments " + what, replace(step, arguments=new)) for what, new in _arguments(step, steps, number))
    yield from (("says " + what, replace(step, conclusion=new)) for what, new in _sequents(step, steps, number))


def _premises(premises, number):
    yield "one more", (*premises, 0)
    yield "itself", (*premises, number)
    for at, premise in enumerate(premises):
        yield f"{at} left out", _without(premises, at)
        yield f"{at} given twice", (*premises[: at + 1], *premises[at:])
        for other in (premise - 1, premise + 1, premise - number, float(premise), True):
            yield f"{at}: {other}", (*premises[:at], other, *premises[at + 1 :])
    yield from ((f"{at} swapped", _swapped(premises, at)) for at in range(len(premises) - 1))


def _arguments(step, steps, number):
    arguments = step.arguments
    yield "one more", (*arguments, ONE)
    for at, argument in enumerate(arguments):
        yield f"{at} left out", _without(arguments, at)
        foreign = [
            other for one in (steps[number - 1], steps[(number + 1) % len(steps)]) for other in one.arguments[:1]
        ]
        for other in (*_near(argument), step.conclusion.conclusion, *foreign):
            yield f"{at}: {other!r}", (*arguments[:at], other, *arguments[at + 1 :])
    yield from ((f"{at} swapped", _swapped(arguments, at)) for at in range(len(arguments) - 1))


def _sequents(step, steps, number):
    hypotheses, conclusion = step.conclusion.hypotheses, step.conclusion.conclusion
    for other in (FALSE, STRAY, steps[number - 1].conclusion.conclusion, *_near(conclusion)):
        yield f"{other!r}", Sequent(hypotheses, other)
    yield "no hypotheses", Sequent(frozenset(), conclusion)
    yield "a stray hypothesis", Sequent(hypotheses | {STRAY}, conclusion)
    yield from ((f"without {h!r}", Sequent(hypotheses - {h}, conclusion)) for h in sorted(hypotheses, key=repr))


def _near(term):
    """Terms that differ from ``term`` a little."""
    match term:
        case Node(op=op, args=(first, *rest)) if rest:
            yield Node(op, *rest, first)
            yield from (Node(op, near, *rest) for near in _near(first))
        case Lambda(sort=sort, body=body, hint=hint):
            yield from (Lambda(sort, near, hint) for near in _near(body))
        case Symbol(name=name, sort=sort):
            yield Symbol(name + "'", sort)
        case Number(value=value):
            yield Number(value + 1)
        case _:
            yield add(term, ONE)


def _other_value(value):
    match value:
        case Number(value=number):
            return Number(number + 1)
        case Lambda(sort=sort, body=body, hint=hint):
            return Lambda(sort, add(body, ONE), hint)
    return Symbol("stray", INTEGER)


def _swapped(items, at):
    return (*items[:at], items[at + 1], items[at], *items[at + 2 :])


def _without(items, at):
    return (*items[:at], *items[at + 1 :])


def _doubled(items, at):
    return (*items[: at + 1], *items[at:])


def accepted(original, spoilt, most):
    """The corruptions that the kernel accepts although they prove something else, and how many were tried."""
    sequent, wrong = check(original).sequent, []
    chosen = spread(list(spoilt), most)
    for what, certificate in chosen:
        try:
            theorem = check(certificate)
        except Rejected:
            continue
        if not _says_the_same(theorem, sequent) or not _speaks_of(theorem, certificate, original):
            wrong.append(what)
    return wrong, len(chosen)


def spread(items, most):
    """About ``most`` of the items, from all parts of the list."""
    return items[:: -(-len(items) // most) or 1]


def _says_the_same(theorem, sequent):
    """A refutation may do without a definition that it never used; the model is then any that fits the others."""
    if theorem.refuted:
        return theorem.sequent.conclusion == sequent.conclusion and theorem.sequent.hypotheses <= sequent.hypotheses
    return theorem.sequent == sequent


def _speaks_of(theorem, certificate, original):
    """A proof speaks of any claim that assumes at least what it uses and has its goal; a refutation of its own only."""
    if original.model is not None:
        return theorem.refuted and theorem.claim == original.claim
    return (
        not theorem.refuted
        and theorem.claim == certificate.claim
        and theorem.sequent.hypotheses <= theorem.claim.hypotheses
    )
