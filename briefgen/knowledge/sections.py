"""``[sections]`` of briefgen.toml → Layout: which sections a brief has, in what order, how named.

::

    [sections]
    order = ["key", "ahead", "theaters"]    # the others follow in their usual order
    hide = ["matrix", "record"]
    titles = { key = "Top lines", ahead = "The days to come" }

Sections that hold events, sources or what was left out can be moved and renamed, not hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.knowledge.tables import Table, nearest

__all__ = ["HIDEABLE", "SECTIONS", "Layout", "load_layout"]

SECTIONS = (
    "key",
    "changes",
    "matrix",
    "look",
    "theaters",
    "ahead",
    "disputed",
    "corrections",
    "continuing",
    "chronology",
    "undated",
    "record",
    "sources",
    "notices",
)
"""Names of all sections, in their usual order; ``theaters`` are several."""
HIDEABLE = ("changes", "matrix", "look", "disputed", "chronology", "record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The sections of a brief."""

    order: tuple[str, ...] = ()
    """Names of those that come first, in this order."""
    hide: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """Name → title in place of the usual one."""

    def names(self) -> tuple[str, ...]:
        """All names in the order of the brief."""
        return (*self.order, *(name for name in SECTIONS if name not in self.order))


def load_layout(table: Table) -> Layout:
    """The layout of a project. Raises ProjectError."""
    order, hide = table.texts("order"), table.texts("hide")
    titles = table.table("titles")
    named = {
        name: titles.text(name) for name in SECTIONS if name != "theaters" and titles.has(name)
    }
    for name in (*order, *hide):
        if name not in SECTIONS:
            hint = nearest(name, SECTIONS) or f"; choose from {', '.join(SECTIONS)}"
            raise table.fail("order" if name in order else "hide", f'there is no "{name}"{hint}')
    if len(set(order)) < len(order):
        raise table.fail("order", "names a section twice")
    for name in hide:
        if name not in HIDEABLE:
            raise table.fail(
                "hide",
                f'"{name}" holds what must not be lost; only {", ".join(HIDEABLE)} can be hidden',
            )
    titles.done()
    table.done()
    return Layout(order=order, hide=hide, titles=named)
