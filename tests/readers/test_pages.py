"""Invented pages of many habits come apart at their true borders; the figures are pinned."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

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


def test_every_page_has_its_borders_written_down() -> None:
    pages = {path.name for path in PAGES.iterdir()} - {"borders.toml"}
    assert pages == {page["file"] for page in BORDERS}


def test_precision_and_recall_over_all_pages() -> None:
    figures = benchmark().score_folder(PAGES).figures()
    assert {"precision": 100.0, "recall": 100.0, "whole": 100.0, "dates": 100.0} == figures
