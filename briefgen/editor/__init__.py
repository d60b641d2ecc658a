"""Chronology → Briefing: sections, order, wording, numbers and marks of a brief."""

from briefgen.editor.compose import compose

__all__ = ["compose"]
