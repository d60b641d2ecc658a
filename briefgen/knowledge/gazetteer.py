"""Bundled and user's place tables → Gazetteer: every name with the places that it may mean.

The bundled tables come from GeoNames (see ATTRIBUTION.md) through make_gazetteer.py; a project
adds tables of its own, and may leave the bundled ones out. A name is looked up by its *key*
(:func:`briefgen.knowledge.keys.fold`): lower case, no marks, no apostrophes, hyphens and stops as
spaces. A key in capitals stands for itself only, so that "US" is a country and "us" is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from briefgen.knowledge.keys import fold
from briefgen.knowledge.project import Project
from briefgen.knowledge.tables import Table, nearest, read_table
from briefgen.model import Place, Precision

__all__ = ["Entry", "Gazetteer", "Kind", "fold", "load_gazetteer", "states"]

HERE = Path(__file__).parent
BUNDLED = ("gazetteer.tsv", "gazetteer.villages.tsv")
OWN = 1_000_000_000
"""Weight of a user's own place: it comes before any other of its name."""


class Kind(StrEnum):
    """What a line of a table is."""

    COUNTRY = "C"
    CAPITAL = "L"
    REGION = "R"
    AREA = "A"
    """A sea, a strait, a peninsula, a part of a country."""
    WORLD = "W"
    """A continent, an ocean."""
    TOWN = "T"
    VILLAGE = "V"
    """Small: a text must bring evidence for it."""


PRECISION: Mapping[Kind, Precision] = {
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.CAPITAL: Precision.TOWN,
    Kind.REGION: Precision.REGION,
    Kind.AREA: Precision.REGION,
    Kind.WORLD: Precision.COUNTRY,
    Kind.TOWN: Precision.TOWN,
    Kind.VILLAGE: Precision.TOWN,
}
BREADTH = (
    Kind.COUNTRY,
    Kind.WORLD,
    Kind.AREA,
    Kind.REGION,
    Kind.CAPITAL,
    Kind.TOWN,
    Kind.VILLAGE,
)
"""Which kind a table means by a place's own name, first to last."""
SHORT = tuple(sorted(BREADTH, key=lambda kind: (kind is Kind.REGION, BREADTH.index(kind))))
"""The same for another name: a region's short name is its town's."""
KINDS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}
OWN_KINDS: Mapping[Precision, Kind] = {
    Precision.POINT: Kind.TOWN,
    Precision.TOWN: Kind.TOWN,
    Precision.REGION: Kind.REGION,
    Precision.COUNTRY: Kind.COUNTRY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of a table, and how readily its name may be believed."""

    place: Place
    kind: Kind
    weight: int
    """Population; a user's own place weighs more than any."""
    common: bool = False
    """Its name is an everyday word too ("Nice"): it needs evidence."""
    hidden: bool = False
    """Its name is hardly ever a place's ("Central"): it needs a word that says so."""
    person: bool = False
    """Its name is a person's too ("Jordan")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Names and the places that they may mean. Look-ups only; never changed."""

    entries: tuple[Entry, ...]
    names: Mapping[str, tuple[int, ...]]
    """Key → entries."""
    adjectives: Mapping[str, tuple[int, ...]]
    """Key of an adjective or demonym → entries: weak evidence, places no event."""
    reach: Mapping[str, int]
    """First word of a key, lower case → the most words that such a key has."""
    starts: frozenset[str]
    """What names of several words begin with, one word or more less than all."""
    countries: Mapping[str, int]
    """Country code → its entry."""

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of exactly this name or other name; the best known first."""
        return tuple(entry.place for entry in self.candidates(fold(name), name.isupper()))

    def meant(self, name: str) -> Place | None:
        """The one place that a table means by a name.

        A user's own place comes first, then one of that very name, the broader before the
        narrower; of places that only have it as another name, towns come before their regions.
        """
        found = self.candidates(fold(name), name.isupper())
        key = fold(name)
        ranked = sorted(
            found,
            key=lambda entry: (
                entry.weight < OWN,
                fold(entry.place.name) != key,
                (BREADTH if fold(entry.place.name) == key else SHORT).index(entry.kind),
                -entry.weight,
            ),
        )
        return ranked[0].place if ranked else None

    def candidates(self, key: str, capitals: bool = False) -> tuple[Entry, ...]:
        """The entries of a key, its own name before other names, heavier first."""
        found = self.names.get(key, ())
        if capitals:
            found = (*found, *self.names.get(key.upper(), ()))
        entries = [self.entries[index] for index in dict.fromkeys(found)]
        entries.sort(key=lambda entry: (fold(entry.place.name) != key, -entry.weight))
        return tuple(entries)

    def peoples(self, key: str) -> tuple[Entry, ...]:
        """The entries of an adjective or demonym."""
        return tuple(self.entries[index] for index in self.adjectives.get(key, ()))

    def country(self, code: str | None) -> Place | None:
        """The country of a code, where a table knows it."""
        index = self.countries.get(code or "")
        return None if index is None else self.entries[index].place

    def display_names(self) -> tuple[str, ...]:
        """Every place's own name, villages left out; for suggestions."""
        shown = (e.place.name for e in self.entries if e.kind is not Kind.VILLAGE)
        return tuple(dict.fromkeys(shown))


def load_gazetteer(project: Project) -> Gazetteer:
    """The places that a project knows.

    Raises KnowledgeError for a places file that is wrong. Loaded once for the same files.
    """
    stamps = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in _there(project))
    return _load(project.bundled_places, project.places_files, stamps)


@cache
def states() -> Mapping[str, str]:
    """Key of one word that may stand for a state → the state's code.

    Its name, the adjective of its people, its capital: "Ukraine", "Ukrainian", "Kyiv".
    """
    gazetteer = _bundled()
    found: dict[str, str] = {}
    for table, kinds in (
        (gazetteer.names, (Kind.COUNTRY, Kind.CAPITAL)),
        (gazetteer.adjectives, (Kind.COUNTRY,)),
    ):
        for key, indices in table.items():
            entries = [gazetteer.entries[index] for index in indices]
            code = next((e.place.country for e in entries if e.kind in kinds), None)
            if code is not None and " " not in key:
                found.setdefault(key, code)
    return found


def _there(project: Project) -> Iterator[Path]:
    return (path for path in project.places_files if path.is_file())


@lru_cache(maxsize=8)
def _load(
    bundled: bool, files: tuple[Path, ...], _stamps: tuple[tuple[Path, int, int], ...]
) -> Gazetteer:
    base = _bundled() if bundled else _build((), {}, {})
    if not files:
        return base
    own = [item for path in files for item in _own(path)]
    entries = [*base.entries]
    names, adjectives = dict(base.names), dict(base.adjectives)
    for entry, keys, peoples in own:
        index = len(entries)
        entries.append(entry)
        for table, words in ((names, keys), (adjectives, peoples)):
            for word in words:
                table[word] = (index, *table.get(word, ()))
    return _build(tuple(entries), names, adjectives)


@cache
def _bundled() -> Gazetteer:
    entries: list[Entry] = []
    names: dict[str, tuple[int, ...]] = {}
    adjectives: dict[str, tuple[int, ...]] = {}
    for file in BUNDLED:
        for line in (HERE / file).read_text(encoding="utf-8").splitlines():
            code, name, admin1, country, lat, lon, people, flags, keys, peoples = line.split("\t")
            kind = KINDS[code]
            index = len(entries)
            entries.append(
                Entry(
                    place=Place(
                        name=name,
                        admin1=admin1 or None,
                        country=country or None,
                        lat=float(lat) if lat else None,
                        lon=float(lon) if lon else None,
                        precision=PRECISION[kind],
                    ),
                    kind=kind,
                    weight=int(people) if people else 0,
                    common="c" in flags,
                    hidden="x" in flags,
                    person="p" in flags,
                )
            )
            for key in keys.split("|") if keys else ():
                names[key] = (*names[key], index) if key in names else (index,)
            if peoples:
                for key in peoples.split("|"):
                    adjectives[key] = (*adjectives.get(key, ()), index)
    return _build(tuple(entries), names, adjectives)


def _build(
    entries: tuple[Entry, ...],
    names: Mapping[str, tuple[int, ...]],
    adjectives: Mapping[str, tuple[int, ...]],
) -> Gazetteer:
    reach: dict[str, int] = {}
    for table in (names, adjectives):
        for key in table:
            first, _, rest = key.partition(" ")
            words = 1 + (rest.count(" ") + 1 if rest else 0)
            first = first.lower()
            if reach.get(first, 0) < words:
                reach[first] = words
    several = (key.lower() for table in (names, adjectives) for key in table if " " in key)
    starts = frozenset(key[:at] for key in several for at in _gaps(key))
    countries: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry.kind is Kind.COUNTRY and entry.place.country:
            countries[entry.place.country] = index
    return Gazetteer(
        entries=entries,
        names=names,
        adjectives=adjectives,
        reach=reach,
        starts=starts,
        countries=countries,
    )


def _gaps(key: str) -> Iterator[int]:
    return (at for at, letter in enumerate(key) if letter == " ")


def _own(path: Path) -> Iterable[tuple[Entry, tuple[str, ...], tuple[str, ...]]]:
    """Entries of a user's places file, with their keys and those of their adjectives."""
    top = read_table(path)
    seen: set[tuple[str, str | None, str | None]] = set()
    for table in top.tables("place"):
        place = _place(table)
        aliases, adjectives = table.texts("aliases"), table.texts("adjectives")
        table.done()
        identity = (fold(place.name), place.admin1, place.country)
        if identity in seen:
            raise table.fail("name", f'"{place.name}" stands twice in this file; leave one out')
        seen.add(identity)
        entry = Entry(place=place, kind=OWN_KINDS[place.precision], weight=OWN)
        keys = dict.fromkeys(_key(name) for name in (place.name, *aliases))
        yield entry, tuple(keys), tuple(dict.fromkeys(_key(name) for name in adjectives))
    top.done()
    if not seen:
        raise top.fail("", "holds no [[place]] table; add one or leave the file out")


def _key(name: str) -> str:
    """The key of a user's name; a short one in capitals stands for itself only."""
    bare = name.replace(".", "")
    key = fold(name)
    return key.upper() if bare.isupper() and bare.isalpha() and len(bare) <= 4 else key


def _place(table: Table) -> Place:
    name = table.text("name")
    if not fold(name):
        raise table.fail("name", f"is {name!r}; a name with letters is wanted")
    precision = _precision(table)
    admin1, country = table.optional("admin1"), table.optional("country")
    if precision is Precision.REGION and country and not admin1:
        admin1 = name
    if precision is Precision.COUNTRY and not country:
        country = name
    return Place(
        name=name,
        admin1=admin1,
        country=country,
        lat=_degrees(table, "lat", 90),
        lon=_degrees(table, "lon", 180),
        precision=precision,
    )


def _precision(table: Table) -> Precision:
    word = table.text("precision", Precision.TOWN.value)
    known = [item.value for item in Precision]
    if word not in known:
        raise table.fail(
            "precision", f'is "{word}"{nearest(word, known)}; one of {", ".join(known)} is wanted'
        )
    return Precision(word)


def _degrees(table: Table, key: str, most: float) -> float | None:
    value = table.decimal(key)
    if value is not None and not -most <= value <= most:
        raise table.fail(key, f"is {value:g}; degrees between -{most:g} and {most:g} are wanted")
    return value
