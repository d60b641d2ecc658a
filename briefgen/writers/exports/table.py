"""Format names → files of a chronology: the table of exports."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from briefgen.editor.ledger import make_ledger
from briefgen.errors import UsageError
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Serial
from briefgen.writers.exchange import chronology_json
from briefgen.writers.exports.calendar import to_ics
from briefgen.writers.exports.extract import Export, Extract
from briefgen.writers.exports.geojson import to_geojson
from briefgen.writers.exports.linked import to_jsonld
from briefgen.writers.exports.markwhen import to_markwhen
from briefgen.writers.exports.page import to_html
from briefgen.writers.exports.parquet import to_parquet
from briefgen.writers.exports.separated import to_csv
from briefgen.writers.exports.spreadsheet import to_xlsx
from briefgen.writers.exports.timelinejs import to_timelinejs
from briefgen.writers.exports.wikitext import to_wikitext
from briefgen.writers.terminal import chronology_table
from briefgen.writers.timeline import chronology_markdown

__all__ = ["EXPORTS", "export_all", "export_name"]


def _table(extract: Extract) -> bytes:
    text = chronology_table(extract.chronology, extract.project, width=extract.width)
    return text.encode(errors="backslashreplace")


def _json(extract: Extract) -> bytes:
    return chronology_json(extract.chronology, extract.ledger.language)


def _markdown(extract: Extract) -> bytes:
    return chronology_markdown(extract.chronology, extract.project)


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "table": Export(suffix="txt", make=_table),
        "json": Export(suffix="json", make=_json),
        "csv": Export(suffix="csv", make=to_csv),
        "xlsx": Export(suffix="xlsx", make=to_xlsx, binary=True),
        "ics": Export(suffix="ics", make=to_ics),
        "timelinejs": Export(suffix="timelinejs.json", make=to_timelinejs),
        "geojson": Export(suffix="geojson", make=to_geojson),
        "jsonld": Export(suffix="jsonld", make=to_jsonld),
        "md": Export(suffix="md", make=_markdown),
        "wikitext": Export(suffix="wiki", make=to_wikitext),
        "markwhen": Export(suffix="mw", make=to_markwhen),
        "parquet": Export(suffix="parquet", make=to_parquet, binary=True),
        "html": Export(suffix="html", make=to_html),
    }
)
"""In the order in which help and documents name them."""


def export_all(
    formats: Sequence[str],
    chronology: Chronology,
    project: Project,
    *,
    every: bool = False,
    width: int = 110,
    serials: Mapping[str, Serial] = MappingProxyType({}),
    progress: Callable[[str], None] = lambda _: None,
) -> Mapping[str, bytes]:
    """Every format asked for, by its name, in the order asked.

    ``every``: a calendar holds what has happened too; ``serials``: by what name it knows each event
    and how often that changed, where an archive tells. Raises UsageError for an unknown format,
    WriterError where an extra is missing, TemplateError.
    """
    wrong = [name for name in formats if name not in EXPORTS]
    if wrong:
        raise UsageError(f"no format {wrong[0]!r}; known are {', '.join(EXPORTS)}")
    extract = Extract(
        ledger=make_ledger(chronology, project),
        chronology=chronology,
        project=project,
        every=every,
        width=width,
        serials=serials,
    )
    made: dict[str, bytes] = {}
    for name in dict.fromkeys(formats):
        progress(f"write {name}")
        made[name] = EXPORTS[name].make(extract)
    return made


def export_name(name: str, chronology: Chronology) -> str:
    """``timeline-2024-07-18.ics``; ``chronology.json`` for json, as beside a brief."""
    if name == "json":
        return "chronology.json"
    return f"timeline-{chronology.date.isoformat()}.{EXPORTS[name].suffix}"
