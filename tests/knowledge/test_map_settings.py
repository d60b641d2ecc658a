"""[map] of briefgen.toml: what is understood, and what is refused by name."""

from pathlib import Path

import pytest

from briefgen.errors import ProjectError
from briefgen.knowledge import load_project
from briefgen.knowledge.map_settings import MapSettings


def settings(folder: Path, text: str) -> MapSettings:
    file = folder / "briefgen.toml"
    file.write_text(text, encoding="utf-8")
    return load_project(file).map


def test_without_a_table_the_map_is_plain(tmp_path: Path) -> None:
    assert MapSettings() == settings(tmp_path, 'title = "X"')


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = (
        "[map]\nextent = [22, 44.5, 41, 53]\noutlines = false\n"
        'disputed = "control"\nplaces = ["Odesa"]\n'
    )
    expected = MapSettings(
        extent=(22, 44.5, 41, 53), outlines=False, disputed="control", places=("Odesa",)
    )
    assert expected == settings(tmp_path, text)


def test_an_extent_may_cross_the_date_line(tmp_path: Path) -> None:
    assert (170, -25, 190, -10) == settings(
        tmp_path, "[map]\nextent = [170, -25, -170, -10]"
    ).extent


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extent = [1, 2, 3]", r"\[map\]: extent: is \[1, 2, 3\]; \[west, south, east, north\]"),
        ("extent = [0, 50, 10, 40]", "no part of the world"),
        ("extent = [0, 40, 10, true]", "is wanted"),
        ('disputed = "dotted"', 'is "dotted".*known are "dashed"'),
        ('disputed = "dash"', 'did you mean "dashed"'),
        ("zoom = 3", "unknown key"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ProjectError, match=message):
        settings(tmp_path, f"[map]\n{text}\n")
