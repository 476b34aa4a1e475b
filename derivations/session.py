"""One run of the command line: judges what was found, reports as it goes, and keeps what could not run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from traceback import print_exception

from derivations.bad_input import BadInput
from derivations.declared import exit_code
from derivations.derivation import Derivation
from derivations.desk import Desk
from derivations.discovery import Chosen, Found
from derivations.findings import JudgedLine
from derivations.isolation import handles
from derivations.mutation import Mutation, mutants_of, proved_by, tried
from derivations.options import Options
from derivations.pipeline import Judged
from derivations.report.data import run_data
from derivations.report.explanation import explanation
from derivations.report.latex import write_latex
from derivations.report.mutants import mutation_lines, mutation_summary
from derivations.report.page import line_explanation, line_lines, notation_lines
from derivations.report.plots import NoPictures, write_plots
from derivations.report.terminal import console, working
from derivations.report.text import claim_lines, heading, summary
from derivations.transcript import Claimed, Transcript
from symbolic.certificate import Certificate
from symbolic.kernel.files import write


class Session:
    """The judgements of one run, in the order of the scripts."""

    def __init__(self, options: Options, start: float, desk: Desk) -> None:
        self._options = options
        self._start = start
        self._desk = desk
        self._out = console()
        self._judged: list[tuple[Derivation | Transcript, list[Judged | JudgedLine]]] = []
        self._mutations: dict[Claimed, Mutation] = {}
        self._bad: list[BadInput] = []

    def check(self, found: Found) -> int:
        """Judge and report all that was found; returns the exit code."""
        self._bad += found.bad
        self._desk.begin([claim for chosen in found.chosen for claim in chosen.claims])
        for chosen in found.chosen:
            self._check_derivation(chosen)
        if self._options.latex is not None and self._judged:
            self._write_latex(self._options.latex)
        if self._options.plots is not None:
            self._write_plots(self._options.plots)
        self._report_problems()
        self._report_end()
        return exit_code(self._every(), bool(self._bad), self._options.strict, tuple(self._mutations.values()))

    def _check_derivation(self, chosen: Chosen) -> None:
        self._print(heading(chosen.derivation), *notation_lines(chosen.derivation))
        judged: list[Judged | JudgedLine] = []
        self._judged.append((chosen.derivation, judged))
        for stated in chosen.claims:
            one = self._judge(stated)
            if one is not None:
                judged.append(one)
                self._report(one)
                if self._options.mutate:
                    self._mutate(one)

    def _judge(self, stated: Claimed) -> Judged | JudgedLine | None:
        with working(self._out, stated.id):
            result = self._desk.judged(stated)
        if isinstance(result, BadInput):
            self._bad.append(result)
            return None
        return result

    def _mutate(self, judged: Judged | JudgedLine) -> None:
        proved = proved_by(judged)
        if proved is None:
            return
        mutants = mutants_of(proved.claim, self._options.mutants)
        with working(self._out, f"{len(mutants)} mutants of {proved.claim.id}"):
            found = self._desk.attacked(mutants, [*self._lemmas(judged.stated), proved])
        mutation = Mutation(tuple(map(tried, mutants, found)))
        self._mutations[judged.stated] = mutation
        self._print(*mutation_lines(mutation))

    def _lemmas(self, claimed: Claimed) -> list[Certificate]:
        """The proofs that ``claimed`` may cite, of claims in its own file."""
        cited = [one for one in handles(claimed) if one.place.file == claimed.place.file]
        proofs = (proved_by(one) for one in map(self._desk.judged, cited) if not isinstance(one, BadInput))
        return [proof for proof in proofs if proof is not None]

    def _report(self, judged: Judged | JudgedLine) -> None:
        self._print(*(line_lines(judged) if isinstance(judged, JudgedLine) else claim_lines(judged)))
        if self._options.explain is not None:
            self._print(*(line_explanation(judged) if isinstance(judged, JudgedLine) else explanation(judged)))
        if self._options.certificates is not None:
            for certificate in judged.certificates:
                self._write(certificate, self._options.certificates)

    def _write(self, certificate: Certificate, folder: Path) -> None:
        path = folder / f"{certificate.claim.id.replace('/', '__')}.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(write(certificate), ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            self._bad.append(BadInput(str(path), f"this certificate cannot be written: {error.strerror}", cause=error))

    def _write_latex(self, folder: Path) -> None:
        try:
            write_latex(folder, self._judged)
        except OSError as error:
            self._bad.append(BadInput(str(folder), f"LaTeX cannot be written there: {error.strerror}", cause=error))

    def _write_plots(self, folder: Path) -> None:
        try:
            write_plots(folder, self._options.seed)
        except NoPictures as error:
            self._bad.append(BadInput(f"--plots {folder}", str(error), cause=error))
        except OSError as error:
            self._bad.append(BadInput(str(folder), f"pictures cannot be drawn there: {error.strerror}", cause=error))

    def _report_problems(self) -> None:
        problems = console(sys.stderr)
        for bad in self._bad:
            problems.print(f"error: {bad}")
            if self._options.debug and bad.cause is not None:
                print_exception(bad.cause)

    def _report_end(self) -> None:
        seconds = perf_counter() - self._start
        if self._options.format == "json":
            data = run_data(self._judged, self._bad, self._options.seed, self._options.strict, seconds, self._mutations)
            self._out.print(json.dumps(data, ensure_ascii=False, indent=2))
        elif self._judged:
            self._print("", summary(self._every(), len(self._bad), self._options.strict, seconds))
            if self._options.mutate:
                self._print(mutation_summary(tuple(self._mutations.values())))

    def _every(self) -> list[Judged | JudgedLine]:
        return [one for _, judged in self._judged for one in judged]

    def _print(self, *lines: object) -> None:
        if self._options.format == "text":
            for line in lines:
                self._out.print(line)
