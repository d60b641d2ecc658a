"""The rooms import one way, modules stay small, and nothing heavy wakes before it is used."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefgen"
ROOMS = (
    "cli", "library", "pipeline", "feeds", "delivery", "writers", "editor", "archive", "events",
    "readers", "temporal", "knowledge", "model", "errors",
)  # fmt: skip
"""As DESIGN.md lists them: a room imports only itself and those after it."""
WITHIN = {
    "readers": (
        "sources", "ingest", "sidecar", "registry", "origins", "windows", "formats", "typed",
        "html", "tables", "pages", "drafts", "dated", "raw", "chrome", "shapes", "plain_form",
    ),
    "events": (
        "review", "gather", "report", "page", "rows", "chronology", "links", "search", "dates",
        "sentences", "brevity", "merging", "speech", "places", "figures", "topics", "language",
    ),
}  # fmt: skip
"""The rooms within a room: each imports only itself and those after it."""
HEAVY = {
    "weasyprint", "dateparser", "trafilatura", "htmldate", "markdown", "css_inline", "feedparser",
    "fastwarc",
}  # fmt: skip
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {n.split(".")[1] for n in names if n.startswith("briefgen.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    allowed = set(ROOMS[ROOMS.index(room) :])
    outside = {name for name in imports_of(path) if name in ROOMS} - allowed
    assert not outside, f"{path.name} of {room} imports upwards: {outside}"


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if room_of(path) in WITHIN],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_imports_within_a_room_go_one_way(path: Path) -> None:
    outer, inner = room_of(path), path.relative_to(PACKAGE).parts[1].removesuffix(".py")
    if inner == "__init__":
        return
    rooms = WITHIN[outer]
    assert inner in rooms, f"{path.name}: add {inner} to the rooms within {outer}"
    imported = set(re.findall(rf"briefgen\.{outer}\.(\w+)", path.read_text("utf-8")))
    upwards = imported - set(rooms[rooms.index(inner) :])
    assert not upwards, f"{path.name} of {outer}/{inner} imports upwards: {upwards}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_small_named_and_says_what_it_turns_into_what(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 400
    assert path.stem not in EMPTY_NAMES
    assert ast.get_docstring(ast.parse(source)), "a module needs a first line"


def test_every_room_is_in_the_list() -> None:
    rooms = {room_of(p) for p in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(ROOMS)


def test_only_the_command_line_asks_the_time() -> None:
    asking = [
        path.name
        for path in MODULES
        if room_of(path) != "cli"
        and any(
            isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    ]
    assert asking == []


def test_help_wakes_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "briefgen", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    woken = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "briefgen" in woken
    assert not HEAVY & woken
