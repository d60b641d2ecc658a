"""Pack names and files → Theaters, Topics, Parties, Families.

A pack is a set of TOML files beside this one: ``packs/NAME.theaters.toml``,
``NAME.topics.toml``, ``NAME.parties.toml``, ``NAME.families.toml``. A project names packs and
files of its own; later
ones extend earlier ones, and an entry with a known id takes that one's place in the order.
The words of topics and parties in another language stand in ``NAME.topics.CODE.toml`` and
``NAME.parties.CODE.toml``, by id; what a brief in another language calls the packs' theaters and
topics stands in ``names.CODE.toml``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from briefgen.errors import KnowledgeError
from briefgen.knowledge.areas import read_patterns, read_rings
from briefgen.knowledge.project import Family, Party, Theater, Topic
from briefgen.knowledge.spelling import spelled
from briefgen.knowledge.tables import Table, nearest, read_table

__all__ = [
    "load_families",
    "load_parties",
    "load_theaters",
    "load_topics",
    "pack_names",
    "usual_title",
]

PACKS = Path(__file__).parent / "packs"
ENGLISH = "en"
"""The language of the packs' own names."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_HasId)


def pack_names(kind: str) -> tuple[str, ...]:
    """Names of the bundled packs that hold a kind: ``theaters``, ``topics``, ``families``."""
    ending = f".{kind}.toml"
    return tuple(sorted(path.name.removesuffix(ending) for path in PACKS.glob(f"*{ending}")))


def load_theaters(
    names: Iterable[str], folder: Path | None = None, language: str = ENGLISH
) -> tuple[Theater, ...]:
    """Theaters of packs and files, in order, those of packs by their names in a language.

    Raises KnowledgeError.
    """
    called = _called("theaters", language)

    def bundled(table: Table) -> Theater:
        theater = _theater(table)
        return replace(theater, name=called.get(theater.id, theater.name))

    return _load(names, folder, "theaters", "theater", _theater, bundled=bundled)


def load_topics(
    names: Iterable[str], folder: Path | None = None, language: str = ENGLISH
) -> tuple[Topic, ...]:
    """Topics of packs and files, in order, those of packs by their names in a language.

    Raises KnowledgeError.
    """
    listed, called = tuple(names), _called("topics", language)

    def bundled(table: Table) -> Topic:
        topic = _topic(table)
        return replace(topic, name=called.get(topic.id, topic.name))

    foreign = _foreign(listed, "topics")
    return tuple(
        replace(
            topic,
            foreign=tuple((code, words[topic.id]) for code, words in foreign if topic.id in words),
        )
        for topic in _load(listed, folder, "topics", "topic", _topic, bundled=bundled)
    )


def load_parties(names: Iterable[str], folder: Path | None = None) -> tuple[Party, ...]:
    """Parties of packs and files, in order. Raises KnowledgeError."""
    listed = tuple(names)
    foreign = _foreign(listed, "parties")
    return tuple(
        replace(
            party,
            words=tuple(
                dict.fromkeys(
                    (*party.words, *(w for _, words in foreign for w in words.get(party.id, ())))
                )
            ),
        )
        for party in _load(listed, folder, "parties", "party", _party)
    )


def load_families(names: Iterable[str], folder: Path | None = None) -> tuple[Family, ...]:
    """Publisher families of packs and files, in order. Raises KnowledgeError."""
    return _load(names, folder, "families", "family", _family)


def usual_title(language: str, default: str) -> str:
    """What a brief in a language is called whose project gives it no title."""
    table = _names(language)
    return table.text("title", default) if table else default


def _called(kind: str, language: str) -> Mapping[str, str]:
    """By id, what a language calls the theaters or topics of the packs."""
    table = _names(language)
    named = table.table(kind) if table else None
    return {key: named.text(key) for key in named.values} if named else {}


def _names(language: str) -> Table | None:
    path = PACKS / f"names.{language}.toml"
    return read_table(path, shown=f"pack {path.name}") if path.is_file() else None


def _foreign(names: Iterable[str], kind: str) -> tuple[tuple[str, dict[str, tuple[str, ...]]], ...]:
    """Language and, by id, the words that bundled packs add in it: ``NAME.topics.uk.toml``."""
    found = []
    for name in names:
        for path in sorted(PACKS.glob(f"{name}.{kind}.*.toml")):
            table = read_table(path, shown=f"pack {path.name}")
            words = {
                key: tuple(
                    f for w in table.texts(key) for f in spelled(w, f"pack {path.name}: {key}")
                )
                for key in table.values
            }
            found.append((path.name.split(".")[-2], words))
    return tuple(found)


def _load(
    names: Iterable[str],
    folder: Path | None,
    kind: str,
    key: str,
    read: Callable[[Table], Entry],
    *,
    bundled: Callable[[Table], Entry] | None = None,
) -> tuple[Entry, ...]:
    """The entries of packs and files; ``bundled`` reads those of packs, where others do not."""
    entries: dict[str, Entry] = {}
    for name in names:
        reads = bundled if bundled and name in pack_names(kind) else read
        for entry in _entries(_find(name, folder, kind), key, reads):
            entries[entry.id] = entry
    return tuple(entries.values())


def _find(name: str, folder: Path | None, kind: str) -> Table:
    """The file that a name means: a bundled pack, or a file beside the project."""
    bundled = PACKS / f"{name}.{kind}.toml"
    if name in pack_names(kind):
        return read_table(bundled, shown=f"pack {bundled.name}")
    if not name.endswith(".toml") or folder is None:
        known = pack_names(kind)
        raise KnowledgeError(
            f'{kind}: there is no bundled pack "{name}"{nearest(name, known)} '
            f"(bundled: {', '.join(known)}; a file of your own ends in .toml)"
        )
    return read_table(folder / name, shown=name)


def _entries(top: Table, key: str, read: Callable[[Table], Entry]) -> Iterable[Entry]:
    seen: set[str] = set()
    for table in top.tables(key):
        entry = read(table)
        table.done()
        if entry.id in seen:
            raise table.fail("id", f'"{entry.id}" stands twice in this file; rename one of them')
        seen.add(entry.id)
        yield entry
    top.done()
    if not seen:
        raise top.fail("", f"holds no [[{key}]] table; add one or leave the file out")


def _weight(table: Table) -> float:
    weight = table.number("weight", 1.0)
    if not 0 < weight < 1000:
        raise table.fail("weight", f"is {weight:g}; a number above 0 and below 1000 is wanted")
    return weight


def _theater(table: Table) -> Theater:
    theater = Theater(
        id=table.text("id"),
        name=table.text("name"),
        places=table.texts("places"),
        polygons=read_rings(table, "polygons"),
        patterns=read_patterns(table, "patterns"),
        weight=_weight(table),
    )
    if not (theater.places or theater.polygons or theater.patterns):
        remedy = 'name at least one, as ["Kyiv"], or give polygons or patterns'
        raise table.fail("places", f"is missing or empty; {remedy}")
    return theater


def _topic(table: Table) -> Topic:
    words = table.texts("words")
    if not words:
        raise table.fail("words", 'is missing or empty; name at least one, as ["drone"]')
    return Topic(
        id=table.text("id"),
        name=table.text("name"),
        words=words,
        strong=table.texts("strong"),
        weak=table.texts("weak"),
        never=table.texts("never"),
        weight=_weight(table),
        scale=table.optional("scale"),
    )


def _party(table: Table) -> Party:
    words = table.texts("words")
    if not words:
        raise table.fail("words", 'is missing or empty; name at least one, as ["Kremlin"]')
    return Party(
        id=table.text("id"), name=table.text("name"), words=words, side=table.flag("side", True)
    )


def _family(table: Table) -> Family:
    family = Family(
        id=table.text("id"),
        name=table.text("name"),
        publishers=table.texts("publishers"),
        domains=table.texts("domains"),
        credits=table.texts("credits"),
    )
    if not (family.publishers or family.domains):
        raise table.fail("publishers", 'is missing; name at least one, as ["Example Daily"]')
    return family
