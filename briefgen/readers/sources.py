"""Files, folders and stdin → Reading: every source found, read within bounds, in a fixed order."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from briefgen.errors import SourceError, UsageError
from briefgen.knowledge.starter import starter_files
from briefgen.model import Document, Notice
from briefgen.readers.ingest import read_bytes, too_big
from briefgen.readers.origins.families import with_origins
from briefgen.readers.raw.source_names import (
    about_told,
    companions,
    companions_told,
    is_about_the_folder,
    is_hidden,
    is_left_alone,
    shown,
    sidecar_names,
    unknown_kinds,
)
from briefgen.readers.registry import is_known
from briefgen.readers.shapes import Reading, ReadOptions
from briefgen.readers.sidecar import Sidecar, parse_sidecar
from briefgen.readers.windows.undated import date_undated

__all__ = ["read"]

STDIN = "-"
STDIN_NAME = "stdin"
STARTER_BYTES = 20_000
"""More than any file that ``briefgen init`` writes has."""
FEEDS = frozenset({"rss", "atom", "json-feed"})
"""Formats that carry an item again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A file to be read."""

    path: Path
    name: str
    """As shown to readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """What a folder holds and nobody means to be read; filled while it is walked."""

    companions: list[str] = field(default_factory=list)
    """Folders beside saved pages."""
    about: list[str] = field(default_factory=list)
    """Files that tell what their folder is for."""


def read(
    sources: Sequence[Path | str],
    options: ReadOptions,
    *,
    stdin: bytes | None = None,
    on_file: Callable[[str], None] | None = None,
) -> Reading:
    """All documents of the sources, in document order, and what went wrong.

    A source is a file, a folder (all that lies in it; hidden files, TOML files, sidecars and
    READMEs are left alone), or "-" for the bytes of stdin. `on_file` is told the name of each file
    before it is read. Raises UsageError for a source that does not exist, or none at all.
    """
    if not sources:
        raise UsageError("nothing to read: name a file, a folder, or - for standard input")
    found, notices = _find(sources, options)
    documents: list[Document] = []
    if STDIN in map(str, sources):
        if stdin is None:
            raise UsageError("- reads standard input, and nothing came in")
        reading = read_bytes(stdin, STDIN_NAME, options)
        documents.extend(reading.documents)
        notices.extend(reading.notices)
    for item in found:
        if on_file is not None:
            on_file(item.name)
        reading = _read_file(item, options)
        documents.extend(reading.documents)
        notices.extend(reading.notices)
    kept, doubles = _without_doubles(documents)
    kept, inferred = date_undated(kept, options)
    kept = with_origins(kept, options.families)
    return Reading(documents=kept, notices=(*notices, *doubles, *inferred))


def _find(sources: Sequence[Path | str], options: ReadOptions) -> tuple[list[_Found], list[Notice]]:
    """The files of all sources, each once, by name."""
    found: dict[str, _Found] = {}
    notices: list[Notice] = []
    for source in sources:
        if str(source) == STDIN:
            continue
        path = Path(source)
        items = _in_folder(path, notices) if _is_folder(path) else _alone(path)
        for item in items:
            found.setdefault(os.path.realpath(item.path), item)
            if len(found) > options.limits.files:
                raise UsageError(
                    f"{source}: more than {options.limits.files:,} files; name a smaller folder, "
                    "or raise files under [limits] in briefgen.toml"
                )
    return sorted(found.values(), key=lambda item: (item.name, str(item.path))), notices


def _is_folder(path: Path) -> bool:
    """Whether a source is a folder. Raises UsageError where there is nothing."""
    try:
        if path.is_dir():
            return True
        if path.exists():
            return False
    except (OSError, ValueError) as error:
        raise UsageError(f"{shown(str(path))}: cannot be looked at: {error}") from error
    raise UsageError(f"{shown(str(path))}: no such file or folder; check the name")


def _alone(path: Path) -> Iterator[_Found]:
    """A file that was named outright, unless it only describes others."""
    if not is_left_alone(path.name):
        yield _Found(path=path, name=shown(path.name))


def _in_folder(folder: Path, notices: list[Notice]) -> Iterator[_Found]:
    """The files in a folder whose suffix a reader knows, or that have none; the rest is told."""
    unknown: Counter[str] = Counter()
    left = _Left()
    for item in _walk(folder, notices, left):
        if not is_known(item.name):
            unknown[shown(item.path.suffix.casefold())] += 1
        else:
            yield item
    if left.companions:
        notices.append(_notice(shown(folder.name), companions_told(left.companions)))
    if left.about:
        notices.append(_notice(shown(folder.name), about_told(left.about)))
    if unknown:
        notices.append(_notice(shown(folder.name), unknown_kinds(unknown)))


def _walk(folder: Path, notices: list[Notice], left: _Left) -> Iterator[_Found]:
    """The files in a folder and its folders, sorted; links to folders are not followed."""

    def refused(error: OSError) -> None:
        name = Path(error.filename or folder).name
        notices.append(_notice(name, f"the folder cannot be opened: {error.strerror}"))

    for where, folders, files in os.walk(folder, onerror=refused):
        beside = companions(folders, files)
        left.companions.extend(_inside(Path(where, name), folder) for name in sorted(beside))
        folders[:] = sorted(name for name in folders if not is_hidden(name) and name not in beside)
        for name in sorted(files):
            if is_hidden(name) or is_left_alone(name):
                continue
            path = Path(where, name)
            if not is_about_the_folder(name):
                yield _Found(path=path, name=_inside(path, folder))
            elif not _is_starter(path):
                left.about.append(_inside(path, folder))


def _inside(path: Path, folder: Path) -> str:
    """A path within a folder, as shown to readers."""
    return shown(str(PurePosixPath(*path.relative_to(folder).parts)))


def _is_starter(path: Path) -> bool:
    """Whether a file is as ``briefgen init`` writes it."""
    try:
        data = path.read_bytes() if path.stat().st_size < STARTER_BYTES else b""
    except OSError:
        return False
    return data in starter_files().values()


def _read_file(item: _Found, options: ReadOptions) -> Reading:
    """The documents of one file; a notice where it cannot be opened."""
    try:
        data = _load(item.path, options.limits.file_bytes)
    except SourceError as error:
        return Reading(documents=(), notices=(_notice(item.name, str(error)),))
    sidecar, notices = _sidecar(item, options)
    reading = read_bytes(data, item.name, options, sidecar=sidecar)
    return Reading(documents=reading.documents, notices=(*notices, *reading.notices))


def _sidecar(item: _Found, options: ReadOptions) -> tuple[Sidecar | None, tuple[Notice, ...]]:
    """The sidecar beside a file: ``page.txt.meta.yaml``, else ``page.meta.yaml``."""
    for path in (item.path.with_name(name) for name in sidecar_names(item.path.name)):
        if not path.is_file():
            continue
        name = shown(path.name)
        try:
            sidecar, notes = parse_sidecar(_load(path, options.limits.file_bytes), name)
        except SourceError as error:
            sidecar, notes = None, (f"{name} is left out: {error}",)
        return sidecar, tuple(_notice(item.name, note) for note in notes)
    return None, ()


def _load(path: Path, limit: int) -> bytes:
    """A file's bytes. Raises SourceError where it cannot be opened or is over the limit."""
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or str(path).startswith("/dev/fd/")):
            raise SourceError("not a regular file; copy its content into one")
        if status.st_size > limit:
            raise SourceError(too_big(limit))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}; check its permissions") from error
    if len(data) > limit:
        raise SourceError(too_big(limit))
    return data


def _without_doubles(
    documents: Sequence[Document],
) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """Each document once, in document order; of doubles the one that has a date."""
    kept: dict[str, Document] = {}
    notices = []
    for document in sorted(documents, key=lambda one: (one.published is None, one.order)):
        first = kept.setdefault(document.id, document)
        if first is not document and not _still_carried(document, first):
            message = f'{_place(document)}: "{document.title}" is the same as in {_place(first)}; '
            notices.append(
                Notice(stage="read", message=f"{message}read once", document=document.id)
            )
    return tuple(sorted(kept.values(), key=lambda one: one.order)), tuple(notices)


def _still_carried(document: Document, first: Document) -> bool:
    """Whether a feed that was fetched again carries an item that it carried before."""
    one, other = document.source, first.source
    same = (one.url, one.publisher) == (other.url, other.publisher)
    return same and one.path != other.path and one.format == other.format and one.format in FEEDS


def _place(document: Document) -> str:
    return f"{document.source.path} ({document.source.position})"


def _notice(name: str, message: str) -> Notice:
    return Notice(stage="read", message=f"{name}: {message}", document=name)
