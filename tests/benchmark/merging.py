"""News documents → how well those that tell one event are put together.

    python tests/benchmark/merging.py DOCS.jsonl… [--lead 3]

One document a line: ``{"id", "topic", "event", "text"}``, as in ECB+, whose two events of a topic
are much alike (another earthquake, another arrest). All documents of a file are read as one pile,
without topics, titles or dates, and grouped by ``briefgen.events.merging.stories``, which
``timeline --why`` asks. Printed: B-cubed precision, recall and F1, pairwise F1, and the number of
groups; with ``merge_`` before them the same of a brief's own merge, which compares single
statements: two documents are one where it makes one event of any two of their first reports
(``--lead``), and where a chain of such leads from one to the other. The last line is one JSON
object.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefgen import library, pipeline
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.stories import stories
from briefgen.knowledge.locale import load_locale
from briefgen.model import Document
from briefgen.readers import Reading
from briefgen.temporal.tag import document_of


def b_cubed(found: Sequence[int], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups against gold groups (Bagga and Baldwin 1998)."""
    sizes, wanted = Counter(found), Counter(gold)
    shared = Counter(zip(found, gold, strict=True))
    precision = sum(n * n / sizes[a] for (a, _), n in shared.items()) / len(gold)
    recall = sum(n * n / wanted[b] for (_, b), n in shared.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(found: Sequence[int], gold: Sequence[str]) -> float:
    """F1 over the pairs of documents that stand in one group."""
    both = sum(n * (n - 1) for n in Counter(zip(found, gold, strict=True)).values())
    total = sum(n * (n - 1) for part in (found, gold) for n in Counter(part).values())
    return 2 * both / total if total else 1.0


def told_together(documents: Sequence[Document], lead: int) -> list[int]:
    """For each document the first one of its group, by what the merge of a brief makes one."""
    reading = Reading(documents=tuple(documents), notices=())
    chronology = pipeline.chronicle(reading, library.load_project(), date(2099, 1, 1))
    events = [*chronology.events, *chronology.undated]
    starts: dict[str, list[int]] = {}
    for event in events:
        for report in event.reports:
            starts.setdefault(report.document, []).append(report.start)
    leads = {name: sorted(set(told))[:lead] for name, told in starts.items()}
    place = {document.id: number for number, document in enumerate(documents)}
    group = list(range(len(documents)))
    for event in events:
        first = [place[r.document] for r in event.reports if r.start in leads[r.document]]
        roots = sorted({group[index] for index in first})
        if len(roots) > 1:
            group = [roots[0] if root in roots else root for root in group]
    return group


def figures(path: Path, lead: int) -> dict[str, float]:
    """The figures of one file."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    locale = load_locale("en")
    documents = [
        replace(document_of(record["text"], published=None, locale=locale), id=f"{number:012}")
        for number, record in enumerate(records)
    ]
    gold = [record["event"] for record in records]
    story = stories(documents, load_statements("en"))
    merged = measured(told_together(documents, lead), gold)
    return {
        "documents": len(records),
        "events": len(set(gold)),
        **measured([story[document.id] for document in documents], gold),
        **{f"merge_{name}": figure for name, figure in merged.items()},
    }


def measured(found: Sequence[int], gold: Sequence[str]) -> dict[str, float]:
    """How well groups fit the gold ones."""
    precision, recall, f1 = b_cubed(found, gold)
    return {
        "groups": len(set(found)),
        "b3_precision": round(precision, 3),
        "b3_recall": round(recall, 3),
        "b3_f1": round(f1, 3),
        "pairwise_f1": round(pairwise(found, gold), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--lead", type=int, default=3, help="reports of a document that count")
    options = parser.parse_args()
    report = {}
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        report[path.stem] = figures(path, options.lead)
        print(f"{path.stem:24} " + "  ".join(f"{k} {v}" for k, v in report[path.stem].items()))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
