"""Where sentences end, in hard cases; the table is data, one file a language."""

import tomllib
from pathlib import Path

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.temporal import split_sentences

CASES = {
    path.stem.removeprefix("sentences_"): tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    for path in sorted((Path(__file__).parents[1] / "cases").glob("sentences_*.toml"))
}
MARK = " | "


@pytest.mark.parametrize(
    ("language", "case"), [(code, case) for code, cases in CASES.items() for case in cases]
)
def test_a_hard_case_comes_apart_where_it_should(language: str, case: str) -> None:
    text = case.replace(MARK, " ")
    spans = split_sentences(text, load_locale(language))
    assert case == MARK.join(text[start:end] for start, end in spans)


def test_there_are_enough_hard_cases() -> None:
    assert {code: len(cases) >= 60 for code, cases in CASES.items()} == dict.fromkeys(CASES, True)
