"""Briefing → one self-contained page: it reads without script; filters, axis and map with it."""

import hashlib
from base64 import b64encode

from markupsafe import Markup

from briefgen.writers.controls import choose, make_mark, make_script
from briefgen.writers.order import Order
from briefgen.writers.templating import render
from briefgen.writers.text import context

__all__ = ["html"]


def html(order: Order) -> bytes:
    """One file with its styles and its script in it; it asks nothing of any network.

    Its policy allows these styles and this script and nothing else, each by its hash.
    Raises TemplateError.
    """
    project, chronology = order.project, order.chronology
    events = {event.id: event for event in (*chronology.events, *chronology.undated)}
    topics = {topic.id: topic.name for topic in project.topics}
    marks = {
        entry.event: make_mark(
            events[entry.event],
            entry.theater,
            [topics[topic] for topic in events[entry.event].topics if topic in topics],
        )
        for entry in order.briefing.entries()
    }
    style = render("page.css.j2", project.templates, {}).strip()
    values = {
        **context(order),
        "points": marks,
        "choices": choose(tuple(marks.values()), project, order.briefing.cutoff),
        "style": Markup(style),  # noqa: S704 (ours, or the user's)
        "style_digest": b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        **make_script(project.templates),
    }
    return (render("briefing.html.j2", project.templates, values).strip() + "\n").encode()
