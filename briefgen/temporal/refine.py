"""Mentions of one sentence → fewer, larger ones: each refiner maps a list to a list.

Order is written once, in :data:`REFINERS`. Every refiner keeps the list sorted and gives new
mentions; what was said stays with its offsets.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from briefgen.knowledge.locale import Locale
from briefgen.model import Expression, Mention, TimexType
from briefgen.temporal.enumerated import enumerate_days, enumerate_months, share_set
from briefgen.temporal.fiscal import mark_fiscal
from briefgen.temporal.moved import moved_plan
from briefgen.temporal.passage import Passage
from briefgen.temporal.relations import attach_relation
from briefgen.temporal.tied_units import tie_units
from briefgen.temporal.timed import attach_time, fields_of, gap_between, names_day
from briefgen.temporal.two_clocks import share_zone

__all__ = ["REFINERS", "Refiner", "fields_of", "refine"]

_QUOTES = "\"'“‘(«„"
Refiner = Callable[[list[Mention], Passage], list[Mention]]


def attach_mod(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Takes "early", "late", "mid-", "the end of" right before a date into it."""
    return _with_words_before(mentions, passage, "mod", _modded)


def attach_approx(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Takes "about", "nearly", "more than" right before a length or a count into it."""
    return _with_words_before(mentions, passage, "approx", _approximated)


@lru_cache(maxsize=64)
def _words_before(locale: Locale, table: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """A lexicon table, and the last words of its phrases."""
    words = locale.lexicon.get(table, {})
    return words, frozenset(phrase.split()[-1] for phrase in words)


def _with_words_before(
    mentions: list[Mention],
    passage: Passage,
    table: str,
    change: Callable[[Expression, str], Expression | None],
) -> list[Mention]:
    """The mentions, widened by the lexicon words before them where the change allows it."""
    words, last_words = _words_before(passage.locale, table)
    widened = []
    for mention in mentions:
        last = passage.last_word(mention.start - passage.start)
        if last in last_words or last[-1:] == "-":
            mention = _with_word_before(mention, passage, (words, last_words), change)  # noqa: PLW2901 (one new value)
        widened.append(mention)
    return widened


def _with_word_before(
    mention: Mention,
    passage: Passage,
    table: tuple[Mapping[str, str], frozenset[str]],
    change: Callable[[Expression, str], Expression | None],
) -> Mention:
    """The mention widened by a lexicon word before it, where the change allows it."""
    start, end = passage.spanned(mention)
    words, last_words = table
    before = passage.low[max(0, start - 40) : start].replace("\n", " ")
    stripped = before.rstrip(" \t\n\u00a0")
    if len(before) - len(stripped) > 3 or (not before[-1:].isspace() and before[-1:] != "-"):
        return mention
    bare = stripped.rstrip("-") if before.endswith("-") else stripped
    pieces = bare.split(" ")
    last = pieces[-1].split()[-1:]
    if not last or last[0].strip(_QUOTES) not in last_words:
        return mention
    for count in (4, 3, 2, 1):
        phrase = " ".join(pieces[-count:]).strip(_QUOTES) if len(pieces) >= count else ""
        if phrase in words:
            said = change(mention.expression, words[phrase])
            if said is None:
                return mention
            first = start - len(before) + bare.rfind(phrase)
            return passage.mention(first, end, mention.rule, said)
    return mention


def _modded(said: Expression, mod: str) -> Expression | None:
    fields = dict(said.fields)
    if fields["kind"] not in {"calendar", "shift", "part", "range", "untold"} or said.mod:
        return None
    if fields.get("hour") or fields.get("counted"):
        return None
    fields.pop("weak", None)
    edge = {"BEFORE": "START", "AFTER": "END"}.get(mod, mod)
    if mod != edge:
        fields["edge"] = mod
    return replace(said, mod=edge, fields=tuple(fields.items()))


def _approximated(said: Expression, mod: str) -> Expression | None:
    fields = dict(said.fields)
    counted = fields["kind"] in {"duration", "span"} or "counted" in fields
    if mod == "MORE_THAN" and (fields["kind"] == "span" or fields.get("n") == "X"):
        return None  # "over the last two weeks", "over several years": in the course of them
    told = fields["kind"] == "clock" or any(name in fields for name in ("hour", "y", "m"))
    if said.mod or not (counted or (mod == "APPROX" and told)):
        return None
    return replace(said, mod=mod)


def _joined(
    mentions: list[Mention],
    passage: Passage,
    join: Callable[[Mention, Mention, Passage], Mention | None],
) -> list[Mention]:
    """The mentions, each made one with the one before it where that can be."""
    joined = mentions[:1]
    for mention in mentions[1:]:
        merged = join(joined[-1], mention, passage)
        if merged is None:
            joined.append(mention)
        else:
            joined[-1] = merged
    return joined


def join_ranges(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Two dates with "to", "until", "and" or a dash between them become one with two ends."""
    return _joined(mentions, passage, _ranged)


def _ranged(left: Mention, right: Mention, passage: Passage) -> Mention | None:
    gap = gap_between(left, right, passage)
    if gap is None:
        return None
    a, b = fields_of(left), fields_of(right)
    if a["kind"] not in _RANGED or b["kind"] not in _RANGED:
        return None
    start, _ = passage.spanned(left)
    opener = passage.locale.glue.ranges.get(gap)
    if opener is None or (opener and not passage.follows(start, opener)):
        return None
    if moved_plan(passage, *passage.spanned(left)):
        return None  # "put off from Wednesday to Thursday"
    if _names(a) != _names(b) and not opener and gap not in passage.locale.glue.dash:
        return None
    fields = {
        "kind": "range",
        "cut": str(left.end - left.start),
        "b_at": str(right.start - left.start),
    }
    if a.get("part") == "NI" and "part" not in b:  # the night of 17 July to 18 July
        fields["part"] = a.pop("part")
    fields.update({f"a.{key}": text for key, text in a.items()})
    fields.update({f"b.{key}": text for key, text in b.items()})
    for side, one in (("a", left), ("b", right)):
        if one.expression.mod:
            fields[f"{side}.mod"] = one.expression.mod
    said = replace(
        left.expression,
        value=f"{left.expression.value}/{right.expression.value}",
        mod=None,
        fields=tuple(fields.items()),
    )
    end = passage.spanned(right)[1]
    return passage.mention(start, end, f"{left.rule}…{right.rule}", said)


def part_moved(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Two days of a plan that is put off are no range: "moved from 16 to 23 March"."""
    parted: list[Mention] = []
    for mention in mentions:
        fields = fields_of(mention)
        start, end = passage.spanned(mention)
        days = fields["kind"] == "range" and "a.d" in fields and "b.d" in fields
        if not (days and moved_plan(passage, start, end)):
            parted.append(mention)
            continue
        for side, span in (
            ("a", (start, start + int(fields["cut"]))),
            ("b", (start + int(fields["b_at"]), end)),
        ):
            own = {key[2:]: text for key, text in fields.items() if key.startswith(f"{side}.")}
            value = mention.value.split("/")["ab".index(side)]
            said = replace(mention.expression, value=value, fields=tuple(own.items()))
            parted.append(passage.mention(*span, mention.rule, said))
    return parted


def share_year(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """In a list the last date's year is that of those before: "April and June 1955"."""
    shared = list(mentions)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _with_year_of(shared[index], shared[index + 1], passage)
    return shared


def _with_year_of(left: Mention, right: Mention, passage: Passage) -> Mention:
    gap = gap_between(left, right, passage)
    glue = passage.locale.glue
    if gap is None or not (gap in glue.listed or gap in glue.ranges):
        return left
    a, b = fields_of(left), fields_of(right)
    both = a["kind"] == b["kind"] == "calendar"
    if not both or "y" not in b or _LEAN_ON_NOTHING & a.keys():
        return left
    if not ("m" in a and "m" in b) and not ("season" in a and "season" in b):
        return left
    year = b["y"]
    if "m" in a and int(a["m"]) > int(b["m"]):
        year = str(int(year) - 1)  # December and January 1944
    said = replace(left.expression, fields=(*left.expression.fields, ("y", year)))
    start, end = passage.spanned(left)
    return passage.mention(start, end, left.rule, said)


_LEAN_ON_NOTHING = frozenset({"y", "which", "yshift", "decade", "century"})
"""Fields that tell a date's year."""


def join_nights(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """A night and the days that it touches become one: "overnight Tuesday to Wednesday"."""
    return _joined(mentions, passage, _nightly)


def _nightly(left: Mention, right: Mention, passage: Passage) -> Mention | None:
    gap, glue = gap_between(left, right, passage), passage.locale.glue
    if gap is None:
        return None
    for night, days in ((left, right), (right, left)):
        told, fields = fields_of(night), fields_of(days)
        if told["kind"] != "part" or told.get("part") != "NI" or "part" in fields:
            continue
        if night is right and not told.get("overnight"):
            continue
        pair = fields["kind"] == "range" and ("b.d" in fields or "b.wd" in fields)
        if not ((pair and gap in glue.night) or (names_day(fields) and gap in glue.into)):
            continue
        if any(name.endswith("hour") for name in fields):
            continue
        kept = {key: text for key, text in fields.items() if key not in {"cut", "b_at"}}
        more = {"part": "NI"} if pair else {"part": "NI", "eve": "1"}
        said = replace(
            days.expression,
            type=TimexType.TIME,
            value=f"{days.expression.value}+{night.expression.value}",
            fields=(*kept.items(), *more.items()),
        )
        start, end = passage.spanned(left)[0], passage.spanned(right)[1]
        return passage.mention(start, end, f"{days.rule}+{night.rule}", said)
    return None


_RANGED = frozenset({"calendar", "shift", "clock"})


def _names(fields: dict[str, str]) -> frozenset[str]:
    """Which fields are told, the year apart: ends of a range tell the same ones."""
    return frozenset(fields) - {"y", "wd", "mod", "yshift", "part"}


def drop_unlikely(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Weak mentions that nothing strengthened go ("the month"); so do names ("USA Today")."""
    kept = []
    for mention in mentions:
        fields = fields_of(mention)
        if "weak" not in fields and not _is_name(mention, fields, passage):
            kept.append(mention)
    return kept


def _is_name(mention: Mention, fields: Mapping[str, str], passage: Passage) -> bool:
    """Whether capitals that a sentence would not give it make a mention a name."""
    if mention.text.islower() and not mention.text[0].isdigit():
        return False
    if fields.keys() in _NAMING and passage.in_a_name(*passage.spanned(mention)):
        return True
    if fields.keys() == {"kind", "season"}:
        return passage.name_like(passage.spanned(mention)[0])
    if fields.keys() == {"kind", "y"} and mention.text.isdigit():
        return passage.after_name(passage.spanned(mention)[0])
    capitals = "hour" in fields or "proper" in fields  # 3 p.m. EST today, Bloody Sunday
    if fields["kind"] not in _NO_CAPITALS or capitals or mention.value.startswith("XXXX"):
        return False
    inner = any(word[0].isupper() for word in mention.text.split()[1:])
    inner = inner and not passage.locale.noun_capitals
    start = passage.spanned(mention)[0]
    return (inner and not passage.headline) or passage.name_like(start)


_NAMING = ({"kind", "wd"}, {"kind", "m"}, {"kind", "season"})
"""Fields of a weekday, a month or a season alone, which people and papers are called too."""
_NO_CAPITALS = frozenset({"shift", "ref", "set", "part", "span", "duration"})
"""Kinds whose words have no capital but in names and at the start of a sentence."""


def in_order(mentions: list[Mention], passage: Passage) -> list[Mention]:  # noqa: ARG001 (a refiner's shape)
    """Widened mentions that now run into the one before them give way to it."""
    kept = mentions[:1]
    for before, mention in pairwise(mentions):
        if mention.start >= max(before.end, kept[-1].end):
            kept.append(mention)
    return kept


REFINERS: tuple[Refiner, ...] = (
    attach_mod,
    enumerate_days,
    enumerate_months,
    share_set,
    share_zone,
    attach_time,
    share_zone,
    share_year,
    part_moved,
    join_ranges,
    join_nights,
    attach_approx,
    in_order,
    tie_units,
    in_order,
    drop_unlikely,
    mark_fiscal,
    attach_relation,
)
"""In this order."""
_OF_PAIRS = frozenset({share_zone, attach_time, share_year, join_ranges, join_nights, in_order})
"""Those that leave one mention alone as it is."""


def refine(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """What every refiner makes of the mentions of one sentence, one after the other."""
    for refiner in REFINERS:
        if len(mentions) > 1 or refiner not in _OF_PAIRS:
            mentions = refiner(mentions, passage)
    return mentions
