"""Sections in their usual order → those that the project wants, where and as it wants them."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.knowledge.sections import SECTIONS, Layout
from briefgen.model.briefing import Section

__all__ = ["lay_out"]

_NAMES = {"revised": "changes", "quiet": "theaters", "elsewhere": "theaters"}
"""Anchors of sections that belong to a name which is not their own."""


def lay_out(sections: Sequence[Section], layout: Layout) -> tuple[Section, ...]:
    """The sections as the project lays them out; those of one name stay together, in order."""
    places = {name: place for place, name in enumerate(layout.names())}
    kept = [section for section in sections if _name(section) not in layout.hide]
    kept.sort(key=lambda section: places[_name(section)])
    return tuple(_titled(section, layout) for section in kept)


def _name(section: Section) -> str:
    """What a project calls the section: ``theaters`` for that of each theater."""
    name = _NAMES.get(section.anchor, section.anchor)
    return name if name in SECTIONS else "theaters"


def _titled(section: Section, layout: Layout) -> Section:
    title = layout.titles.get(section.anchor)
    return replace(section, title=title) if title else section
