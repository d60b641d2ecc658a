"""Merging: laws, and pairs that must and must not be one happening."""

from dataclasses import replace
from datetime import UTC, date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.merge import Group, event_id, merge
from briefgen.model import (
    Attribution,
    DateBasis,
    Document,
    Place,
    Precision,
    Report,
    Source,
    Status,
    civil_day,
)

LEXICON = load_statements("en")
ORM = Place(name="Orm", admin1="Odrin", country="XA", precision=Precision.TOWN)
LUND = Place(name="Lund", admin1="Odrin", country="XA", precision=Precision.TOWN)
ODRIN = Place(name="Odrin", admin1="Odrin", country="XA", precision=Precision.REGION)


def document(number: int, publisher: str = "Gazette") -> Document:
    source = Source(path=f"{number:02}.txt", format="text", digest="", publisher=publisher)
    return Document(
        id=f"{number:012}", title="", text="", blocks=(), sentences=(), language="en", source=source
    )


DOCUMENTS = {d.id: d for d in (document(n) for n in range(8))}


def report(
    quote: str,
    day: int = 18,
    *,
    number: int = 0,
    places: tuple[Place, ...] = (),
    status: Status = Status.OCCURRED,
) -> Report:
    return Report(
        document=f"{number:012}",
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2024, 7, day), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=status,
        places=places,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )


def groups_of(*reports: Report) -> list[set[str]]:
    return [{r.quote for r in g.reports} for g in merge(reports, DOCUMENTS, LEXICON)]


DRONES = "The coast guard shot down 16 drones and two missiles over Orm."
ALSO_DRONES = "Sixteen drones and two missiles were shot down over Orm by the coast guard."
OTHERS = (
    "A court sentenced three smugglers in Velhaven.",
    "The ferry resumed service between the islands.",
    "Ministers signed an accord on fisheries.",
)


def test_one_happening_told_twice_is_one() -> None:
    told = (report(DRONES), report(ALSO_DRONES, number=1), *(report(o, number=2) for o in OTHERS))
    assert {DRONES, ALSO_DRONES} in groups_of(*told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report(DRONES), report(DRONES, day=21, number=1)),
        (report("33 drones were destroyed."), report("13 drones were destroyed.", number=1)),
        (
            report("Shelling damaged nine houses.", places=(ORM,)),
            report("Shelling damaged nine houses.", number=1, places=(LUND,)),
        ),
        (
            report("The ferry resumed service."),
            report("The ferry will resume service.", number=1, status=Status.SCHEDULED),
        ),
        (
            report("A drone was shot down over Orm, said the navy.", places=(ORM,)),
            report("The 12th convoy left Orm, said the navy.", number=1, places=(ORM,)),
        ),
    ],
    ids=["another day", "another count", "another place", "a plan and its deed", "another thing"],
)
def test_like_but_different_happenings_stay_apart(one: Report, other: Report) -> None:
    fillers = [report(o, number=2) for o in OTHERS]
    assert all(
        not {one.document, other.document} <= {r.document for r in g.reports}
        for g in merge([one, other, *fillers], DOCUMENTS, LEXICON)
    )


def test_a_town_and_its_region_may_be_one_place() -> None:
    one = report(DRONES, places=(ORM,))
    other = report(ALSO_DRONES, number=1, places=(ODRIN,))
    fillers = [report(o, number=2) for o in OTHERS]
    assert {DRONES, ALSO_DRONES} in groups_of(one, other, *fillers)


QUOTES = st.sampled_from([DRONES, ALSO_DRONES, *OTHERS, "33 drones were destroyed over Orm."])
REPORTS = st.lists(
    st.builds(
        lambda quote, day, number: report(quote, day, number=number),
        QUOTES,
        st.integers(17, 19),
        st.integers(0, 7),
    ),
    max_size=7,
    unique_by=lambda r: (r.document, r.quote, r.interval),
)


def members(groups: tuple[Group, ...]) -> set[frozenset[tuple[str, str, str]]]:
    return {frozenset((r.document, r.quote, str(r.interval)) for r in g.reports) for g in groups}


class TestLaws:
    """The order of the reports does not matter; every report is in exactly one group."""

    @given(REPORTS, st.randoms(use_true_random=False))
    def test_permutation(self, reports: list[Report], random: Random) -> None:
        shuffled = list(reports)
        random.shuffle(shuffled)
        once, again = (merge(r, DOCUMENTS, LEXICON) for r in (reports, shuffled))
        assert members(once) == members(again)

    @given(REPORTS)
    def test_partition(self, reports: list[Report]) -> None:
        merged = [r for g in merge(reports, DOCUMENTS, LEXICON) for r in g.reports]
        assert len(reports) == len(merged)
        assert set(map(id, reports)) == set(map(id, merged))

    @given(REPORTS)
    def test_merging_a_group_again_keeps_it(self, reports: list[Report]) -> None:
        groups = merge(reports, DOCUMENTS, LEXICON)
        again = merge([r for g in groups for r in g.reports], DOCUMENTS, LEXICON)
        assert members(groups) == members(again)


def told(quote: str, who: str, start: int, *, denies: bool = False) -> Report:
    attribution = Attribution(who=who, verb="say", said="said", denies=denies)
    return replace(report(quote, number=1), attribution=attribution, start=start, end=start + 60)


def test_a_denial_joins_the_claim_right_before_it_about_the_same_thing() -> None:
    claim = told("Aven said it shot down a drone over Orm.", "Aven", 0)
    denial = told("Sorr denied that its drone was shot down.", "Sorr", 61, denies=True)
    other = told("Sorr denied that a ferry was damaged in port.", "Sorr", 61, denies=True)
    fillers = [report(o, number=2) for o in OTHERS]
    assert {claim.quote, denial.quote} in groups_of(claim, denial, *fillers)
    assert {claim.quote} in groups_of(claim, other, *fillers)


def test_an_id_is_of_the_content() -> None:
    assert event_id(report(DRONES)) == event_id(report(DRONES, number=3))
    assert event_id(report(DRONES)) != event_id(report(DRONES, day=19))
