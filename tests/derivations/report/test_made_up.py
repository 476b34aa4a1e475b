"""Names that a search has made up become those of a reader, and meet no others."""

from derivations import Derivation
from derivations.pipeline import Run
from derivations.report.explanation import explanation
from derivations.report.made_up import readable
from symbolic.language import matrix, size
from symbolic.terms import INTEGER, Symbol, add


def test_names_of_a_search_become_readable() -> None:
    made, kept = Symbol("i′27", INTEGER), Symbol("i'", INTEGER)
    assert readable([add(made, kept)]) == [add(Symbol("i''", INTEGER), kept)]


def test_an_outline_shows_places_as_a_reader_would_write_them() -> None:
    n = size("n")
    a, b = matrix("A B", n, n)
    claim = Derivation("Transposes").show("of a product", (a * b).T, b.T * a.T)
    lines = [line.plain for line in explanation(Run().judged(claim))]
    assert any("[i', j']" in line for line in lines)
    assert not any("2032" in line for line in lines)
