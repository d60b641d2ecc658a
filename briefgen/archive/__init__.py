"""Editions ↔ one SQLite file: what was said in which edition, and what it rested on.

Kept: documents with their text, each reading of a report once, the state of every event in every
edition, each brief as issued, corrections, deliveries. One edition is one transaction.
"""

from briefgen.archive.check import Checked, backup, check
from briefgen.archive.deliveries import (
    Delivery,
    day_of_edition,
    deliveries,
    editions_of,
    note_delivery,
    open_editions,
    prepare_deliveries,
)
from briefgen.archive.history import Chapter, history
from briefgen.archive.issue import digest_of, issue
from briefgen.archive.issued import IssuedBrief, issued_briefs
from briefgen.archive.past import Issued, issued_on, past
from briefgen.archive.search import Found, Query, search
from briefgen.archive.serials import serials
from briefgen.archive.store import upgrade

__all__ = [
    "Chapter",
    "Checked",
    "Delivery",
    "Found",
    "Issued",
    "IssuedBrief",
    "Query",
    "backup",
    "check",
    "day_of_edition",
    "deliveries",
    "digest_of",
    "editions_of",
    "history",
    "issue",
    "issued_briefs",
    "issued_on",
    "note_delivery",
    "open_editions",
    "past",
    "prepare_deliveries",
    "search",
    "serials",
    "upgrade",
]
