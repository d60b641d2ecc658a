"""Commands as their readers see them: every ```console block of the README, of docs/*.md and of
tests/commands/*.md is run, and must print what stands there.

A line after "$ " is a command; the lines under it are what it prints, stdout and stderr together;
"..." stands for any words, on a line of its own for any lines; "[exit 2]" as the last line is the
exit code, 0 where it is left out.
Blocks of one file share a folder that has samples/ in it, and nothing else.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDS_CORPORA = "benchmarks.md"
DOCS = tuple(
    page
    for page in sorted((ROOT / "docs").glob("*.md"))
    if page.name != NEEDS_CORPORA and BLOCK.search(page.read_text("utf-8"))
)
PAGES = (ROOT / "README.md", *DOCS, *sorted((ROOT / "tests/commands").glob("*.md")))
EXIT = re.compile(r"\[exit (\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    command: str
    expected: tuple[str, ...]
    code: int


def steps_of(page: Path) -> list[Step]:
    steps = []
    for block in BLOCK.findall(page.read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.rstrip("\n").split("\n")
            while command.endswith("\\"):
                command = command[:-1] + lines.pop(0)
            code = EXIT.fullmatch(lines[-1]) if lines else None
            expected = lines[:-1] if code else lines
            steps.append(
                Step(command=command, expected=tuple(expected), code=int(code[1]) if code else 0)
            )
    return steps


def pattern_of(expected: tuple[str, ...]) -> re.Pattern[str]:
    lines = [
        "(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + "\n"
        for line in expected
    ]
    return re.compile("".join(lines))


def test_the_readmes_python_runs(tmp_path: Path) -> None:
    blocks = re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for block in blocks:
        done = subprocess.run(
            [sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_page(page: Path, tmp_path: Path) -> None:
    steps = steps_of(page)
    assert steps, f"{page.name} has no console block"
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "110", "NO_COLOR": "1", "TERM": "dumb"}
    for step in steps:
        done = subprocess.run(  # noqa: S602 (the page's own command, as its reader types it)
            step.command,
            shell=True,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        assert step.code == done.returncode, f"$ {step.command}\n{done.stdout}"
        if step.expected:
            printed = "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())
            assert pattern_of(step.expected).fullmatch(printed), f"$ {step.command}\n{printed}"
