"""The nouns: frozen values that every room speaks of. Imports only errors."""

from briefgen.model.briefing import Briefing, Entry, Section
from briefgen.model.document import (
    Basis,
    Block,
    BlockKind,
    Bound,
    Dating,
    Document,
    Notice,
    Row,
    Sentence,
    Source,
)
from briefgen.model.edtf import from_edtf, to_edtf
from briefgen.model.event import (
    Attribution,
    Chronology,
    DateBasis,
    Event,
    Place,
    Precision,
    Quantity,
    Report,
    Standing,
    Status,
)
from briefgen.model.interval import Grain, Interval, civil_day, day_after, hull, month_start
from briefgen.model.mention import Anchor, Expression, Mention, Relation, TimexType

__all__ = [
    "Anchor",
    "Attribution",
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "Briefing",
    "Chronology",
    "DateBasis",
    "Dating",
    "Document",
    "Entry",
    "Event",
    "Expression",
    "Grain",
    "Interval",
    "Mention",
    "Notice",
    "Place",
    "Precision",
    "Quantity",
    "Relation",
    "Report",
    "Row",
    "Section",
    "Sentence",
    "Source",
    "Standing",
    "Status",
    "TimexType",
    "civil_day",
    "day_after",
    "from_edtf",
    "hull",
    "month_start",
    "to_edtf",
]
