"""News documents with a day of publication → how often a brief tells one event once.

    python tests/benchmark/merging_piles.py DOCS.jsonl… [--show]

One document a line: ``{"id", "topic", "event", "text"}``, as in ECB+, whose two events of a topic
are much alike (another earthquake, another arrest). Each is written as a text file with a sidecar
that names a publisher and a day, and read as a user's would be: spaces before marks are taken out,
the lines of its page above the text are left out but for its title. All documents of a topic, of
both of its events, are published on one day, that of the week which they name most; so every
statement is dated. They are read in a `pile` of all topics, and each `topic` by itself.

Printed for each half of the topics, in order of their numbers: ``led`` the share of documents of
whose first three sentences anything is told; of the pairs of documents of one event the share
whose leads, what these sentences tell, meet in one entry (``lead_recall``); of an event's
documents the share that its largest entry gathers (``gathered``); of the pairs of documents whose
leads meet, the share that is of one event (``lead_precision``); and of the pairs of much alike
events the share that do (``lookalikes``), all in per cent; and the number of entries.
``--show`` prints the entries with leads of two events. The last line is one JSON object.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen import library, pipeline
from briefgen.model import BlockKind, Document, Event, Report
from briefgen.readers import Reading

LEAD = 3
"""Sentences below the title that tell the main event of an article."""
FIRST_WEEK = date(2014, 1, 6)
"""A Monday, the first topic's week; each other's is two weeks later."""
WEEKS = timedelta(days=14)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TITLES = frozenset({BlockKind.TITLE, BlockKind.KICKER, BlockKind.HEADING})
PRINTED = (
    (re.compile("``|''"), '"'),
    (re.compile(r" +(n't|'(?:s|re|ve|ll|d|m)\b)"), r"\1"),
    (re.compile(r'" ([^"\n]*?) "'), r'"\1"'),
    (re.compile(r" +([.,;:?!%)\]’])"), r"\1"),
    (re.compile(r"([(\[$‘]) +"), r"\1"),
    (re.compile(r"(\w) - (\w)"), r"\1-\2"),
    (re.compile(r"[^\S\n]+"), " "),
)
"""What a corpus cut into words looks like on paper."""
SENTENCE = re.compile(r"\w.*\w[.?!][\"'”’)]*$")
DATED = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What is known of one document."""

    topic: str
    event: str


def printed(text: str) -> tuple[str, list[str]]:
    """The title and the paragraphs of a record's text, as on paper; no title: an empty one."""
    for shape, becomes in PRINTED:
        text = shape.sub(becomes, text)
    lines = [line.strip() for line in text.split("\n")]
    start = next((n for n, line in enumerate(lines) if SENTENCE.search(line)), len(lines))
    above = [line for line in lines[:start] if not DATED.search(line) and "/" not in line]
    return (above[0] if above else ""), lines[start:]


def day_of(texts: Sequence[str], week: int) -> date:
    """The day in a week that texts name most; its Monday where they name none."""
    named = Counter(day for text in texts for day in WEEKDAYS if day in text)
    best = max(WEEKDAYS, key=lambda day: (named[day], -WEEKDAYS.index(day)))
    return FIRST_WEEK + week * WEEKS + timedelta(days=WEEKDAYS.index(best))


def read(records: Sequence[Mapping[str, str]]) -> tuple[tuple[Document, ...], dict[str, Gold]]:
    """The documents of records, read from files as a user's are; document id → what is known."""
    topics = sorted({r["topic"] for r in records}, key=int)
    days = {
        topic: day_of([r["text"] for r in records if r["topic"] == topic], week)
        for week, topic in enumerate(topics)
    }
    gold = {r["id"]: Gold(topic=r["topic"], event=r["event"]) for r in records}
    with TemporaryDirectory() as folder:
        for record in records:
            title, paragraphs = printed(record["text"])
            path = Path(folder, record["id"])
            head = f"{title}\n\n\n" if title else ""
            path.with_suffix(".txt").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
            told = f"publisher: Paper {record['id']}\npublished: {days[record['topic']]}\n"
            path.with_suffix(".meta.yaml").write_text(told, "utf-8")
        documents = library.read([folder], library.load_project()).documents
    return documents, {d.id: gold[Path(d.source.path).stem] for d in documents}


def in_lead(report: Report, document: Document) -> bool:
    """Whether a report stands in the first sentences of its document."""
    before = [s for s in document.sentences if s.kind not in TITLES and s.end <= report.start]
    return len(before) < LEAD


def chronicled(documents: Sequence[Document]) -> list[Event]:
    """What a brief would tell of documents, as of the end of time."""
    reading = Reading(documents=tuple(documents), notices=())
    chronology = pipeline.chronicle(reading, library.load_project(), date(2099, 1, 1))
    return [*chronology.events, *chronology.undated]


def measured(
    piles: Sequence[Sequence[Document]], gold: Mapping[str, Gold], *, show: bool
) -> dict[str, float]:
    """The figures of some piles, taken together."""
    counts: Counter[str] = Counter()
    largest: Counter[str] = Counter()
    for documents in piles:
        by_id = {d.id: d for d in documents}
        events = chronicled(documents)
        counts["entries"] += len(events)
        together: set[tuple[str, str]] = set()
        led: set[str] = set()
        for event in events:
            leads = sorted({r.document for r in event.reports if in_lead(r, by_id[r.document])})
            led.update(leads)
            together.update(combinations(leads, 2))
            for name, size in Counter(gold[name].event for name in leads).items():
                largest[name] = max(largest[name], size)
            if show and len({gold[name].event for name in leads}) > 1:
                tell(event, gold)
        counts["documents"] += len(documents)
        counts["led"] += len(led)
        for one, other in combinations(sorted(by_id), 2):
            kind = kind_of(gold[one], gold[other])
            counts[kind] += 1
            counts[f"{kind} met"] += (one, other) in together
    met = counts["same met"] + counts["alike met"] + counts["other met"]
    return {
        "documents": counts["documents"],
        "led": percent(counts["led"], counts["documents"]),
        "entries": counts["entries"],
        "lead_recall": percent(counts["same met"], counts["same"]),
        "gathered": percent(sum(largest.values()), counts["documents"]),
        "lead_precision": percent(counts["same met"], met),
        "lookalikes": percent(counts["alike met"], counts["alike"]),
    }


def kind_of(one: Gold, other: Gold) -> str:
    if one.event == other.event:
        return "same"
    return "alike" if one.topic == other.topic else "other"


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 100.0


def tell(event: Event, gold: Mapping[str, Gold]) -> None:
    """Print an entry and the events of its reports."""
    print(f"two events in one: {event.why}")
    for report in event.reports:
        print(f"    {gold[report.document].event}: {report.quote}")


def figures(path: Path, *, show: bool) -> dict[str, dict[str, float]]:
    """The figures of one file."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    documents, gold = read(records)
    topics: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        topics[gold[document.id].topic].append(document)
    ordered = [topics[topic] for topic in sorted(topics, key=int)]
    middle = (len(ordered) + 1) // 2
    found = {}
    for half, piles in (("first", ordered[:middle]), ("second", ordered[middle:])):
        whole = [document for pile in piles for document in pile]
        found[f"{path.stem}, {half} half, pile"] = measured([whole], gold, show=show)
        found[f"{path.stem}, {half} half, topic"] = measured(piles, gold, show=show)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path, help="JSONL files of the shape above")
    parser.add_argument("--show", action="store_true", help="print entries of two events")
    options = parser.parse_args()
    report: dict[str, dict[str, float]] = {}
    for path in options.corpora:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED, nothing of it was measured")
            continue
        report |= figures(path, show=options.show)
    for row, numbers in report.items():
        print(f"{row:40} " + "  ".join(f"{k} {v}" for k, v in numbers.items()))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
