"""What sets two much alike texts apart, and what does not: tables of pairs."""

from datetime import UTC, date

import pytest

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.contrasts import comparable, contrasting, incompatible, other_deed
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, features_of
from briefgen.events.merging.rivals import other_doer, other_names, shared_names
from briefgen.model import DateBasis, Report, Status, civil_day

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def features(quote: str, status: Status = Status.OCCURRED, day: int = 18) -> Features:
    report = Report(
        document="a",
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2024, 7, day), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=status,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )
    return features_of(report, LEXICON)


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        (
            "The mayor of Orm resigned.",
            "The mayor of Lund resigned.",
            "orm lund",
        ),
        (
            "Police in Orm held Ada Lund.",
            "Police in Orm held Uma Sund.",
            "ada sund",
        ),
        ("The mayor of Orm resigned.", "The mayor resigned.", None),
        ("The Avenese navy sank.", "The navy of Aven sank.", None),
    ],
)
def test_other_names(one: str, other: str, named: str | None) -> None:
    found = other_names(features(one), features(other), DEEDS) or ""
    assert all(name in found for name in (named or "").split())
    assert (named is None) == (not found)
    assert (named is None) == (other_names(features(other), features(one), DEEDS) is None)


def test_shared_names_are_counted() -> None:
    one, other = features("Police in Orm held Ada Lund."), features("In Orm, Ada Lund was held.")
    assert 3 == shared_names(one, other, DEEDS)
    assert 0 == shared_names(one, features("A dam burst."), DEEDS)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The council rejected the plan.", "The council approved the plan.", True),
        ("The airline bought ten jets.", "The airline grounded ten jets.", True),
        ("Soldiers arrested the envoy.", "The envoy was detained by soldiers.", False),
        ("A blaze gutted the mill.", "The mill was destroyed by fire.", False),
        ("The firm bought a rival.", "The firm acquired a rival.", False),
        ("Rovers won the cup.", "Rovers lifted the cup after they beat Orm.", False),
        ("Two guards were kidnapped in Orm.", "Two guards held in Orm were handed over.", True),
        ("A dealer was arrested in Orm.", "The dealer held in Orm was sentenced.", True),
        ("The envoys shook hands on a pact.", "The envoys put their names to a pact.", False),
    ],
)
def test_other_deed(one: str, other: str, *, apart: bool) -> None:
    assert apart == (other_deed(features(one), features(other), DEEDS) is not None)
    assert apart == (other_deed(features(other), features(one), DEEDS) is not None)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "The union of nurses rejected the offer of the state.",
            "The union of pilots rejected the offer of the state.",
            True,
        ),
        (
            "Inspectors recalled jars of baby food in the south.",
            "Inspectors recalled boxes of painkillers in the south.",
            True,
        ),
        ("Two ships left the old port at dawn.", "Three ships left the old port at dawn.", False),
        ("The truck hit a wall near the school.", "The lorry hit a wall near the school.", False),
        ("A dam burst.", "Voters chose a new mayor in the town.", False),
    ],
)
def test_another_word_in_the_same_place(one: str, other: str, *, apart: bool) -> None:
    assert apart == (contrasting(features(one), features(other), DEEDS) is not None)
    assert apart == (contrasting(features(other), features(one), DEEDS) is not None)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("A man drowned in the lake.", "Nine people died on the lake.", "of one man"),
        ("A drone fell over the dam.", "Eleven drones fell over the dam.", "of one drone"),
        ("A drone and a rocket fell.", "Eleven drones fell.", None),
        ("A drone fell.", "Drones fell.", None),
        ("A woman was among nine people killed.", "Nine people died.", None),
        ("A rebel leader spoke.", "Nine rebels died.", None),
        ("Rebels tried to storm the fort in vain.", "Rebels stormed the fort.", "was tried"),
        ("The army killed rebels at Orm.", "Soldiers were killed by rebels at Orm.", "done to"),
        ("Lund beat Orm on Sunday.", "Orm beat Lund on Sunday.", "done to"),
        ("Lund beat Orm on Sunday.", "Orm lost to Lund on Sunday.", None),
        ("The king met the sultan.", "The sultan met the king.", None),
        ("Rebels killed two guards.", "Two guards were killed by rebels.", None),
        ("Fire burned the barn.", "The barn burned.", None),
    ],
)
def test_what_rules_out_one_event(one: str, other: str, why: str | None) -> None:
    found = incompatible(features(one), features(other))
    assert (why is None) == (found is None)
    assert (why or "") in (found or "")
    assert (why is None) == (incompatible(features(other), features(one)) is None)


def test_a_plan_is_not_its_deed_and_a_day_not_another() -> None:
    done, plan = features("A dam burst."), features("A dam burst.", Status.SCHEDULED)
    assert "one is planned, the other told as done" == incompatible(done, plan)
    assert "their dates differ" == incompatible(done, features("A dam burst.", day=21))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("boat", "boat", True),
        ("person", "passenger", True),
        ("demonstrator", "resident", True),
        ("demonstrator", "officer", False),
        ("boat", "person", False),
    ],
)
def test_units_that_may_count_the_same(one: str, other: str, *, same: bool) -> None:
    assert same == comparable(one, other, DEEDS)
    assert same == comparable(other, one, DEEDS)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "The coast guard foiled a hijacking off Orm and arrested 23 men.",
            "The coast guard arrested 23 men off Orm.",
            False,
        ),
        (
            "Nobody was injured in the fire, which destroyed the mill at Orm.",
            "A fire destroyed the mill at Orm.",
            False,
        ),
        (
            "The coast guard foiled an attempt to seize the tanker off Orm.",
            "Raiders seized the tanker off Orm.",
            True,
        ),
        ("Nobody was injured in the fire at Orm.", "Six were injured in the fire at Orm.", True),
        ("Guards did not arrest the skipper.", "Guards arrested the skipper.", True),
    ],
)
def test_what_was_prevented_is_not_what_was_done(one: str, other: str, apart: bool) -> None:
    for a, b in ((one, other), (other, one)):
        told = incompatible(features(a), features(b)) or ""
        assert apart == ("prevented" in told)


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("Aldair shelled the port of Orm.", "The Vesk army shelled the port of Orm.", "aldair"),
        ("Aldair shelled the port of Orm.", "The port of Orm was shelled.", None),
        ("Aldair met the king in Orm.", "Vesk met the king in Orm.", None),
        ("Russia recalled its envoy.", "Moscow recalled its envoy.", None),
    ],
)
def test_who_did_it_sets_two_apart(one: str, other: str, named: str | None) -> None:
    found = other_doer(features(one), features(other), DEEDS)
    assert (named or "") in (found or "")
    assert (named is None) == (found is None)
    assert (named is None) == (other_doer(features(other), features(one), DEEDS) is None)
