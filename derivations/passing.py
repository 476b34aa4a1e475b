"""What may pass between processes: plain data.

Terms are built anew, for their hashes differ from process to process.  A theorem does not travel: its certificate does,
as text, and the kernel replays it where it arrives.  A claim of a file that both sides have loaded is its number.  What
only the script knows (SymPy's objects, methods, exceptions) arrives as the words that a report has for it.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from io import BytesIO
from traceback import format_exception
from types import FunctionType
from typing import Any, Final

from derivations.pipeline import Judged, replayed
from derivations.repair import Correction
from derivations.stated import Stated
from derivations.transcript import Claimed, Line
from symbolic.certificate import Certificate
from symbolic.kernel import Rejected
from symbolic.kernel.files import read, write
from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term
from symbolic.verdict import Outcome, Stuck, Verdict, judge

_PLAIN: Final = frozenset(
    {"fractions", "pathlib", *(f"symbolic.{name}" for name in ("claim", "certificate", "evidence", "verdict"))}
)


class Written:
    """What stood in a script and stays there; only its words travel."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


class Elsewhere(Exception):
    """What was raised in a worker; its words are the traceback."""


def pack(value: object, numbers: Mapping[Claimed, int]) -> bytes:
    """``value`` as bytes; claims among ``numbers`` are named by them."""
    buffer = BytesIO()
    _Packer(buffer, numbers).dump(value)
    return buffer.getvalue()


def unpack(data: bytes, claims: Sequence[Claimed]) -> Any:
    """What was packed, with ``claims`` for their numbers; every certificate in it has been replayed."""
    return _Unpacker(BytesIO(data), claims).load()


class _Packer(pickle.Pickler):
    def __init__(self, buffer: BytesIO, numbers: Mapping[Claimed, int]) -> None:
        super().__init__(buffer, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, value: Any) -> int | None:
        return self._numbers.get(value) if isinstance(value, Stated | Line) else None

    def reducer_override(self, value: Any) -> Any:
        """How to build ``value`` again, or NotImplemented for what is plain as it is."""
        if isinstance(value, Term):
            return type(value), _parts(value)
        if isinstance(value, Judged | Correction):
            return _again, _decided(value)
        if isinstance(value, BaseException):
            return Elsewhere, ("".join(format_exception(value)),)
        if isinstance(value, type | FunctionType):
            return NotImplemented if _is_plain(str(value.__module__)) else (Written, (_words(value),))
        base = next((kind for kind in type(value).__mro__ if _is_plain(kind.__module__)), None)
        if base is None:
            return Written, (_words(value),)
        return NotImplemented if base is type(value) else (_as_base, (base, vars(value)))


class _Unpacker(pickle.Unpickler):
    def __init__(self, buffer: BytesIO, claims: Sequence[Claimed]) -> None:
        super().__init__(buffer)
        self._claims = claims

    def persistent_load(self, number: Any) -> Claimed:
        claim: Claimed = self._claims[number]
        return claim

    def find_class(self, module: str, name: str) -> Any:
        if not _is_plain(module):
            raise pickle.UnpicklingError(f"found {module}.{name}, expected plain data")
        return super().find_class(module, name)


def _words(value: object) -> str:
    try:
        return str(value)
    except Exception:  # a script's own class may raise anything
        return object.__repr__(value)


def _as_base(base: type, attributes: dict[str, Any]) -> object:
    """An object of a class that the script has derived from ours, as one of ours."""
    made: object = object.__new__(base)
    vars(made).update(attributes)
    return made


def _is_plain(module: str) -> bool:
    return module in _PLAIN or module.startswith(("derivations.", "symbolic.terms."))


def _parts(term: Term) -> tuple[Any, ...]:
    match term:
        case Number(value=value):
            return (value,)
        case Symbol(name=name, sort=sort):
            return name, sort
        case Bound(index=index):
            return (index,)
        case Lambda(sort=sort, body=body, hint=hint):
            return sort, body, hint
        case Node(op=op, args=args):
            return op, *args
    raise pickle.PicklingError(f"no term of the language: {term!r}")


def _decided(value: Judged | Correction) -> tuple[Any, ...]:
    """The parts that `_again` takes."""
    rest = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in ("verdict", "certificate")}
    text = None if value.certificate is None else json.dumps(write(value.certificate))
    return type(value), rest, replace(value.verdict, theorem=None), text


def _again(kind: type[Judged] | type[Correction], rest: dict[str, Any], told: Verdict, text: str | None) -> Any:
    """What was judged elsewhere, judged from its certificate; the outcome that was told counts for nothing."""
    found = None if text is None else certificate_of(text)
    certificate, theorem, rejected = (None, None, None) if found is None else replayed(told.claim, found)
    verdict = judge(told.claim, theorem, told.evidence, rejected or told.stuck)
    if told.vacuous:
        verdict = replace(verdict, outcome=Outcome.UNKNOWN, theorem=None, vacuous=True)
    return kind(**rest, verdict=verdict, certificate=certificate)


def certificate_of(text: str) -> Certificate | Stuck:
    try:
        return read(json.loads(text))
    except Rejected as error:
        return Stuck(tried=(f"the certificate that was found cannot be read back: {error}",))
