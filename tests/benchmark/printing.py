"""PDF pages a second, beside bare WeasyPrint on the same HTML, and on it with the plainest CSS.

    python tests/benchmark/printing.py [--repeat N] [EVENTS …]

CPU seconds, the least of several runs, all in one process. ``overhead`` is what briefgen adds to
WeasyPrint's own work on the same HTML (template, attachments, declarations); ``to_plain`` is the
whole against the same HTML in one column without a style but its fonts.
"""

import argparse
import importlib.util
import json
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefgen.editor import compose
from briefgen.writers import Order, write
from briefgen.writers.printed import VARIANT, page_of
from briefgen.writers.templating import asset

ROOT = Path(__file__).parent.parent.parent
PLAIN = '@page{size:A4;margin:17mm 15mm}body{font:9.6pt/1.38 "Source Serif 4","Amiri"}'


def invented() -> Any:
    """The tests' invented days."""
    for name in ("tests.writers.invented_documents", "tests.writers.invented_day"):
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules["tests.writers.invented_day"]


class Fonts(URLFetcher):  # type: ignore[misc]  # weasyprint is untyped
    """The bundled fonts."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        del headers
        return URLFetcherResponse(url, asset(url), {"Content-Type": "font/ttf"})


def bare(page: str) -> int:
    """The page through WeasyPrint, with the same options; how many pages that makes."""
    options = {"pdf_variant": VARIANT, "pdf_tags": True, "pdf_identifier": b"-"}
    document = weasyprint.HTML(string=page, url_fetcher=Fonts()).render(**options)
    document.write_pdf(**options)
    return len(document.pages)


def plain(page: str) -> str:
    """The page with its fonts and no other style."""
    css = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert css is not None
    fonts = "".join(line for line in css[1].splitlines() if line.startswith("@font-face"))
    return page.replace(css[1], fonts + PLAIN)


def seconds(works: list[Callable[[], object]], repeat: int) -> list[float]:
    """The best of several runs of each, in turns, so that a busy machine slows all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for work, took in zip(works, times, strict=True):
            start = time.process_time()
            work()
            took.append(time.process_time() - start)
    return [min(took) for took in times]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=int, nargs="*", default=[1, 50, 170, 400])
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore", ResourceWarning)
    days = invented()
    rows: dict[str, dict[str, float]] = {}
    for events in arguments.events:
        day = days.one_event_day() if events == 1 else days.large_day(events)
        briefing = compose(day, days.PROJECT)
        order = Order(
            briefing=briefing, chronology=day, project=days.PROJECT, made=MappingProxyType({})
        )
        page = page_of(order)
        pages, simple = bare(page), plain(page)
        whole, same, least = seconds(
            [
                lambda b=briefing, d=day: write("pdf", b, d, days.PROJECT),  # type: ignore[misc]
                lambda p=page: bare(p),  # type: ignore[misc]
                lambda s=simple: bare(s),  # type: ignore[misc]
            ],
            arguments.repeat,
        )
        rows[f"{events} events"] = {
            "pages": pages,
            "seconds": round(whole, 2),
            "pages_per_s": round(pages / whole, 2),
            "overhead": round(100 * (whole / same - 1), 1),
            "to_plain": round(whole / least, 2),
        }
        print(f"{events} events: {rows[f'{events} events']}", file=sys.stderr)
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
