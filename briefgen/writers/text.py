"""Briefing → Markdown: a template filled."""

from briefgen.writers.order import Order
from briefgen.writers.templating import render

__all__ = ["context", "markdown"]


def context(order: Order) -> dict[str, object]:
    """What every template sees: ``brief`` and ``words``."""
    return {"brief": order.briefing, "words": order.briefing.words}


def markdown(order: Order) -> bytes:
    """Markdown for a wiki. Raises TemplateError."""
    text = render("briefing.md.j2", order.project.templates, context(order))
    return (text.strip() + "\n").encode()
