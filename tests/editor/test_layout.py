"""Sections as the project wants them: moved, renamed, hidden; no event lost on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editor import compose
from briefgen.errors import ProjectError
from briefgen.knowledge import load_project
from briefgen.knowledge.project import Project
from briefgen.knowledge.sections import HIDEABLE, SECTIONS, Layout
from briefgen.model import Chronology


@given(
    order=st.permutations(SECTIONS).flatmap(
        lambda all_: st.integers(0, 13).map(lambda n: all_[:n])
    ),
    hide=st.sets(st.sampled_from(HIDEABLE)),
)
def test_whatever_the_layout_every_event_is_told_once_in_the_order_of_its_number(
    order: list[str], hide: set[str], day: Chronology, project: Project
) -> None:
    """However sections are moved and hidden, the entries stay, numbered as they are read."""
    layout = Layout(order=tuple(order), hide=tuple(sorted(hide)))
    brief = compose(day, replace(project, layout=layout))
    plain = compose(day, project)
    numbers = [entry.number for entry in brief.entries()]
    assert list(range(1, len(numbers) + 1)) == numbers
    assert {e.event for e in plain.entries()} == {e.event for e in brief.entries()}
    anchors = {section.anchor for section in brief.sections}
    assert not anchors & hide


def test_sections_are_moved_and_renamed(day: Chronology, project: Project) -> None:
    layout = Layout(order=("ahead", "key"), titles={"ahead": "The days to come"})
    first, second, *_ = compose(day, replace(project, layout=layout)).sections
    assert ("The days to come", "key") == (first.title, second.anchor)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('order = ["kee"]', 'did you mean "key"'),
        ('order = ["key", "key"]', "twice"),
        ('hide = ["sources"]', "must not be lost"),
        ('titles = { theaters = "x" }', "theaters"),
    ],
)
def test_a_wrong_layout_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text(f"[sections]\n{text}\n")
    with pytest.raises(ProjectError, match=told):
        load_project(path)
