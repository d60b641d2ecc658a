"""All benchmarks → docs/benchmarks.md, by one command.

    python tests/benchmark/report.py --corpora DIR [--peers DIR] [--only NAME…] [--output FILE]

Every script of this folder prints one JSON object last: row → figure → number. Here each becomes a
section (sections.toml) with its command and a table. Corpora are files of DIR; what is
not there leaves a line that says so, and no figure. ``--peers`` holds what ``peers.py`` wrote:
those rows stand beside ours, scored by the same code. ``--only`` runs some sections and keeps the
others as the page has them.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "benchmarks.md"
SECTIONS = HERE / "sections.toml"
Figures = dict[str, dict[str, float]]

INTRODUCTION = """\
# Benchmarks

Made by `python tests/benchmark/report.py --corpora DIR`; do not edit by hand. Measured on 2 shared
cores, one process, CPU time unless a section says otherwise. The corpora are other people's and
not part of this project; each row names its file. Where a corpus is split, rules were tuned while
reading the **first** half: the figure to believe is the **second** half's, or that of the **last
quarter** where the page gives one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One benchmark script, what it is run on, and what its figures mean."""

    name: str
    title: str
    text: str
    script: str
    corpora: tuple[str, ...] = ()
    """Names of files in the corpora's folder."""
    options: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    """Prefixes of peers' files, scored with ``--found``."""
    needs_all: bool = False
    """Whether the section needs every corpus, not just some."""


def sections() -> tuple[Section, ...]:
    """The sections of the page, in its order."""
    with SECTIONS.open("rb") as file:
        return tuple(_section(told) for told in tomllib.load(file)["section"])


def _section(told: dict[str, Any]) -> Section:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    return Section(**fields)


def run(script: str, arguments: list[str]) -> Figures:
    """The figures of one script's last line. Raises CalledProcessError with what it printed."""
    command = [sys.executable, str(HERE / script), *arguments]
    print(f"{script} {' '.join(Path(a).name for a in arguments)}", file=sys.stderr)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    raw = json.loads(done.stdout.splitlines()[-1])
    rows = {row: figures for row, figures in raw.items() if isinstance(figures, dict)}
    return rows or {Path(script).stem: raw}


def figures_of(section: Section, corpora: list[Path], peers: Path | None) -> Figures:
    """Ours, and the peers' beside them."""
    arguments = [*map(str, corpora), *section.options]
    told = run(section.script, arguments)
    for path in corpora if peers else ():
        for peer in section.peers:
            found = (peers or path) / f"{peer}.{path.stem}.jsonl"
            if found.is_file():
                for half in ("second", "last-quarter"):
                    theirs = run(section.script, [str(path), "--half", half, "--found", str(found)])
                    told |= {f"{row} ({peer})": figures for row, figures in theirs.items()}
    order = [path.stem for path in corpora]
    return dict(sorted(told.items(), key=lambda item: _place(item[0], order)))


def _place(row: str, order: list[str]) -> int:
    stem = row.split("/", maxsplit=1)[0]
    return order.index(stem) if stem in order else len(order)


def table(figures: Figures) -> str:
    """Rows and figures as a Markdown table; a figure that a row lacks is a dash."""
    names = list(dict.fromkeys(name for row in figures.values() for name in row))
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for row, told in figures.items():
        cells = [f"{told[name]:g}" if name in told else "–" for name in names]
        lines.append(f"| {row.replace('/', ', ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def written(section: Section, folder: Path, peers: Path | None) -> str:
    """One section of the page."""
    corpora = [folder / name for name in section.corpora]
    there = [path for path in corpora if path.is_file()]
    missing = [path.name for path in corpora if not path.is_file()]
    names = [f"DIR/{path.name}" for path in there]
    command = " ".join(["python", f"tests/benchmark/{section.script}", *names, *section.options])
    parts = [f"## {section.title}", section.text, f"```console\n$ {command}\n```"]
    if missing and (section.needs_all or not there):
        parts.append(f"Not measured: {', '.join(missing)} not there.")
    else:
        parts.append(table(figures_of(section, there, peers)))
        if missing:
            parts.append(f"Not there, not measured: {', '.join(missing)}.")
    return "\n\n".join(parts) + "\n"


def main() -> None:
    every = sections()
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--peers", type=Path, help="folder of what peers.py wrote")
    parser.add_argument("--only", nargs="+", choices=[section.name for section in every])
    parser.add_argument("--output", type=Path, default=PAGE)
    options = parser.parse_args()
    kept: dict[str, str] = {}
    if options.only and options.output.is_file():
        for part in re.split(r"(?m)^(?=## )", options.output.read_text(encoding="utf-8"))[1:]:
            kept[part.splitlines()[0].removeprefix("## ")] = part.rstrip("\n") + "\n"
    parts = [INTRODUCTION]
    for section in every:
        fresh = not options.only or section.name in options.only or section.title not in kept
        parts.append(
            written(section, options.corpora, options.peers) if fresh else kept[section.title]
        )
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
