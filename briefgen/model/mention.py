"""What was said about time, and what it means: Expression, Mention."""

from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.model.interval import Interval

__all__ = ["Anchor", "Expression", "Mention", "Relation", "TimexType"]


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Relation(StrEnum):
    """How the words around an expression tie it to what happened."""

    AT = "at"
    """In, on, at, or nothing: it happened then."""
    SINCE = "since"
    BY = "by"
    """A deadline: at the latest then."""
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"
    """How long; no place on the time line by itself."""
    EVERY = "every"


class Anchor(StrEnum):
    """What a relative expression was counted from."""

    ABSOLUTE = "absolute"
    """Nothing: the words name the date."""
    PUBLICATION = "publication"
    """The document's own date."""
    SPEECH = "speech"
    """The day on which the quoted speaker spoke."""
    NARRATIVE = "narrative"
    """The last date told in the text."""
    EVENT = "event"
    """An event that the text dates elsewhere, or that is one of the project's milestones."""
    NONE = "none"
    """Nothing to count from: it stays unresolved and visible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What was said, before any anchor: the output of find."""

    type: TimexType
    value: str
    """TIMEX3 value where the words alone give it ("2024-07", "P3D", "PAST_REF"), else an
    underspecified one in HeidelTime's manner ("UNDEF-last-week", "UNDEF-weekday-thursday")."""
    relation: Relation = Relation.AT
    mod: str | None = None
    """TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER …"""
    quant: str | None = None
    freq: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    """Named slots of the rule as read from the text, for the reading: ("weekday", "4")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A time expression in a text: where it stands, what was said, what it resolves to."""

    start: int
    end: int
    text: str
    """``document.text[start:end]``; does not include a preposition ("on", "since", "by")."""
    rule: str
    """Name of the rule that found it, as in the locale's TOML."""
    expression: Expression
    value: str
    """TIMEX3 value after resolution; the underspecified one where it could not be resolved."""
    interval: Interval | None = None
    """What it resolves to; None: a bare duration or set, or nothing to count from."""
    anchor: Anchor = Anchor.NONE
    cues: tuple[str, ...] = field(default=())
    """What decided the direction: "past: reported", "plan: will address"."""
    why: str = ""
    """One sentence in plain words."""

    @property
    def type(self) -> TimexType:
        """The TIMEX3 type."""
        return self.expression.type

    @property
    def relation(self) -> Relation:
        """How it ties to what happened."""
        return self.expression.relation
