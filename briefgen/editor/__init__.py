"""Chronology + Past → Briefing: sections, order, wording, numbers and marks of a brief."""

from briefgen.editor.compose import compose, edit

__all__ = ["compose", "edit"]
