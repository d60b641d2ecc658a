"""Pages with known borders → how well the splitter parts them: precision, recall, F1.

    python tests/benchmark/splitting.py FOLDER… [--verbose]

A folder holds pages and a ``borders.toml``: for each page its articles in order, each as how it
starts, its last words, and its date as EDTF. A *border* is right where a document starts as an
article does; an article is *whole* where it ends there, too; a *date* is right where the border is
and the date is the same. The last line is one JSON object.
"""

import argparse
import json
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from briefgen.model import Document, to_edtf
from briefgen.readers import ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over one page or many."""

    articles: int = 0
    documents: int = 0
    borders: int = 0
    whole: int = 0
    dates: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            articles=self.articles + other.articles,
            documents=self.documents + other.documents,
            borders=self.borders + other.borders,
            whole=self.whole + other.whole,
            dates=self.dates + other.dates,
        )

    def figures(self) -> dict[str, float]:
        """Shares in per cent."""
        return {
            "precision": round(100 * self.borders / max(1, self.documents), 1),
            "recall": round(100 * self.borders / max(1, self.articles), 1),
            "whole": round(100 * self.whole / max(1, self.articles), 1),
            "dates": round(100 * self.dates / max(1, self.articles), 1),
        }


def score_page(data: bytes, name: str, articles: list[list[str]]) -> tuple[Score, list[str]]:
    """The counts of one page, and a line for each thing that is wrong."""
    documents = read_bytes(data, name, OPTIONS).documents
    left = list(documents)
    borders = whole = dates = 0
    wrong: list[str] = []
    for starts, ends, published in articles:
        match = next((one for one in left if _starts(one, starts)), None)
        if match is None:
            wrong.append(f"missed: {starts}")
            continue
        left.remove(match)
        borders += 1
        ended = match.text.rstrip(" \"”'").endswith(ends.rstrip(" \"”'"))
        whole += ended
        told = to_edtf(match.published.interval) if match.published else ""
        dates += told == published
        if not ended:
            wrong.append(f"ends otherwise: {starts}: …{match.text[-60:]!r}")
        if told != published:
            wrong.append(f"date: {starts}: {told or 'none'}, not {published or 'none'}")
    wrong.extend(f"too much: {one.title}" for one in left)
    score = Score(
        articles=len(articles), documents=len(documents), borders=borders, whole=whole, dates=dates
    )
    return score, wrong


def _starts(document: Document, starts: str) -> bool:
    return document.text.lstrip("\"“'").startswith(starts) or document.title.lstrip(
        "\"“'"
    ).startswith(starts)


def score_folder(folder: Path, *, verbose: bool = False) -> Score:
    """The counts over all pages of a folder; prints a line a page."""
    pages = tomllib.loads((folder / "borders.toml").read_text(encoding="utf-8"))["page"]
    total = Score()
    for page in pages:
        path = folder / page["file"]
        score, wrong = score_page(path.read_bytes(), path.name, page["articles"])
        total += score
        told = f"{score.borders} of {score.articles} borders, {score.documents} documents"
        print(f"{page['file']:32} {told}, {score.whole} whole, {score.dates} dated right")
        if verbose:
            print("".join(f"    {line}\n" for line in wrong), end="")
    return total


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--verbose", action="store_true", help="say what is wrong")
    options = parser.parse_args(arguments)
    total = Score()
    for folder in options.folders:
        total += score_folder(folder, verbose=options.verbose)
    print(json.dumps(total.figures()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
