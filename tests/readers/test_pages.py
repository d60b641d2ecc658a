"""Invented pages of many habits come apart at their true borders; the figures are pinned."""

import html
import importlib.util
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from types import ModuleType

import pytest

from briefgen.readers import ReadOptions, read_bytes

PAGES = Path(__file__).with_name("pages")
BORDERS = tomllib.loads((PAGES / "borders.toml").read_text(encoding="utf-8"))["page"]


def benchmark() -> ModuleType:
    path = Path(__file__).parents[1] / "benchmark" / "splitting.py"
    spec = importlib.util.spec_from_file_location("splitting_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", BORDERS, ids=[page["file"] for page in BORDERS])
def test_a_page_comes_apart_at_its_borders(page: dict[str, object]) -> None:
    path = PAGES / str(page["file"])
    _, wrong = benchmark().score_page(path.read_bytes(), path.name, page["articles"])
    assert [] == wrong


TEXTS = [page for page in BORDERS if str(page["file"]).endswith(".txt")]
FORMS: dict[str, Callable[[list[str]], str]] = {
    "breaks": "<br>\n".join,
    "paragraphs": lambda lines: "".join(f"<p>{line or '&nbsp;'}</p>\n" for line in lines),
    "divisions": lambda lines: "".join(f"<div>{line or '<br>'}</div>" for line in lines),
}
"""Ways in which editors and converters make HTML of plain text."""


@pytest.mark.parametrize("form", FORMS)
def test_a_text_made_into_html_comes_apart_as_the_text_does(form: str) -> None:
    """Pages of several articles; a list of one page's entries is an article in HTML."""
    apart, at_all = 0, 0
    for page in TEXTS:
        text = (PAGES / str(page["file"])).read_text("utf-8")
        made = FORMS[form]([html.escape(line) for line in text.split("\n")])
        options = ReadOptions(zone=UTC)
        plain = read_bytes(text.encode(), "page.txt", options).documents
        found = read_bytes(f"<html><body>{made}</body></html>".encode(), "page.html", options)
        if len(plain) > 1:
            at_all += 1
            apart += [d.title for d in plain] == [d.title for d in found.documents]
    assert apart >= 0.9 * at_all


def test_every_page_has_its_borders_written_down() -> None:
    pages = {path.name for path in PAGES.iterdir()} - {"borders.toml"}
    assert pages == {page["file"] for page in BORDERS}


def test_precision_and_recall_over_all_pages() -> None:
    figures = benchmark().score_folder(PAGES).figures()
    assert {"precision": 100.0, "recall": 100.0, "whole": 100.0, "dates": 100.0} == figures
