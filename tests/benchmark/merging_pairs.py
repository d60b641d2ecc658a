"""Pairs of sentences → how well the whole pipeline tells one happening from two.

    python tests/benchmark/merging_pairs.py PAIRS.jsonl… [--check] [--show]

One pair a line: ``{"kind", "same", "a": {"published", "text"}, "b": {"published", "text"}}``, two
articles of one sentence by two publishers, in English unless ``"lang"`` beside the text says
otherwise; ``"linked": true`` where ``b`` tells that what ``a``
plans has happened. Each pair is read twice: ``alone``, the two articles by themselves, and in the
``pile`` of all articles of the file. Printed, in per cent: precision and recall of "one event",
``links`` the share of plans linked to their fulfilment, ``disputed`` that of merged pairs with
figures that differ which are called disputed, ``calm`` that of other merged pairs which are not;
``mistaken`` that of pairs of two happenings which were merged; ``gathered`` that of articles of
which anything was told at all, and ``strays``, a number, the pairs of articles that were merged
across two pairs, those of one text left out.
``--check`` fails below the figures of floors.json; ``--show`` prints each mistake. The last line is
one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from briefgen import library, pipeline
from briefgen.knowledge.locale import load_locale
from briefgen.model import Chronology, Document, Event, civil_day, to_edtf
from briefgen.readers import Reading
from briefgen.temporal.tag import document_of

FLOORS = Path(__file__).with_name("floors.json")
OTHER_FIGURE = "other-figure"
"""The kind of pairs that tell one happening with figures that exclude each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the pipeline made of one pair."""

    same: bool
    disputed: bool
    linked: bool
    gathered: int
    why: str


def article(name: str, told: Mapping[str, str]) -> Document:
    """An article of one sentence; its name is its path and its publisher."""
    project = library.load_project()
    day = civil_day(date.fromisoformat(told["published"]), project.zone)
    made = document_of(told["text"], published=day, locale=load_locale(told.get("lang", "en")))
    source = replace(made.source, path=f"{name}.txt", publisher=f"Publisher {name}")
    return replace(made, id=name, source=source)


def chronicled(documents: Sequence[Document]) -> Chronology:
    """The chronology of articles, as of the end of time."""
    reading = Reading(documents=tuple(documents), notices=())
    return pipeline.chronicle(reading, library.load_project(), date(2099, 1, 1))


def told_by(event: Event) -> frozenset[str]:
    return frozenset(report.document for report in event.reports)


def found_in(chronology: Chronology, a: str, b: str) -> Found:
    """What became of the articles ``a`` and ``b``."""
    events = (*chronology.events, *chronology.undated)
    one = [e for e in events if {a, b} <= told_by(e)]
    of_b = {e.id for e in events if b in told_by(e)}
    mine = [e for e in events if told_by(e) & {a, b}]
    return Found(
        same=bool(one),
        disputed=any(e.standing == "disputed" for e in one),
        linked=any(a in told_by(e) and e.fulfilled_by in of_b for e in events),
        gathered=len({a, b} & {d for e in mine for d in told_by(e)}),
        why=" | ".join(f"{e.interval and to_edtf(e.interval)} {e.status}: {e.why}" for e in mine),
    )


def measured(records: Sequence[Mapping[str, Any]], found: Sequence[Found]) -> dict[str, float]:
    """The figures of one way of reading."""
    hits = sum(r["same"] and f.same for r, f in zip(records, found, strict=True))
    merged = sum(f.same for f in found)
    clashing = [
        f
        for r, f in zip(records, found, strict=True)
        if f.same and r["same"] and r["kind"] == OTHER_FIGURE
    ]
    others = [
        f
        for r, f in zip(records, found, strict=True)
        if f.same and r["same"] and r["kind"] != OTHER_FIGURE
    ]
    plans = [f.linked for r, f in zip(records, found, strict=True) if r.get("linked")]
    return {
        "precision": percent(hits, merged),
        "recall": percent(hits, sum(r["same"] for r in records)),
        "mistaken": percent(merged - hits, sum(not r["same"] for r in records)),
        "disputed": percent(sum(f.disputed for f in clashing), len(clashing)),
        "calm": percent(sum(not f.disputed for f in others), len(others)),
        "links": percent(sum(plans), len(plans)),
        "gathered": percent(sum(f.gathered for f in found), 2 * len(found)),
    }


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def figures(path: Path, *, show: bool) -> dict[str, dict[str, float]]:
    """The figures of one file, alone and in the pile."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [(f"{number:03}a", f"{number:03}b") for number in range(len(records))]
    pairs = [
        (article(a, record["a"]), article(b, record["b"]))
        for (a, b), record in zip(names, records, strict=True)
    ]
    alone = [found_in(chronicled(pair), *name) for pair, name in zip(pairs, names, strict=True)]
    pile = chronicled([document for pair in pairs for document in pair])
    together = [found_in(pile, *name) for name in names]
    texts = {d.id: d.text for pair in pairs for d in pair}
    strays = [
        (one, other)
        for event in (*pile.events, *pile.undated)
        for one, other in combinations(sorted(told_by(event)), 2)
        if one[:3] != other[:3] and texts[one] != texts[other]
    ]
    if show:
        for way, found in (("alone", alone), ("pile", together)):
            tell(way, records, found)
        for one, other in strays:
            print(f"stray\n    {texts[one]}\n    {texts[other]}")
    return {
        f"{path.stem}, alone": {"pairs": len(records), **measured(records, alone)},
        f"{path.stem}, pile": {
            "pairs": len(records),
            **measured(records, together),
            "strays": len(strays),
        },
    }


def tell(way: str, records: Sequence[Mapping[str, Any]], found: Sequence[Found]) -> None:
    """Print each mistake."""
    for number, (record, got) in enumerate(zip(records, found, strict=True), start=1):
        clash = record["kind"] == OTHER_FIGURE and got.same and not got.disputed
        wrong = got.same != record["same"] or (record.get("linked") and not got.linked) or clash
        if wrong:
            what = "merged" if got.same else "apart"
            print(f"{way} line {number} {record['kind']}: {what}; told {got.gathered}; {got.why}")
            print(f"    {record['a']['text']}\n    {record['b']['text']}")


def below_floors(report: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What lies below floors.json, in words."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        f"{row}: {figure} {report[row][figure]} is below {floor}"
        for row in report
        for figure, floor in floors.get(row, {}).items()
        if report[row][figure] < floor
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--check", action="store_true", help="fail below floors.json")
    parser.add_argument("--show", action="store_true", help="print each mistake")
    options = parser.parse_args()
    report: dict[str, dict[str, float]] = {}
    for path in options.pairs:
        report |= figures(path, show=options.show)
    for row, numbers in report.items():
        print(f"{row:20} " + "  ".join(f"{k} {v}" for k, v in numbers.items()))
    low = below_floors(report) if options.check else []
    print(*low, sep="\n", end="\n" if low else "")
    print(json.dumps(report))
    if low:
        sys.exit(1)


if __name__ == "__main__":
    main()
