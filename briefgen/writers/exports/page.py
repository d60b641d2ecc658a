"""Extract → one interactive page: a list that reads without script, a time axis with it."""

from briefgen.writers.controls import choose, make_mark, make_script
from briefgen.writers.exports.extract import Extract
from briefgen.writers.templating import render

__all__ = ["to_html"]


def to_html(extract: Extract) -> bytes:
    """One file with its styles and its script in it; it asks nothing of any network.

    Raises TemplateError.
    """
    ledger, folder = extract.ledger, extract.project.templates
    marks = {
        line.event.id: make_mark(line.event, line.entry.theater, line.topics) for line in ledger.all
    }
    context = {
        "ledger": ledger,
        "words": ledger.words,
        "points": marks,
        "choices": choose(tuple(marks.values()), extract.project, ledger.cutoff),
        **make_script(folder),
    }
    return (render("timeline.html.j2", folder, context).strip() + "\n").encode()
