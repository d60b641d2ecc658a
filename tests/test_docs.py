"""What the documentation says of the code is made of the code, and is not old."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
import typer.main

from briefgen.cli import app

ROOT = Path(__file__).parent.parent


def script(name: str) -> dict[str, Any]:
    """The names that a script defines, without running it."""
    return runpy.run_path(str(ROOT / "scripts" / f"{name}.py"), run_name=name)


def commands() -> list[str]:
    return list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_the_command_reference_is_current() -> None:
    made = script("command_reference")["reference"]()
    written = (ROOT / "docs/commands.md").read_text("utf-8")
    assert made == written, "run python scripts/command_reference.py"


def test_the_table_of_readers_is_current() -> None:
    made = script("reader_table")["page"]()
    written = (ROOT / "docs/reading.md").read_text("utf-8")
    assert made == written, "run python scripts/reader_table.py"


def test_the_drawn_dates_are_those_of_the_code() -> None:
    drawn = script("dating_pictures")["pictures"]()
    written = {name: (ROOT / "docs/pictures" / name).read_text("utf-8") for name in drawn}
    assert drawn == written, "run python scripts/dating_pictures.py, and look at them"


@pytest.mark.parametrize("command", commands())
def test_every_command_has_a_place(command: str) -> None:
    """In the README, and in a page besides the reference."""
    assert f"briefgen {command}" in (ROOT / "README.md").read_text("utf-8")
    pages = [p for p in (ROOT / "docs").glob("*.md") if p.name != "commands.md"]
    assert any(f"briefgen {command}" in page.read_text("utf-8") for page in pages)


def test_every_page_is_in_the_navigation() -> None:
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = set(re.findall(r": ([\w-]+\.md)$", site, re.MULTILINE))
    assert named == {page.name for page in (ROOT / "docs").glob("*.md")}


@pytest.mark.parametrize(
    "picture", sorted((ROOT / "docs/pictures").iterdir()), ids=lambda path: path.name
)
def test_a_picture_is_small_and_used(picture: Path) -> None:
    assert picture.stat().st_size < 300_000
    pages = ((ROOT / "docs").glob("*.md"), [ROOT / "README.md"])
    assert any(f"pictures/{picture.name})" in p.read_text("utf-8") for some in pages for p in some)


def test_every_extra_is_told() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    table = project.partition("[project.optional-dependencies]")[2].partition("\n[")[0]
    extras = re.findall(r"^(\w+) = ", table, re.MULTILINE)
    assert extras
    told = (ROOT / "README.md").read_text("utf-8") + (ROOT / "docs/index.md").read_text("utf-8")
    assert [extra for extra in extras if told.count(f"`{extra}`") < 2] == []
