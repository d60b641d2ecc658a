"""Pages of an edition → files of a folder: made, renewed, or left as they are."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.delivery.files import put
from briefgen.errors import DeliveryError
from briefgen.writers.wiki import Page, RegionError, updated

__all__ = ["Change", "apply", "changes", "diff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file that an edition makes or renews."""

    path: str
    """With ``/``, from the top of the folder."""
    before: str | None
    """None: it is not there yet."""
    after: str


def changes(folder: Path, pages: Sequence[Page], called: str | None = None) -> tuple[Change, ...]:
    """What the pages change in a folder, which may be missing; nothing is written.

    ``called`` is how messages name the folder, where they shall not by its path. Raises
    DeliveryError for a page that cannot be read, that lies outside the folder by way of a link, or
    whose comments do not pair.
    """
    return tuple(_changes(folder, pages, called))


def _changes(folder: Path, pages: Sequence[Page], called: str | None) -> Iterator[Change]:
    top = folder.resolve()
    for page in pages:
        path = folder / page.path
        named = f"{called}: {page.path}" if called else str(path)
        if not path.resolve().is_relative_to(top):
            raise DeliveryError(f"{named}: a link leads out of the wiki; remove it")
        try:
            before = path.read_bytes().decode() if path.exists() else None
            after = updated(before, page.head, page.key, page.body)
        except RegionError as error:
            raise DeliveryError(
                f"{named}: {error}; mend the comments that briefgen wrote, or delete both"
            ) from error
        except (OSError, UnicodeDecodeError) as error:
            raise DeliveryError(f"{named}: cannot be read as text ({error})") from error
        if after != before:
            yield Change(path=page.path, before=before, after=after)


def apply(folder: Path, found: Sequence[Change]) -> None:
    """Write the changes; each file appears whole. Raises DeliveryError."""
    for change in found:
        path = folder / change.path
        try:
            put(path, change.after.encode())
        except OSError as error:
            raise DeliveryError(f"{path}: cannot be written ({error.strerror})") from error


def diff(found: Sequence[Change]) -> str:
    """The changes as a unified diff."""
    parts = []
    for change in found:
        before = (change.before or "").splitlines(keepends=True)
        after = change.after.splitlines(keepends=True)
        source = "/dev/null" if change.before is None else f"a/{change.path}"
        lines = difflib.unified_diff(before, after, source, f"b/{change.path}")
        parts += [line if line.endswith("\n") else f"{line}\n" for line in lines]
    return "".join(parts)
