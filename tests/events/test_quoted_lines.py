"""Lines out of a longer quotation: both marks, and no other change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.sentences.quoted_lines import with_both_marks


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("“We see a chance of 60 percent.", "“We see a chance of 60 percent.”"),
        ("We end on Friday,” she said.", "“We end on Friday,” she said."),
        ("She said: “We end on Friday.", "She said: “We end on Friday.”"),
        ("«Мы закончим в пятницу.", "«Мы закончим в пятницу.»"),
        ('"We see a chance.', '"We see a chance."'),
        ('We end on Friday," she said.', '"We end on Friday," she said.'),
        ('An aide said: "The plan is dead.', 'An aide said: "The plan is dead."'),
        ("„Wir enden am Freitag“, sagte sie.", "„Wir enden am Freitag“, sagte sie."),
        ('Three words keep us apart, "he said.', '"Three words keep us apart," he said.'),
        ('The 6" gun fired.', 'The 6" gun fired.'),
        ('The "Orm" sank.', 'The "Orm" sank.'),
    ],
)
def test_a_line_has_both_marks(line: str, whole: str) -> None:
    assert whole == with_both_marks(line)


@given(st.text('ab1 .,“”«»"„', max_size=24))
def test_marks_are_only_added_and_once(line: str) -> None:
    """No word changes, and a second run changes nothing."""
    whole = with_both_marks(line)
    assert [c for c in line if c.isalnum()] == [c for c in whole if c.isalnum()]
    assert whole == with_both_marks(whole)
