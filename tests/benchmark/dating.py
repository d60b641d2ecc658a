"""Marked event words of news articles → how well each is dated.

    python tests/benchmark/dating.py DOCS.jsonl TIMELINES.jsonl [--errors FILE] [--check]

DOCS, one a line: ``{"id", "dct", "text", "sentences": [{"n", "start", "end"}], "events": [{"start",
"end", "text", "sentence"}]}``. TIMELINES, one a line: ``{"target", "timeline": [{"date", "events":
[{"doc", "sentence", "text"}]}]}`` (SemEval-2015 task 4, cross-document timelines). A gold date is a
day, a month (2009-06-XX), a year, or XXXX-XX-XX where the annotators could not tell; each mention
counts once. Printed: ``accuracy`` over all mentions, where "not known" can be right; of those that
have a date ``coverage`` (one was given) and ``right`` (of the given); ``day``, the share of gold
days hit; ``timeline_f1``, micro F1 of (mention, known date); and the baseline that gives each
mention the day of its article. ``told`` is the share of the mentions that stand in a report of the
brief, and ``told_right`` the share of those that the date of that report dates (of a sentence with
several reports, the one whose own expression stands nearest). ``--check`` fails below the figures
of floors.json. The last line is one JSON object.
"""

import argparse
import json
import sys
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

from briefgen.events import gather, surroundings
from briefgen.events.dates.moments import Moment, moments
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.language.surroundings import Surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.model import (
    Block,
    BlockKind,
    Document,
    Grain,
    Mention,
    Report,
    Sentence,
    civil_day,
)
from briefgen.temporal import find, resolve
from briefgen.temporal.tag import document_of

FLOORS = Path(__file__).with_name("floors.json")
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
    """A document, its first sentence the title, and its time expressions."""
    locale = load_locale("en")
    day = civil_day(date.fromisoformat(record["dct"]), UTC)
    document = laid_out(document_of(record["text"], published=day, locale=locale), record)
    return document, resolve(document, find(document, locale), locale, UTC)


def laid_out(document: Document, record: Record) -> Document:
    """A document in the sentences that its record gives: the title, and a block of all others."""
    spans = [(told["start"], told["end"]) for told in record["sentences"]]
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH)
    bounds = [spans[0], (spans[1][0], spans[-1][1])] if spans[1:] else [spans[0]]
    return replace(
        document,
        title=document.text[slice(*spans[0])],
        blocks=tuple(
            Block(start=a, end=b, kind=kind) for (a, b), kind in zip(bounds, kinds, strict=False)
        ),
        sentences=tuple(
            Sentence(start=a, end=b, block=min(n, 1), kind=kinds[min(n, 1)])
            for n, (a, b) in enumerate(spans)
        ),
    )


def place(record: Record, sentence: int, words: str) -> tuple[int, int] | None:
    """Where the words of an event stand: as marked, else the first of them in the sentence."""
    for event in record["events"]:
        if event["sentence"] == sentence and event["text"] == words:
            return event["start"], event["end"]
    told = record["sentences"][sentence]
    at = record["text"].find(words.split("_", maxsplit=1)[0], told["start"], told["end"])
    return (at, at + len(words)) if at >= 0 else None


def report_on(reports: tuple[Report, ...], at: int) -> Report | None:
    """The report that tells the word at an offset: of several the shortest, dated nearest to it.

    What a quote takes in of the sentence before its own is not what its report tells.
    """
    telling = [r for r in reports if (r.start if r.own is None else r.own) <= at < r.end]

    def far(report: Report) -> tuple[int, int]:
        away = abs(report.mention.start - at) if report.mention else 0
        return report.end - report.start, away

    return min(telling, key=far, default=None)


def answered(
    records: list[Record],
    gold: dict[Key, str],
    errors: list[str],
    around: Surroundings,
    told: list[bool],
) -> list[tuple[str, str, str]]:
    """Gold date, ours and the article's day, of each gold mention of the documents.

    ``told`` gets, of each that stands in a report, whether that report has its date.
    """
    lexicon = load_statements("en")
    answers: list[tuple[str, str, str]] = []
    for record in records:
        spans = {key: place(record, *key[1:]) for key in gold if key[0] == record["id"]}
        placed = {key: span for key, span in spans.items() if span is not None}
        document, mentions = read(record)
        found = moments(document, mentions, list(placed.values()), lexicon)
        reports = gather(document, mentions, around)
        for key, span in placed.items():
            report = report_on(reports, span[0])
            if report is not None:
                told.append(gold[key] == shown(Moment(interval=report.interval, why=report.why)))
        for key, moment in zip(placed, found, strict=True):
            answers.append((gold[key], shown(moment), record["dct"]))
            if gold[key] != shown(moment):
                sentence = record["sentences"][key[1]]
                quote = record["text"][sentence["start"] : sentence["end"]]
                errors.append("\t".join([gold[key], shown(moment), moment.why, key[2], quote]))
    return answers


def figures(answers: list[tuple[str, str, str]]) -> dict[str, float]:
    """The figures of the docstring, in per cent."""
    known = [answer for answer in answers if answer[0] != UNKNOWN]
    given = [answer for answer in known if answer[1] != UNKNOWN]
    right = [answer for answer in given if answer[0] == answer[1]]
    days = [answer for answer in known if "X" not in answer[0]]
    said = [answer for answer in answers if answer[1] != UNKNOWN]
    return {
        "mentions": len(answers),
        "accuracy": _share(sum(a == b for a, b, _ in answers), len(answers)),
        "coverage": _share(len(given), len(known)),
        "right": _share(len(right), len(given)),
        "day": _share(sum(a == b for a, b, _ in days), len(days)),
        "timeline_f1": _share(2 * len(right), len(known) + len(said)),
        "baseline": _share(sum(a == day for a, _, day in answers), len(answers)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--errors", type=Path, help="write every error to this file")
    parser.add_argument("--check", action="store_true", help="fail below floors.json")
    parser.add_argument("--half", choices=["first", "second", "both", "all"], default="both")
    options = parser.parse_args()
    for path in (options.documents, options.timelines):
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing was measured")
            print(json.dumps({}))
            sys.exit(0)
    records = lines(options.documents)
    cut = len(records) // 2
    parts = {"first": records[:cut], "second": records[cut:], "all": records}
    gold = gold_dates(lines(options.timelines))
    report: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    project = load_project(None)
    around = surroundings(project, load_gazetteer(project))
    for half in parts if options.half == "both" else (options.half,):
        name = f"{options.timelines.stem}/{half}"
        told: list[bool] = []
        report[name] = figures(answered(parts[half], gold, errors, around, told))
        report[name]["told"] = _share(len(told), int(report[name]["mentions"]))
        report[name]["told_right"] = _share(sum(told), len(told))
        print(f"{name:30} " + "  ".join(f"{k} {v}" for k, v in report[name].items()))
    if options.errors:
        options.errors.write_text("\n".join(sorted(errors)) + "\n", encoding="utf-8")
    low = below_floors(report) if options.check else []
    print(*low, sep="\n", end="\n" if low else "")
    print(json.dumps(report))
    if low:
        sys.exit(1)


def below_floors(report: dict[str, dict[str, float]]) -> list[str]:
    """What lies below floors.json, in words."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        f"{row}: {figure} {report[row][figure]} is below {floor}"
        for row in report
        for figure, floor in floors.get(row, {}).items()
        if report[row][figure] < floor
    ]


def _share(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


if __name__ == "__main__":
    main()
