"""The pictures of the invented day: what they show, and that the tables say the same."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editor import compose
from briefgen.editor.pictures.bars import Axis, Bar, pack, to_bar
from briefgen.editor.pictures.measure import ROLES, text_width
from briefgen.knowledge.map_settings import MapSettings
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology, Grain, Interval, Place, Precision
from briefgen.model.briefing.pictures import PicturesSection
from briefgen.model.picture import Picture, Text
from briefgen.writers import write
from briefgen.writers.templating import bundled

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)


def section_of(briefing: Briefing) -> PicturesSection:
    (found,) = [s for s in briefing.sections if isinstance(s, PicturesSection)]
    return found


@pytest.fixture(scope="module")
def pictures(briefing: Briefing) -> dict[str, Picture]:
    return {picture.shape: picture for picture in section_of(briefing).pictures}


def texts(picture: Picture) -> list[str]:
    return [s.text for layer in picture.layers for s in layer.shapes if isinstance(s, Text)]


def test_every_entry_of_a_picture_is_one_of_the_brief(briefing: Briefing) -> None:
    numbers = {entry.number for entry in briefing.entries()}
    shown = {
        shape.entry
        for picture in section_of(briefing).pictures
        for layer in picture.layers
        for shape in layer.shapes
        if shape.entry is not None
    }
    tabled = {
        number
        for picture in section_of(briefing).pictures
        for row in picture.table.entries
        for number in row
    }
    assert shown
    assert shown | tabled <= numbers


def test_every_picture_is_titled_described_and_has_a_table(briefing: Briefing) -> None:
    for picture in section_of(briefing).pictures:
        assert picture.title
        assert picture.description
        assert picture.table.rows
        for row in picture.table.rows:
            assert len(picture.table.columns) == len(row)


def test_the_hours_show_what_is_told_to_the_hour(pictures: dict[str, Picture]) -> None:
    hours = pictures["hours"]
    assert "00:00" in texts(hours)
    drawn = {row[-1] for row in hours.table.rows}
    assert drawn <= set(texts(hours))


def test_figures_that_differ_stand_side_by_side(pictures: dict[str, Picture]) -> None:
    claims = pictures["claims"]
    figures = [row[1] for row in claims.table.rows]
    assert {"16 drones", "14 drones"} <= set(figures)
    assert {"16 drones", "14 drones"} <= set(texts(claims))


def test_a_day_of_nothing_says_so(day: Chronology, project: Project) -> None:
    empty = replace(day, events=(), undated=(), documents=(), notices=())
    section = section_of(compose(empty, project))
    assert section.empty
    assert section.note


def at(day: Chronology, project: Project, *places: Place) -> Chronology:
    """The day, its key developments set at some places, one each, all else at none."""
    first = [entry.event for entry in compose(day, project).entries()]
    where = dict(zip(first, places, strict=False))
    return replace(
        day,
        events=tuple(
            replace(event, places=(where[event.id],) if event.id in where else ())
            for event in day.events
        ),
    )


def mapped(day: Chronology, project: Project) -> Picture:
    (found,) = [p for p in section_of(compose(day, project)).pictures if p.shape == "map"]
    return found


ODESA = Place(name="Odesa", country="UA", lat=46.48, lon=30.73)
SIMFEROPOL = Place(name="Simferopol", country="UA", lat=44.96, lon=34.11)
LIMA = Place(name="Lima", country="PE", lat=-12.05, lon=-77.04)
SUVA = Place(name="Suva", country="FJ", lat=-18.14, lon=178.44)
APIA = Place(name="Apia", country="WS", lat=-13.83, lon=-171.77)


def roles(picture: Picture) -> set[str]:
    return {layer.role for layer in picture.layers}


class TestMap:
    """The map of a day at real places."""

    @pytest.fixture
    def real(self, project: Project) -> Project:
        return replace(project, bundled_places=True, places_files=())

    def test_disputed_borders_are_drawn_and_told_as_the_setting_says(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        here = at(day, project, ODESA, SIMFEROPOL)
        dashed = mapped(here, real)
        assert {"land", "focus", "area", "border-disputed", "name"} <= roles(dashed)
        assert any("disputed (Crimea" in caption for caption in dashed.legend)
        held = mapped(here, replace(real, map=MapSettings(disputed="control")))
        assert not {"area", "border-disputed"} & roles(held)
        assert any("as they are held" in caption for caption in held.legend)
        recognised = mapped(here, replace(real, map=MapSettings(disputed="recognised")))
        assert not {"area"} & roles(recognised)
        assert any("recognised" in caption for caption in recognised.legend)

    def test_a_place_outside_a_configured_extent_is_listed(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        fixed = replace(real, map=MapSettings(extent=(22, 44, 41, 53)))
        picture = mapped(at(day, project, ODESA, LIMA), fixed)
        assert any("Odesa" in text for text in texts(picture))
        assert not any("Lima" in text for text in texts(picture))
        assert any(caption.startswith("Outside the map: Lima") for caption in picture.captions)
        assert "Lima" in [row[0] for row in picture.table.rows]

    def test_places_on_both_sides_of_the_date_line_share_a_map(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        picture = mapped(at(day, project, SUVA, APIA), real)
        assert {"Suva", "Apia"} <= {text.split(" · ")[0] for text in texts(picture)}

    def test_a_region_has_a_dashed_ring(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        region = replace(ODESA, name="Odesa Oblast", precision=Precision.REGION)
        assert "ring" not in roles(mapped(at(day, project, ODESA), real))
        picture = mapped(at(day, project, region), real)
        assert "ring" in roles(picture)
        assert any("Dashed ring" in line for line in picture.legend)

    def test_a_narrow_one_tells_the_same_in_words_as_tall(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        section = section_of(compose(at(day, project, ODESA, SIMFEROPOL), real))
        (narrow,), wide = section.narrow, section.pictures[0]
        assert (wide.shape, wide.table, wide.title) == (narrow.shape, narrow.table, narrow.title)
        assert narrow.width < wide.width * 2 / 3
        names = [
            {text.text for layer in one.layers if layer.role == "name" for text in layer.shapes}  # type: ignore[union-attr]
            for one in (wide, narrow)
        ]
        assert names[0] == names[1]

    def test_names_are_those_of_the_briefs_language(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        """Countries, capitals and claimed areas; a place without such a name keeps its own."""
        german = replace(real, language="de")
        warsaw = Place(name="Warsaw", country="PL", lat=52.23, lon=21.01)
        land = Place(name="Romania", country="RO", lat=45.9, lon=24.9, precision=Precision.COUNTRY)
        drawn = texts(mapped(at(day, project, ODESA, warsaw, land), german))
        for name in ("Odesa", "Warschau", "Rumänien", "BELARUS"):
            assert any(text.startswith(name) for text in drawn), name
        crimea = mapped(at(day, project, ODESA, SIMFEROPOL), german)
        assert "KRIM" in texts(crimea)
        assert any("Krim" in line for line in crimea.legend)

    def test_invented_places_give_a_schematic(self, day: Chronology, project: Project) -> None:
        picture = mapped(
            at(day, project, ODESA, SIMFEROPOL), replace(project, bundled_places=False)
        )
        assert {"paper", "graticule", "scale"} <= roles(picture)
        assert not {"land", "water"} & roles(picture)

    def test_what_has_no_place_is_counted_with_its_numbers(
        self, day: Chronology, project: Project, real: Project
    ) -> None:
        captions = mapped(at(day, project, ODESA), real).captions
        assert any("no place that can be marked" in caption for caption in captions)


def test_the_map_can_be_left_out(day: Chronology, project: Project) -> None:
    hidden = replace(project, map=MapSettings(show=False))
    shapes = [p.shape for p in section_of(compose(day, hidden)).pictures]
    assert "map" not in shapes


def test_each_role_has_its_look_on_paper_and_on_the_page(briefing: Briefing) -> None:
    template = (bundled() / "picture.html.j2").read_text("utf-8")
    styles = (bundled() / "pictures.css").read_text("utf-8")
    looks = set(re.findall(r'^  "([\w-]+)": \{', template, re.MULTILINE))
    roles = {
        layer.role.partition("-fade-")[0]
        for picture in section_of(briefing).pictures
        for layer in picture.layers
    }
    assert roles <= looks
    assert all(re.search(rf"\.p-{look}\b", styles) for look in looks)


def test_texts_are_measured_at_the_size_that_templates_draw() -> None:
    template = (bundled() / "picture.html.j2").read_text("utf-8")
    styles = (bundled() / "pictures.css").read_text("utf-8")
    for role, (size, _) in ROLES.items():
        line = next(x for x in template.splitlines() if x.startswith(f'  "{role}":'))
        assert f'"font-size": "{size:g}"' in line
        assert re.search(rf"\.p-{role}\b[^}}]*\{{[^}}]*font-size:{size:g}px", styles), role


def test_svg_on_the_page_is_labelled(day: Chronology, project: Project) -> None:
    page = write("html", compose(day, project), day, project).decode()
    images = re.findall(r"<svg[^>]*>\s*<title[^>]*>[^<]+</title>\s*<desc[^>]*>[^<]+</desc>", page)
    shown = re.findall(r"<svg(?![^>]*aria-hidden)[^>]*>", page)
    assert len(shown) == len(images)
    assert page.count('role="img"') == len(images)


def test_hostile_names_reach_no_picture_unescaped(day: Chronology, project: Project) -> None:
    page = write("html", compose(day, project), day, project).decode()
    inside = "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
    assert inside
    assert set(re.findall(r"<(\w+)", inside)) <= {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "rect",
        "text",
    }


def test_a_wide_letter_is_measured_as_one() -> None:
    assert text_width("Kyiv", 10) < text_width("KYIV", 10)
    assert text_width("基輔", 10) == 20
    assert text_width("é", 10) == text_width("e", 10)


class TestBars:
    """Bars of a lane never meet."""

    @given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=30))
    def test_no_two_bars_of_a_lane_meet(self, spans: list[tuple[int, int]]) -> None:
        """Every bar is placed or counted as left over, and lanes keep them apart."""
        bars = [stub_bar(n, left, left + wide) for n, (left, wide) in enumerate(spans, 1)]
        placed, over = pack(bars, 3, 0.0)
        assert len(bars) == len(placed) + len(over)
        for lane in range(3):
            row = sorted((bar.left, bar.right) for bar, where in placed if where == lane)
            assert all(a[1] <= b[0] for a, b in pairwise(row))


class Stub:
    """Stands for an event of the brief."""

    def __init__(self, number: int, interval: Interval | None = None) -> None:
        self.number, self.key = number, False
        self.event = self
        self.interval = interval
        self.lasts = False


def stub_bar(number: int, left: float, right: float) -> Bar:
    shown: Any = Stub(number)
    return Bar(shown=shown, left=left, right=right, rough=False, before=False, after=False)


def bar_of(start: datetime | None, end: datetime | None, grain: Grain = Grain.DAY) -> Bar | None:
    axis = Axis(start=NOON, end=NOON + timedelta(days=10), left=0, right=100)
    shown: Any = Stub(1, Interval(start=start, end=end, grain=grain))
    return to_bar(shown, axis, 5)


def test_a_bar_lies_where_its_event_lies() -> None:
    bar = bar_of(NOON + timedelta(days=2), NOON + timedelta(days=4))
    assert bar is not None
    assert (20, 40, False, False, False) == (
        bar.left, bar.right, bar.rough, bar.before, bar.after,
    )  # fmt: skip


def test_an_open_end_is_an_arrow_and_a_month_fades() -> None:
    since = bar_of(NOON + timedelta(days=2), None)
    assert since is not None
    assert (20, 100, True) == (since.left, since.right, since.after)
    month = bar_of(NOON - timedelta(days=5), NOON + timedelta(days=4), Grain.MONTH)
    assert month is not None
    assert (True, True) == (month.rough, month.before)


def test_what_was_due_by_a_day_stands_at_that_day() -> None:
    bar = bar_of(None, NOON + timedelta(days=4))
    assert bar is not None
    assert (30, 40, True) == (bar.left, bar.right, bar.before)


def test_what_lies_outside_has_no_bar() -> None:
    assert bar_of(NOON - timedelta(days=5), NOON - timedelta(days=4)) is None
    assert bar_of(NOON + timedelta(days=11), NOON + timedelta(days=12)) is None
