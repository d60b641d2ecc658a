"""Marked event words of news articles → how well each is dated.

    python tests/benchmark/dating.py DOCS.jsonl TIMELINES.jsonl [--errors FILE]

DOCS: ``{"id", "dct", "text", "sentences": [{"n", "start", "end"}], "events": [{"start", "end", "text",
"sentence"}]}`` a line. TIMELINES: ``{"target", "timeline": [{"date", "events": [{"doc", "sentence",
"text"}]}]}`` a line (SemEval-2015 task 4, cross-document timelines). A gold date is a day, a month
(2009-06-XX), a year, or XXXX-XX-XX where the annotators could not tell. Each mention counts once. Printed:
``accuracy`` over all mentions, not known being an answer that can be right; over those that have a date
``coverage`` (a date was given) and ``right`` of the given; ``day`` the share of gold days hit; and the
baseline that gives every mention the day of its article. Timelines: micro F1 of (mention, date) pairs
with a known date. The last line is one JSON object.
"""

import argparse
import json
import sys
from datetime import UTC, date
from pathlib import Path
from typing import Any

from briefgen.events.lexicon import load_statements
from briefgen.events.moments import Moment, moments
from briefgen.knowledge.locale import load_locale
from briefgen.model import Document, Grain, Mention, civil_day
from briefgen.temporal import find, resolve
from briefgen.temporal.tag import document_of

UNKNOWN = "XXXX-XX-XX"
Record = dict[str, Any]
Key = tuple[str, int, str]


def lines(path: Path) -> list[Record]:
    """The records of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def gold_dates(timelines: list[Record]) -> dict[Key, str]:
    """(document, sentence, words) → date, padded to a day's length."""
    told: dict[Key, str] = {}
    for timeline in timelines:
        for entry in timeline["timeline"]:
            day = entry["date"] + "-XX" * (2 - entry["date"].count("-"))
            for event in entry["events"]:
                told[event["doc"], event["sentence"], event["text"]] = day
    return told


def shown(moment: Moment) -> str:
    """A moment as the annotators write it."""
    interval = moment.interval
    if interval is None or interval.start is None:
        return UNKNOWN
    if interval.grain <= Grain.DAY:
        return f"{interval.start:%Y-%m-%d}"
    return (
        f"{interval.start:%Y-%m}-XX"
        if interval.grain <= Grain.MONTH
        else f"{interval.start:%Y}-XX-XX"
    )


def read(record: Record) -> tuple[Document, tuple[Mention, ...]]:
    """A document and its time expressions."""
    locale = load_locale("en")
    day = civil_day(date.fromisoformat(record["dct"]), UTC)
    document = document_of(record["text"], published=day, locale=locale)
    return document, resolve(document, find(document, locale), locale, UTC)


def place(record: Record, sentence: int, words: str) -> tuple[int, int] | None:
    """Where the words of an event stand: as marked, else where its sentence has the first of them."""
    for event in record["events"]:
        if event["sentence"] == sentence and event["text"] == words:
            return event["start"], event["end"]
    told = record["sentences"][sentence]
    at = record["text"].find(words.split("_")[0], told["start"], told["end"])
    return (at, at + len(words)) if at >= 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--errors", type=Path, help="write every error to this file")
    parser.add_argument("--half", choices=["first", "second", "all"], default="all")
    options = parser.parse_args()
    for path in (options.documents, options.timelines):
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing was measured")
            print(json.dumps({}))
            sys.exit(0)
    records = lines(options.documents)
    cut = len(records) // 2
    records = {"first": records[:cut], "second": records[cut:], "all": records}[options.half]
    gold = gold_dates(lines(options.timelines))
    lexicon = load_statements("en")
    answers: dict[Key, tuple[str, str, str]] = {}
    errors = []
    for record in records:
        wanted = [key for key in gold if key[0] == record["id"]]
        spans = {key: place(record, *key[1:]) for key in wanted}
        placed = {key: span for key, span in spans.items() if span is not None}
        document, mentions = read(record)
        found = moments(document, mentions, list(placed.values()), lexicon)
        for key, moment in zip(placed, found, strict=True):
            answers[key] = (gold[key], shown(moment), record["dct"])
            told = record["sentences"][key[1]]
            quote = record["text"][told["start"] : told["end"]][:240]
            if gold[key] != shown(moment):
                errors.append(
                    "\t".join(
                        [
                            gold[key],
                            *map(str, (shown(moment), moment.why)),
                            record["dct"],
                            key[2],
                            quote,
                        ]
                    )
                )
    known = [a for a in answers.values() if a[0] != UNKNOWN]
    given = [a for a in known if a[1] != UNKNOWN]
    right = [a for a in given if a[0] == a[1]]
    days = [a for a in known if "X" not in a[0]]
    said = [a for a in answers.values() if a[1] != UNKNOWN]
    total = len(answers)
    figures = {
        "mentions": total,
        "accuracy": _share(sum(a[0] == a[1] for a in answers.values()), total),
        "coverage": _share(len(given), len(known)),
        "right": _share(len(right), len(given)),
        "day": _share(sum(a[0] == a[1] for a in days), len(days)),
        "timeline_f1": _share(2 * len(right), len(known) + len(said)),
        "baseline": _share(sum(a[0] == a[2] for a in answers.values()), total),
    }
    name = options.timelines.stem
    print(f"{name:24} " + "  ".join(f"{k} {v}" for k, v in figures.items()))
    if options.errors:
        options.errors.write_text("\n".join(sorted(errors)) + "\n", encoding="utf-8")
    print(json.dumps({name: figures}))


def _share(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


if __name__ == "__main__":
    main()
