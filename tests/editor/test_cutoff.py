"""The information cut-off, worded."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from briefgen.editor import compose
from briefgen.editor.cutoff import date_time_group
from briefgen.knowledge.project import Project
from briefgen.model import Chronology
from briefgen.model.briefing import ChronologySection


def test_the_cutoff_is_told_as_a_date_time_group_and_in_local_time(
    day: Chronology, project: Project
) -> None:
    told = compose(day, replace(project, zone=ZoneInfo("Europe/Kyiv"))).cutoff_label
    assert "Information cut-off 062000Z MAR 31 · 22:00 EET" == told


def test_a_date_time_group_is_of_the_day_that_it_is_in_utc() -> None:
    late = datetime(2031, 12, 1, 1, 30, tzinfo=ZoneInfo("Europe/Kyiv"))
    assert "302330Z NOV 31" == date_time_group(late)
    assert "010005Z JAN 32" == date_time_group(datetime(2032, 1, 1, 0, 5, tzinfo=UTC))


def test_the_chronology_holds_every_dated_entry_in_the_order_of_time(
    day: Chronology, project: Project
) -> None:
    brief = compose(day, project)
    (section,) = [s for s in brief.sections if isinstance(s, ChronologySection)]
    numbers = {entry.event: entry.number for entry in brief.entries()}
    expected = [numbers[event.id] for event in day.events if event.id in numbers]
    assert expected == [row.reference.number for row in section.rows]
