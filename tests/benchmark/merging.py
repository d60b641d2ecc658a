"""News documents → how well those that tell one event are put together.

    python tests/benchmark/merging.py DOCS.jsonl…

One document a line: ``{"id", "topic", "event", "text"}``, as in ECB+, whose two events of a topic
are much alike (another earthquake, another arrest). All documents of a file are read as one pile,
without topics, titles or dates, and grouped by ``briefgen.events.merging.stories``. Printed:
B-cubed precision, recall and F1, pairwise F1, and the number of groups. The last line is one JSON
object.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.stories import stories
from briefgen.knowledge.locale import load_locale
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


def figures(path: Path) -> dict[str, float]:
    """The figures of one file."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    locale = load_locale("en")
    documents = [
        replace(document_of(record["text"], published=None, locale=locale), id=f"{number:012}")
        for number, record in enumerate(records)
    ]
    story = stories(documents, load_statements("en"))
    found = [story[document.id] for document in documents]
    gold = [record["event"] for record in records]
    precision, recall, f1 = b_cubed(found, gold)
    return {
        "documents": len(records),
        "events": len(set(gold)),
        "groups": len(set(found)),
        "b3_precision": round(precision, 3),
        "b3_recall": round(recall, 3),
        "b3_f1": round(f1, 3),
        "pairwise_f1": round(pairwise(found, gold), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    options = parser.parse_args()
    report = {}
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        report[path.stem] = figures(path)
        print(f"{path.stem:24} " + "  ".join(f"{k} {v}" for k, v in report[path.stem].items()))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
