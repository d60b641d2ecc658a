"""Chronology → Markdown list, for ``briefgen timeline --to md``."""

from briefgen.editor.chronicle import chronicle
from briefgen.knowledge.project import Project
from briefgen.model import Chronology
from briefgen.writers.templating import render

__all__ = ["chronology_markdown"]


def chronology_markdown(chronology: Chronology, project: Project | None = None) -> bytes:
    """Every event in order, the undated ones, the sources and the notices. Raises TemplateError."""
    project = project or Project()
    text = render("timeline.md.j2", project.templates, chronicle(chronology, project))
    return (text.strip() + "\n").encode()
