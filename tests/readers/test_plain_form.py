"""Known phrases at the head of a line, and the language of a file's only article."""

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import BlockKind
from briefgen.readers.drafts.heard import heard, in_language
from briefgen.readers.plain_form import LONGEST, Openings, low, plain
from briefgen.readers.shapes import Draft, Piece, ReadOptions

PHRASES = st.lists(st.text(alphabet="ab :", min_size=1, max_size=4), max_size=6)
NOTE = "Der Kai wurde am Montag gesperrt, und die Fähren fuhren von der anderen Seite. " * 8
OPTIONS = heard(ReadOptions(zone=UTC), NOTE)


class TestALineOpensWithAPhraseThatItBeginsWith:
    """A line opens with a phrase if, and only if, it begins with one; none is left aside."""

    @given(PHRASES, st.text(alphabet="ab :c", max_size=8))
    def test_as_a_walk_over_all_of_them_says(self, phrases: list[str], line: str) -> None:
        openings = Openings.of(phrases)

        assert line.startswith(tuple(phrases)) == openings.open(line)
        assert {phrase for phrase in phrases if line.startswith(phrase)} <= {*openings.near(line)}


@pytest.mark.parametrize("words", [1, LONGEST])
def test_a_long_line_is_cleaned_as_a_short_one_is(words: int) -> None:
    line = f"  “Read  More’s{' A' * words}»"

    assert f"read more's{' a' * words}" == plain(line)
    assert f"\"read more's{' a' * words}»" == low(line)


def article(text: str) -> Draft:
    return Draft(pieces=(Piece(kind=BlockKind.PARAGRAPH, text=text),))


def test_the_only_article_of_a_file_is_in_its_language() -> None:
    (told,) = in_language((article(NOTE),), OPTIONS, NOTE)

    assert told.language == "de"


@pytest.mark.parametrize(
    "drafts",
    [
        (article(NOTE[:300]),),
        (article(NOTE), article(NOTE)),
        (replace(article(NOTE), language="fr"),),
    ],
    ids=["little of it", "one of several", "declared"],
)
def test_any_other_is_asked_itself(drafts: tuple[Draft, ...]) -> None:
    assert drafts == in_language(drafts, OPTIONS, NOTE)
