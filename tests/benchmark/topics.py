"""One-sentence events → how well their topic is told.

    python tests/benchmark/topics.py EVENTS.jsonl… [--half first|second|both|all] [--errors FILE]

One event a line: ``{"date", "text", "category"}``, with the categories of Wikipedia's Current
Events portal. Topics are those of the world pack, found as in a brief; ``PORTAL`` says which
category each stands for. Halves are cut by days: the words of the pack were chosen while reading
the errors of the first half only. Printed: accuracy, the mean of the categories' F1 (macro), and
the share of events for which no topic spoke, which count as wrong. The last line is one JSON
object.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from briefgen.events.topics import explain
from briefgen.knowledge.packs import load_topics

PORTAL = {
    "world-conflict": "War_Conflict",
    "world-disaster": "Disaster_Accident",
    "world-politics": "Politics",
    "world-diplomacy": "International_Relation",
    "world-humanitarian": "International_Relation",
    "world-law": "Law_Crime",
    "world-business": "Business_Finance",
    "world-science": "Technology_Internet",
    "world-health": "Health_Medical_Pharma",
    "world-culture": "Entertainment_Culture",
    "world-sport": "Sports",
}
"""Topic of the world pack → category of the portal."""
Record = dict[str, Any]


def told(record: Record) -> str | None:
    """The category of the topic that scores best; None where none speaks."""
    scores = explain(record["text"], load_topics(["world"]))
    return PORTAL[scores[0].topic] if scores else None


def figures(records: list[Record], errors: list[str]) -> dict[str, float]:
    """Accuracy, macro F1 and share without a topic, in percent."""
    right: Counter[str | None] = Counter()
    found: Counter[str | None] = Counter()
    gold: Counter[str | None] = Counter(record["category"] for record in records)
    for record in records:
        category = told(record)
        found[category] += 1
        if category == record["category"]:
            right[category] += 1
        else:
            errors.append(f"{record['category']}\t{category}\t{record['text']}")
    f1 = [200 * right[name] / (gold[name] + found[name]) for name in gold]
    return {
        "events": len(records),
        "accuracy": round(100 * right.total() / len(records), 1),
        "macro_f1": round(sum(f1) / len(f1), 1),
        "none": round(100 * found[None] / len(records), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--half", choices=["first", "second", "both", "all"], default="both")
    parser.add_argument("--errors", type=Path, help="write every error of these halves to a file")
    options = parser.parse_args()
    halves = ("first", "second") if options.half == "both" else (options.half,)
    report: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        records = sorted((json.loads(line) for line in lines if line.strip()), key=_date)
        days = sorted({_date(record) for record in records})
        middle = days[len(days) // 2]
        parts = {
            "first": [record for record in records if _date(record) < middle],
            "second": [record for record in records if _date(record) >= middle],
            "all": records,
        }
        for half in halves:
            name = f"{path.stem}/{half}"
            report[name] = figures(parts[half], errors)
            print(f"{name:36} " + "  ".join(f"{k} {v}" for k, v in report[name].items()))
    if options.errors:
        options.errors.write_text("\n".join(sorted(errors)) + "\n", encoding="utf-8")
    print(json.dumps(report))


def _date(record: Record) -> str:
    return str(record["date"])


if __name__ == "__main__":
    main()
