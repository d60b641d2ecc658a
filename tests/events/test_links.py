"""Events that hang together over the days: states that end, plans that move, figures put right."""

from datetime import UTC, date
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.model import Basis, Chronology, Dating, Event, LinkKind, Standing, Status, civil_day
from briefgen.readers import ReadOptions

PROJECT = load_project(None)
FRIDAY = date(2026, 4, 10)
MONDAY = "The bridge over the Orm at Torun was closed to lorries on Monday, the county said."


def told(folder: Path, **texts: str) -> Chronology:
    """Of articles by name, of the days that their names end in: ``a06`` is of Monday 6 April."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"News of {name}\n\n\n{text}\n", "utf-8")
        side = f"published: 2026-04-{name[-2:]}T12:00+00:00\npublisher: Paper {name}\n"
        (folder / f"{name}.meta.yaml").write_text(side, "utf-8")
    published = Dating(interval=civil_day(FRIDAY, UTC), basis=Basis.OPTION, why="given")
    reading = pipeline.read([folder], ReadOptions(zone=UTC, published=published))
    return pipeline.chronicle(reading, PROJECT, FRIDAY)


def linked(chronology: Chronology, kind: LinkKind) -> list[tuple[str, str]]:
    """Start of the headline of each event so linked, and that of the other."""
    by_id = {event.id: event for event in chronology.events}
    return [
        (event.headline[:18], by_id[link.event].headline[:18])
        for event in chronology.events
        for link in event.links
        if link.kind is kind
    ]


def plans(chronology: Chronology) -> list[Event]:
    return [e for e in chronology.events if e.status is Status.SCHEDULED]


class TestStates:
    @pytest.mark.parametrize(
        ("begun", "over"),
        [
            (MONDAY, "The bridge at Torun reopened on Thursday."),
            (
                "The railway suspended trains between Torun and Lodz on Monday.",
                "Trains between Torun and Lodz resumed on Thursday, the railway said.",
            ),
            (
                "A curfew was imposed in Lodz on Monday, the mayor said.",
                "The mayor of Lodz lifted the curfew on Thursday.",
            ),
            (
                "Power was cut to 900 farms near Torun on Monday.",
                "Power was restored near Torun on Thursday, the grid operator said.",
            ),
            (
                "Three divers were detained in Lodz on Monday, the police said.",
                "The three divers detained in Lodz were released on Thursday, their lawyer said.",
            ),
            (
                "Pilots have refused night flights to Lodz since Monday.",
                "Pilots flew to Lodz by night again on Thursday, their union said.",
            ),
        ],
    )
    def test_a_state_is_linked_to_its_end(self, begun: str, over: str, tmp_path: Path) -> None:
        found = linked(told(tmp_path, a06=begun, b09=over), LinkKind.ENDED)
        assert 1 == len(found)

    @pytest.mark.parametrize(
        ("begun", "over"),
        [
            (MONDAY, "The bridge at Lodz reopened on Thursday."),
            (MONDAY, "The tunnel at Torun reopened on Thursday."),
            (MONDAY, "The bridge at Torun will reopen on Saturday."),
            (MONDAY, "The county agreed on Thursday to reopen the bridge at Torun."),
            (
                "Three divers were detained in Lodz on Monday, the police said.",
                "Two divers were released in Lodz on Thursday, their lawyer said.",
            ),
            (
                "A curfew was imposed in Lodz on Monday, the mayor said.",
                "The siege of Lodz was lifted on Thursday.",
            ),
            (
                "“No barge of ours was near Torun on Monday,” the owner, Jan Kot, said.",
                "Barges sailed by night again near Torun on Thursday, the pilots said.",
            ),
            (
                "Power was cut to nine villages near Torun on Monday.",
                "Power was restored to four of the nine villages near Torun on Thursday.",
            ),
        ],
    )
    def test_another_thing_ends_no_state(self, begun: str, over: str, tmp_path: Path) -> None:
        assert [] == linked(told(tmp_path, a06=begun, b09=over), LinkKind.ENDED)

    def test_what_goes_on_is_over_on_that_day(self, tmp_path: Path) -> None:
        since = "The road between Torun and Lodz has been closed since Monday, the county said."
        over = "The road between Torun and Lodz was reopened on Thursday."
        chronology = told(tmp_path, a06=since, b09=over)
        road = next(event for event in chronology.events if event.links)
        assert road.interval is not None
        assert (Status.OCCURRED, 6, 10) == (
            road.status,
            road.interval.start and road.interval.start.day,
            road.interval.end and road.interval.end.day,
        )


class TestPlansThatMove:
    PLAN = "The choir will sing in the town hall of Torun on Thursday, the mayor said on Monday."

    @pytest.mark.parametrize(
        ("move", "day"),
        [
            ("The concert of the choir in the town hall of Torun was put back to Saturday.", 11),
            ("The choir will sing in the town hall of Torun on Friday and not on Thursday.", 10),
            (
                "The choir's concert in the town hall of Torun was moved from Thursday to Sunday.",
                12,
            ),
            ("The concert of the choir in Torun's town hall was postponed by a week.", 16),
            ("The choir's concert in the town hall of Torun was brought forward by a day.", 8),
        ],
    )
    def test_it_is_the_same_plan(self, move: str, day: int, tmp_path: Path) -> None:
        (plan,) = plans(told(tmp_path, a06=self.PLAN, b07=move))
        assert plan.interval is not None
        assert plan.interval.start is not None
        assert day == plan.interval.start.day
        assert [9] == [before.start.day for before in plan.was if before.start]

    def test_another_plan_is_not_moved(self, tmp_path: Path) -> None:
        other = "The trial of a grocer in Lodz was put back from Thursday to Saturday."
        found = plans(told(tmp_path, a06=self.PLAN, b07=other))
        assert 2 == len(found)
        assert [(), ()] == [plan.was for plan in found]

    @pytest.mark.parametrize(
        ("off", "kind"),
        [
            ("The choir's concert in Torun's town hall was called off on Tuesday.", "called-off"),
            (
                "The choir's concert in Torun's town hall was postponed indefinitely on Tuesday.",
                "postponed",
            ),
        ],
    )
    def test_what_is_called_off_says_so(self, off: str, kind: str, tmp_path: Path) -> None:
        (plan,) = plans(told(tmp_path, a06=self.PLAN, b07=off))
        assert [kind] == [link.kind for link in plan.links]

    def test_what_did_not_come_about_says_so(self, tmp_path: Path) -> None:
        failed = "The choir did not sing in the town hall of Torun on Thursday, the mayor said."
        (plan,) = plans(told(tmp_path, a06=self.PLAN, b09=failed))
        assert plan.fulfilled_by is None
        assert [LinkKind.UNMET] == [link.kind for link in plan.links]


@pytest.mark.parametrize(
    ("plan", "done", "met"),
    [
        (
            "The chapel will hold a service of thanks on Thursday.",
            "About 300 people attended the service of thanks on Thursday, the police said.",
            True,
        ),
        (
            "Norway will free the first trawler men on Thursday, a statement said on Monday.",
            "Norway released eleven fishermen on Thursday.",
            True,
        ),
        (
            "Dockers at the port of Torun will walk out on Thursday, their union said.",
            "The port of Torun reopened on Thursday.",
            False,
        ),
    ],
)
def test_a_plan_told_in_other_words_is_met(plan: str, done: str, met: bool, tmp_path: Path) -> None:
    (found,) = plans(told(tmp_path, a06=plan, b09=done))
    assert met == (found.fulfilled_by is not None)


class TestFigures:
    SEIZED = "Raiders seized a coach near Lodz on Monday with 31 pupils aboard, the police said."

    @pytest.mark.parametrize(
        "mended",
        [
            "The police on Tuesday corrected the number of pupils seized near Lodz to 29 from 31.",
            "The number of pupils seized near Lodz is 29 and not 31, the police corrected.",
        ],
    )
    def test_a_correction_is_linked_to_what_it_mends(self, mended: str, tmp_path: Path) -> None:
        chronology = told(tmp_path, a06=self.SEIZED, b07=mended)
        links = [link for event in chronology.events for link in event.links]
        assert [(LinkKind.FIGURE, "31 pupils → 29")] == [
            (link.kind, link.text.replace("29 pupils", "29")) for link in links
        ]

    def test_a_count_of_something_else_is_not_mended(self, tmp_path: Path) -> None:
        mended = "The zoo of Bonn on Tuesday corrected the number of its apes to 29 from 31."
        chronology = told(tmp_path, a06=self.SEIZED, b07=mended)
        assert [] == [link for event in chronology.events for link in event.links]

    def test_a_toll_that_rises_is_one_event_led_by_the_newest(self, tmp_path: Path) -> None:
        chronology = told(
            tmp_path,
            a06="At least three people were killed when a landslide hit Lodz on Monday.",
            b07="The death toll from the landslide in Lodz rose to nine on Tuesday, a doctor said.",
            c08="The landslide in Lodz on Monday killed 12 people, the fire service said.",
        )
        (event,) = [e for e in chronology.events if "landslide" in e.headline]
        assert 3 == len(event.reports)
        assert event.standing is not Standing.DISPUTED
        assert "12 people" in event.headline
        assert event.interval is not None
        assert event.interval.start is not None
        assert 6 == event.interval.start.day

    def test_a_second_landslide_elsewhere_is_another(self, tmp_path: Path) -> None:
        chronology = told(
            tmp_path,
            a06="At least three people were killed when a landslide hit Lodz on Monday.",
            b07="The death toll from the landslide in Bonn rose to nine on Tuesday, a doctor said.",
        )
        assert 2 == sum("landslide" in e.headline for e in chronology.events)
