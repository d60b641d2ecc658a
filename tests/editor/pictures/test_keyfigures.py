"""Key figures: which ones, in what order, and what they were in the edition before."""

from dataclasses import replace

import pytest

from briefgen.editor import compose
from briefgen.editor.compose import edit
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Edition, Past, Quantity
from briefgen.model.briefing.pictures import PicturesSection
from briefgen.model.picture import PictureTable


def table_of(chronology: Chronology, project: Project, past: Past | None = None) -> PictureTable:
    (section,) = [
        s for s in compose(chronology, project, past).sections if isinstance(s, PicturesSection)
    ]
    (found,) = [p.table for p in section.pictures if p.shape == "figures"]
    return found


def counting(day: Chronology, headline: str, *quantities: Quantity) -> Chronology:
    """The day, the best report of one of its events counting other things."""
    return replace(
        day,
        events=tuple(
            replace(
                event,
                reports=(replace(event.reports[0], quantities=quantities), *event.reports[1:]),
            )
            if headline in event.headline
            else event
            for event in day.events
        ),
    )


def figure(value: float, unit: str, text: str) -> Quantity:
    return Quantity(value=value, unit=unit, text=text)


def test_weak_figures_are_no_key_figures(day: Chronology, project: Project) -> None:
    named = counting(
        day,
        "16 drones struck",
        figure(2, "end", "two ends"),
        figure(1, "drone", "one of two drones"),
        figure(16, "drone", "16 drones"),
    )
    figures = [row[0] for row in table_of(named, project).rows]
    assert "16 drones" in figures
    assert not {"two ends", "one of two drones"} & set(figures)


def test_people_come_before_lorries_and_many_before_few(day: Chronology, project: Project) -> None:
    named = counting(
        day,
        "23 lorries",
        figure(23, "lorry", "23 lorries"),
        figure(9000, "person", "9,000 people"),
    )
    figures = [row[0] for row in table_of(named, project).rows]
    assert figures.index("9,000 people") < figures.index("23 lorries")


class TestChange:
    """The column that says what a figure was in the edition before."""

    @pytest.fixture
    def yesterday(self, day: Chronology, project: Project) -> Edition:
        return edit(
            counting(
                day,
                "16 drones struck",
                figure(11, "drone", "11 drones"),
                figure(2, "warehouse", "two warehouses"),
            ),
            project,
            Past(number=7),
        )[1]

    def test_a_figure_says_how_much_more_than_in_which_edition(
        self, day: Chronology, project: Project, yesterday: Edition
    ) -> None:
        past = Past(number=8, last=yesterday, states=yesterday.events)
        table = table_of(day, project, past)
        column = table.columns.index("Change")
        changes = {row[0]: row[column] for row in table.rows}
        assert "5 more than in edition 7 (11 drones)" == changes["16 drones"]
        assert "as in edition 7" == changes["two warehouses"]

    def test_without_an_edition_before_there_is_no_such_column(
        self, day: Chronology, project: Project
    ) -> None:
        assert "Change" not in table_of(day, project).columns
