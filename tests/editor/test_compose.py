"""What every brief holds to, whatever the day."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology, Entry, Interval, Standing
from briefgen.model.briefing import (
    AheadSection,
    DisputedSection,
    EntrySection,
    Evidence,
    MatrixSection,
    NoticesSection,
    RecordSection,
    Section,
    SourcesSection,
    TextSection,
)

WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
QUOTED = {(Evidence, "quote"), (Evidence, "said")}


def find(briefing: Briefing, words: str) -> Entry:
    return next(entry for entry in briefing.entries() if words in entry.headline)


def section_of(briefing: Briefing, entry: Entry) -> Section:
    return next(s for s in briefing.sections if entry in s.entries())


def own_words(value: Any) -> Iterator[str]:
    """Every text of a briefing but quotes."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if (type(value), field.name) not in QUOTED and type(value).__name__ != "Claim":
                yield from own_words(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from own_words(item)


@pytest.fixture(params=["day", "large", "one"])
def any_day(request: pytest.FixtureRequest, invented: Any) -> Chronology:
    made = {
        "day": invented.invented_day,
        "large": invented.large_day,
        "one": invented.one_event_day,
    }
    return made[request.param]()  # type: ignore[no-any-return]


class TestInvariants:
    """Each event has one home; each line rests on a quote; each date is absolute."""

    def test_each_event_has_exactly_one_home(self, any_day: Chronology, project: Project) -> None:
        told = [entry.event for entry in compose(any_day, project).entries()]
        events = [event.id for event in (*any_day.events, *any_day.undated)]
        assert sorted(events) == sorted(told)

    def test_numbers_run_in_reading_order(self, any_day: Chronology, project: Project) -> None:
        entries = list(compose(any_day, project).entries())
        assert list(range(1, len(entries) + 1)) == [entry.number for entry in entries]
        assert [f"e{entry.number}" for entry in entries] == [entry.anchor for entry in entries]

    def test_each_entry_quotes_a_document(self, any_day: Chronology, project: Project) -> None:
        for entry in compose(any_day, project).entries():
            assert entry.evidence
            for proof in entry.evidence:
                document = any_day.documents[proof.source - 1]
                assert proof.quote == document.text[proof.start : proof.end]
                assert proof.source in entry.sources

    def test_no_weekday_outside_a_quote(self, any_day: Chronology, project: Project) -> None:
        briefing = replace(compose(any_day, project), date_label="")
        sources = [s for s in briefing.sections if not isinstance(s, SourcesSection)]
        found = own_words(replace(briefing, sections=tuple(sources)))
        assert [] == [text for text in found if WEEKDAY.search(text)]

    def test_the_same_twice(self, any_day: Chronology, project: Project) -> None:
        assert compose(any_day, project) == compose(any_day, project)

    def test_the_record_holds_every_entry_in_order(
        self, any_day: Chronology, project: Project
    ) -> None:
        briefing = compose(any_day, project)
        record = next(s for s in briefing.sections if isinstance(s, RecordSection))
        assert tuple(briefing.entries()) == record.members

    def test_the_matrix_adds_up(self, any_day: Chronology, project: Project) -> None:
        briefing = compose(any_day, project)
        matrix = next((s for s in briefing.sections if isinstance(s, MatrixSection)), None)
        placed = [
            entry
            for section in briefing.sections
            if isinstance(section, EntrySection) and section.role != "continuing"
            for entry in section.entries()
        ]
        if matrix is None:
            assert 1 == len(placed)
            return
        assert len(placed) == sum(int(row.cells[-1]) for row in matrix.rows)
        for row in matrix.rows:
            assert int(row.cells[-1]) == sum(int(cell or 0) for cell in row.cells[:-1])


HOMES = [
    ("16 drones struck", "key", None),
    ("Power was cut", "theater", "Energy"),
    ("relief column reached", "theater", "Relief and shelter"),
    ("exchange of 40 prisoners", "key", None),
    ("pilots reported", "theater", None),  # the third of its topic there gives way
    ("ferry line to the Outer Isles", "continuing", "Continuing"),
    ("signed the Tern accord", "continuing", "Background"),
    ("storage hall burned down", "continuing", "Background"),
    ("Talks are to resume", "ahead", "Scheduled and due"),
    ("grain quota must be settled", "ahead", "Scheduled and due"),
    ("publish its minutes", "ahead", "The date has passed"),
    ("pilots are to report", "ahead", "Announced, and since reported"),
    ("spokesman's words", "undated", None),
]


@pytest.mark.parametrize(("words", "role", "group"), HOMES)
def test_home(briefing: Briefing, words: str, role: str, group: str | None) -> None:
    entry = find(briefing, words)
    section = section_of(briefing, entry)
    assert role == (section.role if isinstance(section, EntrySection) else section.kind)
    if group and isinstance(section, EntrySection | AheadSection):
        titles = [g.title for g in section.groups if entry in (*g.entries, *g.earlier)]
        assert [group] == titles


STANDINGS = [
    ("16 drones struck", "two independent publishers"),
    ("sank a Marl cutter", "denied by Marl's coast guard"),
    ("exchange of 40 prisoners", "officially confirmed"),
    ("Power was cut", "one report"),
    ("A leaflet reading", "disputed"),
]


@pytest.mark.parametrize(("words", "label"), STANDINGS)
def test_standing(briefing: Briefing, words: str, label: str) -> None:
    assert label == find(briefing, words).standing_label


class TestEntries:
    def test_figures_that_disagree_stand_side_by_side(self, briefing: Briefing) -> None:
        (drones,) = find(briefing, "16 drones struck").figures
        assert [("16 drones", (1,)), ("14 drones", (2,))] == [(f.text, f.sources) for f in drones]

    def test_two_figures_of_one_report_do_not_disagree(self, briefing: Briefing) -> None:
        assert () == find(briefing, "23 lorries").figures

    def test_marks(self, briefing: Briefing) -> None:
        assert ("reported late",) == find(briefing, "relief column").marks
        assert ("not yet reported as having happened",) == find(briefing, "minutes").marks
        assert ("deadline",) == find(briefing, "grain quota").marks

    def test_what_was_scheduled_links_to_the_report_of_it(self, briefing: Briefing) -> None:
        reference = find(briefing, "pilots are to report").reference
        assert reference is not None
        assert find(briefing, "channel is clear").anchor == reference.anchor

    def test_who_denies_is_not_who_says_so(self, briefing: Briefing) -> None:
        assert find(briefing, "sank a Marl cutter").attribution is None
        assert find(briefing, "relief column").attribution == "the column's leader"

    @pytest.mark.parametrize(
        ("headline", "claimants", "told"),
        [
            ("Drones struck.", ("the navy",), "According to the navy"),
            ("Drones struck, the navy said.", ("the navy", "Kesh"), "Also according to Kesh"),
            (
                "Drones struck, the navy said.",
                ("the navy", "Kesh's navy"),
                "According to Kesh's navy",
            ),
            (
                "Drones struck, Kesh's navy said.",
                ("Kesh's navy", "Marl's navy"),
                "Also according to Marl's navy",
            ),
            ("Drones struck, the navy said.", ("the navy", "the navy"), " "),
        ],
    )
    def test_who_else_says_so(
        self,
        day: Chronology,
        project: Project,
        headline: str,
        claimants: tuple[str, ...],
        told: str,
    ) -> None:
        """The navy of the headline is Kesh's navy, and no second one; Marl's navy is one."""
        event = next(e for e in day.events if "16 drones struck" in e.headline)
        attribution = event.reports[0].attribution
        assert attribution is not None
        reports = tuple(
            replace(event.reports[0], attribution=replace(attribution, who=who))
            for who in claimants
        )
        changed = replace(
            event, headline=headline, reports=reports, standing=Standing.SINGLE_SOURCE
        )
        briefing = compose(replace(day, events=(changed,)), project)
        entry = find(briefing, headline)
        assert told == f"{entry.attribution_label} {entry.attribution or ''}"

    def test_the_record_tells_a_date_once(self, day: Chronology, project: Project) -> None:
        """What was said and what it was read as stand beside the reason, which repeats neither."""
        event = next(e for e in day.events if e.reports[0].mention and e.interval)
        report = event.reports[0]
        assert report.mention is not None
        said = report.mention.text
        report = replace(report, why=f"“{said}” → 18 Jul 2024, 10:00 UTC: the words name the date.")
        changed = replace(event, reports=(report,))
        briefing = compose(replace(day, events=(changed,)), project)
        (entry,) = (e for e in briefing.entries() if e.event == event.id)
        assert [(said, "the words name the date.")] == [(p.said, p.why) for p in entry.evidence]

    def test_when_stands_at_the_head_of_a_line(self, briefing: Briefing) -> None:
        assert find(briefing, "16 drones struck").when.startswith("Night of 5–6 Mar 2031")
        assert "by May 2031" == find(briefing, "grain quota").evidence[0].when


class TestSections:
    def test_key_developments_are_referred_to_from_their_theaters(self, briefing: Briefing) -> None:
        key = {e.number for e in briefing.sections[0].entries()}
        referred = {
            reference.number
            for section in briefing.sections
            if isinstance(section, EntrySection)
            for group in section.groups
            for reference in group.references
        }
        assert key == referred

    def test_contested_events_show_each_claim_beside_its_claimant(self, briefing: Briefing) -> None:
        disputed = next(s for s in briefing.sections if isinstance(s, DisputedSection))
        claimants = [claim.claimant for claim in disputed.disputes[0].claims]
        assert ["Kesh", "Marl's coast guard"] == claimants

    def test_theaters_without_reports_share_one_line(self, briefing: Briefing) -> None:
        (quiet,) = [s for s in briefing.sections if isinstance(s, TextSection)]
        assert "Salt Coast · Outer Isles." == quiet.note

    def test_theaters_in_configured_order(self, large: Chronology, project: Project) -> None:
        titles = [s.title for s in compose(large, project).sections]
        names = [theater.name for theater in project.theaters]
        assert names == [title for title in titles if title in names]

    def test_every_notice_is_told(self, briefing: Briefing) -> None:
        notices = next(s for s in briefing.sections if isinstance(s, NoticesSection)).notices
        assert [((4,), ()), ((), ("pictures/map.png",))] == [(n.numbers, n.paths) for n in notices]

    def test_a_day_of_nothing_says_so(self, day: Chronology, project: Project) -> None:
        empty = compose(replace(day, documents=(), events=(), undated=(), notices=()), project)
        assert () == tuple(empty.entries())
        assert ("Nothing was read that tells of an event.",) == empty.bottom_line
        assert all(section.note for section in empty.sections if section.kind != "record")

    def test_a_quiet_day_says_so_before_it_tells_of_others(
        self, day: Chronology, project: Project
    ) -> None:
        late = timedelta(days=4)
        quiet = compose(replace(day, date=day.date + late, cutoff=day.cutoff + late), project)
        assert "No event of the period is reported." == quiet.bottom_line[0]
        assert 2 <= len(quiet.bottom_line) <= 3

    def test_bottom_line_says_what_is_contested(self, briefing: Briefing) -> None:
        assert len(briefing.bottom_line) <= 3
        assert briefing.bottom_line[0].endswith("(denied by Marl's coast guard).")


class TestKeyDevelopments:
    def test_at_most_what_the_project_allows(self, large: Chronology, project: Project) -> None:
        briefing = compose(large, replace(project, key_developments=5))
        assert 5 == len(briefing.sections[0].entries())

    def test_not_all_of_a_small_day_is_key(self, briefing: Briefing) -> None:
        assert 4 == len(briefing.sections[0].entries())

    def test_a_second_publisher_raises_an_event(self, day: Chronology, project: Project) -> None:
        plain = replace(project, theaters=(), topics=())
        best = compose(day, plain).sections[0].entries()[0]
        assert 2 == len(best.sources)

    def test_documents_of_one_file_without_publisher_are_one(
        self, day: Chronology, project: Project
    ) -> None:
        raid = next(e for e in day.events if "16 drones" in e.headline)
        nameless = tuple(
            replace(d, source=replace(d.source, publisher=None)) for d in day.documents
        )
        event = replace(raid, standing=Standing.SINGLE_SOURCE)
        briefing = compose(replace(day, documents=nameless, events=(event,), undated=()), project)
        assert "two reports, one publisher" == next(iter(briefing.entries())).standing_label

    def test_the_score_says_what_it_is_made_of(self, briefing: Briefing) -> None:
        score = find(briefing, "16 drones struck").score
        assert score is not None
        assert "2 independent publishers" in score
        assert "topic weight 1.3" in score


class TestEdges:
    def test_an_event_without_a_quote_is_a_notice(self, day: Chronology, project: Project) -> None:
        event = next(e for e in day.events if e.headline.startswith("Power was cut"))
        moved = replace(event, reports=(replace(event.reports[0], start=0, end=5),))
        briefing = compose(replace(day, events=(moved,), undated=(), notices=()), project)
        notices = next(s for s in briefing.sections if isinstance(s, NoticesSection)).notices
        assert () == tuple(briefing.entries())
        assert [f"event {event.id} is not told: no report of it quotes its document"] == [
            notice.message for notice in notices
        ]

    def test_after_the_cut_off_is_not_key(self, day: Chronology, project: Project) -> None:
        event = next(e for e in day.events if e.headline.startswith("Power was cut"))
        start = day.cutoff + timedelta(hours=1)
        later = Interval(start=start, end=start + timedelta(hours=1))
        report = replace(event.reports[0], interval=later)
        moved = replace(event, interval=later, reports=(report,))
        briefing = compose(replace(day, events=(moved,), undated=()), project)
        assert () == briefing.sections[0].entries()
        assert 1 == len(tuple(briefing.entries()))

    def test_a_long_headline_is_shortened_only_where_it_is_a_reference(
        self, briefing: Briefing
    ) -> None:
        entry = find(briefing, "harbour bridge")
        assert len(entry.headline) > 380
        reference = next(
            reference
            for section in briefing.sections
            if isinstance(section, EntrySection)
            for group in section.groups
            for reference in group.references
            if reference.number == entry.number
        )
        assert len(reference.headline) <= 111
        assert reference.headline.endswith("…")

    def test_an_epoch_counts_days_from_one(self, day: Chronology, project: Project) -> None:
        assert "Day 65" == compose(day, project).day_count
        assert compose(day, replace(project, epoch=None)).day_count is None
