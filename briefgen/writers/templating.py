"""Template name + Briefing → text, in a sandbox that sees the briefing and nothing else."""

import textwrap
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.errors import TemplateError
from briefgen.writers.escape import clean, http_url, to_markdown

__all__ = ["asset", "bundled", "bundled_templates", "render"]

IN_TEMPLATES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    UnicodeError,
    ValueError,
)
"""What an expression of a template can raise besides Jinja's own errors."""


@cache
def bundled() -> Path:
    """The folder of bundled templates: inside the installed package, else beside the checkout's.

    Raises TemplateError where neither is.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "briefing.md.j2").is_file():
            return folder
    raise TemplateError("the bundled templates are missing; install briefgen again")


def bundled_templates() -> Mapping[str, bytes]:
    """Name → content of each bundled template and partial, style, script, in order; no fonts."""
    files = (path for path in bundled().rglob("*") if path.suffix in {".j2", ".css", ".js"})
    return {str(path.relative_to(bundled())): path.read_bytes() for path in sorted(files)}


def asset(name: str) -> bytes:
    """A bundled file under ``fonts/``; the name's last part alone counts.

    Raises TemplateError for one that is not there.
    """
    path = bundled() / "fonts" / Path(name).name
    if not path.is_file():
        raise TemplateError(f"no bundled asset {Path(name).name!r}; known are {_assets()}")
    return path.read_bytes()


def _assets() -> str:
    return ", ".join(sorted(path.name for path in (bundled() / "fonts").iterdir()))


def render(name: str, folder: Path | None, context: Mapping[str, object]) -> str:
    """A template filled; a user's folder comes before the bundled one.

    Templates named ``*.md.j2`` escape for Markdown, ``*.html.j2`` for HTML, others not at all.

    Raises TemplateError naming the template, its line, and the reason.
    """
    environment = _environment(folder, markdown=".md." in name)
    try:
        return environment.get_template(name).render(context)
    except TemplateNotFound as error:
        raise TemplateError(f"template {error.name!r} is missing") from error
    except TemplateSyntaxError as error:
        place = f"{error.name or name}, line {error.lineno}"
        raise TemplateError(f"template {place}: {error.message}") from error
    except (JinjaError, *IN_TEMPLATES) as error:
        place = _place(error.__traceback__) or name
        raise TemplateError(f"template {place}: {error}") from error


def _place(trace: TracebackType | None) -> str | None:
    """Name and line of the innermost template in a traceback, as Jinja rewrites it."""
    for frame in reversed(traceback.extract_tb(trace)):
        if frame.filename.endswith(".j2"):
            return f"{Path(frame.filename).name}, line {frame.lineno}"
    return None


@cache
def _environment(folder: Path | None, *, markdown: bool) -> ImmutableSandboxedEnvironment:
    loaders: list[BaseLoader] = [FileSystemLoader(bundled())]
    if folder is not None:
        if not folder.is_dir():
            raise TemplateError(f"the templates folder {folder} does not exist")
        loaders.insert(0, FileSystemLoader(folder))
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Markdown is escaped by finalize; autoescape then keeps what macros give back as it is.
        autoescape=True if markdown else select_autoescape(("html.j2", "css.j2")),
        finalize=to_markdown if markdown else _plain,
    )
    environment.filters["http_url"] = http_url
    environment.filters["autolink"] = _autolink
    environment.filters["fill"] = _fill
    return environment


def _plain(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return clean(value)


def _autolink(url: str) -> Markup:
    """An address that :func:`http_url` gave, as a Markdown autolink."""
    return Markup(f"<{url}>")  # noqa: S704 (http_url leaves no angle bracket)


def _fill(text: str, width: int = 74, indent: str = "", first: str | None = None) -> str:
    """Plain text wrapped; continuation lines indented."""
    return textwrap.fill(
        " ".join(text.split()),
        width=width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
