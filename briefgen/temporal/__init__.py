"""Text → Mentions → Intervals.

:func:`find` says what was said, :func:`resolve` what it means, :func:`tie` what it
means by an event; :func:`tag` does all on bare
text; :func:`read_field` reads one date field in any wording and language.
"""

from briefgen.temporal.exchange import timexes
from briefgen.temporal.field import given, read_field, untold_zone
from briefgen.temporal.find import find
from briefgen.temporal.heard import Sense
from briefgen.temporal.resolve import resolve
from briefgen.temporal.sentences import split_sentences
from briefgen.temporal.stated import Stated
from briefgen.temporal.tag import tag
from briefgen.temporal.ties import tie
from briefgen.temporal.windows import is_window, resolve_within
from briefgen.temporal.wording import full_day, label

__all__ = [
    "Sense",
    "Stated",
    "find",
    "full_day",
    "given",
    "is_window",
    "label",
    "read_field",
    "resolve",
    "resolve_within",
    "split_sentences",
    "tag",
    "tie",
    "timexes",
    "untold_zone",
]
