"""Sentences of news in each language but English: everything in them, and nothing else.

A table ``tests/cases/temporal_CODE.toml`` holds the sentences of the language CODE, told on one
day, Thursday 18 July 2024.
"""

import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.model import civil_day, to_edtf
from briefgen.temporal import tag

FOLDER = Path(__file__).parent.parent / "cases"
DAY = civil_day(date(2024, 7, 18), UTC)


def told(code: str) -> list[dict[str, Any]]:
    """The sentences of a language; none where it has no table."""
    path = FOLDER / f"temporal_{code}.toml"
    if not path.is_file():
        return []
    cases: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return cases


SENTENCES = [(code, case) for code in LANGUAGES for case in told(code)]


@pytest.mark.parametrize(
    ("code", "case"), SENTENCES, ids=[f"{code}: {case['text'][:60]}" for code, case in SENTENCES]
)
def test_everything_in_a_sentence_is_found(code: str, case: dict[str, Any]) -> None:
    mentions = tag(case["text"], published=DAY, locale=load_locale(code), zone=UTC)

    wanted = [entry.partition(" = ") for entry in case["found"]]
    assert [text for text, _, _ in wanted] == [mention.text for mention in mentions]
    for (_, _, meaning), mention in zip(wanted, mentions, strict=True):
        value, _, edtf = meaning.partition(" ")
        assert value == mention.value, mention.why
        if edtf:
            assert mention.interval is not None
            assert edtf == to_edtf(mention.interval)
