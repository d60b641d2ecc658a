"""cues/aspects.*.toml: its examples are two happenings by their respect, its never are not."""

from datetime import UTC, date

import pytest

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.aspects import other_kind
from briefgen.events.merging.contrasts import incompatible
from briefgen.events.merging.features import Features, features_of
from briefgen.knowledge.aspects import load_aspects
from briefgen.knowledge.cues import languages
from briefgen.model import DateBasis, Report, Status, civil_day

ASPECTS = [(code, aspect) for code in languages("aspects") for aspect in load_aspects(code)]
EXAMPLES = [(code, a.name, *pair) for code, a in ASPECTS for pair in a.examples]
NEVER = [(code, a.name, *pair) for code, a in ASPECTS for pair in a.never]


def features(quote: str, code: str) -> Features:
    report = Report(
        document=quote,
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2031, 6, 10), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )
    return features_of(report, load_statements(code))


def differ(code: str, one: str, other: str) -> str | None:
    left, right = features(one, code), features(other, code)
    return other_kind((left.kinds, left.families), (right.kinds, right.families), code)


@pytest.mark.parametrize(("code", "respect", "one", "other"), EXAMPLES)
def test_examples_differ_in_their_respect(code: str, respect: str, one: str, other: str) -> None:
    assert f"they differ in {respect} (" in (differ(code, one, other) or "")
    assert differ(code, one, other) == differ(code, other, one)
    assert incompatible(features(one, code), features(other, code)) is not None


@pytest.mark.parametrize(("code", "respect", "one", "other"), NEVER)
def test_never_differ_in_it(code: str, respect: str, one: str, other: str) -> None:
    assert f"they differ in {respect} (" not in (differ(code, one, other) or "")


def test_a_phrase_counts_for_the_words_in_it() -> None:
    told = features("A woman was stabbed at the bus stop after a car bomb went off.", "en")
    assert frozenset({"blade", "bombing"}) == told.kinds["means"]


def test_a_language_without_a_table_tells_no_respect() -> None:
    assert () == load_aspects("xx")
    assert other_kind(({}, frozenset()), ({}, frozenset()), "xx") is None
