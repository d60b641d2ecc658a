"""What stands beside the news of a sentence is told alone, as a table of cases."""

import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.knowledge.locale import load_locale
from briefgen.model import Basis, Dating, civil_day
from briefgen.readers import ReadOptions
from briefgen.temporal.wording import label

TABLE = Path(__file__).parent.parent / "cases" / "asides.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
DAY = date(2026, 4, 16)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_the_lines_of_a_sentence_and_their_days(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(case["text"], "utf-8")
    published = Dating(interval=civil_day(DAY, UTC), basis=Basis.OPTION, why="given")
    reading = pipeline.read([tmp_path], ReadOptions(zone=UTC, published=published))
    told = pipeline.chronicle(reading, load_project(None), DAY)
    locale = load_locale("en")
    lines = [
        f"{label(e.interval, locale=locale)} | {e.headline}" for e in told.events if e.interval
    ]
    assert case["lines"] == [*lines, *(f"undated | {e.headline}" for e in told.undated)]
