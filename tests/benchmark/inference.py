"""Corpora with known dates → how far they can be told when those are hidden.

    python tests/benchmark/inference.py CORPUS.jsonl… [--half first|second|both|all] [--errors FILE]

One document a line: ``{"id", "dct", "text"}``. Three readings of each: ``as is`` (any basis may
speak), ``stripped`` (lines at the head that state the date are gone; inference alone), and
``among dated`` (stripped, one at a time, the other documents dated). *claimed* is the share that a
window of at most 31 days was claimed for, *exact* that the one day named is right, *within 1* and
*within 7* that the window's farthest day is so near, *wrong* that the true day lies outside the
window, *sure wrong* that it does though the window was not called uncertain; *bounded* that any
window was told, *bounded wrong* that it misses. All in per cent of the
documents. The last line is one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

from briefgen.knowledge import load_project
from briefgen.model import Basis, Dating, Document, Interval, civil_day
from briefgen.readers import ReadOptions, read_bytes, text_document
from briefgen.readers.dated.datelines import read_byline, read_dateline
from briefgen.readers.windows.inference import infer
from briefgen.readers.windows.same_facts import FactIndex

OPTIONS = ReadOptions(zone=UTC)
MILESTONES = load_project(None).milestones
HEAD = 4
"""Lines from the top that may state the date."""


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    documents: int = 0
    claimed: int = 0
    exact: int = 0
    day: int = 0
    week: int = 0
    wrong: int = 0
    sure_wrong: int = 0
    bounded: int = 0
    bounded_wrong: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, window: Interval | None, true: date, why: str, *, claimed: bool) -> None:
        self.documents += 1
        if window is None or window.start is None or window.end is None:
            return
        first, last = window.start.date(), (window.end - timedelta(seconds=1)).date()
        missed = not first <= true <= last
        self.bounded += 1
        self.bounded_wrong += missed
        far = max(abs((first - true).days), abs((last - true).days))
        if claimed:
            self.claimed += 1
            self.exact += first == last == true
            self.day += far <= 1
            self.week += far <= 7
            self.wrong += missed
            self.sure_wrong += missed and not window.uncertain
        if missed:
            self.errors.append(
                f"{true} not in {first}/{last} {'CLAIMED' if claimed else ''}: {why}"
            )

    def pour(self, other: "Tally") -> None:
        """Adds the counts of another."""
        for name in ("documents", "claimed", "sure_wrong", "exact", "day", "week", "wrong"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.bounded += other.bounded
        self.bounded_wrong += other.bounded_wrong

    def figures(self) -> dict[str, float]:
        def share(count: int) -> float:
            return round(100 * count / max(1, self.documents), 1)

        return {
            "documents": self.documents,
            "claimed": share(self.claimed),
            "exact": share(self.exact),
            "within_1": share(self.day),
            "within_7": share(self.week),
            "wrong": share(self.wrong),
            "sure_wrong": share(self.sure_wrong),
            "bounded": share(self.bounded),
            "bounded_wrong": share(self.bounded_wrong),
        }


def stripped(text: str) -> str:
    """The text without the lines and datelines at its head that state a date."""
    lines = text.split("\n")
    for spot, line in enumerate(lines[:HEAD]):
        if read_byline(line.strip(), UTC, ("en",)) is not None:
            lines[spot] = ""
            continue
        dateline = read_dateline(line.strip(), UTC, ("en",))
        if dateline is not None:
            lines[spot] = line.replace(dateline.said, "", 1)
    return "\n".join(lines).strip()


def as_document(record: dict[str, Any], *, strip: bool) -> Document:
    text = stripped(record["text"]) if strip else record["text"]
    return replace(text_document(text, OPTIONS), id=record["id"])


def measure(records: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """The three readings of some records."""
    tallies = {"as is": Tally(), "stripped": Tally(), "among dated": Tally()}
    documents = [as_document(record, strip=True) for record in records]
    days = [date.fromisoformat(record["dct"][:10]) for record in records]
    dated = [
        replace(
            document,
            published=Dating(interval=civil_day(day, UTC), basis=Basis.OPTION, why="given"),
        )
        for document, day in zip(documents, days, strict=True)
    ]
    index = FactIndex(dated, UTC)
    for record, document, day in zip(records, documents, days, strict=True):
        reading = read_bytes(record["text"].encode(), f"{record['id']}.txt", OPTIONS)
        told = reading.documents[0].published if reading.documents else None
        if told is not None:
            tallies["as is"].add(told.interval, day, f"{record['id']}: {told.why}", claimed=True)
        else:
            _infer(tallies["as is"], as_document(record, strip=False), day, ())
        _infer(tallies["stripped"], document, day, ())
        _infer(tallies["among dated"], document, day, index.clues(document))
    return tallies


def _infer(tally: Tally, document: Document, day: date, others: Sequence[Any]) -> None:
    found = infer(document, UTC, milestones=MILESTONES, others=others)
    claimed = found.dating is not None
    window = found.dating.interval if found.dating is not None else found.window
    tally.add(window, day, f"{document.id}: {found.why}", claimed=claimed)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--half", choices=["first", "second", "both", "all"], default="both")
    parser.add_argument("--errors", type=Path, help="write every window that misses to this file")
    options = parser.parse_args(arguments)
    report: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    pooled: dict[str, Tally] = {}
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        records = [record for record in records if record.get("dct")]
        cut = len(records) // 2
        parts = {"first": records[:cut], "second": records[cut:], "all": records}
        for half in ("first", "second") if options.half == "both" else (options.half,):
            for reading, tally in measure(parts[half]).items():
                figures = tally.figures()
                pooled.setdefault(f"{half}/{reading}", Tally()).pour(tally)
                report[f"{path.stem}/{half}/{reading}"] = figures
                told = "  ".join(f"{key} {value}" for key, value in figures.items())
                print(f"{path.stem:18} {half:6} {reading:12} {told}")
                errors += [f"{path.stem}/{half}/{reading}\t{line}" for line in tally.errors]
    for name, tally in pooled.items():
        report[f"all/{name}"] = tally.figures()
        told = "  ".join(f"{key} {value}" for key, value in tally.figures().items())
        print(f"{'all':18} {name.replace('/', ' '):19} {told}")
    if options.errors:
        options.errors.write_text("\n".join([*errors, ""]), encoding="utf-8")
    print(json.dumps(report))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
