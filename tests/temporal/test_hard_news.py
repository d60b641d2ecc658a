"""The hard list: short texts of war and politics, as corpora would write what is in them."""

import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.knowledge.milestones import load_milestones
from briefgen.model import civil_day
from briefgen.temporal import tag, timexes

EN = load_locale("en")
WORLD = load_milestones(["world"])
FOLDER = Path(__file__).parent.parent / "cases"
CASES = [
    case
    for name in ("hard_news.toml", "hard_news_fresh.toml")
    for case in tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "open" in case:
        request.applymarker(pytest.mark.xfail(reason=case["open"], strict=True))
    published = civil_day(date.fromisoformat(case["date"]), UTC)
    mentions = tag(case["text"], published=published, locale=EN, zone=UTC, milestones=WORLD)
    found = [f"{told['text']} = {told['value']}" for told in timexes(mentions)]
    assert case["found"] == found, [mention.why for mention in mentions]
