"""The language of docs/adding-a-language.md is whole: what the page says of it is true."""

import re
from datetime import UTC, date
from pathlib import Path

import pytest

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import Locale, parse_locale
from briefgen.model import civil_day, to_edtf
from briefgen.temporal import find, label, tag
from briefgen.temporal.readings import READINGS
from briefgen.temporal.rules import compile_rules
from briefgen.temporal.tag import document_of

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/adding-a-language.md").read_text("utf-8")
FILE = re.search(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def language() -> Locale:
    assert FILE is not None
    return parse_locale(FILE[1], "docs/adding-a-language.md")


def test_its_examples_hold(language: Locale) -> None:
    for rule in (rule.data for rule in compile_rules(language).rules):
        assert rule.examples or rule.reading == "nothing", rule.name
        for example in rule.examples:
            day = civil_day(date.fromisoformat(example.date), UTC) if example.date else None
            mentions = tag(example.text, published=day, locale=language, zone=UTC)

            assert [example.value] == [mention.value for mention in mentions], example.text
            assert rule.name == mentions[0].rule
            if example.edtf is not None:
                assert mentions[0].interval is not None
                assert example.edtf == to_edtf(mentions[0].interval)
            if example.mod is not None:
                assert example.mod == mentions[0].expression.mod
        for text in rule.never:
            rules = {m.rule for m in tag(text, published=None, locale=language, zone=UTC)}
            assert rule.name not in rules, text
            assert not rules or rule.reading != "nothing", text


def test_both_matchers_find_the_same(language: Locale) -> None:
    texts = [e.text for rule in language.rules for e in rule.examples]
    document = document_of(" ".join(texts), published=None, locale=language)

    assert len(texts) == len(find(document, language))
    assert find(document, language) == find(document, language, fast=False)


def test_it_words_dates(language: Locale) -> None:
    def worded(text: str) -> str:
        mentions = tag(text, published=None, locale=language, zone=UTC)
        assert mentions[0].interval is not None
        return label(mentions[0].interval, language)

    assert worded("Ĝi funkcias ekde majo 2024.") == "ekde maj 2024"
    assert worded("Ĝi falis la 18-an de julio 2024.") == "18 jul 2024"


def test_the_page_names_every_reading() -> None:
    cells = re.findall(r"^\| (`.*?) \|", PAGE.split("| reading |")[1], re.MULTILINE)
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}

    assert set(READINGS) == named


def test_the_files_that_the_page_names_are_there() -> None:
    named = set(re.findall(r"(?:tests|briefgen)/[\w/.]+\.(?:py|json)", PAGE))

    assert named
    assert [] == sorted(name for name in named if not (ROOT / name).is_file())


def test_the_error_that_the_page_shows_is_what_is_said(language: Locale) -> None:
    assert FILE is not None
    shown = re.search(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert shown is not None
    wrong = parse_locale(
        FILE[1].replace("antaŭ {number} {unit}", "antaŭ {number} ({untis:unit}|{unit})"), "eo"
    )

    with pytest.raises(KnowledgeError, match="untis") as caught:
        compile_rules(wrong)

    assert shown[1].rstrip() == str(caught.value).rstrip()
    assert language.language == "eo"
