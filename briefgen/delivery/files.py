"""Outputs of an edition → files of a folder: each whole, and none lost when a run is cut short.

They are staged before the edition is kept, and put in their places after. What was staged by a run
that ended between is put in its place by the next, or swept away where its edition was never kept.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from briefgen.errors import WriterError

__all__ = ["Key", "put", "settle", "stage"]

Key = tuple[date, int, int]
"""Day, number and revision of an edition."""
_STAGED = re.compile(r"\.edition-(\d{4}-\d\d-\d\d)\.(\d+)\.(\d+)")


def put(path: Path, data: bytes) -> None:
    """Write a file that appears whole; its folder is made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def stage(folder: Path, key: Key, files: Mapping[str, bytes]) -> None:
    """Lay the files of an edition ready. Raises WriterError."""
    day, number, revision = key
    target = folder / f".edition-{day.isoformat()}.{number}.{revision}"
    part = folder / ".edition.part"
    try:
        for old in (part, target):
            if old.exists():
                shutil.rmtree(old)
        part.mkdir(parents=True)
        for name, data in files.items():
            (part / name).write_bytes(data)
        part.replace(target)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise WriterError(f"{folder}: cannot write there ({error.strerror})") from error


def settle(folder: Path, is_kept: Callable[[Key], bool]) -> tuple[Path, ...]:
    """Put what is staged in its place where its edition is kept; the files. Raises WriterError."""
    try:
        return tuple(_settled(folder, is_kept))
    except OSError as error:
        raise WriterError(f"{folder}: cannot write there ({error.strerror})") from error


def _settled(folder: Path, is_kept: Callable[[Key], bool]) -> Iterator[Path]:
    found = folder.glob(".edition-*") if folder.is_dir() else ()
    for staged in sorted(found):
        named = _STAGED.fullmatch(staged.name)
        if named is None:
            continue
        if is_kept((date.fromisoformat(named[1]), int(named[2]), int(named[3]))):
            for path in sorted(staged.iterdir()):
                yield path.replace(folder / path.name)
        shutil.rmtree(staged)
