"""LaTeX: one file for each derivation, and ``proofs.tex``, which makes a document of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

from derivations.derivation import Derivation
from derivations.findings import JudgedLine
from derivations.pipeline import Judged
from derivations.report.latex_claim import Names, claim_text
from derivations.report.latex_lines import line_text, notation_text
from derivations.report.latex_words import escape, formula
from derivations.stated import slug
from derivations.transcript import Transcript
from symbolic.claim import Claim

Made: TypeAlias = Derivation | Transcript
Entry: TypeAlias = Judged | JudgedLine
Judgements: TypeAlias = Sequence[tuple[Made, Sequence[Entry]]]
_MAIN: Final = "proofs.tex"
_PREAMBLE: Final = "preamble.tex"


def write_latex(folder: Path, judgements: Judgements) -> None:
    """Write the files of `latex_files` into ``folder``; raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in latex_files(judgements).items():
        (folder / name).write_text(text, encoding="utf-8")


def latex_files(judgements: Judgements) -> dict[str, str]:
    """Names and contents of the files; ``proofs.tex`` inputs the others."""
    ids = [one.stated.id for _, judged in judgements for one in judged]
    labels = {name: f"claim:{number}" for number, name in enumerate(ids, start=1)}
    parts: dict[str, str] = {}
    for number, (made, judged) in enumerate(judgements, start=1):
        heading = rf"\derivation{{{escape(str(made.title))}}}{{{escape(str(made.source))}}}{{derivation:{number}}}"
        parts[_file_name(made, parts)] = "\n".join([heading, *_entries(made, judged, labels)]) + "\n"
    preamble = files("derivations.report").joinpath(_PREAMBLE).read_text(encoding="utf-8")
    return {_PREAMBLE: preamble, **parts, _MAIN: "\n".join(_document(parts, judgements)) + "\n"}


def _document(parts: Mapping[str, str], judgements: Judgements) -> Iterator[str]:
    """The preamble, an overview, and all parts."""
    yield rf"\input{{{_PREAMBLE}}}"
    yield r"\begin{document}"
    yield r"\maketitle"
    for number, (made, judged) in enumerate(judgements, start=1):
        counts = Counter(one.outcome.name.lower() for one in judged)
        counted = ", ".join(f"{counts[word]} {word}" for word in sorted(counts))
        yield rf"\overview{{derivation:{number}}}{{{escape(str(made.title))}}}{{{counted}}}"
    yield from (rf"\input{{{name}}}" for name in parts)
    yield r"\end{document}"


def _file_name(made: Made, taken: Mapping[str, str]) -> str:
    """A name that every system takes, and that no other derivation has."""
    words = slug(f"{Path(made.place.file).stem} {made.title}")
    name = re.sub(r"[^a-z0-9]+", "-", words).strip("-") or "derivation"
    rivals = sum(re.fullmatch(rf"{name}(-\d+)?\.tex", other) is not None for other in (*taken, _MAIN, _PREAMBLE))
    return f"{name}-{rivals + 1}.tex" if rivals else f"{name}.tex"


def _entries(made: Made, judged: Sequence[Entry], labels: Mapping[str, str]) -> Iterator[str]:
    """All that is assumed anywhere in a derivation, and its claims or lines."""
    assumed = list(dict.fromkeys(one for entry in judged for claim in _claims(entry) for one in claim.assumptions))
    names = Names(labels, {one: number for number, one in enumerate(assumed, start=1)})
    yield from notation_text(made.notation if isinstance(made, Transcript) else {})
    yield from (rf"\assumption{{{number}}}{{{formula(one)}}}" for number, one in enumerate(assumed, start=1))
    for entry in judged:
        yield ""
        yield from line_text(entry, names) if isinstance(entry, JudgedLine) else claim_text(entry, names)


def _claims(entry: Entry) -> Iterator[Claim]:
    judged = entry.entailed if isinstance(entry, JudgedLine) else entry
    if judged is not None:
        yield judged.verdict.claim
