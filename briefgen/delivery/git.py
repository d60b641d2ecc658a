"""Pages of an edition → a commit in a wiki's git repository.

The wiki is fetched into a folder of its own, the pages are renewed there, and the commit is pushed
without force. Where somebody else pushed meanwhile, that is fetched and the pages are renewed
again. Author, committer and their time come from the project and the edition: the same edition on
the same wiki makes the same commit.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path

from briefgen.delivery.folder import Change, apply, changes
from briefgen.errors import DeliveryError
from briefgen.knowledge.wiki import Wiki
from briefgen.writers.wiki import Page

__all__ = ["Commit", "Published", "preview", "publish"]

SECONDS = 120
"""For each call of git."""
TRIES = 3
"""Pushes, where others push too."""
SAFE = (
    ("core.hooksPath", os.devnull),
    ("commit.gpgSign", "false"),
    ("core.autocrlf", "false"),
    ("protocol.ext.allow", "never"),
    ("advice.detachedHead", "false"),
)
"""Settings of every call: nothing of the wiki's is run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """Who commits, when, and with what words."""

    author: str
    """“Name <address>”."""
    when: datetime
    """Aware: the edition's cut-off."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it."""

    changes: tuple[Change, ...]
    commit: str | None
    """Its hash; None: nothing had changed."""


def publish(wiki: Wiki, pages: Sequence[Page], copy: Path, commit: Commit) -> Published:
    """Renew the pages of a wiki, commit what changed, and push it.

    ``copy`` is a folder for the working copy, made where it is missing. Raises DeliveryError: no
    git, no such repository, a page that is broken, a push that is refused.
    """
    refusal = ""
    for _ in range(TRIES):
        _fetch(wiki, copy)
        found = changes(copy / wiki.path, pages, _shown(wiki))
        if not found:
            return Published(changes=(), commit=None)
        apply(copy / wiki.path, found)
        files = [str(Path(wiki.path) / change.path) for change in found]
        _git(copy, "add", "--", *files)
        _git(copy, "commit", "--quiet", "--message", commit.message, env=_signed(commit))
        pushed = _run(copy, "push", "--quiet", "origin", f"HEAD:refs/heads/{wiki.branch}")
        if pushed.returncode == 0:
            return Published(changes=found, commit=_git(copy, "rev-parse", "HEAD").strip())
        refusal = _last_line(pushed.stderr)
        if not _behind(pushed.stderr):
            break
    raise DeliveryError(
        f"{_shown(wiki)}: the push to “{wiki.branch}” was refused ({refusal}); "
        "nothing was published"
    )


def preview(wiki: Wiki, pages: Sequence[Page], copy: Path) -> tuple[Change, ...]:
    """What would change; nothing is written but the working copy."""
    _fetch(wiki, copy)
    return changes(copy / wiki.path, pages, _shown(wiki))


def _fetch(wiki: Wiki, copy: Path) -> None:
    """The working copy, at the tip of the branch; at nothing where the branch is not there yet."""
    repository, branch = wiki.repository or "", wiki.branch
    if (copy / ".git").is_dir() and not _is_whole(copy / ".git"):
        shutil.rmtree(copy)
    if not (copy / ".git").is_dir():
        copy.mkdir(parents=True, exist_ok=True)
        if any(copy.iterdir()):
            raise DeliveryError(f"{copy}: is not empty and no working copy of a wiki; move it away")
        _git(copy, "init", "--quiet", f"--initial-branch={branch}")
    _git(copy, "config", "remote.origin.url", repository)
    heads = _run(copy, "ls-remote", "--heads", "origin", f"refs/heads/{branch}")
    if heads.returncode:
        raise DeliveryError(
            f"{_shown(wiki)}: cannot be reached ({_first_line(heads.stderr)}); "
            "look at “repository” under [wiki], and whether “git ls-remote” of it works "
            "without asking for anything"
        )
    if heads.stdout.strip():
        _git(copy, "fetch", "--quiet", "--no-tags", "origin", f"refs/heads/{branch}")
        _git(copy, "checkout", "--quiet", "--force", "-B", branch, "FETCH_HEAD")
    else:
        _run(copy, "update-ref", "-d", "HEAD")
        _git(copy, "symbolic-ref", "HEAD", f"refs/heads/{branch}")
        _run(copy, "rm", "--quiet", "-r", "--cached", "--force", ".")
    _git(copy, "clean", "--quiet", "-d", "--force", "-x")


def _is_whole(repository: Path) -> bool:
    """Whether no git of ours was killed in it, which leaves its locks behind."""
    locks = [*repository.glob("*.lock"), *(repository / "refs").rglob("*.lock")]
    return (repository / "HEAD").is_file() and not locks


def _signed(commit: Commit) -> dict[str, str]:
    name, address = parseaddr(commit.author)
    when = commit.when.isoformat(timespec="seconds")
    return {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", address), ("DATE", when))
    }


def _git(copy: Path, *arguments: str, env: dict[str, str] | None = None) -> str:
    """What git prints. Raises DeliveryError with what it complains of."""
    done = _run(copy, *arguments, env=env)
    if done.returncode:
        raise DeliveryError(f"git {arguments[0]}: {_last_line(done.stderr) or done.returncode}")
    return done.stdout


def _run(
    copy: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    # named outright: git shall not look for another repository above a copy that is broken
    settings = [word for key, value in SAFE for word in ("-c", f"{key}={value}")]
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1"}
    place = {"GIT_DIR": str(copy.resolve() / ".git"), "GIT_WORK_TREE": str(copy.resolve())}
    ssh = {key: os.environ[key] for key in ("GIT_SSH_COMMAND", "GIT_SSH") if key in os.environ}
    try:
        return subprocess.run(  # noqa: S603 (our own arguments, no shell)
            ["git", *settings, *arguments],  # noqa: S607 (the user's git)
            cwd=copy,
            env={**plain, **quiet, **place, **ssh, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise DeliveryError("git is not installed; the wiki is kept in a git repository") from error
    except subprocess.TimeoutExpired as error:
        raise DeliveryError(f"git {arguments[0]}: no answer within {SECONDS} s") from error


def _behind(complaint: str) -> bool:
    """Whether a push was refused because others pushed before."""
    return any(word in complaint for word in ("fetch first", "non-fast-forward", "cannot lock ref"))


def _shown(wiki: Wiki) -> str:
    """The repository without a password or a token in its address."""
    return re.sub(r"(?<=://)[^/@]*@", "", wiki.repository or "")


def _first_line(text: str) -> str:
    """The line of a complaint that says what came first, of ssh or of git."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line and not line.startswith("Warning")), "no reason")


def _last_line(text: str) -> str:
    """The line of a complaint that tells most: the first error, else the last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("fatal:", "error:", "!", "remote: error"))]
    return (told or lines or [""])[0 if told else -1]
