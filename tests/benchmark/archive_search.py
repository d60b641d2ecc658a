"""Milliseconds of `briefgen search` over an archive of many invented events.

    python tests/benchmark/archive_search.py 100000 1000000

The archive is filled by the same code that keeps an edition, 250 events a day.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefgen import archive
from briefgen.archive import Query
from briefgen.archive.issue import write_edition
from briefgen.archive.store import writing
from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.model import (
    Chronology,
    DateBasis,
    Document,
    Edition,
    EventState,
    Grain,
    Interval,
    Place,
    Report,
    Source,
    Standing,
    Status,
)

A_DAY = 250
THEATERS = tuple(f"theater-{n}" for n in range(12))
TOPICS = tuple(f"topic-{n}" for n in range(15))
SUBJECTS = ("drones", "a convoy", "the harbour office", "patrol boats", "engineers", "a tanker")
DEEDS = ("struck", "reached", "closed", "repaired", "shelled", "inspected", "evacuated", "lit")
FIRST = date(2015, 1, 1)
RUNS = 15


def towns(random_: random.Random) -> list[str]:
    """5,000 invented names, some told often and most told seldom."""
    parts = ("ka", "ro", "ven", "mi", "lo", "stra", "du", "pe", "zhi", "tor", "ne", "vo")
    return ["".join(random_.choices(parts, k=4)).capitalize() for _ in range(5000)]


def editions(events: int, random_: random.Random) -> Iterator[tuple[Edition, Document]]:
    names = towns(random_)
    weights = [1 / (n + 1) for n in range(len(names))]
    for number in range(1, events // A_DAY + 1):
        day = FIRST + timedelta(days=number)
        start = datetime(day.year, day.month, day.day, tzinfo=UTC)
        where = random_.choices(names, weights, k=A_DAY)
        lines = [
            f"{random_.choice(SUBJECTS).capitalize()} {random_.choice(DEEDS)}"
            f" {random_.randint(2, 90)} {random_.choice(SUBJECTS)} near {town}"
            f" on the {random_.choice(DEEDS)} road, the office of"
            f" {random_.choice(names)} said in its report {number}-{n}."
            for n, town in enumerate(where)
        ]
        text = "\n\n".join(lines)
        identity = sha256(text.encode()).hexdigest()
        document = Document(
            id=identity[:12],
            title=f"Day {number}",
            text=text,
            blocks=(),
            sentences=(),
            language="en",
            source=Source(path=f"{day}.txt", format="text", digest=identity),
        )
        states, at = [], 0
        for place, line, n in zip(where, lines, range(A_DAY), strict=True):
            interval = Interval(start=start, end=start + timedelta(days=1), grain=Grain.DAY)
            report = Report(
                document=document.id,
                start=at,
                end=at + len(line),
                quote=line,
                interval=interval,
                basis=DateBasis.EXPRESSION,
                why="invented",
                status=Status.OCCURRED,
            )
            at += len(line) + 2
            event = sha256(f"{identity}{n}".encode()).hexdigest()[:12]
            states.append(
                EventState(
                    lineage=event,
                    event=event,
                    number=n + 1,
                    headline=line,
                    status=Status.OCCURRED,
                    standing=Standing.SINGLE_SOURCE,
                    interval=interval,
                    theater=random_.choice(THEATERS),
                    topics=(random_.choice(TOPICS),),
                    places=(Place(name=place),),
                    reports=(report,),
                    publishers=1,
                    edition=number,
                    first=number,
                )
            )
        yield (
            Edition(
                number=number,
                revision=1,
                day=day,
                period=interval,
                cutoff=start + timedelta(hours=20),
                events=tuple(states),
            ),
            document,
        )


def fill(path: Path, events: int) -> float:
    """Seconds of processor time that keeping so many events took."""
    empty = Chronology(
        date=FIRST, cutoff=datetime(2015, 1, 1, 20, tzinfo=UTC), documents=(), events=()
    )
    briefing = replace(compose(empty, Project()), sections=())
    spent = 0.0
    todo = editions(events, random.Random(7))  # noqa: S311 (no secret)
    done = False
    while not done:
        with writing(path) as connection:
            for _ in range(40):
                found = next(todo, None)
                if found is None:
                    done = True
                    break
                begun = time.process_time()
                write_edition(connection, found[0], [found[1]], briefing, "")
                spent += time.process_time() - begun
    return spent


def main() -> None:
    figures: dict[str, dict[str, float]] = {}
    for events in map(int, sys.argv[1:] or ["100000"]):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "archive.sqlite"
            spent = fill(path, events)
            size = path.stat().st_size / 1e6
            print(f"{events:,} events: {events / spent:,.0f} kept a CPU second, {size:,.0f} MB")
            told = {"events kept a CPU second": round(events / spent), "MB": round(size)}
            for row, figure in (told | measure(path, events)).items():
                figures.setdefault(row, {})[f"{events:,} events"] = figure
    print(json.dumps(figures))


def measure(path: Path, events: int) -> dict[str, float]:
    """Milliseconds of processor time of each question, the middle of some runs."""
    names = towns(random.Random(7))  # noqa: S311 (no secret)
    middle = FIRST + timedelta(days=events // A_DAY // 2)
    week = {"since": middle, "until": middle + timedelta(days=7)}
    queries = {
        "a rare name": Query(text=names[3000]),
        "a common name": Query(text=names[0]),
        "a common word": Query(text="drones"),
        "two common words": Query(text="drones struck"),
        "a phrase": Query(text='"a convoy reached"'),
        "the beginning of a word": Query(text=f"{names[40][:5]}*"),
        "week × theater × topic": Query(theater=THEATERS[3], topic=TOPICS[4], **week),  # type: ignore[arg-type]
        "common word × week": Query(text="drones", **week),  # type: ignore[arg-type]
        "common word × theater × topic": Query(text="drones", theater=THEATERS[3], topic=TOPICS[4]),
        "name × week × theater": Query(text=names[0], theater=THEATERS[3], **week),  # type: ignore[arg-type]
        "a week": Query(**week),  # type: ignore[arg-type]
        "since a day": Query(since=middle),
        "until an early day": Query(until=FIRST + timedelta(days=3)),
        "common word until an early day": Query(text="drones", until=FIRST + timedelta(days=3)),
        "a word that nobody told": Query(text="zeppelin"),
    }
    told: dict[str, float] = {}
    for name, query in queries.items():
        took = []
        for _ in range(RUNS):
            begun = time.process_time()
            found = archive.search(path, query, UTC)
            took.append((time.process_time() - begun) * 1000)
        middle_ms, worst = statistics.median(took), max(took)
        told[name] = round(middle_ms, 1)
        print(f"  {name:32} {middle_ms:7.1f} ms (worst {worst:.1f}), {len(found)} found")
    begun = time.process_time()
    archive.past(path, FIRST + timedelta(days=events // A_DAY + 1))
    name, took_ms = "what the next edition must know", (time.process_time() - begun) * 1000
    print(f"  {name:32} {took_ms:7.1f} ms")
    return told | {name: round(took_ms, 1)}


if __name__ == "__main__":
    main()
