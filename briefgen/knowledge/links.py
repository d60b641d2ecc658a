"""cues/links.*.toml → LinkWords: by which words a later report speaks of an earlier one."""

from dataclasses import dataclass
from functools import cache

from briefgen.knowledge.cues import languages, read_cues

__all__ = ["LinkWords", "StateWords", "load_links"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """How a state of one kind begins, and how it ends."""

    id: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    """Words that tell it of what is told to go on alone: "*no* ferry since Monday"."""
    counted: bool = False
    """Whether only as many are over as are counted: of three detained, two were released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWords:
    """The phrases of one language; see cues/links.en.toml. All in lower case."""

    moves: tuple[str, ...] = ()
    """A plan gets another day."""
    instead: tuple[str, ...] = ()
    """Right before the day that it had."""
    sooner: tuple[str, ...] = ()
    """Of the moves, those to an earlier day."""
    open: tuple[str, ...] = ()
    """It has no day any more."""
    drops: tuple[str, ...] = ()
    """It will not come about."""
    states: tuple[StateWords, ...] = ()
    again: tuple[str, ...] = ()
    again_ends: str = ""
    """Id of the kind of state that a deed done again ends ..."""
    harm: frozenset[str] = frozenset()
    """... but for deeds of these families."""
    unsaid: frozenset[str] = frozenset()
    """Right before a word, these take it back: "agreed to lift"."""
    unsaid_next: frozenset[str] = frozenset()
    """The same, of those that do so only right before it: "agreed *to* lift"."""
    reach: int = 0
    """How many words before it."""
    breaks: frozenset[str] = frozenset()
    """A phrase of a noun ends before these."""
    corrects: tuple[str, ...] = ()
    """A figure is put right."""
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@cache
def load_links(language: str = "en") -> LinkWords:
    """The words of a language; none where it has no table."""
    if language not in languages("links"):
        return LinkWords()
    table = read_cues(f"links.{language}.toml")
    moves, again, corrects = table["moves"], table["again"], table["corrects"]
    return LinkWords(
        moves=tuple(moves["phrases"]),
        instead=tuple(moves["instead"]),
        sooner=tuple(moves["sooner"]),
        open=tuple(moves["open"]),
        drops=tuple(table["drops"]["phrases"]),
        states=tuple(
            StateWords(
                id=state["id"],
                begins=tuple(state["begins"]),
                ends=tuple(state["ends"]),
                lacks=tuple(state.get("lacks", ())),
                counted=bool(state.get("counted", False)),
            )
            for state in table["states"]
        ),
        again=tuple(again["words"]),
        again_ends=again["ends"],
        harm=frozenset(again["harm"]),
        unsaid=frozenset(table["unsaid"]["words"]),
        unsaid_next=frozenset(table["unsaid"]["next"]),
        reach=int(table["unsaid"]["reach"]),
        breaks=frozenset(table["phrase"]["breaks"]),
        corrects=tuple(corrects["phrases"]),
        right=tuple(corrects["right"]),
        wrong=tuple(corrects["wrong"]),
    )
