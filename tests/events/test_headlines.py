"""The lines of a brief, as a table of cases; and plans that a happening does or does not fulfil."""

import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.model import Basis, Chronology, Dating, Status, civil_day
from briefgen.readers import ReadOptions

TABLE = Path(__file__).parent.parent / "cases" / "headlines.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
PROJECT = load_project(None)
FRIDAY = date(2026, 4, 10)


def chronicled(folder: Path, **texts: str) -> Chronology:
    """Of articles by name, of the days that their names end in: ``a08`` is of 8 April 2026."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"News of {name}\n\n\n{text}\n", "utf-8")
        side = f"published: 2026-04-{name[-2:]}\npublisher: Paper {name}\n"
        (folder / f"{name}.meta.yaml").write_text(side, "utf-8")
    published = Dating(interval=civil_day(FRIDAY, UTC), basis=Basis.OPTION, why="given")
    reading = pipeline.read([folder], ReadOptions(zone=UTC, published=published))
    return pipeline.chronicle(reading, PROJECT, FRIDAY)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_the_line_of_a_sentence(case: dict[str, Any], tmp_path: Path) -> None:
    told = chronicled(tmp_path, a10=case["text"])
    lines = [event.headline for event in (*told.events, *told.undated)]
    assert case["line"] in lines


PLAN = "Tugs will free the barge Hestia from the Orm bank on Thursday, the harbour board said."


@pytest.mark.parametrize(
    ("outcome", "fulfilled"),
    [
        ("Tugs freed the barge Hestia from the Orm bank on Thursday.", True),
        ("Tugs failed to free the barge Hestia from the Orm bank on Thursday.", False),
        ("Tugs did not free the barge Hestia from the Orm bank on Thursday.", False),
        ("An attempt to free the barge Hestia from the Orm bank failed on Thursday.", False),
        ("Tugs tried in vain on Thursday to pull the barge Hestia from the Orm bank.", False),
        ("The board called off on Thursday the tugs for the barge Hestia on the Orm bank.", False),
    ],
)
def test_what_failed_fulfils_no_plan(outcome: str, fulfilled: bool, tmp_path: Path) -> None:
    told = chronicled(tmp_path, a08=PLAN, b10=outcome)
    plans = [e for e in told.events if e.status is Status.SCHEDULED]
    assert [fulfilled] == [plan.fulfilled_by is not None for plan in plans]


def test_a_correction_is_told_in_a_notice(tmp_path: Path) -> None:
    mended = "An earlier version of this article said that it closed in 2016."
    text = (
        f"The mill reopened on Monday, the miller said. {mended}\n\nThe bakery reopened on Tuesday."
    )
    told = chronicled(tmp_path, a10=text)
    assert 1 == sum("carries a correction" in notice.message for notice in told.notices)
    assert not any("2016" in event.headline for event in told.events)
