"""Judging the lines of a transcript: two claims a line, and a finding where it cannot stand as it is written."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from derivations.bad_input import Refused, of_claim
from derivations.clashes import readings
from derivations.findings import Finding, JudgedLine, bit
from derivations.letters import Letters
from derivations.lines import Reading, corrected, missing_premises, read_line
from derivations.misfits import ill_formed
from derivations.pipeline import Decided, Judged, Run
from derivations.reading import read
from derivations.repair import Correction, Judge, renamed, repaired
from derivations.stated import Stated
from derivations.transcript import Line
from derivations.trial import fails_somewhere
from symbolic.claim import Claim
from symbolic.language.unreadable import Unreadable
from symbolic.terms import IllFormed
from symbolic.terms.text import show
from symbolic.verdict import Outcome


class Lines:
    """Judges lines, each once, and those that they rest on before them; the claims of all are judged by ``run``."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._readings: dict[Line, Reading] = {}
        self._judged: dict[Line, JudgedLine] = {}

    def judged(self, line: Line) -> JudgedLine:
        """The verdicts on ``line``; raises `Refused` where it cannot be read, other than for being ill-formed."""
        if line not in self._judged:
            start = perf_counter()
            self._judged[line] = self._judge(line, start)
        return self._judged[line]

    def remember(self, judged: JudgedLine) -> None:
        """Take over what was judged elsewhere."""
        self._judged[judged.stated] = judged
        if judged.entailed is not None:
            self._run.remember(replace(judged.entailed, stated=self._reading(judged.stated).true))

    def stopped(self, line: Line, reason: str, seconds: float) -> JudgedLine:
        """Undecided for ``reason``, or ill-formed; raises `Refused` where ``line`` cannot be read otherwise."""
        reading = self._understood(line)
        if isinstance(reading, IllFormed):
            return JudgedLine(line, None, None, Finding("ill-formed", str(reading)), seconds)
        return JudgedLine(line, self._run.stopped(reading.true, reason, seconds), None, None, seconds)

    def _judge(self, line: Line, start: float) -> JudgedLine:
        reading = self._understood(line)
        if isinstance(reading, IllFormed):
            return JudgedLine(line, None, None, ill_formed(line, reading, self._run), perf_counter() - start)
        entailed = self._run.judged(reading.true)
        inferred = self._run.judged(reading.follows) if reading.follows else None
        finding = self._finding(line, reading, entailed, inferred)
        return JudgedLine(line, entailed, inferred, finding, perf_counter() - start)

    def _understood(self, line: Line) -> Reading | IllFormed:
        """The claims of ``line``, or why it means nothing."""
        try:
            return self._reading(line)
        except Unreadable as error:
            if not isinstance(error.__cause__, IllFormed):
                raise Refused(of_claim(line, str(error), cause=error)) from error
            return error.__cause__

    def _reading(self, line: Line) -> Reading:
        if line not in self._readings:
            cited = line.said.get("using", ())
            using = tuple(self._reading(one).true if isinstance(one, Line) else one for one in cited)
            self._readings[line] = read_line(line, using)
        return self._readings[line]

    def _finding(self, line: Line, reading: Reading, entailed: Judged, inferred: Judged | None) -> Finding | None:
        true, follows = bit(entailed), bit(inferred)
        fault = _fault(reading.letters, true)
        if fault is None:
            return self._unfounded(line, inferred, true) if inferred and follows is False else None
        correction = self._correction(line, reading, entailed)
        return Finding(*fault, self._shown(reading, entailed, inferred), correction, self._origin(line, follows))

    def _shown(self, reading: Reading, entailed: Judged, inferred: Judged | None) -> tuple[tuple[str, str], ...]:
        """Where the line fails, or where it matters which of two letters of the same name is meant."""
        for judged in (entailed, inferred):
            if judged and judged.outcome is Outcome.REFUTED:
                return judged.verdict.evidence.display
        for same in readings(entailed.verdict.claim, reading.letters.clashing):
            verdict, _ = self._run.decided(same)
            if verdict.outcome is Outcome.REFUTED:
                return verdict.evidence.display
        return ()

    def _unfounded(self, line: Line, inferred: Judged, true: bool | None) -> Finding:
        """The line does not follow; one assumption that it does not name may be all it lacks."""
        counterexample = inferred.verdict.evidence.display
        for stated in missing_premises(line, inferred.stated) if true and line.kind != "row" else ():
            if not fails_somewhere(read(stated), self._run.seed):
                mended = self._run.judged(stated)
                if mended.outcome is Outcome.PROVED:
                    return _incomplete(inferred, mended)
        wrong = [premise.title for premise in line.premises if self.judged(premise).true is False]
        words = f"not even from {', '.join(wrong)}, which is wrong" if wrong else "what it rests on does not entail it"
        return Finding("non-sequitur", words, counterexample)

    def _origin(self, line: Line, follows: bool | None) -> int | None:
        """The first wrong line that this one is a consequence of."""
        for premise in line.premises if follows else ():
            judged = self.judged(premise)
            if judged.true is False:
                earlier = judged.finding.consequence_of if judged.finding else None
                return earlier or premise.number
        return None

    def _correction(self, line: Line, reading: Reading, entailed: Judged) -> Correction | None:
        if "correction" in line.said:
            judged = self._run.judged(corrected(line, reading.true))
            return Correction("as the script says", judged.verdict, judged.certificate, "script")
        if entailed.outcome is Outcome.PROVED and reading.letters.clashing:
            words = f"a letter of its own for the bound {', '.join(reading.letters.clashing)}"
            return Correction(words, entailed.verdict, entailed.certificate, "search")
        if entailed.outcome is not Outcome.REFUTED:
            return None
        claim = entailed.verdict.claim
        if line.kind == "let":
            return renamed(claim, self._decided(entailed.stated))
        supposed = len(tuple(line.said.get("when", ())))
        return repaired(claim, reading.letters.undeclared, supposed, self._decided(entailed.stated), self._run.seed)

    def _decided(self, stated: Stated) -> Judge:
        def judge(claim: Claim) -> Decided:
            return self._run.decided(claim, stated.by)

        return judge


def _incomplete(inferred: Judged, mended: Judged) -> Finding:
    known = inferred.verdict.claim.assumptions
    added = "; ".join(show(one) for one in mended.verdict.claim.assumptions if one not in known)
    correction = Correction(f"with the premise {added}", mended.verdict, mended.certificate, "search")
    words = f"it takes a premise that is not named: {added}"
    return Finding("incomplete", words, inferred.verdict.evidence.display, correction)


def _fault(letters: Letters, true: bool | None) -> tuple[str, str] | None:
    """What is wrong with a line by itself, gravest first: the kind of finding, and words."""
    if letters.clashing:
        return "ill-formed", f"bound here, and free as well: {', '.join(letters.clashing)}"
    if letters.undeclared and not true:
        return "undeclared", f"never introduced: {', '.join(letters.undeclared)}"
    again = f"; bound again where it is bound already: {', '.join(letters.shadowed)}" if letters.shadowed else ""
    return ("false", f"it contradicts what is assumed{again}") if true is False else None
