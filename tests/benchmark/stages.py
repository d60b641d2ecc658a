"""Stage times on the sample week, and the tagger beside dateparser.search on the same text.

    python tests/benchmark/stages.py [--repeat N]

Ratios are taken side by side in one run: seconds on a shared machine mean little by themselves.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from briefgen import library, pipeline, writers
from briefgen.events import gather, merge, surroundings
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.readers import Reading
from briefgen.temporal import tag

WEEK = Path(__file__).parent.parent.parent / "samples" / "kestrel-strait"


def seconds(work: Callable[[], object], repeat: int) -> float:
    """The best of several runs."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat

    project = library.load_project(WEEK / "briefgen.toml")
    reading = library.read([WEEK / "inbox"], project)
    around = surroundings(project, load_gazetteer(project))
    tagged = [(d, pipeline.tag(d, project)[0]) for d in reading.documents]
    reports = [r for d, found in tagged for r in gather(d, found, around)]
    documents = {d.id: d for d in reading.documents}
    chronology = library.chronicle(reading, project)
    briefing = library.compose(chronology, project)

    def write(name: str) -> Callable[[], object]:
        return lambda: writers.write(name, briefing, chronology, project)

    stages: dict[str, Callable[[], object]] = {
        "read": lambda: library.read([WEEK / "inbox"], project),
        "find and resolve": lambda: [pipeline.tag(d, project) for d in reading.documents],
        "gather": lambda: [gather(d, found, around) for d, found in tagged],
        "merge": lambda: merge(reports, documents, around.lexicon),
        "compose": lambda: library.compose(chronology, project),
        "md": write("md"),
        "html": write("html"),
        "pdf": write("pdf"),
    }
    figures = {name: round(seconds(work, repeat), 4) for name, work in stages.items()}
    for name, took in figures.items():
        print(f"{name:>18}  {took:8.4f} s")
    print(json.dumps({"stages": figures, "dateparser.search ratio": _beside_dateparser(reading)}))


def _beside_dateparser(reading: Reading) -> float:
    """How many times longer dateparser.search takes for the same text."""
    from dateparser.search import search_dates  # noqa: PLC0415 (slow to load)

    text = reading.documents[1].text
    locale, zone = load_locale("en"), library.load_project().zone
    search_dates(text, languages=["en"])
    ours = seconds(lambda: tag(text, published=None, locale=locale, zone=zone), 5)
    theirs = seconds(lambda: search_dates(text, languages=["en"]), 2)
    return round(theirs / ours, 1)


if __name__ == "__main__":
    main()
