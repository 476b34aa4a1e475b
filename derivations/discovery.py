"""Finding the derivations that a command line asks for: files, folders, and names of the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from derivations.bad_input import BadInput, of_claim
from derivations.derivation import Derivation
from derivations.loading import Loaded, load
from derivations.transcript import Claimed, Transcript

CATALOG: Final = Path(__file__).parent / "catalog"
Load = Callable[[Path], Loaded]


@dataclass(frozen=True)
class Chosen:
    """A derivation and those of its claims that were asked for."""

    derivation: Derivation | Transcript
    claims: tuple[Claimed, ...]


@dataclass(frozen=True)
class Found:
    """What was asked for, and what could not be read."""

    chosen: tuple[Chosen, ...]
    bad: tuple[BadInput, ...]

    def only(self, glob: str) -> Found:
        """The claims whose id or source (the whole, or a word of it) matches ``glob``."""
        return self.keep(lambda one: any(fnmatchcase(name, glob) for name in (one.id, *_sources(one))))

    def named(self, name: str) -> Found:
        """The claims that ``name`` means: an id, the end of one, or a title."""
        return self.keep(lambda one: name == one.title or f"/{one.id}".endswith(f"/{name}"))

    def keep(self, wanted: Callable[[Claimed], bool]) -> Found:
        """The claims that are ``wanted``, and every problem."""
        kept = [Chosen(one.derivation, tuple(filter(wanted, one.claims))) for one in self.chosen]
        return Found(tuple(one for one in kept if one.claims), self.bad)


def discover(wanted: Iterable[str], load: Load = load) -> Found:
    """The derivations of every PATH or NAME in ``wanted``; of the whole catalog when there is none.

    A PATH is a Python file or a folder of them.  A NAME is a file, a derivation or a claim of the catalog:
    ``momentum``, ``one-update-rule``, ``momentum/one-update-rule``, or a claim's id.
    """
    shelf = _Shelf(load)
    founds = [shelf.found(name) for name in wanted] or [shelf.found(str(CATALOG))]
    bad = dict.fromkeys(problem for found in founds for problem in found.bad)
    return _with_distinct_ids(Found(_merged(founds), tuple(bad)))


class _Shelf:
    """Runs each file once, however often it is asked for."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._loaded: dict[Path, Loaded] = {}

    def found(self, name: str) -> Found:
        path = Path(name)
        if path.is_dir():
            return self._folder(path)
        if path.exists():
            return self._file(path)
        return self._named(name)

    def _file(self, path: Path) -> Found:
        key = path.resolve()
        if key not in self._loaded:
            self._loaded[key] = self._load(path)
        loaded = self._loaded[key]
        return Found(tuple(Chosen(one, tuple(one.claims)) for one in loaded.derivations), loaded.bad)

    def _folder(self, folder: Path) -> Found:
        files = sorted(path for path in folder.rglob("*.py") if not _private(path.relative_to(folder)))
        if not files:
            return Found((), (BadInput(str(folder), "found no Python file in this folder, expected derivations"),))
        founds = [self._file(path) for path in files]
        return Found(_merged(founds), tuple(problem for found in founds for problem in found.bad))

    def _named(self, name: str) -> Found:
        catalog = self._folder(CATALOG)
        found = catalog.keep(lambda stated: name in _names(stated))
        return found if found.chosen else Found((), (_unknown(name, catalog),))


def _private(path: Path) -> bool:
    return any(part.startswith(("_", ".")) for part in path.parts)


def _names(stated: Claimed) -> tuple[str, ...]:
    stem, derivation, _ = stated.id.split("/")
    return stem, derivation, f"{stem}/{derivation}", stated.id


def _sources(stated: Claimed) -> tuple[str, ...]:
    source = str(stated.source)
    return source, *source.split()


def _unknown(name: str, catalog: Found) -> BadInput:
    known = dict.fromkeys(name for one in catalog.chosen for stated in one.claims for name in _names(stated))
    close = get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else " (--list shows the catalog)"
    return BadInput(name, f"this is no file or folder, and no file, derivation or claim of the catalog{hint}")


def _merged(founds: Iterable[Found]) -> tuple[Chosen, ...]:
    """Every derivation once, with the union of its wanted claims in the script's order."""
    derivations: dict[int, Derivation | Transcript] = {}
    wanted: set[Claimed] = set()
    for found in founds:
        for one in found.chosen:
            derivations[id(one.derivation)] = one.derivation
            wanted.update(one.claims)
    return tuple(Chosen(one, tuple(c for c in one.claims if c in wanted)) for one in derivations.values())


def _with_distinct_ids(found: Found) -> Found:
    """The first claim of every id; a second one is bad input, for its verdict could be taken for the first's."""
    first: dict[str, Claimed] = {}
    for one in found.chosen:
        for stated in one.claims:
            first.setdefault(stated.id, stated)
    again = [stated for one in found.chosen for stated in one.claims if first[stated.id] is not stated]
    bad = [of_claim(stated, f"found the id {stated.id} again, first at {first[stated.id].place}") for stated in again]
    kept = found.keep(lambda stated: first[stated.id] is stated)
    return Found(kept.chosen, (*found.bad, *bad))
