"""An event → the title of the story that its line is part of, where the line alone does not tell.

"The take-off, at 08:30 UTC, was normal" leans on an article that said of what; its title says so. A
line needs none that speaks of no thing as known, that stands among an article's first sentences,
or that shares a name with the title.
"""

import re
from itertools import islice

from briefgen.editor.desk import Desk
from briefgen.editor.lines import shorten
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.events.sentences.known import known_things
from briefgen.knowledge.definites import Definites, load_definites
from briefgen.model import Document, Event, Report

__all__ = ["leans", "story_of"]

LEAD = 2
"""Sentences in which an article says what it is about."""
NAME = 3
"""Letters of a name, at least."""
TITLE = 80
"""Characters of a title that are shown, at most."""
_WORD = re.compile(r"[^\W_]+")


def story_of(event: Event, headline: str, desk: Desk) -> str:
    """In what article it is told, worded; empty where the line says itself what it is about."""
    documents = [desk.documents[report.document] for report in event.reports]
    if not documents or any(map(_tells_itself, event.reports, documents)):
        return ""
    lexicon = desk.lexicon(event.reports[0])
    definites = load_definites(lexicon.language)
    if definites is None or not leans(headline, definites, lexicon):
        return ""
    told = _names(headline) - lexicon.stop
    if not _names(documents[0].title) - lexicon.stop or any(
        told & _names(document.title) for document in documents
    ):
        return ""
    title = shorten(documents[0].title.strip().removesuffix("."), TITLE)
    return desk.words.text("entry.story", title=title)


def leans(line: str, definites: Definites, lexicon: Statements) -> bool:
    """Whether a line speaks of a thing as known that it does not tell: "the aircraft"."""
    wording = read_wording(line, 0, len(line), elisions=lexicon.elisions)
    return any(True for _ in known_things(wording, definites, lexicon))


def _tells_itself(report: Report, document: Document) -> bool:
    """Whether a report is a row of a table or a note, or one of the first sentences."""
    if document.rows:
        return True
    told = list(islice((s for s in document.sentences if not s.kind.announces), LEAD + 1))
    return len(told) <= LEAD or report.start < told[LEAD - 1].end


def _names(text: str) -> frozenset[str]:
    """Words with a capital, as they are compared."""
    return frozenset(
        word.casefold()
        for word in _WORD.findall(text)
        if len(word) >= NAME and not word[0].islower()
    )
