"""cues/aspects.*.toml → Aspect: in what respects two much alike reports tell two happenings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.errors import KnowledgeError
from briefgen.knowledge.cues import languages, read_cues
from briefgen.knowledge.happenings import load_happenings
from briefgen.knowledge.spelling import spelled

__all__ = ["Aspect", "load_aspects"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """A respect in which reports differ; see cues/aspects.en.toml."""

    name: str
    of: frozenset[str]
    """Families of deeds of which both reports tell one."""
    kinds: Mapping[str, tuple[tuple[str, ...], ...]]
    """Kind → its words and phrases."""
    first: bool
    """Whether only the kind counts that a report tells first."""
    nothing: tuple[tuple[str, ...], ...]
    """Phrases that hold such a word and tell no kind: "bus stop"."""
    alike: frozenset[tuple[str, str]]
    """Kinds that exclude each other not, each pair both ways."""
    examples: tuple[tuple[str, str], ...]
    """Two texts each, of two happenings by this respect ..."""
    never: tuple[tuple[str, str], ...]
    """... and of what by this respect may be one."""


@cache
def load_aspects(language: str) -> tuple[Aspect, ...]:
    """The respects that are known in a language; none where it has no table.

    Raises KnowledgeError for a family or a kind that there is not.
    """
    name = f"aspects.{language}.toml"
    table = read_cues(name) if language in languages("aspects") else {}
    families = load_happenings(language).families
    found: list[Aspect] = []
    for respect, told in table.items():
        place = f"cues/{name}: {respect}"
        kinds = {
            kind: tuple(tuple(form.split()) for word in words for form in spelled(word, place))
            for kind, words in told["kinds"].items()
        }
        unknown = sorted({k for pair in told.get("alike", ()) for k in pair} - kinds.keys())
        unknown += sorted(set(told["of"]) - families.keys())
        if unknown:
            raise KnowledgeError(f"{place}: there is no kind, or family of deeds, {unknown[0]!r}")
        found.append(
            Aspect(
                name=respect,
                of=frozenset(told["of"]),
                kinds=kinds,
                first=told.get("first", False),
                nothing=tuple(tuple(words.split()) for words in told.get("nothing", ())),
                alike=frozenset(p for a, b in told.get("alike", ()) for p in ((a, b), (b, a))),
                examples=tuple((e["one"], e["other"]) for e in told["examples"]),
                never=tuple((e["one"], e["other"]) for e in told["never"]),
            )
        )
    return tuple(found)
