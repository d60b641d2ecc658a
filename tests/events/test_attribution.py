"""Who says what a report tells, how, and for whom, as a table of cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefgen import pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.model import from_edtf
from briefgen.temporal.tag import document_of

TABLE = Path(__file__).parent.parent / "cases" / "attribution.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
PROJECT = load_project(None)
AROUND = surroundings(PROJECT, load_gazetteer(PROJECT))
PUBLISHED = from_edtf("2026-04-16", PROJECT.zone)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_case(case: dict[str, Any]) -> None:
    document = document_of(case["text"], published=PUBLISHED, locale=load_locale("en"))
    mentions, _ = pipeline.tag(document, PROJECT)
    told = gather(document, mentions, AROUND)
    report = next(r for r in told if case["told"].lower() in r.quote.lower())
    said = report.attribution
    assert case["who"] == (said.who if said else "")
    if said is not None:
        assert case["verb"] == said.verb
        assert case.get("denies", False) == said.denies
        assert case.get("party", said.party) == said.party
        assert case.get("through") == said.through
