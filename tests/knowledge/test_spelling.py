"""A stem and its endings spell every form, once."""

import pytest

from briefgen.errors import KnowledgeError
from briefgen.knowledge.spelling import spelled


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("july", ("july",)),
        ("", ("",)),
        ("тиж(день|ня|нем)", ("тиждень", "тижня", "тижнем")),
        ("year[s]", ("year", "years")),
        ("(in|ein)em jahr[e]", ("inem jahr", "inem jahre", "einem jahr", "einem jahre")),
        ("day[|s]", ("day", "day", "days")),
        ("-", ("-",)),
    ],
)
def test_a_stem_takes_each_ending(written: str, words: tuple[str, ...]) -> None:
    assert words == spelled(written, "here")


@pytest.mark.parametrize(
    ("written", "place"), [("a(b", 2), ("a)b", 2), ("a|b", 2), ("[a", 1), ("a(b(c))", 2)]
)
def test_a_bracket_without_its_other_half_is_shown(written: str, place: int) -> None:
    with pytest.raises(KnowledgeError, match=f"here: .* at character {place} that stands alone"):
        spelled(written, "here")
