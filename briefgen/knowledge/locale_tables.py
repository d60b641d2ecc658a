"""What a language's file holds: its tables, typed.

:mod:`briefgen.knowledge.locale_reader` makes them of TOML; docs/adding-a-language.md tells how to
write one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = [
    "Cues",
    "Example",
    "Figures",
    "Glue",
    "Locale",
    "PlainWords",
    "RuleData",
    "SentenceData",
    "Wording",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and what its rule must make of it; runs as a test."""

    text: str
    value: str
    """TIMEX3 value of the rule's mention."""
    date: str | None = None
    """ISO date of the text; None: the text has no date."""
    span: str | None = None
    """The mention's text; None: not checked."""
    edtf: str | None = None
    type: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleData:
    """One rule: a shape that finds, and the name of the reading that says what was found."""

    name: str
    shape: str
    reading: str
    type: str | None = None
    """TIMEX3 type, where it is not the reading's own."""
    relation: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """Constants that the shape implies: ``{unit = "D", shift = "-1"}``."""
    needs_lead: bool = False
    """Counts only after one of the locale's lead words ("in", "since", "last")."""
    after: frozenset[str] = frozenset()
    """Counts only right after one of these words; ``#`` is any figure."""
    not_after: frozenset[str] = frozenset()
    """Does not count right after one of these words."""
    not_before: frozenset[str] = frozenset()
    """Does not count right before one of these words."""
    closed: bool = False
    """Counts only before punctuation or one of the locale's closers."""
    capital: bool = False
    """Counts only where its first letter is a capital: "March", not "march"."""
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()
    """Texts in which the rule must find nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceData:
    """What a full stop after a word means. Words without their last stop."""

    never: frozenset[str] = frozenset()
    """Never ends a sentence: titles before a name."""
    number: frozenset[str] = frozenset()
    """Does not end a sentence before a number: "No. 5", "Aug. 7"."""
    maybe: frozenset[str] = frozenset()
    """Ends a sentence only before one of the starters: "U.S.", "p.m."."""
    starters: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """Single capitals that are words, so that a stop after them ends a sentence: "I"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a language writes numbers in figures."""

    decimal: str = "."
    thousands: frozenset[str] = frozenset()
    """What may part thousands: ",", a space."""
    ordinal_marks: tuple[str, ...] = ()
    """What may follow a figure that tells a place in an order: "th" of "5th"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that tell past from future, lower case."""

    past: frozenset[str] = frozenset()
    """Verb forms and auxiliaries of the past: "said", "was", "struck"."""
    past_endings: tuple[str, ...] = ()
    """Word endings of the past: "ed"."""
    not_past: frozenset[str] = frozenset()
    """Words with such an ending that are none: "hundred"."""
    past_shape: str | None = None
    """A pattern of past participles, where their ending alone does not tell: "ein·ge·stürzt"."""
    closing: frozenset[str] = frozenset()
    """Auxiliaries that close a clause; the form before one is a participle: "eröffnet *wurde*"."""
    aside_endings: tuple[str, ...] = ()
    """Endings of the participle that opens an aside: ", *speaking* on Friday,"."""
    future_endings: tuple[str, ...] = ()
    """Word endings of the future."""
    not_future: frozenset[str] = frozenset()
    """Words with such an ending that are none."""
    future: frozenset[str] = frozenset()
    """"will", "shall"; may be several words."""
    plan: frozenset[str] = frozenset()
    """"scheduled", "due", "upcoming"; may be several words."""
    scheduled: frozenset[str] = frozenset()
    """Present forms that tell a plan beside a date, but in headlines: "flies", "votes"."""
    nouns_after: frozenset[str] = frozenset()
    """Words right after which such a form is a noun: "the two *ends*", "his *visits*"."""
    neutral: frozenset[str] = frozenset()
    """Phrases that hold such words and tell nothing: "due to", "is to blame"."""
    speech: frozenset[str] = frozenset()
    """Verbs that introduce what somebody said."""
    lead_future: frozenset[str] = frozenset()
    """Words right before an expression that point ahead: "by", "ahead of"."""
    lead_past: frozenset[str] = frozenset()
    """Words right before an expression that point back: "since"."""
    lead_plan: frozenset[str] = frozenset()
    """The same beyond doubt: "scheduled for", "ahead of"."""
    follows: frozenset[str] = frozenset()
    """Right before the day of what has been: "*follows* Tuesday's vote", "in the wake of"."""
    grants: frozenset[str] = frozenset()
    """Verbs that give somebody time: "*gave* the crew until Friday"."""
    orders: frozenset[str] = frozenset()
    """Plans, of those above, beside "by" and its like alone: "*told to* leave by Monday"."""
    moves: frozenset[str] = frozenset()
    """What gives a plan another day, of one word or two: "*put back* by a week to Friday"."""
    sets: frozenset[str] = frozenset()
    """What gives it one, but takes none from it: "*called* a vote for Friday"."""
    moved_to: frozenset[str] = frozenset()
    """Right before the day that it gets."""
    moved_from: frozenset[str] = frozenset()
    """Right before the day that it had."""
    changed: frozenset[str] = frozenset()
    """Words before a plan that has been changed: "*originally* planned for 3 July"."""
    negations: frozenset[str] = frozenset()
    """What denies a verb: with one "until" tells when it begins: "did *not* open until Friday"."""
    lasting: frozenset[str] = frozenset()
    """Verbs after which it tells how long all the same: "did not *last* until Friday"."""
    earliest: frozenset[str] = frozenset()
    """Right behind the first day on which something can be: "at the earliest"."""
    latest: frozenset[str] = frozenset()
    """Right behind the last one: "at the latest"."""
    headline_plan: frozenset[str] = frozenset()
    """Words that tell a plan in headlines only: "to"."""
    subordinate: frozenset[str] = frozenset()
    """Words that open a clause inside another: "that", "which", "who"."""
    present: frozenset[str] = frozenset()
    """Words after which a past form tells a state: "is", "remains"."""
    boundary: frozenset[str] = frozenset()
    """Words that open a clause: "that", "which", "but"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glue:
    """What may stand between two expressions that are one."""

    time: frozenset[str] = frozenset()
    """Between a time and its day: "", "on", ",". """
    dash: frozenset[str] = frozenset()
    """Dashes between the ends of a range."""
    night: frozenset[str] = frozenset()
    """Between a night and the two days that it touches: "overnight, *from* 10 to 11 March"."""
    into: frozenset[str] = frozenset()
    """Between a night and the day on which it ends: "overnight *into* Thursday"."""
    listed: frozenset[str] = frozenset()
    """Between dates of a list whose year only the last one tells."""
    unsaid: frozenset[str] = frozenset()
    """May follow any date without being part of it: "року" of "18 липня 2024 року"."""
    articles: frozenset[str] = frozenset()
    """May stand before any day of a list: "the" of "the 5th and the 7th of July"."""
    elided: frozenset[str] = frozenset()
    """What stands before an apostrophe and a word of its own: "d" of "d'avril"."""
    either: frozenset[str] = frozenset()
    """Between two ways to tell one moment: "10:35 a.m. *or* 0735 GMT"."""
    possessive: tuple[str, ...] = ()
    """Marks on a date that owns what follows: "'s" of "Friday's vote"."""
    adjectival: tuple[str, ...] = ()
    """Endings of words of time that belong to the noun after them: "нічної атаки"."""
    ranges: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word or dash between the ends → words of which one must stand before both ("from",
    "between"); none: nothing need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a brief in this language words dates."""

    months: tuple[str, ...]
    """Twelve, short: "Jul"."""
    months_long: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Seven, short, Monday first."""
    weekdays_long: tuple[str, ...]
    seasons: tuple[str, ...]
    """Four: spring, summer, autumn, winter."""
    parts: Mapping[str, str]
    """TIMEX3 part of day (MO, AF, EV, NI …) → word."""
    bases: Mapping[str, str]
    """How a document's date is known (sidecar, json-ld, option …) → words."""
    phrases: Mapping[str, str]
    """Python format strings by name: ``since = "since {date}"``."""
    ordinals: Mapping[str, str] = field(default_factory=dict)
    """Last figures of a number → what is written after it as a place in an order ("1" → "st",
    "11" → "th"); "" stands for any other."""
    changes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Phrase → word of the date put into it → its form there: ``since = {літо = "літа"}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """What is known of a language without a file: names, "yesterday", "ago". All lower case."""

    months: Mapping[str, str]
    """Name, or its short form → "1" to "12"."""
    weekdays: Mapping[str, str]
    """Name, or its short form → "1" (Monday) to "7"."""
    days: Mapping[str, str]
    """ "yesterday" → "D -1"."""
    counts: Mapping[tuple[str, str], str]
    """What stands before and behind a number of units back: ("", "days ago") → "D"."""
    joiners: tuple[str, ...]
    """Words that may stand between a day, its month and its year: "de"."""
    fillers: tuple[str, ...]
    """Words that may stand between a weekday and the day of the month: "den"."""
    counters: tuple[str, str, str] | None
    """Signs behind year, month and day in figures."""
    spaced: bool
    """Whether spaces part words."""
    order: str
    """Of day, month and year in figures: "DMY"; "" where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Locale:
    """All that briefgen knows of a language. Compared and hashed by identity."""

    language: str
    name: str
    lexicon: Mapping[str, Mapping[str, str]]
    """Table → word as written in lower case → value."""
    patterns: Mapping[str, str]
    """Name → regular expression in the subset that RE2 shares: bounded, no lookaround."""
    rules: tuple[RuleData, ...]
    leads: frozenset[str]
    """Words that may stand before a bare month: "in", "since", "last"."""
    closers: frozenset[str]
    """Words that may follow where nothing else may: "and", "to"."""
    relations: Mapping[str, str]
    """Words before an expression → relation: "since", "by", "until"."""
    ambiguous: frozenset[str]
    """Words that are dates only with a capital letter: "may", "sun"."""
    noun_capitals: bool
    """Every noun has a capital letter, so that one tells no name."""
    figures: Figures
    glue: Glue
    cues: Cues
    sentences: SentenceData
    wording: Wording
    plain: PlainWords | None = None
    """Of a language without rules: its plain words."""
