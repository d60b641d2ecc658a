"""Two names of one office of a side are one claimant."""

import pytest

from briefgen.editor.wording import _same_claimant
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge import load_project

LEXICON = load_statements("en")
SIDE = next(party for party in load_project(None).parties if party.side)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Defence Ministry", "{name}'s defence ministry", True),
        ("The harbour office", "{name}’s harbour office", True),
        ("the Defence Ministry", "{name}'s foreign ministry", False),
        ("the navy", "{name}", False),
    ],
)
def test_an_office_is_known_without_its_country(one: str, other: str, same: bool) -> None:
    names = [text.format(name=SIDE.name) for text in (one, other)]
    keys = {_same_claimant(name, SIDE, LEXICON) for name in names}
    assert same == (1 == len(keys))


def test_without_a_side_a_name_stands_for_itself() -> None:
    keys = {_same_claimant(name, None, LEXICON) for name in ("the ministry", "Orm's ministry")}
    assert 2 == len(keys)
