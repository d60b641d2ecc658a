"""What is gathered from short articles, as a table of cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefgen import pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.model import Basis, Dating, from_edtf, to_edtf
from briefgen.readers import ReadOptions, text_document

TABLE = Path(__file__).parent.parent / "cases" / "events.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
PROJECT = load_project(None)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_case(case: dict[str, Any]) -> None:
    published = None
    if case["published"]:
        day = from_edtf(case["published"], PROJECT.zone)
        published = Dating(interval=day, basis=Basis.OPTION, why="given")
    document = text_document(case["text"], ReadOptions(zone=PROJECT.zone, published=published))
    mentions, _ = pipeline.tag(document, PROJECT)
    reports = gather(document, mentions, surroundings(PROJECT, load_gazetteer(PROJECT)))
    told = [(r.quote, r.why) for r in reports]
    assert len(case["reports"]) == len(reports), told
    for expected, report in zip(case["reports"], reports, strict=True):
        assert expected["told"] in report.quote
        if "edtf" in expected:
            when = to_edtf(report.interval) if report.interval else ""
            assert expected["edtf"] == when, report.why
        if "mentions" in expected:
            assert expected["mentions"] == [m.text for m in report.mentions]
        if "who" in expected:
            assert report.attribution is not None
            assert expected["who"] == report.attribution.who
        if "status" in expected:
            assert expected["status"] == report.status
        if "tie" in expected:
            assert expected["tie"] == report.tie, report.why
        if "subject" in expected:
            assert expected["subject"] == report.subject
