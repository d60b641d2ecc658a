"""A date of an undated article says what it lacks, and not that there is none."""

from datetime import UTC

import pytest

from briefgen.events.dates.lacking import lacking
from briefgen.knowledge.locale import load_locale
from briefgen.temporal import tag


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mill burned on 3 July.", "“3 July” lacks its year, and its article is undated"),
        ("The mill burned in May.", "“May” lacks its year, and its article is undated"),
        ("It burned on Thursday.", "“Thursday” lacks its week, and its article is undated"),
        ("It burned at 14:05.", "“14:05” lacks its day, and its article is undated"),
        (
            "It burned yesterday.",
            "“yesterday” counts from the article's own day, and its article is undated",
        ),
        ("It burned on 3 July 2031.", None),
        ("It burned.", None),
    ],
)
def test_what_a_date_lacks(text: str, why: str | None) -> None:
    mentions = tag(text, published=None, locale=load_locale("en"), zone=UTC)
    assert why == lacking(mentions)
