"""briefgen.toml → Project, with every table that it names loaded.

Without a file the project has the bundled packs and the defaults of :class:`Project`.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, time, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from briefgen.errors import KnowledgeError, ProjectError
from briefgen.knowledge.feeds import load_feeds
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.mail import load_mail
from briefgen.knowledge.map_settings import load_map
from briefgen.knowledge.milestones import Milestone, load_milestones
from briefgen.knowledge.packs import (
    load_families,
    load_parties,
    load_theaters,
    load_topics,
    pack_names,
    usual_title,
)
from briefgen.knowledge.paper import load_paper
from briefgen.knowledge.project import Limits, Project
from briefgen.knowledge.sections import load_layout
from briefgen.knowledge.tables import Table, nearest, read_table
from briefgen.knowledge.wiki import load_wiki

__all__ = ["load_project"]

THEATERS = ("russia-ukraine", "world")
TOPICS = ("russia-ukraine", "world")
DATE_ORDERS = ("dmy", "mdy", "ymd")
FIELDS = (
    "date",
    "until",
    "time",
    "text",
    "headline",
    "detail",
    "place",
    "source",
    "url",
    "who",
    "topics",
    "status",
    "published",
    "language",
)
"""Fields of event notes that a column of a table may hold."""
PARTIES = ("russia-ukraine",)
MILESTONES = ("world",)
FAMILIES = ("world",)


def load_project(path: Path | None = None) -> Project:
    """The project that a file describes; the defaults where there is none.

    Raises ProjectError for what is wrong in the file itself, KnowledgeError for what is wrong
    in a table that it names.
    """
    if path is None:
        return Project(
            theaters=load_theaters(THEATERS),
            topics=load_topics(TOPICS),
            parties=load_parties(PARTIES),
            families=load_families(FAMILIES),
            milestones=load_milestones(MILESTONES),
        )
    top = read_table(path, error=ProjectError)
    project = _project(top, path.resolve().parent)
    top.done()
    if _needs_check(project, top):
        _check_theaters(project)
    return project


def _project(top: Table, folder: Path) -> Project:
    plain = Project()
    bundled = top.flag("bundled_places", True)
    language = _language(top, plain.language)
    return Project(
        folder=folder,
        inbox=folder / top.text("inbox", "inbox"),
        feeds=load_feeds(top),
        title=top.text("title", usual_title(language, plain.title)),
        language=language,
        zone=_zone(top),
        cutoff=_time(top, plain.cutoff),
        lookback_days=top.whole("lookback_days", plain.lookback_days),
        key_developments=top.whole("key_developments", plain.key_developments),
        epoch=_day(top),
        note=top.optional("note"),
        theaters=load_theaters(
            top.texts("theaters", THEATERS if bundled else ()), folder, language
        ),
        topics=load_topics(top.texts("topics", TOPICS), folder, language),
        parties=load_parties(top.texts("parties", PARTIES if bundled else ()), folder),
        families=load_families(top.texts("families", FAMILIES if bundled else ()), folder),
        milestones=_milestones(top, folder, MILESTONES if bundled else ()),
        places_files=_files(top, folder),
        bundled_places=bundled,
        templates=_templates(top, folder),
        review=folder / top.text("review", "review.yaml"),
        archive=_archive(top, folder),
        columns=_columns(top.table("columns")),
        date_order=_date_order(top),
        mail=load_mail(top.table("mail"), folder),
        map=load_map(top.table("map")),
        paper=load_paper(top.table("pdf")),
        layout=load_layout(top.table("sections")),
        wiki=load_wiki(top.table("wiki"), folder),
        limits=_limits(top.table("limits"), plain.limits),
    )


def _language(top: Table, default: str) -> str:
    language = top.text("language", default)
    if not (language.isascii() and language.isalpha() and len(language) in {2, 3}):
        raise top.fail("language", f'is "{language}"; a code such as "en" or "uk" is wanted')
    return language.lower()


def _zone(top: Table) -> tzinfo:
    name = top.text("zone", "UTC")
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = nearest(name, sorted(available_timezones()))
        raise top.fail(
            "zone", f'there is no time zone "{name}"{hint} (as in "Europe/Kyiv")'
        ) from None


def _time(top: Table, default: time) -> time:
    value = top.values.get("cutoff")
    if isinstance(value, time):
        top.asked.add("cutoff")
        return _plain(top, value)
    text = top.text("cutoff", default.isoformat("minutes"))
    try:
        return _plain(top, time.fromisoformat(text))
    except ValueError:
        raise top.fail("cutoff", f'is "{text}"; a time such as "20:00" is wanted') from None


def _plain(top: Table, value: time) -> time:
    if value.tzinfo is not None:
        raise top.fail("cutoff", 'carries a zone of its own; set "zone" instead')
    return value


def _day(top: Table) -> str | None:
    value = top.values.get("epoch")
    if isinstance(value, date):
        top.asked.add("epoch")
        return value.isoformat()[:10]
    text = top.optional("epoch")
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise top.fail("epoch", f'is "{text}"; a day such as "2022-02-24" is wanted') from None


def _milestones(top: Table, folder: Path, default: tuple[str, ...]) -> tuple[Milestone, ...]:
    """The milestones of one table, or of several: ``milestones = "milestones.yaml"``."""
    if isinstance(top.values.get("milestones"), str):
        return load_milestones((top.text("milestones"),), folder)
    return load_milestones(top.texts("milestones", default), folder)


def _files(top: Table, folder: Path) -> tuple[Path, ...]:
    files = tuple(folder / name for name in top.texts("places"))
    for file in files:
        read_table(file)  # a missing or broken file is told now, by its name
    return files


def _templates(top: Table, folder: Path) -> Path | None:
    name = top.optional("templates")
    if name is None:
        return None
    if not (folder / name).is_dir():
        raise top.fail("templates", f'there is no folder "{name}" beside this file')
    return folder / name


def _archive(top: Table, folder: Path) -> Path | None:
    """Beside the project file, unless it says where; nowhere for ``archive = false``."""
    if top.values.get("archive") is False:
        top.asked.add("archive")
        return None
    return folder / top.text("archive", "archive.sqlite")


def _columns(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Each field with its columns: one name, or a list of names."""
    single = {field for field in FIELDS if isinstance(table.values.get(field), str)}
    columns = {
        field: (table.text(field),) if field in single else table.texts(field) for field in FIELDS
    }
    table.done()
    return {field: names for field, names in columns.items() if names}


def _date_order(top: Table) -> str | None:
    order = top.optional("date_order")
    if order is not None and order not in DATE_ORDERS:
        raise top.fail("date_order", f'is "{order}"; "dmy", "mdy" or "ymd" is wanted')
    return order


def _limits(table: Table, plain: Limits) -> Limits:
    values = {
        each.name: table.whole(each.name, getattr(plain, each.name), least=1)
        for each in fields(plain)
    }
    table.done()
    return Limits(**values)


def _needs_check(project: Project, top: Table) -> bool:
    """Bundled packs on bundled places are sound (tested): only what a user brings is checked."""
    names = top.texts("theaters", THEATERS)
    own = any(name not in pack_names("theaters") for name in names)
    return bool(project.theaters) and (own or not project.bundled_places)


def _check_theaters(project: Project) -> None:
    gazetteer = load_gazetteer(project)
    for theater in project.theaters:
        for name in theater.places:
            if not gazetteer.named(name):
                hint = nearest(name, gazetteer.display_names())
                remedy = "correct the name, or add a [[place]] to a places file"
                if not project.bundled_places:
                    remedy += ", or set bundled_places = true"
                raise KnowledgeError(
                    f'theater "{theater.id}": places: no table knows "{name}"{hint} ({remedy})'
                )
