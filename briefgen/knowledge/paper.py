"""``[pdf]`` of briefgen.toml → Paper: the sheet that the PDF is laid out for.

::

    [pdf]
    page = "A4"     # or "letter"
"""

from dataclasses import dataclass

from briefgen.knowledge.tables import Table, nearest

__all__ = ["PAGES", "Paper", "load_paper"]

PAGES = ("A4", "letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How the brief is printed."""

    page: str = "A4"
    """One of PAGES, as CSS names sheets. Both have the same measure, 180 mm."""


def load_paper(table: Table) -> Paper:
    """The paper of a project, A4 where nothing is said. Raises ProjectError."""
    value = table.text("page", Paper().page)
    table.done()
    for page in PAGES:
        if value.casefold() == page.casefold():
            return Paper(page=page)
    known = ", ".join(f'"{page}"' for page in PAGES)
    raise table.fail("page", f'is "{value}"{nearest(value, PAGES)}; known are {known}')
