"""The command line, read."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from derivations.declared import COULD_NOT_RUN

SECONDS: Final = 120  # a line whose correction is searched for takes 20, and much more on a busy machine
MEGABYTES: Final = 4096
FEWEST_MEGABYTES: Final = 512  # below, a worker cannot even begin

_EPILOG: Final = """\
exit codes: 0 every claim is as declared, 1 one is not, 2 something could not run (bad input, no claims),
            3 soundness alarm: a proof and the numbers contradict each other"""


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    wanted: tuple[str, ...]
    only: str | None
    list: bool
    seed: int
    format: str
    certificates: Path | None
    latex: Path | None
    plots: Path | None
    explain: str | None
    strict: bool
    mutate: bool
    mutants: int | None
    debug: bool
    timeout: float
    memory: int
    jobs: int


class _Parser(ArgumentParser):
    """Bad usage is bad input: one line, exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(COULD_NOT_RUN, f"error: {message} (--help shows what there is)\n")


def read_options(arguments: Sequence[str] | None = None) -> Options:
    """The options in ``arguments`` (default: the command line); ends the program with code 2 where they are wrong."""
    named = vars(_parser().parse_args(arguments))
    return Options(wanted=tuple(named.pop("wanted")), **named)


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m derivations.check_all",
        description="Judge every claim of some derivations; without PATH or NAME, of the whole catalog.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    where = "a file or folder of derivations, or the name of a file, derivation or claim of the catalog"
    parser.add_argument("wanted", nargs="*", metavar="PATH|NAME", help=where)
    parser.add_argument("--only", metavar="GLOB", help="only claims whose id or source matches")
    parser.add_argument("--list", action="store_true", help="list the claims, judge none")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="seed of the second opinion (default 0)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--certificates", type=Path, metavar="DIR", help="write the certificate of each decided claim")
    parser.add_argument(
        "--latex", type=Path, metavar="DIR", help="write the proofs as LaTeX; DIR/proofs.tex inputs them"
    )
    parser.add_argument("--plots", type=Path, metavar="DIR", help="draw the pictures of two answers (takes matplotlib)")
    parser.add_argument("--explain", metavar="CLAIM", help="one claim, with its proof and all that it rests on")
    parser.add_argument("--strict", action="store_true", help="conjectures must be proved as well")
    parser.add_argument("--mutate", action="store_true", help="attack the mutants of every claim that is proved, too")
    parser.add_argument("--mutants", type=mutants, metavar="N", help="about N mutants of each claim (default: all)")
    parser.add_argument("--debug", action="store_true", help="print tracebacks of what could not run")
    _add_limits(parser)
    return parser


def _add_limits(parser: _Parser) -> None:
    for option, read, default, metavar, meaning in (
        ("--timeout", seconds, SECONDS, "S", "seconds for a claim, or for running a file"),
        ("--memory", megabytes, MEGABYTES, "MB", "megabytes for a claim, or for running a file"),
        ("--jobs", jobs, os.cpu_count() or 1, "N", "workers at a time; 0: none, judge here and without limits"),
    ):
        parser.add_argument(option, type=read, default=default, metavar=metavar, help=f"{meaning} (default {default})")


def seconds(text: str) -> float:
    return _at_least(float(text), 0.01)


def megabytes(text: str) -> int:
    return int(_at_least(int(text), FEWEST_MEGABYTES))


def mutants(text: str) -> int:
    return int(_at_least(int(text), 1))


def jobs(text: str) -> int:
    return int(_at_least(int(text), 0))


def _at_least(number: float, least: float) -> float:
    if not least <= number < float("inf"):
        raise ArgumentTypeError(f"found {number}, expected at least {least}")
    return number
