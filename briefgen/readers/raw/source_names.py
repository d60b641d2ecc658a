"""A file's name → whether it is a source, how it is shown, and what its sidecar may be called."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from briefgen.readers.raw.decode import tidy

__all__ = [
    "about_told",
    "companions",
    "companions_told",
    "is_about_the_folder",
    "is_hidden",
    "is_left_alone",
    "shown",
    "sidecar_names",
    "unknown_kinds",
]

SIDECAR = ".meta.yaml"
LEFT_ALONE = (".toml", SIDECAR, ".meta.yml")
"""Suffixes of what configures and describes; never a source, alone or in a folder."""
ABOUT = frozenset({"readme.md", "readme.txt"})
"""Files that tell what a folder is for."""
PAGES = (".html", ".htm", ".xhtml")
NAMED = 3
"""Names in one notice; more are counted."""
_COMPANION = re.compile(r"(?P<stem>.+)[_.-][^\W\d_]{3,12}")
HIDDEN = (".", "__MACOSX")
"""How names begin that a folder or an archive keeps from its readers."""


def is_left_alone(name: str) -> bool:
    """Whether a file only configures or describes others."""
    return name.casefold().endswith(LEFT_ALONE)


def is_about_the_folder(name: str) -> bool:
    """Whether a file tells people what a folder is for: it is read where it is named alone."""
    return name.casefold() in ABOUT


def companions(folders: Iterable[str], files: Iterable[str]) -> frozenset[str]:
    """The folders beside saved pages that hold what the pages show: ``page_files``.

    Browsers name them after the page, with a word of their own language behind it.
    """
    stems = {PurePosixPath(name).stem for name in files if name.casefold().endswith(PAGES)}
    return frozenset(
        folder
        for folder in folders
        if (match := _COMPANION.fullmatch(PurePosixPath(folder).name)) is not None
        and match["stem"] in stems
    )


def companions_told(folders: Collection[str]) -> str:
    """What is said of the folders beside saved pages."""
    what = (
        "folder beside a saved page is" if len(folders) == 1 else "folders beside saved pages are"
    )
    return f"{len(folders)} {what} left alone: {_listed(folders)}; name one by itself to read it"


def about_told(names: Collection[str]) -> str:
    """What is said of the files that tell what a folder is for."""
    return (
        f"{_listed(names)} left alone: such a file tells what its folder is for; name it by "
        "itself, or give it another name, to have it read"
    )


def _listed(names: Collection[str]) -> str:
    told = sorted(names)
    more = f" and {len(told) - NAMED} more" if len(told) > NAMED else ""
    return ", ".join(told[:NAMED]) + more


def is_hidden(path: str) -> bool:
    """Whether a path within a folder or an archive leads through what is hidden."""
    return any(part.startswith(HIDDEN) for part in path.split("/"))


def sidecar_names(path: str) -> tuple[str, str]:
    """``page.txt.meta.yaml``, else ``page.meta.yaml``, for ``page.txt``."""
    pure = PurePosixPath(path)
    return str(pure.with_name(pure.name + SIDECAR)), str(pure.with_name(pure.stem + SIDECAR))


def shown(name: str) -> str:
    """A file name in one line that can be written as UTF-8, whatever bytes the disk holds."""
    told = name.encode("utf-8", "replace").decode("utf-8")
    return told if told.isascii() and told.isprintable() else " ".join(tidy(told).split())


def unknown_kinds(kinds: Mapping[str, int]) -> str:
    """What is said of the files that no reader knows."""
    told = ", ".join(f"{kinds[kind]} × {kind}" for kind in sorted(kinds))
    return f"files of a kind that is not read: {told}; name one by itself to read it as text"
