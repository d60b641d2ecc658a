"""Short reports with known regions → the share that briefgen sets in the right region.

    python tests/benchmark/places.py REPORTS.jsonl… [--half first|second|both|all] [--errors FILE]

One report a line: ``{"id", "text", "lang", "adm1", "latlon"}``: the first-level regions in which
it is set, as their source spells them, and points in them. A report is *right* when the narrowest
place found in it lies in one of these regions, *wrong* when it lies in another, *none* when no
place narrower than a country was found. Regions are compared by our gazetteer's: a gold name that
it has, or one most like it among the regions of the country around the points. Reports without a
gold region are left out, and counted. Each is read in the language that briefgen hears in it.
Halves are cut by lines: rules and words were chosen while reading the first half only. The last
line is one JSON object.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.events.places.mentions import locate
from briefgen.knowledge.gazetteer import Entry, Gazetteer, Kind, fold, load_gazetteer
from briefgen.knowledge.language import detect_language
from briefgen.knowledge.project import Project

FLOORS = Path(__file__).with_name("floors.json")
Record = dict[str, Any]
GAZETTEER: Gazetteer = load_gazetteer(Project())
AROUND = 10
"""Towns around a gold point that tell in which countries it may lie."""
OUTCOMES = ("right", "wrong", "none")
LEVELS = (" city", " oblast", " region", " province")
"""What sources write after a region's name to say of which kind it is."""


@cache
def _towns() -> tuple[Entry, ...]:
    kinds = {Kind.CAPITAL, Kind.TOWN}
    return tuple(e for e in GAZETTEER.entries if e.kind in kinds and e.place.lat is not None)


@cache
def _countries(lat: float, lon: float) -> tuple[str, ...]:
    """The countries of the towns nearest to a point, in degrees."""

    def distance(entry: Entry) -> float:
        assert entry.place.lat is not None
        assert entry.place.lon is not None
        return (entry.place.lat - lat) ** 2 + (entry.place.lon - lon) ** 2

    nearest = sorted(_towns(), key=distance)[:AROUND]
    return tuple(dict.fromkeys(entry.place.country or "" for entry in nearest))


@cache
def _regions(country: str) -> tuple[tuple[str, str], ...]:
    """(key, region) of every first-level region of a country; cities that are one included."""
    told: dict[tuple[str, str], None] = {}
    names: dict[int, list[str]] = {}
    for key, indexes in GAZETTEER.names.items():
        for index in indexes:
            names.setdefault(index, []).append(key)
    for index, entry in enumerate(GAZETTEER.entries):
        place = entry.place
        if place.country != country or place.admin1 is None:
            continue
        if entry.kind is Kind.REGION:
            told |= dict.fromkeys((key, place.admin1) for key in names[index])
        elif place.name == place.admin1:
            told |= dict.fromkeys((f"{key} city", place.admin1) for key in names[index])
            told |= dict.fromkeys((key, place.admin1) for key in names[index])
    return tuple(told)


@cache
def region_of(name: str, countries: tuple[str, ...]) -> str | None:
    """Our name of a gold region: by its very name first, else by the name most like it."""
    key = fold(name)
    choices = [item for code in countries for item in _regions(code)]
    exact = [region for other, region in choices if other == key]
    if exact:
        return exact[0]
    bare = key
    for level in LEVELS:
        bare = bare.removesuffix(level)
    ranked = [(SequenceMatcher(None, bare, other).ratio(), region) for other, region in choices]
    return max(ranked)[1] if ranked else None


def gold(record: Record) -> frozenset[str]:
    """The regions of a report, by our names."""
    near = (code for point in record["latlon"] for code in _countries(*point))
    countries = tuple(dict.fromkeys(near))
    told = {region_of(name, countries) for name in record["adm1"]}
    return frozenset(name for name in told if name)


def outcome(record: Record, regions: frozenset[str]) -> tuple[str, str]:
    """Right, wrong or none, and the place that decided."""
    language = detect_language(record["text"], record["lang"])
    for place in locate(record["text"], GAZETTEER, language=language):
        if place.admin1:
            told = "right" if place.admin1 in regions else "wrong"
            return told, f"{place.name} ({place.admin1})"
    return "none", ""


def figures(records: Sequence[Record], errors: list[str]) -> dict[str, dict[str, float]]:
    """Shares in percent, by language and of all."""
    counts: dict[str, Counter[str]] = {}
    for record in records:
        regions = gold(record)
        told, place = outcome(record, regions) if regions else ("unlabelled", "")
        for key in (record["lang"], "all"):
            counts.setdefault(key, Counter())[told] += 1
        if told in {"wrong", "none"}:
            text = " ".join(record["text"].split())
            errors.append(f"{told}\t{record['lang']}\t{','.join(sorted(regions))}\t{place}\t{text}")
    return {key: _shares(counts[key]) for key in sorted(counts)}


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts[name] for name in OUTCOMES)
    shares = {name: round(100 * counts[name] / max(total, 1), 1) for name in OUTCOMES}
    return {"reports": total, **shares, "unlabelled": counts["unlabelled"]}


def read(path: Path) -> list[Record]:
    """The reports of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def below_floors(report: dict[str, dict[str, float]]) -> int:
    """1 where a figure of a second half lies below its floor in floors.json, else 0."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    code = 0
    for name, shares in report.items():
        corpus, half, language = name.rsplit("/", 2)
        for figure, floor in floors.get(corpus, {}).items():
            if (half, language) == ("second", "all") and shares.get(figure, floor) < floor:
                print(f"{name}: {figure} {shares[figure]} is below the floor of {floor}")
                code = 1
    return code


def main() -> None:
    """Print the shares of every file, half and language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--half", choices=["first", "second", "both", "all"], default="both")
    parser.add_argument("--errors", type=Path, help="write every error of these halves to a file")
    parser.add_argument("--check", action="store_true", help="fail below floors.json")
    options = parser.parse_args()
    halves = ("first", "second") if options.half == "both" else (options.half,)
    report: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        records = read(path)
        middle = (len(records) + 1) // 2
        parts = {"first": records[:middle], "second": records[middle:], "all": records}
        for half in halves:
            for language, shares in figures(parts[half], errors).items():
                name = f"{path.stem}/{half}/{language}"
                report[name] = shares
                print(f"{name:36} " + "  ".join(f"{key} {share}" for key, share in shares.items()))
    if options.errors:
        options.errors.write_text("\n".join(errors) + "\n", encoding="utf-8")
    code = below_floors(report) if options.check else 0
    print(json.dumps(report))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
