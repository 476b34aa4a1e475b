"""``python -m derivations.check_all``: find derivations, judge every claim, report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from time import perf_counter

from derivations.bad_input import BadInput
from derivations.declared import AS_DECLARED, COULD_NOT_RUN, INTERRUPTED
from derivations.desk import Desk, Here
from derivations.discovery import Found, discover
from derivations.isolation import Limits, Workers
from derivations.options import Options, read_options
from derivations.report.terminal import console
from derivations.session import Session


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns 0 as declared, 1 not as declared, 2 could not run, 3 soundness alarm."""
    options = read_options(arguments)
    try:
        with closing(_desk(options)) as desk:
            return _run(options, desk)
    except KeyboardInterrupt:
        console(sys.stderr).print("interrupted")
        return INTERRUPTED


def _desk(options: Options) -> Desk:
    if options.jobs == 0:
        return Here(options.seed)
    return Workers(options.seed, Limits(options.timeout, options.memory, options.jobs))


def _run(options: Options, desk: Desk) -> int:
    start = perf_counter()
    found = _chosen(options, desk)
    if options.list:
        return _list(found)
    return Session(options, start, desk).check(found)


def _chosen(options: Options, desk: Desk) -> Found:
    found = discover(options.wanted, desk.load)
    for option, name, choose in (("--only", options.only, Found.only), ("--explain", options.explain, Found.named)):
        if name is not None and found.chosen:
            kept = choose(found, name)
            found = kept if kept.chosen else Found((), (*kept.bad, _nothing(option, name)))
    return found


def _nothing(option: str, name: str) -> BadInput:
    return BadInput(f"{option} {name}", "no claim has such an id, title or source (--list shows them all)")


def _list(found: Found) -> int:
    out, problems = console(), console(sys.stderr)
    for chosen in found.chosen:
        for stated in chosen.claims:
            open_mark = "  [conjecture]" if stated.declared == "conjecture" else ""
            source = f"  ({stated.source})" if stated.source else ""
            out.print(f"{stated.id}  {stated.title}{source}{open_mark}")
    for bad in found.bad:
        problems.print(f"error: {bad}")
    return COULD_NOT_RUN if found.bad else AS_DECLARED


if __name__ == "__main__":
    sys.exit(main())
