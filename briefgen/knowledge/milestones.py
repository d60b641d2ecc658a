"""Pack names and milestones.yaml → Milestones: dated facts that a text may count from.

A table lists events with the names that texts give them and the days on which they were::

    milestones:
      - name: Harbour accord
        aliases: [accord of Halden, Halden accord]   # each names it by itself
        short: [accord]            # names it only in a text that also holds a word of context
        context: [Halden, Aven]
        date: 2024-03-09           # EDTF: a day, 2024-03, 2024-03-09/2024-03-11, 2022-02-24/..
        source: https://example.org/accord
      - name: Straits summit
        gathering: true            # people meet and speak there: in the news only while it lasts
        dates: [2023-07-11/2023-07-12, 2024-07-09/2024-07-11]   # one that comes again
      - name: Founding Day
        yearly: 05-09              # month and day of every year

For who uses it: :func:`load_milestones` gives them, :func:`names_in` finds their names in a text,
:meth:`Milestone.occurrences` tells when they were, as Intervals of a zone, in order.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from functools import lru_cache
from pathlib import Path

from briefgen.errors import BriefgenError, DateError, KnowledgeError, SourceError
from briefgen.knowledge.safe_yaml import load_yaml
from briefgen.knowledge.tables import Table, nearest
from briefgen.model import Interval, civil_day, from_edtf

__all__ = ["Milestone", "load_milestones", "milestone_packs", "names_in"]

PACKS = Path(__file__).parent / "packs"
_ENDING = ".milestones.yaml"
_ENDINGS = (".yaml", ".yml")
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_SHORTEST = 3
"""Letters of a name."""
_LONGEST = 200
"""Characters behind a name's longest word that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """An event with a name and a date of its own."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    """Other names that stand for it by themselves."""
    short: tuple[str, ...] = ()
    """Names that stand for it only in a text that holds one of :attr:`context`."""
    context: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """When it was or will be, as EDTF, in order; several for one that comes again."""
    yearly: tuple[int, int] | None = None
    """Month and day, where it comes every year."""
    source: str | None = None
    """Address of the page that tells its date."""
    gathering: bool = False
    """Whether people meet and speak there: a text that names it without a date tells news of it."""

    def occurrences(self, zone: tzinfo, *, year: int | None = None) -> tuple[Interval, ...]:
        """Its intervals in order, days counted in the zone; those that touch a year, where given.

        A yearly one has none without a year.
        """
        told = [from_edtf(text, zone) for text in self.dates]
        if self.yearly is not None and year is not None and 1 <= year <= 9998:
            told.append(civil_day(date(year, *self.yearly), zone))
        if year is None:
            return tuple(told)
        return tuple(one for one in told if _touches(one, year))


def _touches(interval: Interval, year: int) -> bool:
    first = interval.start is None or interval.start.year <= year
    return first and (interval.end is None or interval.end.year >= year)


def milestone_packs() -> tuple[str, ...]:
    """Names of the bundled packs of milestones."""
    return tuple(sorted(path.name.removesuffix(_ENDING) for path in PACKS.glob(f"*{_ENDING}")))


def load_milestones(names: Iterable[str], folder: Path | None = None) -> tuple[Milestone, ...]:
    """Milestones of packs and files, in order; one with a known id takes that one's place.

    Raises KnowledgeError naming file, entry, key, reason and remedy.
    """
    known: dict[str, Milestone] = {}
    for name in names:
        for milestone in _entries(_find(name, folder)):
            known[milestone.id] = milestone
    return tuple(known.values())


def names_in(low: str, milestones: tuple[Milestone, ...]) -> tuple[tuple[int, int, Milestone], ...]:
    """Where a lower-case text names milestones: start, end, which; in order, without overlap.

    Of names that overlap the longest stays. Apostrophes may be straight or curly. Short names
    count where the context allows.
    """
    plain = low.replace("’", "'")
    found = sorted(_named(plain, milestones), key=lambda name: (name[0] - name[1], name[0]))
    starts: list[int] = []
    kept: list[tuple[int, int, Milestone]] = []
    for one in found:
        place = bisect_left(starts, one[0])
        if place and kept[place - 1][1] > one[0]:
            continue
        if place < len(kept) and kept[place][0] < one[1]:
            continue
        starts.insert(place, one[0])
        kept.insert(place, one)
    return tuple(kept)


def _named(plain: str, milestones: tuple[Milestone, ...]) -> Iterator[tuple[int, int, Milestone]]:
    """Every name, in no order: each is looked for only where its longest word stands."""
    heard: dict[Milestone, bool] = {}
    for word, names in _by_word(milestones).items():
        at = plain.find(word)
        while at >= 0:
            for milestone, before, pattern, short in names:
                match = pattern.search(plain, max(0, at - before), at + len(word) + _LONGEST)
                if match is None or not match.start() <= at < match.end():
                    continue
                if short and milestone not in heard:
                    heard[milestone] = _context(milestone).search(plain) is not None
                if not short or heard[milestone]:
                    yield match.start(), match.end(), milestone
            at = plain.find(word, at + len(word))


_Name = tuple[Milestone, int, re.Pattern[str], bool]
"""A milestone, how far before its longest word a name begins, the name, whether it is short."""


@lru_cache(maxsize=8)
def _by_word(milestones: tuple[Milestone, ...]) -> Mapping[str, tuple[_Name, ...]]:
    """The longest word of names → the names."""
    found: dict[str, list[_Name]] = {}
    for one in milestones:
        named = {_plain(name): False for name in (one.name, *one.aliases)}
        for name, short in {**{_plain(name): True for name in one.short}, **named}.items():
            word = max(name.split(), key=len)
            before = name.index(word) + 3 * name.count(" ")
            found.setdefault(word, []).append((one, before, _either([name]), short))
    return {word: tuple(names) for word, names in found.items()}


@lru_cache(maxsize=64)
def _context(milestone: Milestone) -> re.Pattern[str]:
    return _either(map(_plain, milestone.context))


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _either(names: Iterable[str]) -> re.Pattern[str]:
    """Whole names, the longest first; white space between their words as it comes."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    joined = "|".join(r"\s{1,3}".join(map(re.escape, name.split())) for name in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _find(name: str, folder: Path | None) -> Table:
    """The file that a name means: a bundled pack, or a file beside the project."""
    bundled = milestone_packs()
    if name in bundled:
        return _table(PACKS / f"{name}{_ENDING}", f"pack {name}{_ENDING}")
    if not name.endswith(_ENDINGS) or folder is None:
        raise KnowledgeError(
            f'milestones: there is no bundled pack "{name}"{nearest(name, bundled)} '
            f"(bundled: {', '.join(bundled)}; a file of your own ends in .yaml)"
        )
    return _table(folder / name, name)


def _table(path: Path, shown: str) -> Table:
    try:
        raw = load_yaml(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        beside = sorted(one.name for one in path.parent.glob("*.y*ml"))
        hint = f"beside it: {', '.join(beside[:8])}" if beside else "no .yaml file stands beside it"
        raise KnowledgeError(f"{shown}: there is no such file ({hint})") from None
    except UnicodeDecodeError as reason:
        message = f"{shown}: is not UTF-8 ({reason.reason}); save it as UTF-8"
        raise KnowledgeError(message) from reason
    except OSError as reason:
        raise KnowledgeError(f"{shown}: cannot be read: {reason.strerror}") from reason
    except SourceError as reason:
        raise KnowledgeError(f"{shown}: {reason}") from reason
    if not isinstance(raw, Mapping):
        raise KnowledgeError(f'{shown}: has no list "milestones:"; write it at the top')
    return Table(file=shown, place="", values=raw)


def _entries(top: Table) -> Iterator[Milestone]:
    seen: set[str] = set()
    values = top.values.get("milestones")
    top.asked.add("milestones")
    if not isinstance(values, list):
        raise top.fail("milestones", 'is no list; write "- name: …" lines under it')
    top.done()
    for position, value in enumerate(values, 1):
        if not isinstance(value, Mapping):
            raise top.fail("milestones", f'entry {position} is no table; write "name: …" in it')
        shown = f' "{value["name"]}"' if isinstance(value.get("name"), str) else ""
        table = Table(file=top.file, place=f"milestone {position}{shown}", values=value)
        milestone = _milestone(table)
        table.done()
        if milestone.id in seen:
            raise table.fail("name", f'"{milestone.id}" stands twice in this file; rename one')
        seen.add(milestone.id)
        yield milestone


def _milestone(table: Table) -> Milestone:
    name = table.text("name")
    short, context = _texts(table, "short"), _texts(table, "context")
    if short and not context:
        raise table.fail("short", 'needs "context": words of which a text must hold one')
    milestone = Milestone(
        id=table.text("id", _slug(name)),
        name=name,
        aliases=_texts(table, "aliases"),
        short=short,
        context=context,
        dates=_dates(table),
        yearly=_yearly(table),
        source=table.optional("source"),
        gathering=_yes(table, "gathering"),
    )
    for text in (name, *milestone.aliases, *short):
        if len(text.strip()) < _SHORTEST:
            raise table.fail("name", f"“{text}” is too short to be found; {_SHORTEST} letters do")
    if not milestone.dates and milestone.yearly is None:
        raise table.fail("date", 'is missing; give "date", "dates" or "yearly"')
    return milestone


def _yes(table: Table, key: str) -> bool:
    told = table.optional(key)
    if told not in {None, "true", "false"}:
        raise table.fail(key, f"“{told}”: write true or false")
    return told == "true"


def _texts(table: Table, key: str) -> tuple[str, ...]:
    """A list of texts, or a single one."""
    one = table.values.get(key)
    if isinstance(one, str):
        return (table.text(key),)
    return table.texts(key)


def _dates(table: Table) -> tuple[str, ...]:
    if table.has("date") and table.has("dates"):
        raise table.fail("dates", 'stands beside "date"; keep one of them')
    key = "dates" if table.has("dates") else "date"
    table.asked.update({"date", "dates"})
    starts = []
    for text in _texts(table, key):
        try:
            interval = from_edtf(text, UTC)
        except DateError as reason:
            raise _no_date(table, key, text, str(reason)) from reason
        if interval.start is None:
            raise _no_date(table, key, text, "it has no start")
        starts.append((interval.start, text))
    return tuple(text for _, text in sorted(starts))


def _no_date(table: Table, key: str, text: str, reason: str) -> BriefgenError:
    return table.fail(key, f"“{text}”: {reason}; write 2024-07-09 or 2024-07-09/2024-07-11")


def _yearly(table: Table) -> tuple[int, int] | None:
    text = table.optional("yearly")
    if text is None:
        return None
    match = _MONTH_DAY.fullmatch(text)
    try:
        day = date(2001, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise table.fail("yearly", f"“{text}”: a month and a day of every year, as 05-09")
    return day.month, day.day


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.lower()))
