"""Corpora → how well the tagger does: strict, relaxed, type and value F1, as in TempEval-3.

    python tests/benchmark/temporal.py CORPUS.jsonl… [--half HALF] [--errors FILE]
    python tests/benchmark/temporal.py CORPUS.jsonl… --check

One document a line: ``{"id", "dct", "text", "timexes": [{"start", "end", "type", "value"}]}``.
Matching is that of the official scorer: identical spans pair first, then, left to right, each gold
expression takes the first one that overlaps it and is still free. The last line is one JSON object.
First halves were read while rules were written; of the English news corpora the third quarter too,
late, for a few families of them. Of the last quarter nobody has read gold or errors.
``--check`` scores second halves and ends with 1 where a figure lies below the one that
``floors.json`` beside this file holds under the corpus's name. A corpus that is not there is
skipped, and a line says so.
``--errors`` writes what was missed, what was found wrongly, and which values differ, by rule.
``--found`` scores what another tagger found instead (``peers.py`` writes such files): one
``{"id", "timexes"}`` a line; documents that it does not name are left out of both sides.
"""

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date
from pathlib import Path
from typing import Any

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.model import civil_day
from briefgen.temporal import tag, timexes

Record = dict[str, Any]
HALVES = ("first", "second", "last-quarter")
FLOORS = Path(__file__).with_name("floors.json")
"""Corpus → figure of its second half → what it must not fall below."""


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    typed: int = 0
    valued: int = 0
    value: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        relaxed = _f1(self.relaxed, self.found, self.gold)
        return {
            "strict": _f1(self.strict, self.found, self.gold),
            "relaxed": relaxed,
            "type": round(relaxed * self.typed / max(1, self.relaxed), 1),
            "value": round(relaxed * self.value / max(1, self.valued), 1),
            "precision": round(100 * self.relaxed / max(1, self.found), 1),
            "recall": round(100 * self.relaxed / max(1, self.gold), 1),
        }


def _f1(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / (found + gold), 1) if found + gold else 100.0


def pairs(gold: list[Record], found: list[Record]) -> list[tuple[int, int]]:
    """Which gold expression goes with which found one."""
    where: dict[tuple[int, int], list[int]] = {}
    for number, record in enumerate(found):
        where.setdefault((record["start"], record["end"]), []).append(number)
    matched: dict[int, int] = {}
    used: set[int] = set()
    for number, record in enumerate(gold):
        same = where.get((record["start"], record["end"]))
        if same:
            matched[number] = same.pop(0)
            used.add(matched[number])
    for number, record in enumerate(gold):
        if number in matched:
            continue
        for other, candidate in enumerate(found):
            overlap = candidate["start"] < record["end"] and record["start"] < candidate["end"]
            if other not in used and overlap:
                matched[number] = other
                used.add(other)
                break
    return sorted(matched.items())


def tagged(document: Record) -> tuple[list[Record], dict[int, str]]:
    """What this project finds in a document, and the rule by the place of each."""
    language = document.get("lang") or "en"
    locale = load_locale(language if language in LANGUAGES else "en")
    day = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    text = document["text"]
    mentions = tag(text, published=civil_day(day, UTC) if day else None, locale=locale, zone=UTC)
    return timexes(mentions), {mention.start: mention.rule for mention in mentions}


def score(document: Record, found: list[Record], rules: dict[int, str], tally: Tally) -> None:
    """Adds the counts of one document."""
    gold = sorted(document["timexes"], key=lambda r: (r["start"], r["end"]))
    matched = pairs(gold, found)
    tally.gold += len(gold)
    tally.found += len(found)
    for number, other in matched:
        one, two = gold[number], found[other]
        same = (one["start"], one["end"]) == (two["start"], two["end"])
        tally.relaxed += 1
        tally.strict += same
        tally.typed += one["type"] == two["type"]
        if one.get("value"):
            tally.valued += 1
            tally.value += one["value"] == two["value"]
        rule = rules.get(two["start"], "range")
        if not same:
            _note(tally, "span", rule, document, one, two)
        if one.get("value") and one["value"] != two["value"]:
            _note(tally, "value", rule, document, one, two)
    hit_gold, hit_found = {n for n, _ in matched}, {n for _, n in matched}
    for number, one in enumerate(gold):
        if number not in hit_gold:
            _note(tally, "missed", "-", document, one, None)
    for number, two in enumerate(found):
        if number not in hit_found:
            _note(tally, "spurious", rules.get(two["start"], "range"), document, None, two)


def read_found(path: Path) -> dict[str, list[Record]]:
    """Document → the expressions that another tagger found in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    return {record["id"]: record["timexes"] for record in records}


def _note(tally: Tally, kind: str, rule: str, document: Record, *sides: Record | None) -> None:
    one, two = sides
    at = one or two
    assert at is not None
    around = document["text"][max(0, at["start"] - 60) : at["end"] + 40].replace("\n", " ")
    told = [f"{r['text']!r} {r['type']} {r.get('value')}" if r else "–" for r in (one, two)]
    line = f"{kind}\t{rule}\t{told[0]}\t{told[1]}\t{document.get('dct')}\t{around}"
    tally.errors.append(line)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--half", choices=[*HALVES, "both", "all"], default="both")
    parser.add_argument(
        "--check", action="store_true", help="fail below the figures of floors.json"
    )
    parser.add_argument("--errors", type=Path, help="write every error to this file, by kind")
    parser.add_argument("--found", type=Path, help="score what this file holds instead")
    options = parser.parse_args(arguments)
    others = read_found(options.found) if options.found else None
    halves = HALVES if options.half == "both" else (options.half,)
    halves = ("second",) if options.check else halves
    report: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        corpus = [json.loads(line) for line in lines if line.strip()]
        cut = len(corpus) // 2
        parts = {"first": corpus[:cut], "second": corpus[cut:], "all": corpus}
        parts["last-quarter"] = corpus[len(corpus) * 3 // 4 :]
        for half in halves:
            tally, started = Tally(), time.process_time()
            documents = parts[half]
            if others is not None:
                documents = [document for document in documents if document["id"] in others]
            for document in documents:
                found, rules = (others[document["id"]], {}) if others else tagged(document)
                score(document, found, rules, tally)
            seconds = time.process_time() - started
            size = sum(len(document["text"]) for document in documents)
            figures = tally.figures()
            if others is None:
                figures["kb_per_s"] = round(size / 1000 / max(seconds, 1e-9))
            report[f"{path.stem}/{half}"] = figures
            errors += tally.errors
            print(f"{path.stem:24} {half:6} " + "  ".join(f"{k} {v}" for k, v in figures.items()))
    if options.errors:
        kinds = Counter("\t".join(line.split("\t")[:2]) for line in errors)
        head = [f"{count:5} {kind}" for kind, count in kinds.most_common()]
        options.errors.write_text("\n".join([*head, "", *sorted(errors), ""]), encoding="utf-8")
    code = below_floors(report) if options.check else 0
    print(json.dumps(report))
    return code


def below_floors(report: dict[str, dict[str, float]]) -> int:
    """1 where a figure of a second half lies below its floor, else 0; says which."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = 0
    for name, figures in report.items():
        corpus = name.removesuffix("/second")
        if corpus not in floors:
            print(f"{corpus}: no floor in {FLOORS.name}; not checked")
        for figure, floor in floors.get(corpus, {}).items():
            fallen += figures[figure] < floor
            mark = "BELOW its floor" if figures[figure] < floor else "holds its floor"
            print(f"{corpus} {figure}: {figures[figure]} {mark} {floor}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
