"""A user's templates: found first, confined, and their errors named."""

from pathlib import Path

import pytest

from briefgen.errors import TemplateError
from briefgen.writers.templating import asset, bundled, render

ESCAPES = [
    ("{{ ''.__class__.__mro__ }}", "unsafe"),
    ("{{ brief.__init__.__globals__ }}", "unsafe"),
    ("{{ missing }}", "'missing' is undefined"),
    ("{{ brief.missing }}", "no attribute 'missing'"),
    ("{{ 1 / 0 }}", "division by zero"),
    ("{{ brief.append(1) }}", "no attribute|unsafe|not callable"),
    ("{% for i in range(10000000) %}{% endfor %}", "too big|MAX_RANGE"),
]


@pytest.mark.parametrize(("source", "reason"), ESCAPES)
def test_an_error_names_template_line_and_reason(tmp_path: Path, source: str, reason: str) -> None:
    (tmp_path / "own.html.j2").write_text(f"one\ntwo\n{source}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=rf"own\.html\.j2, line 3: .*({reason})"):
        render("own.html.j2", tmp_path, {"brief": ("a",)})


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.html.j2").write_text("one\n{% for %}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"own\.html\.j2, line 2"):
        render("own.html.j2", tmp_path, {})


def test_a_users_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "briefing.md.j2").write_text("# {{ title }}", encoding="utf-8")
    assert r"# \*mine\*" == render("briefing.md.j2", tmp_path, {"title": "*mine*"})


def test_html_is_escaped_and_text_is_not(tmp_path: Path) -> None:
    for name in ("own.html.j2", "own.txt.j2"):
        (tmp_path / name).write_text("{{ title }}", encoding="utf-8")
    assert "&lt;b&gt;" == render("own.html.j2", tmp_path, {"title": "<b>\x00"})
    assert "<b>" == render("own.txt.j2", tmp_path, {"title": "<b>\x00"})


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="does not exist"):
        render("briefing.md.j2", tmp_path / "none", {})


def test_templates_outside_the_folder_cannot_be_included(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inner / "own.html.j2").write_text('{% include "../secret.txt" %}', encoding="utf-8")
    with pytest.raises(TemplateError, match="missing"):
        render("own.html.j2", inner, {})


@pytest.mark.parametrize("name", ["../print.css", "/etc/passwd", "none.ttf", ""])
def test_assets_are_bundled_fonts_only(name: str) -> None:
    with pytest.raises(TemplateError, match="no bundled asset"):
        asset(name)


def test_fonts_ship_with_their_licences() -> None:
    fonts = bundled() / "fonts"
    families = {path.name.split("-")[0] for path in fonts.glob("*.ttf")}
    assert {"Amiri", "SourceSans3", "SourceSerif4", "SourceSerif4Display"} == families
    licences = {path.name for path in fonts.glob("LICENSE-*")}
    assert {
        "LICENSE-amiri.txt",
        "LICENSE-source-sans.md",
        "LICENSE-source-serif.md",
    } == licences
