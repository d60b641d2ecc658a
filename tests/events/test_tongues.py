"""Statements in every language that has words for them: examples beside the words, tables of cases.

``[[example]]`` and ``never`` of locales/statements.CODE.toml, and tests/cases/statements_CODE.toml.
"""

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefgen import pipeline
from briefgen.events import STATED_IN, gather, surroundings
from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import FOLDER, load_statements
from briefgen.events.language.words import read_wording
from briefgen.events.sentences.telling import told_tense
from briefgen.events.speech.sayings import find_saying
from briefgen.knowledge import load_project
from briefgen.knowledge.cues import load_numbers
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.model import Basis, Chronology, Dating, Quantity, Report, from_edtf, to_edtf
from briefgen.readers import ReadOptions, read, text_document

PROJECT = load_project(None)
CASES = Path(__file__).parent.parent / "cases"
DAY = "2031-03-13"
"""A Thursday."""


def table(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"statements.{language}.toml").read_text("utf-8"))


def told(one: Quantity) -> str:
    value = f"{one.value:.10g}" + (f"..{one.upper:.10g}" if one.upper else "")
    return " ".join(part for part in (value, one.unit, one.mod, one.scope) if part)


@cache
def reports_of(text: str, language: str) -> tuple[Report, ...]:
    day = Dating(interval=from_edtf(DAY, PROJECT.zone), basis=Basis.OPTION, why="given")
    document = text_document(text, ReadOptions(zone=PROJECT.zone, published=day))
    document = replace(document, language=language)
    mentions, _ = pipeline.tag(document, PROJECT)
    return gather(document, mentions, surroundings(PROJECT, load_gazetteer(PROJECT)))


EXAMPLES = [(code, one) for code in STATED_IN for one in table(code).get("example", ())]
NEVER = [(code, text) for code in STATED_IN for text in table(code).get("never", ())]


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=lambda o: str(o)[:40])
def test_example_beside_the_words(language: str, example: dict[str, Any]) -> None:
    lexicon, text = load_statements(language), example["text"]
    wording = read_wording(text, 0, len(text), elisions=lexicon.elisions)
    saying = find_saying(wording, lexicon)
    assert example.get("who", "") == (text[slice(*saying.who)] if saying else "")
    assert example.get("verb", "") == (saying.verb if saying else "")
    assert example["tense"] == told_tense(wording, saying, lexicon).value
    if "figures" in example:
        found = find_quantities(text, language=language)
        assert example["figures"] == [told(one.quantity) for one in found]


@pytest.mark.parametrize(("language", "text"), NEVER, ids=lambda o: str(o)[:40])
def test_talk_is_no_event(language: str, text: str) -> None:
    assert [] == [report.quote for report in reports_of(text, language)]


TABLES = sorted(CASES.glob("statements_*.toml"))
ROWS = [
    (path.stem.removeprefix("statements_"), case)
    for path in TABLES
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


@pytest.mark.parametrize(("language", "case"), ROWS, ids=lambda o: str(o)[:60])
def test_case(language: str, case: dict[str, Any]) -> None:
    reports = reports_of(case["text"], language)
    if case.get("event") is False:
        assert [] == [report.quote for report in reports]
        return
    assert case.get("reports", 1) == len(reports), [report.quote for report in reports]
    report = reports[0]
    said = report.attribution
    assert case.get("who", "") == (said.who if said else "")
    assert case.get("verb", "") == (said.verb if said else "")
    assert case.get("status", "occurred") == report.status.value, report.why
    if "edtf" in case:
        assert case["edtf"] == (to_edtf(report.interval) if report.interval else ""), report.why
    if "figures" in case:
        assert case["figures"] == [told(one) for one in report.quantities]
    if "party" in case:
        assert said is not None
        assert case["party"] == said.party
    if "topic" in case:
        assert case["topic"] in report.topics


@pytest.mark.parametrize("language", STATED_IN)
def test_base_forms_are_those_of_every_language(language: str) -> None:
    assert set(load_statements(language).verbs.values()) <= set(
        load_statements("en").verbs.values()
    )


def test_what_is_counted_has_one_name_in_all_languages() -> None:
    """A unit that two languages list is one that English has, or a word of its own table."""
    english = load_numbers("en")
    known = {*english.plurals.values(), *english.units.values(), *english.currencies.values()}
    for language in STATED_IN:
        words = load_numbers(language)
        units = {*words.units.values(), *words.plurals.values(), *words.currencies.values()}
        plain = {unit for unit in units - known if not unit.isascii() or " " in unit}
        assert set() == plain, language


def chronology_of(folder: Path, texts: dict[str, str]) -> Chronology:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    day = Dating(interval=from_edtf(DAY, PROJECT.zone), basis=Basis.OPTION, why="given")
    reading = read([folder], ReadOptions(zone=PROJECT.zone, published=day))
    return pipeline.chronicle(reading, PROJECT, date.fromisoformat(DAY))


TOLD = {
    "en": "Air defences shot down 16 drones over Poltava on Wednesday, and nobody was hurt there.",
    "uk": "У середу над Полтавою збили 16 ударних безпілотників, ніхто з мешканців не постраждав.",
}


def test_one_happening_told_in_two_languages_is_one(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path, {code: TOLD[code] for code in ("en", "uk")})
    (event,) = [e for e in chronology.events if any(r.quantities for r in e.reports)]
    assert {"en", "uk"} == {
        d.language for d in chronology.documents if d.id in {r.document for r in event.reports}
    }
    assert "told in two languages" in event.why


@pytest.mark.parametrize(
    "other",
    [
        "У середу над Полтавою збили 14 ударних безпілотників, ніхто з мешканців не постраждав.",
        "У вівторок над Полтавою збили 16 ударних безпілотників, ніхто не постраждав.",
        "У середу над Одесою збили 16 ударних безпілотників, ніхто з мешканців не постраждав.",
    ],
    ids=["another figure", "another day", "another place"],
)
def test_like_happenings_in_two_languages_stay_apart(tmp_path: Path, other: str) -> None:
    chronology = chronology_of(tmp_path, {"en": TOLD["en"], "uk": other})
    assert all(len({r.document for r in e.reports}) == 1 for e in chronology.events)


def test_a_headline_keeps_its_language_with_the_date_beside_it(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path, {"uk": TOLD["uk"]})
    assert (
        "У середу [12 Mar 2031] над Полтавою збили 16 ударних безпілотників, "
        "ніхто з мешканців не постраждав."
    ) == chronology.events[0].headline
