"""Briefing → Markdown, and the HTML page: a template filled."""

from briefgen.writers.order import Order
from briefgen.writers.templating import render

__all__ = ["context", "html", "markdown"]


def context(order: Order) -> dict[str, object]:
    """What every template sees: ``brief`` and ``words``."""
    return {"brief": order.briefing, "words": order.briefing.words}


def markdown(order: Order) -> bytes:
    """Markdown for a wiki. Raises TemplateError."""
    return _fill("briefing.md.j2", order)


def html(order: Order) -> bytes:
    """One self-contained page. Raises TemplateError."""
    return _fill("briefing.html.j2", order)


def _fill(name: str, order: Order) -> bytes:
    text = render(name, order.project.templates, context(order))
    return (text.strip() + "\n").encode()
