"""Short reports in any language → the share in which briefgen finds an event, and what of it.

    python tests/benchmark/tongues.py REPORTS.jsonl… [--half first|second|both|all] [--missed FILE]

One report a line: ``{"id", "date", "text", "lang"}``, each of them the report of a happening. Each
is read in the language that briefgen hears in it, as a post of its day. ``events`` is the share in
which at least one event is found; ``placed``, ``topics``, ``claimed`` and ``figures`` the share of
these with a place finer than a country, a topic, a claimant and a quantity. Halves are cut by
lines: words were chosen while reading the first half only. The last line is one JSON object.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefgen import pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.language import detect_language
from briefgen.model import Basis, Dating, Precision, Report, from_edtf
from briefgen.readers import ReadOptions, text_document

FLOORS = Path(__file__).with_name("floors.json")
Record = dict[str, Any]
PROJECT = load_project(None)
AROUND = surroundings(PROJECT, load_gazetteer(PROJECT))


def reports_of(record: Record) -> tuple[Report, ...]:
    """The reports of one record, read as a text of its day."""
    day = from_edtf(record["date"], PROJECT.zone)
    published = Dating(interval=day, basis=Basis.OPTION, why="given")
    text = record["text"].rstrip()
    text += "" if text[-1:] in ".!?…»”" else "."  # without a stop it would be a title
    document = text_document(text, ReadOptions(zone=PROJECT.zone, published=published))
    heard = replace(document, language=detect_language(record["text"], record["lang"]))
    mentions, _ = pipeline.tag(heard, PROJECT)
    return gather(heard, mentions, AROUND)


def figures(records: Sequence[Record], missed: list[str]) -> dict[str, dict[str, float]]:
    """Shares in per cent, by language and of all."""
    counts: dict[str, Counter[str]] = {}
    for record in records:
        found = reports_of(record)
        if not found:
            missed.append(f"{record['lang']}\t{' '.join(record['text'].split())}")
        told = {
            "reports": True,
            "events": bool(found),
            "placed": any(p.precision is not Precision.COUNTRY for r in found for p in r.places),
            "topics": any(r.topics for r in found),
            "claimed": any(r.attribution for r in found),
            "figures": any(r.quantities for r in found),
        }
        for key in (record["lang"], "all"):
            counts.setdefault(key, Counter()).update(name for name, so in told.items() if so)
    return {key: _shares(counts[key]) for key in sorted(counts)}


def _shares(counts: Counter[str]) -> dict[str, float]:
    shares = {"reports": float(counts["reports"])}
    shares["events"] = round(100 * counts["events"] / max(counts["reports"], 1), 1)
    for name in ("placed", "topics", "claimed", "figures"):
        shares[name] = round(100 * counts[name] / max(counts["events"], 1), 1)
    return shares


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
    parser.add_argument("--missed", type=Path, help="write the reports without an event to a file")
    parser.add_argument("--check", action="store_true", help="fail below floors.json")
    options = parser.parse_args()
    halves = ("first", "second") if options.half == "both" else (options.half,)
    report: dict[str, dict[str, float]] = {}
    missed: list[str] = []
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines if line.strip()]
        middle = (len(records) + 1) // 2
        parts = {"first": records[:middle], "second": records[middle:], "all": records}
        for half in halves:
            for language, shares in figures(parts[half], missed).items():
                name = f"{path.stem}/{half}/{language}"
                report[name] = shares
                print(f"{name:36} " + "  ".join(f"{key} {share}" for key, share in shares.items()))
    if options.missed:
        options.missed.write_text("\n".join(missed) + "\n", encoding="utf-8")
    code = below_floors(report) if options.check else 0
    print(json.dumps(report))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
