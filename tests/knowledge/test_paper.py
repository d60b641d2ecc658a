"""[pdf] of briefgen.toml: the sheet, and what is refused."""

from pathlib import Path

import pytest

from briefgen.errors import ProjectError
from briefgen.knowledge import load_project
from briefgen.knowledge.figures import load_weights
from briefgen.knowledge.paper import Paper


def paper(folder: Path, text: str) -> Paper:
    file = folder / "briefgen.toml"
    file.write_text(text, encoding="utf-8")
    return load_project(file).paper


def test_a_page_is_a4_unless_it_is_letter(tmp_path: Path) -> None:
    assert "A4" == paper(tmp_path, 'title = "X"').page
    assert "letter" == paper(tmp_path, '[pdf]\npage = "Letter"').page
    assert "A4" == paper(tmp_path, '[pdf]\npage = "a4"').page


def test_another_page_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r'is "folio".*known are "A4", "letter"'):
        paper(tmp_path, '[pdf]\npage = "folio"')


def test_what_says_little_by_itself_weighs_nothing_and_people_weigh_most() -> None:
    weights = load_weights()
    assert {0.0} == {weights[unit] for unit in ("end", "time", "day", "country")}
    assert max(weights.values()) == weights["person"]
    assert weights["percent"] < weights["dollar"]
