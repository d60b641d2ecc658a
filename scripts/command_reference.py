"""The command line → docs/commands.md, its reference; --check tells whether it is current."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import typer.main

from briefgen.cli import app

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
HEAD = """\
# Commands

Made of the code by `python scripts/command_reference.py`; do not edit by hand.

SOURCE is a file, a folder, an archive or `-`, in any [format that is read](reading.md). Results go
to standard output, talk to standard error. Exit codes: 0 fine; 1 finished, but something went wrong
that the brief lists (`--strict`), or a delivery is still open; 2 bad usage or input; 130 stopped by
hand.
"""


def reference() -> str:
    """The whole page."""
    root = typer.main.get_command(app)
    parts = [HEAD, "```text\n" + "\n".join(overview(root)) + "\n```\n"]
    for name, command in leaves(root, "briefgen"):
        parts += section(name, command)
    return "\n".join(parts)


def overview(root: Any) -> Iterator[str]:
    found = list(leaves(root, "briefgen"))
    width = max(len(name) for name, _ in found)
    for name, command in found:
        yield f"{name:{width}}  {first_line(command)}"


def leaves(group: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command with its full name, in the order of --help."""
    for short, command in group.commands.items():
        full = f"{name} {short}"
        if hasattr(command, "commands"):
            yield from leaves(command, full)
        else:
            yield full, command


def first_line(command: Any) -> str:
    return str(command.help).split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()


def section(name: str, command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    shown = "".join(f" {label(p)}" for p in arguments)
    yield f"## {name}\n"
    yield inspect.cleandoc(command.help) + "\n"
    yield f"```text\n{name}{shown}{' [OPTIONS]' if options else ''}\n```\n"
    if arguments or options:
        yield "| | what it does | default |\n| --- | --- | --- |"
    for parameter in (*arguments, *options):
        yield row(parameter, command)
    yield ""


def label(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def kind(parameter: Any, command: Any) -> str:
    return str(parameter.display_type(typer.Context(command))).strip("<>").upper()


def row(parameter: Any, command: Any) -> str:
    if parameter.param_type_name == "argument":
        names = f"`{label(parameter)}`"
    else:
        names = ", ".join(f"`{name}`" for name in parameter.opts)
        if not parameter.is_flag:
            names += f" `{parameter.metavar or kind(parameter, command)}`"
        if parameter.multiple:
            names += " (may be given again)"
    told = " ".join(str(parameter.help or "").split()).replace("|", "\\|")
    default = parameter.default
    plain = "" if default is None or default is False or callable(default) else f"`{default}`"
    return f"| {names} | {told} | {'' if parameter.required or default == () else plain} |"


def main(arguments: list[str]) -> int:
    """Writes the page; with --check only says whether it is current."""
    made = reference()
    current = PAGE.is_file() and PAGE.read_text("utf-8") == made
    if "--check" in arguments:
        if not current:
            sys.stderr.write(f"{PAGE.name} is old; run python scripts/command_reference.py\n")
        return 0 if current else 1
    PAGE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
