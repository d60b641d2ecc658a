"""The name of a wiki's dialect → how its pages are called, linked and begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from markupsafe import Markup

from briefgen.writers.escape import to_markdown

__all__ = ["PROFILES", "Profile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How a kind of wiki lays out its pages."""

    home: str
    """File of the index."""
    folders: bool
    """Whether pages lie in folders; else all lie together, the folder's name before theirs."""
    ending: str
    """What a link to a page ends in."""
    front: bool
    """Whether a page begins with a YAML table of its title and tags."""

    def file(self, folder: str, name: str) -> str:
        """Path of a page, with ``/``."""
        return f"{folder}/{name}.md" if self.folders else f"{folder}-{name}.md"

    def link(self, text: str, source: str, target: str) -> Markup:
        """A link from one page to another, both by their paths."""
        up = "../" * source.count("/") if self.folders else ""
        same = source.rpartition("/")[0]
        if same and target.startswith(f"{same}/"):
            up, target = "", target.removeprefix(f"{same}/")
        address = quote(f"{up}{target.removesuffix('.md')}{self.ending}")
        return Markup(f"[{to_markdown(text)}]({address})")  # noqa: S704 (both escaped)


_IN_FOLDERS = Profile(home="index.md", folders=True, ending=".md", front=False)

PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        # GitHub shows every page of a wiki at one level, and links without an ending; GitLab and
        # Wiki.js show the same pages.
        "gfm": Profile(home="Home.md", folders=False, ending="", front=False),
        "mkdocs": Profile(home="index.md", folders=True, ending=".md", front=True),
        "obsidian": Profile(home="index.md", folders=True, ending=".md", front=True),
        "plain": _IN_FOLDERS,
    }
)
