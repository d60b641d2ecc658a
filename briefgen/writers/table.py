"""Format names → files: the table of writers, and how outputs that need each other are made."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from briefgen.errors import UsageError
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology
from briefgen.writers.briefing_html import html
from briefgen.writers.briefing_json import briefing_json
from briefgen.writers.exchange import chronology_json
from briefgen.writers.mail import attached, eml
from briefgen.writers.order import Order, Writer
from briefgen.writers.printed import pdf
from briefgen.writers.text import markdown

__all__ = ["WRITERS", "Progress", "file_name", "write", "write_all"]

Progress = Callable[[str], None]
"""Called with the name of each file before it is made."""


def _json(order: Order) -> bytes:
    return chronology_json(order.chronology, order.briefing.language)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "md": Writer(file="brief-{date}.md", make=markdown),
        "html": Writer(file="brief-{date}.html", make=html),
        "eml": Writer(file="brief-{date}.eml", make=eml, needs=attached),
        "pdf": Writer(file="brief-{date}.pdf", make=pdf, needs=lambda _: ("json",)),
        "json": Writer(file="chronology.json", make=_json),
        "briefing": Writer(file="brief-{date}.json", make=briefing_json),
    }
)


def write(
    format: str,  # noqa: A002 (the word of the command line)
    briefing: Briefing,
    chronology: Chronology,
    project: Project,
    made: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """One output, as bytes; ``made`` holds others of the same brief by format, made already.

    Raises UsageError for an unknown format, TemplateError, WriterError.
    """
    return _Desk(briefing, chronology, project, made).make(format)


def write_all(
    formats: Sequence[str],
    briefing: Briefing,
    chronology: Chronology,
    project: Project,
    progress: Progress | None = None,
) -> Mapping[str, bytes]:
    """Every output asked for, by file name, in the order asked; each is made once.

    Raises UsageError for an unknown format, TemplateError, WriterError.
    """
    desk = _Desk(briefing, chronology, project)
    outputs: dict[str, bytes] = {}
    for name in dict.fromkeys(formats):
        file = file_name(name, briefing)
        if progress:
            progress(file)
        outputs[file] = desk.make(name)
    return outputs


def file_name(format: str, briefing: Briefing) -> str:  # noqa: A002 (as above)
    """``brief-2024-07-18.pdf``. Raises UsageError for an unknown format."""
    return _writer(format).file.format(date=briefing.day.isoformat())


def _writer(name: str) -> Writer:
    try:
        return WRITERS[name]
    except KeyError:
        raise UsageError(f"no format {name!r}; known are {', '.join(WRITERS)}") from None


class _Desk:
    """Makes outputs of one brief, none of them twice."""

    def __init__(
        self,
        briefing: Briefing,
        chronology: Chronology,
        project: Project,
        made: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self._briefing, self._chronology, self._project = briefing, chronology, project
        self._made = dict(made)

    def make(self, name: str) -> bytes:
        """The output, made now or before."""
        if name not in self._made:
            writer = _writer(name)
            needs = writer.needs(self._project)
            order = Order(
                briefing=self._briefing,
                chronology=self._chronology,
                project=self._project,
                made=MappingProxyType({need: self.make(need) for need in needs}),
            )
            self._made[name] = writer.make(order)
        return self._made[name]
