"""ZIP bytes → Parts: the files in it, listed within bounds and unpacked one by one in memory.

Nothing is written to disk, so a name can lead nowhere; names are only shown. What a header says of
sizes is not believed: the bytes that come out are counted while they come.
"""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from briefgen.errors import SourceError
from briefgen.knowledge.project import Limits
from briefgen.readers.raw.code_pages import best_code_page
from briefgen.readers.raw.decode import tidy
from briefgen.readers.raw.source_names import (
    companions,
    companions_told,
    is_hidden,
    is_left_alone,
    sidecar_names,
    unknown_kinds,
)
from briefgen.readers.shapes import File, Parsed, Part, ReadOptions

__all__ = [
    "MAGIC",
    "Archive",
    "holds_part",
    "is_plain_zip",
    "open_zip",
    "part",
    "read_zip",
    "stream",
    "unpack",
]

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
"""How a ZIP file begins; the second one is an empty one."""
DIRECTORY = b"PK\x01\x02"
"""What each entry of the directory at its end begins with."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
"""Ways of packing that are undone within bounds; LZMA may ask for 4 GB before its first byte."""
HEADER = 30
"""Bytes of an entry's own header, without its name."""
ENCRYPTED = 0x1
UTF8 = 0x800
CHUNK = 1 << 16
RATIO_FROM = 1 << 20
"""Unpacked bytes up to which any ratio is fine: a file of blank lines packs well."""
NAME = 200
"""Characters of a name that are shown."""
OFFICE = b"[Content_Types].xml"
"""What every office document holds."""
TYPED = b"mimetype"
"""The first entry of other documents that are ZIP files inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What an archive holds, by the names that are shown; unpacked on demand."""

    entries: Mapping[str, zipfile.ZipInfo]
    """Shown name → entry, sorted by name."""
    notes: tuple[str, ...] = ()
    """What is left out, without the archive's name."""
    file: zipfile.ZipFile = field(repr=False)


def is_plain_zip(data: bytes) -> bool:
    """Whether a ZIP file is an archive of files, and not a document of its own kind."""
    length = int.from_bytes(data[26:28], "little")
    return data[HEADER : HEADER + length] != TYPED and not holds_part(data, OFFICE)


def holds_part(data: bytes, name: bytes) -> bool:
    """Whether a ZIP file seems to hold an entry of this name; nothing is unpacked."""
    return name in data[:CHUNK] or name in data[-CHUNK:]


def read_zip(file: File, options: ReadOptions, is_known: Callable[[str], bool]) -> Parsed:
    """The files in an archive, as those in a folder: `is_known` tells which names have a reader.

    Raises SourceError as `open_zip`.
    """
    archive = open_zip(file.data, options.limits)
    beside = _companions(archive.entries)
    names = [
        one
        for one in archive.entries
        if not is_hidden(one)
        and not is_left_alone(one)
        and beside.isdisjoint(map(str, PurePosixPath(one).parents))
    ]
    unknown = Counter(PurePosixPath(one).suffix.casefold() for one in names if not is_known(one))
    notes = [
        *archive.notes,
        *([companions_told(beside)] if beside else []),
        *([unknown_kinds(unknown)] if unknown else []),
    ]
    known = [one for one in names if is_known(one)]
    return Parsed(parts=_parts(archive, known, options.limits), notes=tuple(notes))


def _companions(names: Iterable[str]) -> frozenset[str]:
    """The folders of an archive that stand beside saved pages."""
    files: dict[str, list[str]] = {}
    folders: dict[str, set[str]] = {}
    for name in names:
        path = PurePosixPath(name)
        files.setdefault(str(path.parent), []).append(path.name)
        for folder in path.parents[:-1]:
            folders.setdefault(str(folder.parent), set()).add(str(folder))
    return frozenset(
        one
        for parent in sorted(folders)
        for one in companions(sorted(folders[parent]), files.get(parent, ()))
    )


def _parts(archive: Archive, names: Sequence[str], limits: Limits) -> Iterator[Part | str]:
    for name in names:
        beside = next((one for one in sidecar_names(name) if one in archive.entries), None)
        try:
            sidecar = None if beside is None else (beside, unpack(archive, beside, limits))
            yield Part(name=name, data=unpack(archive, name, limits), sidecar=sidecar)
        except SourceError as error:
            yield f"{name} is left out: {error}"


def open_zip(data: bytes, limits: Limits) -> Archive:
    """The files that a ZIP file lists.

    Raises SourceError for what is broken, or made to burst: too many entries, or entries that
    share their bytes.
    """
    if data.count(DIRECTORY) > limits.files:
        remedy = "unpack it and name a part of it, or raise files under [limits]"
        raise SourceError(f"archive of more than {limits.files:,} files; {remedy}")
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        listed = file.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise SourceError(f"no archive that can be opened: {error}; fetch it again") from error
    _refuse_overlaps(listed)
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: Counter[str] = Counter()
    notes: list[str] = []
    for entry in listed:
        if entry.filename.endswith("/"):
            continue
        name = _shown(entry)
        wrong = _wrong(entry)
        if wrong:
            notes.append(f"{name} is left out: {wrong}")
            continue
        seen[name] += 1
        entries[name if seen[name] == 1 else _again(name, seen[name])] = entry
    ordered = {name: entries[name] for name in sorted(entries)}
    return Archive(entries=ordered, notes=tuple(notes), file=file)


def unpack(archive: Archive, name: str, limits: Limits) -> bytes:
    """The bytes of one entry.

    Raises SourceError for what is broken, bigger than a file may be, or packed like a bomb.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in stream(archive, name, limits):
        parts.append(chunk)
        size += len(chunk)
        if size > limits.file_bytes:
            remedy = "unpack and split it, or raise file_bytes under [limits] in briefgen.toml"
            raise SourceError(f"bigger than {limits.file_bytes:,} bytes; {remedy}")
    return b"".join(parts)


def stream(archive: Archive, name: str, limits: Limits) -> Iterator[bytes]:
    """The bytes of one entry, as they come.

    Raises SourceError for what is broken or packed like a bomb.
    """
    entry = archive.entries[name]
    most = max(RATIO_FROM, entry.compress_size * limits.unpacked_ratio)
    size = 0
    try:
        with archive.file.open(entry) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                if size > most:
                    break
                yield chunk
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise SourceError(f"cannot be unpacked: {error}; fetch the archive again") from error
    if size > most:
        remedy = "unpack it by hand, or raise unpacked_ratio under [limits] in briefgen.toml"
        raise SourceError(f"more than {limits.unpacked_ratio} times as big unpacked; {remedy}")


def part(archive: Archive, name: str, limits: Limits) -> bytes | None:
    """One part of an office document, None where it has none. Raises SourceError as `unpack`."""
    if name not in archive.entries:
        return None
    return unpack(archive, name, limits)


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes let a small file unpack to any size."""
    end = 0
    for entry in sorted(entries, key=lambda one: (one.header_offset, one.compress_size)):
        if entry.header_offset < end:
            raise SourceError("archive whose files share their bytes, as in a bomb; leave it out")
        end = entry.header_offset + HEADER + entry.compress_size


def _wrong(entry: zipfile.ZipInfo) -> str | None:
    """Why an entry cannot be unpacked, and what to do."""
    if entry.flag_bits & ENCRYPTED:
        return "locked with a password; unpack the archive by hand"
    if entry.compress_type not in METHODS:
        return "packed in a way that is not read; unpack the archive by hand"
    return None


def _shown(entry: zipfile.ZipInfo) -> str:
    """An entry's name for readers: no way out of the archive, nothing unseen in it."""
    name = entry.filename
    if not entry.flag_bits & UTF8 and not name.isascii():
        name = _renamed(name)
    clean = " ".join(tidy(name).replace("\\", "/").split())
    parts = [one for one in PurePosixPath(clean).parts if one not in {"/", "..", "."}]
    shown = "/".join(parts).encode("utf-8", "replace").decode("utf-8") or "unnamed"
    return shown if len(shown) <= NAME else "…" + shown[-NAME:]


def _again(name: str, number: int) -> str:
    """``mon/a (2).txt``: the second entry of one name."""
    pure = PurePosixPath(name)
    return str(pure.with_name(f"{pure.stem} ({number}){pure.suffix}"))


def _renamed(name: str) -> str:
    """A name in the code page that its maker meant; ZIP itself knows only that of 1981."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(best_code_page(raw), errors="replace")
