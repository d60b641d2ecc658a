"""What a brief says, decided and worded: Briefing, its sections and their entries.

Every text is final: writers and templates loop over it, and neither sort, count nor word anything.
Texts are plain; escaping is the writer's.
"""

from briefgen.model.briefing.apparatus import (
    NoticeLine,
    NoticesSection,
    RecordSection,
    SourceLine,
    SourcesSection,
)
from briefgen.model.briefing.brief import Briefing, Count
from briefgen.model.briefing.changes import (
    ChangeGroup,
    ChangeLine,
    ChangesSection,
    CorrectionLine,
    CorrectionsSection,
)
from briefgen.model.briefing.entry import Change, Entry, EntryLink, Evidence, Figure, Reference
from briefgen.model.briefing.pictures import PicturesSection
from briefgen.model.briefing.plain import to_plain
from briefgen.model.briefing.sections import (
    AheadSection,
    ChronologyRow,
    ChronologySection,
    Claim,
    Dispute,
    DisputedSection,
    EntrySection,
    Group,
    MatrixRow,
    MatrixSection,
    Section,
    TextSection,
    UndatedSection,
)

__all__ = [
    "AheadSection",
    "Briefing",
    "Change",
    "ChangeGroup",
    "ChangeLine",
    "ChangesSection",
    "ChronologyRow",
    "ChronologySection",
    "Claim",
    "CorrectionLine",
    "CorrectionsSection",
    "Count",
    "Dispute",
    "DisputedSection",
    "Entry",
    "EntryLink",
    "EntrySection",
    "Evidence",
    "Figure",
    "Group",
    "MatrixRow",
    "MatrixSection",
    "NoticeLine",
    "NoticesSection",
    "PicturesSection",
    "RecordSection",
    "Reference",
    "Section",
    "SourceLine",
    "SourcesSection",
    "TextSection",
    "UndatedSection",
    "to_plain",
]
