"""One name, one day, one deed: what binds two tellings in words of their own."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, features_of
from briefgen.events.merging.leads import NOWHERE, around_of
from briefgen.events.merging.likeness import compare, figures_of
from briefgen.events.merging.situations import one_situation, rare_names
from briefgen.knowledge.everyday import everyday
from briefgen.knowledge.locale import load_locale
from briefgen.model import DateBasis, Report, Status, civil_day
from briefgen.temporal.tag import document_of

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def told(quote: str, day: int = 18, published: int = 19, about: str = "") -> Features:
    report = Report(
        document="a",
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2031, 6, day), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )
    page = document_of(about, published=None, locale=load_locale("en"))
    around = around_of(page, LEXICON) if about else NOWHERE
    return features_of(report, LEXICON, civil_day(date(2031, 6, published), UTC), around)


def same(one: Features, other: Features) -> bool:
    """Whether two tell one happening, all their words weighed alike."""
    return compare(one, other, dict.fromkeys(one.stems | other.stems, 1.0) | {one.date: 1.0}).same


FERRY = "The ferry Halla capsized off Orlund, and nine passengers drowned."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, "Near Orlund the Halla sank; bodies of passengers washed up."),
        (
            "A court in Brenn jailed the banker Ulla Stromm for seven years for fraud.",
            "Seven years in prison: judges put away Stromm, who cheated savers of Brenn.",
        ),
        (
            "Raiders on mules stormed the village of Upper Dorn, killing 15 peasants.",
            "Fifteen farmers were killed when armed men on mules stormed Upper Dorn.",
        ),
        (
            "A blast at a paint factory in Brimi, northern Aven, killed eight workers.",
            "Eight labourers were killed in an explosion at a paint plant in Brimi.",
        ),
    ],
)
def test_one_situation(one: str, other: str) -> None:
    assert one_situation(told(one), told(other), DEEDS) is not None
    assert one_situation(told(other), told(one), DEEDS) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FERRY, "A surfer drowned off Orlund.", id="few bonds"),
        pytest.param(FERRY, "The Halla was named after a lake near Orlund.", id="another deed"),
        pytest.param(
            "A court in Brenn jailed the banker Ulla Stromm for seven years.",
            "A court in Brenn jailed the lawyer Piet Vandal for seven years.",
            id="another person",
        ),
        pytest.param(
            "Troops of general Orsk took the mill at Upper Dorn.",
            "Troops of general Orsk lost the mill at Upper Dorn.",
            id="contrary deeds",
        ),
        pytest.param(
            FERRY, "The Halla sank off Orlund, and 31 passengers drowned.", id="another count"
        ),
        pytest.param(
            "Raiders struck the village of Upper Dorn in Ormsund province, killing 15 peasants.",
            "Fifteen herdsmen were killed by raiders in Lommer, Ormsund, elders said.",
            id="two villages of a province",
        ),
        pytest.param(
            "A mudslide buried a street in the Orlund district of Nepal, killing nine.",
            "Nine passengers drowned in Orlund district, Nepal, when rain washed a bus away.",
            id="only the district, the deaths and how many",
        ),
        pytest.param(
            "The novelist Ulla Stromm won the first prize at the Lommer book fair.",
            "At the fair of Lommer a prize for his debut was won by Piet Stromm.",
            id="two of one family name",
        ),
    ],
)
def test_another_situation(one: str, other: str) -> None:
    assert one_situation(told(one), told(other), DEEDS) is None


def test_a_toll_may_rise_from_day_to_day_and_does_not_fall() -> None:
    more = "The Halla sank off Orlund, and 31 passengers drowned."
    assert one_situation(told(FERRY), told(more, published=20), DEEDS) is not None
    assert one_situation(told(FERRY, published=20), told(more), DEEDS) is None


def test_a_lent_day_needs_more_than_the_same_main_deed() -> None:
    one = told("A court in Brenn fined the owner of a tug.")
    other = told("For fouling its harbour Brenn has fined another owner.")
    lent = replace(other, report=replace(other.report, basis=DateBasis.INHERITED))
    assert one_situation(one, other, DEEDS) is not None
    assert one_situation(one, lent, DEEDS) is None


def test_names_in_the_lines_about_a_report_are_names_of_it() -> None:
    one = told("Health secretary Ulla Stromm resigned over 40 million krones gone from Lommer.")
    text = "The health chief stepped down over the 40 million krones."
    title = "Stromm quits over Lommer money.\n\n"
    assert one_situation(one, told(text), DEEDS) is None
    assert one_situation(one, told(text, about=title + text), DEEDS) is not None
    rival = "Stromm smiles as Vandal quits over Lommer money.\n\n"
    hers = told("Ulla Stromm took her health bill to the vote in Lommer.")
    assert one_situation(hers, told(text, about=rival + text), DEEDS) is None


def test_another_day_is_another_situation() -> None:
    again = told(FERRY, day=17)
    assert one_situation(told(FERRY), again, DEEDS) is None
    undated = replace(again, report=replace(again.report, interval=None))
    assert one_situation(told(FERRY), undated, DEEDS) is None


def test_states_and_everyday_words_are_no_rare_names() -> None:
    one = told("The health minister of Poland met Orlund in Washington.")
    assert ["orlund"] == rare_names(one, one, DEEDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Aven shot down 62 Sorrandi drones over Upper Dorn.",
            "Sorrand shot down 62 Avenese drones over Upper Dorn.",
            id="whose drones",
        ),
        pytest.param(
            "Poland's rail watchdog fined Fenwick 98 million euros.",
            "Poland's water watchdog fined Ostrava 98 million euros.",
            id="a state is no rare name",
        ),
    ],
)
def test_as_many_of_another(one: str, other: str) -> None:
    assert not same(told(one), told(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Poland's navy said it sank 38 Belarusian sea drones.",
            "Poland claims to have sunk 38 Belarusian sea drones bound for Gotland.",
            id="a place beside",
        ),
        pytest.param(
            "Ulla Stromm also said that 410,000 Poles were hurt or killed, some from Asia.",
            "Stromm's figure of 410,000 Poles killed or hurt tells what it cost.",
            id="who says so",
        ),
    ],
)
def test_a_figure_that_is_no_chance_needs_no_other_name_than_a_state(one: str, other: str) -> None:
    assert same(told(one), told(other))


def test_two_figures_are_no_chance_though_their_nouns_differ() -> None:
    left = told("A storm tore the roofs off 187 cottages and 129 barns in Orlund.")
    right = told("In Orlund the storm tore the roofs off 187 dwellings and 129 sheds.")
    one_of_them = told("In Orlund the storm felled 187 poplars.")
    assert figures_of(left, right, DEEDS, 1).agree
    assert not figures_of(left, right, DEEDS, 1).apart
    assert figures_of(left, one_of_them, DEEDS, 1).alike


def test_what_sets_two_texts_apart_still_does() -> None:
    one = told("Vandals smashed the windows of the synagogue in Upper Dorn at noon.")
    other = told("Vandals smashed the windows of the mosque in Upper Dorn at noon.")
    assert not same(one, other)


def test_everyday_words_are_in_lower_case_and_only_of_languages_that_have_a_list() -> None:
    words = everyday("en")
    assert {"health", "washington"} <= words
    assert all(word == word.lower() for word in words)
    assert frozenset() == everyday("xx")
