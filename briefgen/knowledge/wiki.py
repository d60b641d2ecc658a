"""``[wiki]`` of briefgen.toml → Wiki: where the wiki tree goes, and in which dialect.

::

    [wiki]
    profile = "gfm"             # GitHub, GitLab, Wiki.js; or "mkdocs", "obsidian", "plain"
    folder = "wiki"             # a folder beside this file, or:
    repository = "git@example.org:desk/brief.wiki.git"      # an address or a path that git knows
    branch = "main"
    path = "brief"              # a folder within the repository; left out: its top
    author = "Brief desk <desk@example.org>"
    message = "{title}, {date}: {events} events"
"""

from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path, PurePosixPath

from briefgen.knowledge.tables import Table

__all__ = ["PROFILES", "Wiki", "load_wiki"]

PROFILES = ("gfm", "mkdocs", "obsidian", "plain")
FIELDS = ("title", "date", "day", "events")
"""Of the message of a commit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiki:
    """Where the pages go."""

    profile: str = "plain"
    folder: Path | None = None
    """A folder of files; None: a repository."""
    repository: str | None = None
    """As ``git clone`` takes it."""
    branch: str = "main"
    path: str = ""
    """Folder within the repository, with ``/``; empty: its top."""
    author: str = "briefgen <briefgen@localhost>"
    message: str = "{title}, {date}: {events} events"


def load_wiki(table: Table, base: Path) -> Wiki | None:
    """The wiki of a project; None where it has none. Raises ProjectError."""
    if not table.values:
        return None
    plain = Wiki()
    profile = table.text("profile", plain.profile)
    if profile not in PROFILES:
        raise table.fail("profile", f'is "{profile}"; choose from {", ".join(PROFILES)}')
    folder, repository = table.optional("folder"), table.optional("repository")
    if (folder is None) == (repository is None):
        raise table.fail("folder", 'either "folder" or "repository" is wanted, not both')
    wiki = Wiki(
        profile=profile,
        folder=base / folder if folder else None,
        repository=_repository(repository, base),
        branch=table.text("branch", plain.branch),
        path=_path(table),
        author=_author(table, plain.author),
        message=_message(table, plain.message),
    )
    table.done()
    return wiki


def _repository(text: str | None, base: Path) -> str | None:
    """An address as it is; a path counted from the project's folder."""
    if text is None or "://" in text or (":" in text and "/" not in text.split(":")[0]):
        return text
    return str(base / text)


def _path(table: Table) -> str:
    text = (table.optional("path") or "").strip("/")
    if ".." in PurePosixPath(text).parts or ".git" in PurePosixPath(text).parts:
        raise table.fail("path", f'"{text}" leads out of the pages')
    return text


def _author(table: Table, default: str) -> str:
    text = table.text("author", default)
    name, address = parseaddr(text)
    if not name or "@" not in address:
        raise table.fail("author", f'is "{text}"; write it as "Brief desk <desk@example.org>"')
    return text


def _message(table: Table, default: str) -> str:
    text = table.text("message", default)
    try:
        text.format(**dict.fromkeys(FIELDS, 1))
    except (LookupError, ValueError, AttributeError) as reason:
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise table.fail("message", f"{reason} is no field of it; {fields} are") from None
    return text
