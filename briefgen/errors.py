"""What can go wrong, as a tree.

BriefgenError
├── UsageError        what was asked for cannot be done: bad option, missing file, no source
├── ProjectError      briefgen.toml or a file that it names is wrong
├── KnowledgeError    a locale, place, theater or topic table is wrong
├── ReviewError       review.yaml is wrong
├── SourceError       one source cannot be read; the others still can
├── DateError         a date field, an EDTF string or a zone cannot be understood
├── TemplateError     a template is missing or wrong
├── WriterError       an output cannot be made or written
├── ArchiveError      the archive of editions cannot be opened, read or written
└── DeliveryError     an edition cannot be sent or published

Each message names the file, the place, the reason and the remedy. A SourceError becomes a
Notice in the brief; every other one ends the command with exit code 2.
"""

__all__ = [
    "ArchiveError",
    "BriefgenError",
    "DateError",
    "DeliveryError",
    "KnowledgeError",
    "ProjectError",
    "ReviewError",
    "SourceError",
    "TemplateError",
    "UsageError",
    "WriterError",
]


class BriefgenError(Exception):
    """The root: catch this to catch all that briefgen raises on purpose."""


class UsageError(BriefgenError):
    """What was asked for cannot be done."""


class ProjectError(BriefgenError):
    """The project file, or a file that it names, is wrong."""


class KnowledgeError(BriefgenError):
    """A locale, place, theater or topic table is wrong."""


class ReviewError(BriefgenError):
    """The analyst's review file is wrong."""


class SourceError(BriefgenError):
    """One source cannot be read; the others still can."""


class DateError(BriefgenError):
    """A date field, an EDTF string or a zone cannot be understood."""


class TemplateError(BriefgenError):
    """A template is missing or wrong."""


class WriterError(BriefgenError):
    """An output cannot be made or written."""


class ArchiveError(BriefgenError):
    """The archive of editions is not one, is newer, locked, damaged, or cannot be written."""


class DeliveryError(BriefgenError):
    """An edition cannot be sent or published."""
