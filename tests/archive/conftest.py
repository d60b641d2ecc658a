"""Two invented days, issued: what the tests of the archive look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology

Issue = Callable[[Chronology], Briefing]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def next_day(day: Chronology) -> Chronology:
    """The same reporting a day later."""
    return replace(day, date=day.date + timedelta(days=1), cutoff=day.cutoff + timedelta(days=1))


@pytest.fixture
def issue(place: Path, project: Project) -> Issue:
    """Compose a brief against the archive, and record it there."""

    def issued(chronology: Chronology) -> Briefing:
        briefing, record = pipeline.issue(chronology, project, place)
        record()
        return briefing

    return issued
