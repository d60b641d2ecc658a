"""cues/*.toml → PlaceCues, Stems, Numbers: the words around names and figures."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.errors import KnowledgeError
from briefgen.knowledge.keys import fold
from briefgen.knowledge.spelling import spelled

__all__ = [
    "Inflection",
    "Numbers",
    "PlaceCues",
    "Stems",
    "languages",
    "load_inflections",
    "load_numbers",
    "load_place_cues",
    "load_stems",
    "read_cues",
]

CUES = Path(__file__).parent / "cues"
ORDERED = ("possessive", "home")
"""Lists of places.CODE.toml that are no keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCues:
    """What the words around a name say of it; see cues/places.en.toml."""

    location: frozenset[str]
    weak: frozenset[str]
    agents: frozenset[str]
    fillers: frozenset[str]
    heads_of: frozenset[str]
    region_after: frozenset[str]
    region_before: frozenset[str]
    region_offices: frozenset[str]
    examples: frozenset[str]
    region_lists: frozenset[str]
    town_before: frozenset[str]
    town_after: frozenset[str]
    other_places: frozenset[str]
    local: frozenset[str]
    parts: frozenset[str]
    venues: frozenset[str]
    gatherings: frozenset[str]
    during: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    openers: frozenset[str]
    speech_before: frozenset[str]
    helpers: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    list_fillers: frozenset[str]
    joiners: frozenset[str]
    town_short: frozenset[str]
    everyday: frozenset[str]
    home: tuple[str, ...]
    """Codes of the countries whose places a text in the language names without more."""
    possessive: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """Endings read backwards; see cues/inflection.uk.toml. All as in keys."""

    names: Mapping[str, tuple[str, ...]]
    """Ending of a case → endings of the nominative."""
    adjectives: Mapping[str, tuple[str, ...]]
    """Ending of an adjective made from a name → endings of such names."""
    regions: Mapping[str, tuple[str, ...]]
    """Ending of a region's name → that of the adjective that it is made from."""
    compounds: tuple[tuple[str, tuple[str, ...]], ...]
    """What joins two words of a name in one adjective → endings of the first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stems:
    """Light stemming; see cues/stems.toml."""

    endings: tuple[tuple[str, str, int], ...]
    keep: tuple[str, ...]
    vowels: frozenset[str]
    irregular: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Figures in words, and the words around figures; see cues/numbers.en.toml."""

    language: str
    values: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    vague: Mapping[str, int]
    mods: Mapping[tuple[str, ...], str]
    units: Mapping[tuple[str, ...], str]
    currencies: Mapping[str, str]
    plurals: Mapping[str, str]
    plural_endings: tuple[tuple[str, str, int], ...]
    """Ending of a plural, of its singular, and letters before it, at least; the first fits."""
    plural_never: tuple[str, ...]
    stop: frozenset[str]
    singular: frozenset[str]
    verb_endings: tuple[str, ...]
    calibers: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    each: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    owners: frozenset[str]
    """Those of them that tell whose: "eight of *its* sailors" are all that it counts."""
    a: frozenset[str]
    not_before: frozenset[str]
    each_within: int
    hurt_before: frozenset[str]
    hurt_after: frozenset[str]
    linking: frozenset[str]
    hurt_unit: str
    persons: frozenset[str]
    """Number words that count people, though no noun follows: "двоє"."""
    short: frozenset[str]
    """Abbreviations of scales, after which a stop ends no sentence."""
    thousands: str
    """Characters that may part groups of three digits."""
    decimal: str
    head: str
    """Which word of the phrase after a figure names what it counts: its first ``plural``, its
    first with a ``capital``, or the ``first`` that is no adjective."""
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    counted_endings: tuple[str, ...]
    """Endings of nouns that no table lists, after a figure."""
    each_before: frozenset[tuple[str, ...]]
    """Phrases before a figure that is each side's: "*each side* freed 95"."""
    half: frozenset[str]
    """Words that halve the scale after them: "half a million"."""
    alternatives: frozenset[str]
    """Words between the ends of a range told loosely: "two or three"."""
    after_mods: Mapping[tuple[str, ...], str]
    """What tempers a figure and stands behind it: "40 or more"."""
    out: frozenset[str]
    """Words before "of" that make a part all the same: "12 *out* of 15"."""
    them: frozenset[str]
    """Words for a whole that was named before: "nine of *them*"."""
    more_before: frozenset[str]
    """Words before a figure that comes on top of others: "another 12"."""
    more_after: frozenset[str]
    number_of: frozenset[tuple[str, ...]]
    """Phrases between which and a figure apart from it a noun tells what is counted."""
    tolls: Mapping[tuple[str, ...], str]
    """Noun that is itself a count → what it counts: "the death toll" counts persons."""
    puts: frozenset[str]
    """Verbs of who gives a count: "*put* at 45 the number of …"."""
    reaching: frozenset[str]
    """Words between a count and its figure: "rose *to* 13", "*stands at* 13"."""
    starting: frozenset[str]
    """Words before what a count was: "rose *from* nine to 13"."""
    rising: frozenset[str]
    """Verbs of a count that goes on."""
    so_far: frozenset[tuple[str, ...]]
    """Phrases of a count as it stands: "so far", "as of"."""


def read_cues(name: str) -> dict[str, Any]:
    """A table of cues as it stands. Raises KnowledgeError where there is none, or it is no TOML."""
    path = CUES / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(sorted(item.name for item in CUES.glob("*.toml")))
        raise KnowledgeError(f"cues/{name}: there is no such table (there are: {known})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise KnowledgeError(f"cues/{name}: is not TOML: {reason}") from reason


@cache
def load_place_cues(language: str | None = None) -> PlaceCues:
    """The cues of places in a language, as keys; of all together where it has no table."""
    known = languages("places")
    tables = [_place_table(code) for code in ([language] if language in known else known)]

    def told(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for table in tables for word in table[name]))

    plain = (field.name for field in fields(PlaceCues) if field.name not in ORDERED)
    return PlaceCues(
        possessive=told("possessive"),
        home=told("home") if len(tables) == 1 else (),
        **{name: frozenset(fold(word) for word in told(name)) for name in plain},
    )


def _place_table(code: str | None) -> dict[str, list[str]]:
    """The words of a table, with every ending."""
    name = f"places.{code}.toml"
    return {
        key: [form for word in words for form in spelled(word, f"cues/{name}: {key}")]
        for key, words in read_cues(name).items()
    }


@cache
def languages(kind: str) -> tuple[str, ...]:
    """The languages that have a table of cues of this kind, in order."""
    return tuple(sorted(path.name.split(".")[1] for path in CUES.glob(f"{kind}.*.toml")))


@cache
def load_inflections() -> tuple[Inflection, ...]:
    """How names are inflected, of every language that has a table."""
    return tuple(_inflection(f"inflection.{code}.toml") for code in languages("inflection"))


def _inflection(name: str) -> Inflection:
    table = read_cues(name)
    adjectives = [
        (stem + ending, other)
        for stem, *others in table["adjectives"]
        for ending in table["adjective_endings"]
        for other in others
    ]
    return Inflection(
        names=_backwards((e, nominative) for nominative, *ends in table["names"] for e in ends),
        adjectives=_backwards(adjectives),
        regions=_backwards(table["regions"]),
        compounds=tuple(
            (fold(link), tuple(fold(end) for end in ends)) for link, *ends in table["compounds"]
        ),
    )


def _backwards(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Ending of a word → the endings that it may stand for, in the order of the table."""
    found: dict[str, dict[str, None]] = {}
    for ending, other in pairs:
        found.setdefault(fold(ending), {})[fold(other)] = None
    return {ending: tuple(others) for ending, others in found.items()}


@cache
def load_stems(language: str = "en") -> Stems:
    """The endings that light stemming takes off. Raises KnowledgeError where there is no table."""
    table = read_cues(f"stems.{language}.toml")
    return Stems(
        endings=tuple((end, put, int(least)) for end, put, least in table["endings"]),
        keep=tuple(table["keep"]),
        vowels=frozenset(table["vowels"]),
        irregular=table["irregular"],
    )


@cache
def load_numbers(language: str = "en") -> Numbers:
    """The figures of a language. Raises KnowledgeError where there is no table for it."""
    table = read_cues(f"numbers.{language}.toml")
    words, stop, hurt, nouns = (table[k] for k in ("words", "stop", "casualties", "nouns"))

    def told(values: Mapping[str, Any]) -> dict[str, Any]:
        """The table with every spelling of its keys."""
        where = f"cues/numbers.{language}.toml"
        return {form: value for key, value in values.items() for form in spelled(key, where)}

    def listed(values: Iterable[str]) -> frozenset[str]:
        return frozenset(told(dict.fromkeys(values)))

    def phrased(values: Mapping[str, str]) -> dict[tuple[str, ...], str]:
        return {tuple(phrase.split()): value for phrase, value in told(values).items()}

    tolls = table.get("tolls", {})
    return Numbers(
        language=language,
        values=told(table["values"]),
        scales=told(table["scales"]),
        suffixes=table["suffixes"],
        vague=told(table["vague"]),
        mods=phrased(table["mods"]),
        units=phrased(table["units"]),
        currencies=table["currencies"],
        plurals={plural.lower(): one for plural, one in told(nouns["plurals"]).items()},
        plural_endings=tuple((ending, put, int(least)) for ending, put, least in nouns["endings"]),
        plural_never=tuple(nouns["endings_never"]),
        stop=listed(stop["words"]),
        singular=frozenset(stop["singular"]),
        verb_endings=tuple(stop["verb_endings"]),
        calibers=frozenset(stop["calibers"]),
        to=frozenset(words["to"]),
        between=frozenset(words["between"]),
        joined=frozenset(words["joined"]),
        each=listed(words["each"]),
        of=frozenset(words["of"]),
        articles=frozenset(words["articles"]),
        owners=frozenset(words["owners"]),
        a=frozenset(words["a"]),
        not_before=listed(words["not_before"]),
        each_within=int(words["each_within"]),
        hurt_before=listed(hurt["before"]),
        hurt_after=listed(hurt["after"]),
        linking=listed(hurt["linking"]),
        hurt_unit=hurt["unit"],
        persons=listed(hurt.get("persons", ())),
        short=frozenset(words.get("short", ())),
        thousands=table["digits"]["thousands"],
        decimal=table["digits"]["decimal"],
        head=nouns["head"],
        adjectives=listed(nouns.get("adjectives", ())),
        adjective_endings=tuple(nouns.get("adjective_endings", ())),
        counted_endings=tuple(nouns.get("counted_endings", ())),
        each_before=frozenset(phrased(dict.fromkeys(words.get("each_before", ()), ""))),
        half=frozenset(words.get("half", ())),
        alternatives=frozenset(words.get("or", ())),
        after_mods=phrased(table.get("mods_after", {})),
        out=frozenset(words.get("out", ())),
        them=listed(words.get("them", ())),
        more_before=listed(words.get("more_before", ())),
        more_after=listed(words.get("more_after", ())),
        number_of=frozenset(phrased(dict.fromkeys(tolls.get("number_of", ()), ""))),
        tolls=phrased(tolls.get("nouns", {})),
        puts=listed(tolls.get("puts", ())),
        reaching=listed(tolls.get("reaching", ())),
        starting=listed(tolls.get("starting", ())),
        rising=listed(tolls.get("rising", ())),
        so_far=frozenset(phrased(dict.fromkeys(tolls.get("so_far", ()), ""))),
    )
