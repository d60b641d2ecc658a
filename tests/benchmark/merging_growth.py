"""How the cost of merging grows with the number of reports.

    python tests/benchmark/merging_growth.py [--sizes 1000 10000 100000]

Reports are invented: each happening (a place, a day, a figure, a kind) is told by one to four of
them in differing words; a hundred happenings a day, much alike. Each is the lead of an article of
its own, with sentences on the same place and people behind it. Printed: CPU seconds, the exponent
by which they grow from size to size, and how many happenings came out against how many were put in.
The last line is one JSON object.
"""

import argparse
import json
import math
import time
from datetime import UTC, date, timedelta
from itertools import pairwise
from random import Random

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.merge import merge
from briefgen.model import DateBasis, Document, Report, Source, Status, civil_day

START = date(2026, 1, 1)
A_DAY = 100
"""Happenings of one day."""
WORDINGS = (
    "The {side} said {count} {what} were {fate} near {place}.",
    "{count} {what} were {fate} near {place}, the {side} said.",
    "Near {place}, {count} {what} have been {fate}, according to the {side}.",
    "Officials in {place} reported that {count} {what} were {fate}.",
)
BEHIND = (
    "Roads to {place} were closed, {name} of the {side} said.",
    "{name} said work on the {what} near {place} would go on until the evening.",
    "Neighbours in {place} spoke of smoke and noise before dawn.",
    "The mayor of {place}, {other}, asked people to stay away from the {what}.",
    "The {side} was called to {place} for the first time since {other} took office.",
    "A hall in {place} was opened for those who could not go home.",
)
SIDES = ("coast guard", "interior ministry", "harbour office", "army", "fire service")
WHAT = ("patrol boats", "drones", "fishing nets", "warehouses", "trucks", "fuel tanks", "houses")
FATES = ("seized", "destroyed", "damaged", "found", "hit")
SYLLABLES = ("or", "vel", "tam", "kes", "lin", "dro", "mar", "hav", "sund", "berg", "wick", "ost")


def invented(size: int) -> tuple[list[Report], dict[str, Document], int]:
    """So many reports, their documents, and the number of happenings that they tell."""
    random = Random(7)  # noqa: S311 (invented data, not secrets)
    reports: list[Report] = []
    documents: dict[str, Document] = {}
    happenings = 0
    while len(reports) < size:
        day = START + timedelta(days=happenings // A_DAY)
        happenings += 1
        place, name, other = (
            "".join(random.choices(SYLLABLES, k=k)).capitalize() for k in (3, 2, 4)
        )
        told = {
            "place": place,
            "name": name,
            "other": other,
            "side": random.choice(SIDES),
            "count": random.randint(2, 90),
            "what": random.choice(WHAT),
            "fate": random.choice(FATES),
        }
        for wording in random.sample(WORDINGS, random.randint(1, 4)):
            article = f"{len(reports):012}"
            quote = wording.format(**told)
            quantities = tuple(found.quantity for found in find_quantities(quote))
            reports.append(
                Report(
                    document=article,
                    start=0,
                    end=len(quote),
                    quote=quote,
                    interval=civil_day(day, UTC),
                    basis=DateBasis.EXPRESSION,
                    why="",
                    status=Status.OCCURRED,
                    quantities=quantities,
                )
            )
            source = Source(path=f"{article}.txt", format="text", digest="", publisher=article)
            behind = [line.format(**told) for line in random.sample(BEHIND, 5)]
            documents[article] = Document(
                id=article,
                title="",
                text="\n".join((quote, *behind)),
                blocks=(),
                sentences=(),
                language="en",
                source=source,
            )
    return reports, documents, happenings


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000, 100_000])
    options = parser.parse_args()
    lexicon = load_statements("en")
    figures: dict[str, dict[str, float]] = {}
    for size in options.sizes:
        reports, documents, happenings = invented(size)
        started = time.process_time()
        groups = merge(reports, documents, lexicon)
        seconds = time.process_time() - started
        told = {"seconds": round(seconds, 2), "happenings": happenings, "events": len(groups)}
        figures[f"{size} reports"] = told
        print(f"{size:>8} reports  " + "  ".join(f"{k} {v}" for k, v in told.items()))
    for (one, before), (other, after) in pairwise(figures.items()):
        growth = math.log(after["seconds"] / before["seconds"])
        exponent = growth / math.log(int(other.split()[0]) / int(one.split()[0]))
        after["exponent"] = round(exponent, 2)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
