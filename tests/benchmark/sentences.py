"""Labelled sentences → how well a reported happening is told from talk.

    python tests/benchmark/sentences.py SENTENCES.jsonl… [--check] [--show]

One sentence a line: ``{"event", "kind", "text"}``; ``event`` says whether an analyst would list it.
Each is read as an article of its own, published on Thursday 16 April 2026. Printed, in per cent:
precision and recall of "this is an entry" and their F1. ``--check`` fails below the figures of
floors.json; ``--show`` prints each mistake. The last line is one JSON object.
"""

import argparse
import json
import sys
from pathlib import Path

from briefgen import library, pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.model import from_edtf
from briefgen.temporal.tag import document_of

FLOORS = Path(__file__).with_name("floors.json")
PROJECT = library.load_project()
AROUND = surroundings(PROJECT, load_gazetteer(PROJECT))
PUBLISHED = from_edtf("2026-04-16", PROJECT.zone)


def entries(text: str) -> int:
    """How many reports one sentence makes."""
    document = document_of(text, published=PUBLISHED, locale=load_locale("en"))
    mentions, _ = pipeline.tag(document, PROJECT)
    return len(gather(document, mentions, AROUND))


def figures(path: Path, *, show: bool) -> dict[str, float]:
    """Precision, recall and F1 of one file."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    hits = found = wanted = 0
    for record in records:
        told = entries(record["text"]) > 0
        hits += told and record["event"]
        found += told
        wanted += record["event"]
        if show and told != record["event"]:
            what = "missed" if record["event"] else "listed"
            print(f"{path.stem}\t{what}\t{record['kind']}\t{record['text']}")
    return {
        "sentences": len(records),
        "precision": percent(hits, found),
        "recall": percent(hits, wanted),
        "f1": percent(2 * hits, found + wanted),
    }


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sentences", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--check", action="store_true", help="fail below floors.json")
    parser.add_argument("--show", action="store_true", help="print each mistake")
    options = parser.parse_args()
    report = {f"sentences, {p.stem}": figures(p, show=options.show) for p in options.sentences}
    for row, numbers in report.items():
        print(f"{row:24} " + "  ".join(f"{k} {v}" for k, v in numbers.items()))
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    low = [
        f"{row}: {figure} {report[row][figure]} is below {floor}"
        for row in report
        for figure, floor in floors.get(row, {}).items()
        if report[row][figure] < floor
    ]
    if options.check:
        print(*low, sep="\n", end="\n" if low else "")
    print(json.dumps(report))
    if options.check and low:
        sys.exit(1)


if __name__ == "__main__":
    main()
