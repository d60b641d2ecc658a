"""Bundled packs → the files that `briefgen init` writes: a project to edit."""

from collections.abc import Mapping
from importlib import resources

__all__ = ["starter_files"]

FILES = {
    "briefgen.toml": "starter.toml",
    "theaters.toml": "russia-ukraine.theaters.toml",
    "topics.toml": "russia-ukraine.topics.toml",
    "milestones.yaml": "starter-milestones.yaml",
    "inbox/README.md": "starter-inbox.md",
    "templates/README.md": "starter-templates.md",
    ".gitignore": "starter.gitignore",
}
"""Name in the user's folder → name among the packs."""


def starter_files() -> Mapping[str, bytes]:
    """File name → content, ready to be written beside each other."""
    packs = resources.files("briefgen.knowledge") / "packs"
    return {name: (packs / pack).read_bytes() for name, pack in FILES.items()}
