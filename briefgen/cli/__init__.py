"""Arguments → pipeline → print. The only room that asks the time.

One module a command, which is listed in COMMANDS. Results go to stdout, talk to stderr. Exit
codes: 0 fine, 1 finished with notices under ``--strict``, 2 bad usage or input.
"""

import sys
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.cli.archive import archive
from briefgen.cli.brief import brief
from briefgen.cli.dates import dates
from briefgen.cli.history import history
from briefgen.cli.init import init
from briefgen.cli.publish import publish
from briefgen.cli.review import review
from briefgen.cli.run import run
from briefgen.cli.search import search
from briefgen.cli.send import send
from briefgen.cli.templates import templates
from briefgen.cli.timeline import timeline
from briefgen.cli.watch import watch
from briefgen.errors import BriefgenError

__all__ = ["app", "main"]

COMMANDS = (
    brief,
    run,
    watch,
    timeline,
    dates,
    review,
    send,
    publish,
    search,
    history,
    templates,
    init,
)
"""In the order in which ``briefgen --help`` shows them."""

app = typer.Typer(
    name="briefgen",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Turn a pile of reporting into a chronology in which every date explains itself, "
    "and into a daily brief as PDF, e-mail, web page and wiki text.",
    epilog="Start here:  briefgen brief samples/kestrel-strait/inbox "
    "--project samples/kestrel-strait/briefgen.toml",
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(archive)


def main() -> None:
    """The console script: run the command line, and tell errors as one line without a trace."""
    try:
        code = app(standalone_mode=False)
    except BriefgenError as error:
        typer.secho(f"briefgen: {error}", err=True, fg="red")
        sys.exit(2)
    except typer.TyperException as error:
        typer.echo(f"briefgen: {error.format_message()} (see briefgen --help)", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("briefgen: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Options before any command."""
    if version:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit
